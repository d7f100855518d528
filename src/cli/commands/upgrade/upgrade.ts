import { type Major, majorsText } from '../../../catalog/majors.js';
import { readArguments } from '../../arguments.js';
import { type Command, CommandError } from '../../command.js';
import { configArguments, readConfigChoice } from '../../config-arguments.js';
import { readTargets } from '../lint/options.js';

const usage = `pgconflint upgrade PATH --from MAJOR --to MAJOR [options]

Tells what a move to a later major changes: what no longer loads (renamed parameters with the converted value), what
is ignored or means something else, what is on its way out, and the defaults that change under settings that no file
sets.

      --from MAJOR         the major that runs now, ${majorsText}
      --to MAJOR           the major to move to
      --fix                write the safe fixes into the files: names and values of the new major
      --format NAME        table (default), json or markdown
      --output-file FILE   where the report goes (default: standard output)
      --config FILE        this configuration file in place of those that are found
      --allow-code         run configurations and plugins that are code; the default refuses them
      --no-code            refuse them in folders that you trust, too
      --follow-outside     also read files outside the current folder and the folders given

  Exit codes: 0 everything loads, 1 something no longer does, 2 the work could not be done.
`;

const formats = ['table', 'json', 'markdown'] as const;

export const command: Command = {
  name: 'upgrade',
  summary: 'Tell what a move to a later major changes',
  usage,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      fix: { type: 'boolean' },
      format: { type: 'string', default: 'table' },
      'output-file': { type: 'string' },
      'follow-outside': { type: 'boolean' },
      ...configArguments,
    });
    const [from, to] = [readMajor('--from', values.from), readMajor('--to', values.to)];
    if (from >= to) throw new CommandError(`--to ${to} is not later than --from ${from}.`);
    const format = formats.find((known) => known === values.format);
    if (format === undefined) {
      throw new CommandError(`There is no format “${values.format}”; the formats are ${formats.join(', ')}.`);
    }
    const { runUpgrade } = await import('./run.js');
    const choice = {
      paths: positionals,
      from,
      to,
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
  const [major, ...rest] = readTargets([text]);
  if (major === undefined || rest.length > 0) throw new CommandError(`${option} takes one major.`);
  return major;
}
