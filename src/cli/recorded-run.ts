import type { CommandPlace, CommandRun } from '../lsp/command-line.js';
import type { Terminal } from './command.js';
import { run } from './run.js';

/** How wide a text in an editor is. */
const columns = 100;

/**
 * Runs the command line for a program that shows what comes out, without colour and without a person to ask.
 *
 * @param args everything after `pgconflint`
 */
export async function recordedRun(args: string[], { cwd, files }: CommandPlace): Promise<CommandRun> {
  const [output, errors]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    cwd,
    env: process.env,
    files,
    isTerminal: false,
    columns,
    color: false,
    write: (text) => void output.push(text),
    writeError: (text) => void errors.push(text),
    readStandardInput: async () => new Uint8Array(),
  };
  const code = await run(args, terminal);
  return { code, output: output.join(''), errors: errors.join('') };
}
