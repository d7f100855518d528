import { authKinds } from '../../../syntax/kinds.js';
import { readArguments } from '../../arguments.js';
import { type Command, CommandError } from '../../command.js';
import { configOptions, readConfigChoice } from '../../config-options.js';
import type { Options } from '../../options.js';

const usage = `pgconflint format [paths, folders or globs] [options]

Puts the columns of pg_hba.conf, pg_ident.conf and pg_hosts.conf below each other. Only spaces between columns change,
so servers read the same records as before; comments stay. Continued lines and postgresql.conf are left alone.
Without a path it takes the current folder.`;

const options = {
  check: { text: 'write nothing; print the files that are not formatted and exit with 1' },
  stdin: { text: 'format standard input to standard output' },
  'stdin-filename': { value: 'PATH', text: 'the name that standard input goes by' },
  ...configOptions,
  kind: {
    value: 'KIND',
    words: authKinds,
    text: `${authKinds.slice(0, -1).join(', ')} or ${authKinds.at(-1)}, where file names do not show the kind`,
  },
} as const satisfies Options;

export const command: Command = {
  name: 'format',
  summary: 'Align the columns of records',
  usage,
  options,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const kind = authKinds.find((known) => known === values.kind);
    if (values.kind !== undefined && kind === undefined) {
      throw new CommandError(`format knows the kinds ${authKinds.join(', ')}, not “${values.kind}”.`);
    }
    const check = values.check === true;
    const stdinFilename = values['stdin-filename'];
    if (values.stdin || stdinFilename !== undefined) {
      if (positionals.length > 0) throw new CommandError('With --stdin no paths can be given.');
      const { formatStandardInput } = await import('./format-files.js');
      return formatStandardInput({ name: stdinFilename, kind, check }, terminal);
    }
    const { formatFiles } = await import('./format-files.js');
    return formatFiles({ paths: positionals, kind, check, ...readConfigChoice(values) }, terminal);
  },
};
