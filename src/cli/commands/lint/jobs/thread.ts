/** What a thread that helps runs. */
import { serveJudgements } from './serve.js';

serveJudgements();
