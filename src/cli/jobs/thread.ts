/** What a thread that helps runs: the same bundle as the command. */
import { serveJudgements } from '../lint-bundle.js';

await serveJudgements();
