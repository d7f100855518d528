/** The text of a generated pg_hba.conf, with comments that say whom each record is for. */
import type { Grouping, NotNeeded } from '../../../access/least-access/needs.js';
import type { LeastRecord, Listed } from '../../../access/least-access/records.js';
import { replicationName } from '../../../access/regions/region.js';
import type { Major } from '../../../catalog/majors.js';
import type { HbaRecord } from '../../../cluster/types.js';
import { relativePath } from '../../../files/paths.js';
import { writeName, writeNetwork, writeOption } from '../../../formats/hba/written-record.js';
import type { LoggedLogin } from '../../../logs/logins.js';
import { visible } from '../../../report/printable.js';
import { counted } from '../../../report/wording.js';
import { CommandError } from '../../command.js';

/** Why a logged login is not let in by the list. */
export type LeftOut = NotNeeded | 'name';

/** A login with the record that decides it today. */
export interface ListedLogin {
  logged: LoggedLogin;
  by: HbaRecord;
}

export interface ListText {
  /** The files that let the logins in, for people. */
  source: string;
  /** From when to when the logins are. */
  span: string;
  grouping: Grouping;
  list: readonly Listed[];
  /** The folder from which files are named. */
  folder: string;
  target: Major;
  /** The logins that each record decides; undefined where that is not known. */
  comments: readonly (readonly ListedLogin[])[] | undefined;
  left: ReadonlyMap<LoggedLogin, LeftOut>;
}

/** The name of a role or a database as a record has it; undefined where it cannot, or would not be seen as it is. */
export function writableName(name: string, target: Major): string | undefined {
  const written = writeName(name, target);
  return written !== undefined && visible(written) === written ? written : undefined;
}

export function textOf({ source, span, grouping, list, folder, target, comments, left }: ListText): string {
  const lines = [
    `# Who got in${span}, let in as by ${source}, and nobody else.`,
    `# Addresses: ${groupingText(grouping)}.`,
    ...[...leftCounts(left)].map(([why, count]) => `# Not let in: ${counted(count, 'login')} (${reasons[why]}).`),
    ...(comments ? [] : ['# Not checked: that would take too much work.']),
  ];
  const isGss = (one: Listed) => typeof one === 'object' && one.type === 'hostgssenc';
  const withGss = list.some(isGss) ? 'Who came with it is let in above' : 'Nobody came with it';
  for (const [index, one] of list.entries()) {
    lines.push('');
    if (one === 'no more with GSSAPI encryption') {
      lines.push(
        `# hostnossl is for connections with GSSAPI encryption, too. ${withGss}.`,
        'hostgssenc replication,all all all reject',
      );
      continue;
    }
    lines.push(`# ${aboutRecord(one, comments?.[index], folder)}`, recordText(one, target));
  }
  return `${lines.map((line) => visible(line)).join('\n')}\n`;
}

function aboutRecord({ like }: LeastRecord, logins: readonly ListedLogin[] | undefined, folder: string): string {
  if (!like) return 'Not let in today, and in a network below';
  const by = logins && logins.length > 0 ? new Set(logins.map((one) => one.by)) : [like];
  const places = [...by].map(({ file, line }) => `${relativePath(file.path, folder)}:${line}`);
  const where = `as by ${places.join(', ')}`;
  return logins ? `${loginsText(logins.map(({ logged }) => logged))}, ${where}` : where;
}

/** How many logins they are, and from when. */
function loginsText(logins: readonly LoggedLogin[]): string {
  const count = logins.reduce((sum, one) => sum + one.count, 0);
  const last = logins.map((one) => one.last ?? '').reduce((a, b) => (a > b ? a : b), '');
  const different = logins.length <= 1 ? '' : `, ${logins.length} different`;
  return `${counted(count, 'login')}${different}${last === '' ? '' : `, the last ${last}`}`;
}

function recordText({ type, databases, users, network, like }: LeastRecord, target: Major): string {
  const nameOf = (name: string) => writableName(name, target)!;
  const columns = [
    type,
    databases.map((name) => (name === replicationName ? 'replication' : nameOf(name))).join(','),
    users.map(nameOf).join(','),
    ...(network === undefined ? [] : [network === 'all' ? network : writeNetwork(network)]),
    ...(like ? methodColumns(like) : ['reject']),
  ];
  return columns.join(' ');
}

function methodColumns({ method, options, file, line }: HbaRecord): string[] {
  const written = options.map((option) => {
    const text = writeOption(option);
    if (text !== undefined && visible(text) === text) return text;
    throw new CommandError(`${file.path}:${line} has an option that cannot be written: ${option.name}.`);
  });
  return [method!, ...written];
}

function groupingText(grouping: Grouping): string {
  if (grouping === 'records') return 'the networks of the records that let them in';
  const { v4, v6 } = grouping;
  if (v4 === 32 && v6 === 128) return 'those from which they came';
  return `networks of /${v4} (IPv6 /${v6}) around those from which they came, as far as they are let in the same way`;
}

const reasons: Readonly<Record<LeftOut, string>> = {
  rejected: 'today they are rejected',
  depends: 'the files do not tell which record lets them in',
  'too much': 'not decided: that would take too much work',
  name: 'the name cannot be written in a record',
};

/** How many logins are not let in, for which reason. */
export function leftCounts(left: ReadonlyMap<LoggedLogin, LeftOut>): Map<LeftOut, number> {
  const counts = new Map<LeftOut, number>();
  for (const [{ count }, why] of left) counts.set(why, (counts.get(why) ?? 0) + count);
  return counts;
}

/** The same as a sentence without a full stop; empty where all are let in. */
export function notLetInText(left: ReadonlyMap<LoggedLogin, LeftOut>): string {
  return [...leftCounts(left)].map(([why, count]) => `${counted(count, 'login')} (${reasons[why]})`).join(', ');
}
