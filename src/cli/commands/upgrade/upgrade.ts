import { type Major, majorsText } from '../../../catalog/majors.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { configOptions, readConfigChoice } from '../../config-options.js';
import type { Options } from '../../options.js';
import { readTargets } from '../lint/options.js';

const usage = `pgconflint upgrade PATH --from MAJOR --to MAJOR [options]

Tells what a move to a later major changes: what no longer loads (renamed parameters with the converted value), what
is ignored or means something else, what is on its way out, and the defaults that change under settings that no file
sets.`;

const options = {
  from: { value: 'MAJOR', words: 'majors', text: `the major that runs now, ${majorsText}` },
  to: { value: 'MAJOR', words: 'majors', text: 'the major to move to' },
  dump: { value: 'FILE', text: 'what pg_dumpall wrote: its settings of roles and databases are looked at too' },
  fix: { text: 'write the safe fixes into the files: names and values of the new major' },
  format: {
    value: 'NAME',
    short: 'f',
    default: 'table',
    words: ['table', 'json', 'markdown'],
    text: 'table (default), json or markdown',
  },
  'output-file': { value: 'FILE', short: 'o', text: 'where the report goes (default: standard output)' },
  ...configOptions,
  'follow-outside': { text: 'also read files outside the current folder and the folders given' },
} as const satisfies Options;

const notes = `  Exit codes: 0 everything loads, 1 something no longer does, 2 the work could not be done.`;

const formats = ['table', 'json', 'markdown'] as const;

export const command: Command = {
  name: 'upgrade',
  summary: 'Show what a major upgrade breaks or changes',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const [from, to] = [readMajor('--from', values.from), readMajor('--to', values.to)];
    if (from >= to) throw new CommandError(`--to ${to} is not later than --from ${from}.`);
    const format = await readChoice('format', values.format, options.format.words);
    const { runUpgrade } = await import('./run.js');
    const choice = {
      paths: positionals,
      from,
      to,
      dump: values.dump,
      fix: values.fix === true,
      format,
      outputFile: values['output-file'],
      followOutside: values['follow-outside'] === true,
      ...readConfigChoice(values),
    };
    return runUpgrade(choice, terminal);
  },
};

function readMajor(option: string, text: string | undefined): Major {
  if (text === undefined) throw new CommandError(`upgrade needs ${option}, for instance --from 13 --to 18.`);
  const [major, ...rest] = readTargets([text], option);
  if (major === undefined || rest.length > 0) throw new CommandError(`${option} takes one major.`);
  return major;
}
