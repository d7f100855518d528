import { join, lineEnd, printableJson } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import type { Options } from '../../options.js';
import { changeClasses } from './classes.js';
import { compareSides } from './compare.js';
import { readFailOn, refusals } from './gate.js';
import { formatMarkdown, formatText } from './report.js';
import { readSides } from './sides.js';

const usage = `pgconflint diff OLD NEW [options] [-- PATHS]

Tells what a change of the files means: which settings in force differ and whether a reload is enough or a restart is
needed, who is newly let in, who no longer is, and by which method. OLD and NEW are two folders or files, or two
revisions of a git repository; PATHS are folders or files in them (default: all, of a repository the current folder).`;

const options = {
  ...clusterOptions,
  'follow-outside': { text: 'also read files outside the folders' },
  'fail-on': {
    value: 'LIST',
    multiple: true,
    mayBeEmpty: true,
    text: `end with exit code 1 where a change is of one of these classes, and show a login: ${changeClasses.join(', ')}`,
  },
  format: {
    value: 'NAME',
    short: 'f',
    default: 'text',
    words: ['text', 'markdown', 'json'],
    text: 'text (default), markdown (for a comment on a pull request) or json',
  },
} as const satisfies Options;

const notes = `  What the configuration of today says of clusters, majors and files that are left out holds for both sides.
  Logins are compared by what decides them, however the records are written. Switching ssl on or off counts for records
  of the type hostssl only. Exit codes: 0 done, whatever the differences;
  1 with --fail-on: a change is of such a class, or not all could be compared; 2 the work could not be done.`;

export const command: Command = {
  name: 'diff',
  summary: 'Tell what a change means: settings in force, who gets in',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const end = args.indexOf('--');
    const { values, positionals } = readArguments(end === -1 ? args : args.slice(0, end), options);
    const [before, after, ...rest] = positionals;
    if (before === undefined || after === undefined || rest.length > 0) {
      throw new CommandError('diff needs OLD and NEW: two folders, files or git revisions. Put paths after --.');
    }
    const format = await readChoice('format', values.format, ['text', 'markdown', 'json']);
    const failOn = readFailOn(values['fail-on'] ?? []);
    const paths = end === -1 ? [] : args.slice(end + 1);
    const sides = await readSides([before, after], terminal, { paths, ...readClusterChoice(values) });
    if (sides[0].length + sides[1].length === 0) {
      throw new CommandError('Neither side holds PostgreSQL configuration.');
    }
    const differences = compareSides(...sides);
    if (format === 'json') terminal.write(join([printableJson(differences, 2), lineEnd]));
    else
      terminal.write(format === 'text' ? formatText(differences, terminal.columns) : await formatMarkdown(differences));
    const refused = refusals(differences, failOn);
    for (const sentence of refused) terminal.writeError(sentence);
    return refused.length > 0 ? 1 : 0;
  },
};
