/** The one file of the command `lint`: what its own process runs, and what a thread that helps it runs. */
export { command } from './commands/lint.js';
export { serveJudgements } from './jobs/serve.js';
