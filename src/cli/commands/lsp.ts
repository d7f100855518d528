import type { RunCommand } from '../../lsp/command-line.js';
import { loadModule } from '../../project/load-module.js';
import { type Command, CommandError } from '../command.js';
import type { Options } from '../options.js';

const options = {
  stdio: { text: 'what editors pass; nothing else is spoken' },
} as const satisfies Options;

const usage = `pgconflint lsp [--stdio]

Starts the language server, which an editor talks to over standard input and output.
It checks what is open as it is typed, together with the files on the disk that belong to the same cluster.
`;

export const command: Command = {
  name: 'lsp',
  summary: 'Start the language server for editors',
  usage,
  options,
  async run(args) {
    const unknown = args.find((arg) => arg !== '--stdio' && !arg.startsWith('--clientProcessId'));
    if (unknown !== undefined) {
      throw new CommandError(`lsp does not know ${unknown}; it speaks over standard input and output only.`);
    }
    const { serve } = await import('../../lsp/serve.js');
    const { version } = await import('../../project/generated/version.js');
    return serve(version, loadModule, runCommand);
  },
};

/** Loaded with the first question that a command answers: a start has no use for it. */
const runCommand: RunCommand = async (args, place) => {
  const { recordedRun } = await import('../recorded-run.js');
  return recordedRun(args, place);
};
