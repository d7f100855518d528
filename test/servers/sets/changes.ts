/** Pairs of files that differ a little, about logins that can be made, and the classes of what becomes of one login. */
import type { DecidingRecord } from '../../../src/cli/commands/who/answer.js';
import type { Random } from '../generators/random.js';
import type { Attempt } from '../logins/client.js';
import { hbaFiles } from '../logins/files.js';

type Files = Record<string, string>;

/** Whoever does not come from 127.0.0.0/8 or uses GSSAPI is rejected first: those logins cannot be made. */
const head = [
  'hostgssenc all,replication all all reject',
  ...[
    '0.0.0.0/2',
    '64.0.0.0/3',
    '96.0.0.0/4',
    '112.0.0.0/5',
    '120.0.0.0/6',
    '124.0.0.0/7',
    '126.0.0.0/8',
    '128.0.0.0/1',
  ].map((network) => `host all,replication all ${network} reject`),
  'host all,replication all ::/0 reject',
  '',
].join('\n');

/** Random files without host names, of which nobody knows whether they are a client's: "all" in quotes is one. */
export function filesWithoutNames(random: Random, major: Parameters<typeof hbaFiles>[1]['major']): Files {
  const files = Object.entries(hbaFiles(random, { major, names: false })).map(([name, text]) => [
    name,
    text.replaceAll(/ "all"(?= (?:\\\n *)?(?:trust|reject|password|md5|scram-sha-256|ident|cert)\b)/g, ' all'),
  ]);
  return { ...Object.fromEntries(files), 'postgresql.conf': 'ssl = on\n' };
}

/** The files of both sides. */
export function pairOfFiles(random: Random, major: Parameters<typeof hbaFiles>[1]['major']): [Files, Files] {
  const before = filesWithoutNames(random, major);
  const other = filesWithoutNames(random, major);
  const lines = linesOf(before['pg_hba.conf']!);
  const fresh = linesOf(other['pg_hba.conf']!).filter((line) => !line.startsWith('include'));
  const changed = lines.flatMap((line) =>
    random.choose<string[]>(
      [12, () => [line]],
      [1, () => []],
      [1, () => [random.pick(fresh)]],
      [1, () => [random.pick(fresh), line]],
    ),
  );
  if (random.chance(0.2) && changed.length > 1) changed.push(changed.shift()!);
  const side = (text: string): Files => ({ ...before, 'pg_hba.conf': head + text });
  return [side(lines.join('')), side(changed.join(''))];
}

/** Whole lines, those that go on with what follows. */
function linesOf(text: string): string[] {
  return text.match(/(?:[^\n]*\\\n)*[^\n]*\n/g) ?? [];
}

/** From the least proof on; of others only trust is known to prove less. */
const strength = ['trust', 'password', 'md5', 'scram-sha-256', 'cert'];
const certificates = ['none', 'verify-ca', 'verify-full'];

export type Class = 'new-access' | 'weaker-method' | 'less-encrypted' | 'lost-access';

/**
 * The classes of a change that one login sees.
 *
 * @param encrypted what decided the same login over TLS before
 */
export function classesOf(
  { transport }: Attempt,
  before: DecidingRecord | null,
  after: DecidingRecord | null,
  encrypted: DecidingRecord | null,
): Class[] {
  if (letsIn(before)) {
    if (!letsIn(after)) return ['lost-access'];
    return isWeaker(after, before) ? ['weaker-method'] : [];
  }
  if (!letsIn(after)) return [];
  return transport === 'plain' && letsIn(encrypted) ? ['new-access', 'less-encrypted'] : ['new-access'];
}

function letsIn(record: DecidingRecord | null): record is DecidingRecord {
  return record !== null && record.method !== 'reject';
}

function isWeaker(after: DecidingRecord, before: DecidingRecord): boolean {
  const provesLess = (one: DecidingRecord, other: DecidingRecord) => {
    if (one.method === 'trust') return other.method !== 'trust';
    const [left, right] = [strength.indexOf(one.method), strength.indexOf(other.method)];
    return left !== -1 && right !== -1 && left < right;
  };
  if (provesLess(after, before)) return true;
  return certificates.indexOf(levelOf(after)) < certificates.indexOf(levelOf(before)) && !provesLess(before, after);
}

function levelOf({ method, options }: DecidingRecord): string {
  if (method === 'cert') return 'verify-full';
  return options.find((option) => option.startsWith('clientcert=verify-'))?.slice('clientcert='.length) ?? 'none';
}
