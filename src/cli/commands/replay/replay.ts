import type { Grouping } from '../../../access/least-access/needs.js';
import type { Known } from '../../../access/policies/policy.js';
import { readPolicy, type WrittenPolicy } from '../../../access/policies/read.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { join, lineEnd, printableJson, say } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { readChoice } from '../../choices.js';
import { type Command, CommandError } from '../../command.js';
import { clusterOptions, readClusterChoice } from '../../one-cluster.js';
import { type ChosenHba, chooseHba } from '../../one-hba.js';
import type { Options } from '../../options.js';
import { failing, replay } from './compare.js';
import { readLogs } from './read-logs.js';
import { leftOutText, replayTable, shownReplay, unusedTable } from './report.js';

const usage = `pgconflint replay --log FILE [PATH] [options]

Takes the logins out of a server's logs and asks the files of PATH about each: who would be refused, who would be let in, who by a
weaker method or without encryption. PATH is a folder or any file of a cluster.`;

const options = {
  log: { value: 'FILE', multiple: true, text: 'a log: stderr, csvlog or jsonlog; repeat it for more' },
  'log-line-prefix': {
    value: 'TEXT',
    mayBeEmpty: true,
    text: 'the log_line_prefix with which it was written (default: that of the cluster)',
  },
  before: { value: 'PATH', text: "today's files: then who is decided by another record is told, too" },
  unused: { text: 'list the records that decided none of the logins instead' },
  generate: { text: 'print a pg_hba.conf instead that lets in who got in, as the files do, and nobody else' },
  network: {
    value: 'LENGTH',
    text: "with --generate: group addresses by networks of this length (24, or 24,64 with that of IPv6), or by the records' (records)",
  },
  ...clusterOptions,
  format: { value: 'NAME', short: 'f', default: 'table', words: ['table', 'json'], text: 'table (default) or json' },
} as const satisfies Options;

const notes = `  The server must have log_connections on. Its messages must be English (lc_messages), and each line must tell the client, or the
  process and the line "connection received" before it. Logins that failed for a password or the like are counted and not asked
  about: the log does not say how they came. What the configuration tells of members under policies counts.
  Exit codes: 0 every login goes as it went; 1 one would not, or files do not tell; 2 the work could not be done.`;

export const command: Command = {
  name: 'replay',
  summary: 'Replay the logins of server logs: who would be refused, or let in otherwise',
  usage,
  options,
  notes,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options);
    const [path, ...rest] = positionals;
    if (rest.length > 0) throw new CommandError('Name one file or folder: replay --log FILE PATH.');
    const { log: logs, before: old, unused, generate } = values;
    if (logs === undefined) throw new CommandError('replay needs a log: --log FILE.');
    const format = await readChoice('format', values.format, options.format.words);
    const grouping = readGrouping(values.network);
    if (generate && (unused || old !== undefined || format !== 'table'))
      throw new CommandError('--generate prints a pg_hba.conf: leave out --unused, --before and --format.');
    if (!generate && values.network !== undefined) throw new CommandError('--network is for --generate.');
    const choice = readClusterChoice(values);
    const chosen = await chooseHba(path, terminal, choice);
    const before = old === undefined ? undefined : await chooseHba(old, terminal, choice);
    const prefix = values['log-line-prefix'] ?? prefixOf(before ?? chosen);
    const logged = await readLogs(logs, prefix, terminal);
    const left = leftOutText(logged.leftOut);
    if (logged.logins.length === 0) {
      throw new CommandError(
        left === ''
          ? `No login is in the logs. The server must have log_connections on, and English messages; the prefix that was looked for is “${prefix}” (--log-line-prefix).`
          : `No login of the logs can be asked about: ${left}.`,
      );
    }
    const notAsked = left === '' ? [] : [`not asked about: ${left}.`];
    if (generate) {
      const { printList } = await import('./print-list.js');
      return printList(logged, chosen, knownOf(chosen), { grouping, remarks: notAsked }, terminal);
    }
    const replayed = replay(logged.logins, chosen, knownOf(chosen), before);
    const shown = shownReplay(replayed, chosen, logged.times);
    if (format === 'json') terminal.write(join([printableJson(shown, 2), lineEnd]));
    else terminal.write((unused ? unusedTable : replayTable)(shown, terminal.columns));
    for (const remark of [...remarksOnHba(chosen), ...notAsked]) terminal.writeError(say`pgconflint: ${remark}\n`);
    if (unused) return 0;
    return replayed.some(({ change }) => change !== undefined && failing.has(change)) ? 1 : 0;
  },
};

/** The value of `--network`; without it, each address stands for itself. */
function readGrouping(text = '32,128'): Grouping {
  if (text === 'records') return text;
  const [v4, v6 = 128, ...more] = text.split(',').map((one) => (/^\d{1,3}$/.test(one) ? Number(one) : Number.NaN));
  if (more.length > 0 || !(v4! <= 32) || !(v6 <= 128))
    throw new CommandError(
      `--network accepts a length (24), one for IPv4 and one for IPv6 (24,64), or records, and ${text} is none of them.`,
    );
  return { v4: v4!, v6 };
}

/** The server's prefix, as far as its files tell. */
function prefixOf({ cluster }: ChosenHba): string {
  const { reading } = cluster.configuration.get('log_line_prefix');
  return reading?.ok === true && typeof reading.value === 'string' ? reading.value : '%m [%p] ';
}

function knownOf({ config }: ChosenHba): Known {
  return readPolicy((config.rules.get('cluster/policy')?.options ?? {}) as WrittenPolicy).known;
}
