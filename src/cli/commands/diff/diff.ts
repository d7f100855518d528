import { toCorePath } from '../../../files/paths.js';
import { version } from '../../../project/generated/version.js';
import { join, lineEnd, printableJson, say } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import type { Options } from '../../options.js';
import { sidesOf } from './asked-sides.js';
import { changeClasses } from './classes.js';
import { compareSides } from './compare.js';
import { readFailOn, refusals } from './gate.js';
import { formatMarkdown, formatText } from './report.js';
import { readSides } from './sides.js';

const usage = `pgconflint diff OLD NEW [options] [-- PATHS]
pgconflint diff [REVISION] [options] [-- PATHS]
pgconflint diff PATH [options]

Tells what a change of the files means: which settings in force differ and whether a reload is enough or a restart is
needed, who is newly let in, who no longer is, and by which method. OLD and NEW are two folders or files, or two
revisions of a git repository; PATHS are folders or files in them (default: all, of a repository the current folder).
Without NEW the files as they are now are compared with a revision, and without OLD with HEAD: what a commit would change.`;

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
    words: ['text', 'markdown', 'json', 'sarif'],
    text: 'text (default), markdown (for a comment on a pull request), json or sarif',
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
    if (positionals.length > 2) {
      throw new CommandError('diff compares OLD and NEW: two folders, files or git revisions. Put paths after --.');
    }
    const format = await readChoice('format', values.format, options.format.words);
    const failOn = readFailOn(values['fail-on'] ?? []);
    const paths = end === -1 ? [] : args.slice(end + 1);
    const compared = sidesOf(positionals, paths, toCorePath(terminal.cwd));
    const sides = await readSides(compared, terminal, readClusterChoice(values));
    if (sides[0].length + sides[1].length === 0) {
      throw new CommandError('Neither side holds PostgreSQL configuration.');
    }
    const differences = compareSides(...sides);
    const refused = refusals(differences, failOn);
    if (format === 'json') terminal.write(join([printableJson(differences, 2), lineEnd]));
    else if (format === 'text') terminal.write(formatText(differences, terminal.columns));
    else if (format === 'markdown') terminal.write(await formatMarkdown(differences, failOn, refused));
    else {
      const { formatSarif } = await import('./sarif.js');
      const [{ folder } = { folder: toCorePath(terminal.cwd) }] = [...sides[1], ...sides[0]];
      terminal.write(formatSarif(differences, { failOn, folder, version }));
    }
    for (const sentence of refused) terminal.writeError(say`pgconflint: ${sentence}.\n`);
    return refused.length > 0 ? 1 : 0;
  },
};
