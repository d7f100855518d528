/** Random statements of policies about logins that can be made, and what they mean for one login: written again, from the docs. */
import type { WrittenSpace, WrittenStatement } from '../../../src/access/policies/read.js';
import { formatAddress, parseNumericAddress } from '../../../src/addresses/numeric-address.js';
import type { DecidingRecord } from '../../../src/cli/commands/who/answer.js';
import type { Random } from '../generators/random.js';
import type { Attempt } from '../logins/client.js';
import { members } from '../logins/files.js';

const roles = ['alice', 'bob', 'carol', 'ops', 'dba', 'app', 'root_of_all', 'müller', 'nobody'];
const groups = ['ops', 'dba', 'staff', 'app', 'alice'];
const databases = ['app', 'alice', 'staff', 'ops', 'sales', 'replication', 'all'];
const networks = [
  'local',
  '127.0.0.0/8',
  '127.0.0.0/16',
  '127.1.0.0/16',
  '127.0.1.0/24',
  '127.0.0.1',
  '::1',
  '127.2.0.0/20',
];
const methods = ['trust', 'password', 'md5', 'scram-sha-256', 'peer', 'cert', 'ident'];
const certificates = ['none', 'verify-ca', 'verify-full'];

type Value = NonNullable<WrittenSpace['role']>;

/** Statements, each about logins from this machine that are not encrypted with GSSAPI: others cannot be made. */
export function statement(random: Random, name: string): WrittenStatement {
  const reachable = { from: ['local', '127.0.0.0/8', '::1'], transport: ['local', 'plain', 'tls'] };
  const narrow = () => ({ ...space(random, 0.6), ...reachable, ...near(random) });
  return random.choose<WrittenStatement>(
    [3, () => ({ name, never: narrow() })],
    [1, () => ({ name, only: space(random, 0.4), for: narrow() })],
    [1, () => ({ name, always: space(random, 0.2), for: narrow() })],
    [1, () => ({ name, works: narrow() })],
  );
}

function near(random: Random): WrittenSpace {
  return {
    ...(random.chance(0.5) ? { from: random.list(1, 2, () => random.pick(networks)) } : {}),
    ...(random.chance(0.4) ? { transport: random.list(1, 2, () => random.pick(['local', 'plain', 'tls'])) } : {}),
  };
}

function space(random: Random, chance: number): WrittenSpace {
  const value = (words: readonly string[]): Value => {
    const list = [...new Set(random.list(1, 3, () => random.pick(words)))];
    return random.chance(0.3) ? { not: list } : list;
  };
  const some = (key: string, of: () => Value | boolean) => (random.chance(chance) ? { [key]: of() } : {});
  const isReplication = random.chance(0.15);
  return {
    ...some('role', () => value(roles)),
    ...some('member-of', () => value(groups)),
    ...(isReplication ? { replication: true } : some('database', () => value(databases))),
    ...(random.chance(chance / 2) ? { method: value(methods) } : {}),
    ...(random.chance(chance / 3) ? { certificate: value(certificates) } : {}),
    ...(random.chance(chance / 3) ? { from: value(networks) } : {}),
  };
}

/** Whether a value has a name; where nothing is said, it does. */
function has(value: Value | undefined, fits: (word: string) => boolean): boolean {
  if (value === undefined) return true;
  if (typeof value === 'object' && 'not' in value) return ![value.not].flat().some(fits);
  return [value as string | string[]].flat().some(fits);
}

function isMemberOf(user: string, group: string): boolean {
  return user === group || (members[user] ?? []).some((one) => isMemberOf(one, group));
}

function isWithin(from: string | undefined, network: string): boolean {
  if (from === undefined || network === 'local') return from === undefined && network === 'local';
  const [text, length] = network.split('/');
  const [client, address] = [parseNumericAddress(from)!, parseNumericAddress(text!)!];
  const bits = client.family === 4 ? 32 : 128;
  const shift = BigInt(bits - Number(length ?? bits));
  return client.family === address.family && client.value >> shift === address.value >> shift;
}

function isIn(written: WrittenSpace, login: Attempt, record: DecidingRecord | null): boolean {
  const { replication, transport, from } = login;
  const isPhysical = replication === true;
  const level = record?.options.find((option) => option.startsWith('clientcert=verify-'))?.slice('clientcert='.length);
  const certificate = record?.method === 'cert' ? 'verify-full' : (level ?? 'none');
  return (
    has(written.role, (role) => role === login.user) &&
    has(written['member-of'], (group) => isMemberOf(login.user, group)) &&
    (written.database === undefined || !isPhysical) &&
    has(written.database, (database) => database === login.database) &&
    (written.replication === undefined || written.replication === isPhysical) &&
    has(written.from, (network) => isWithin(from, network)) &&
    has(written.transport, (way) => way === transport) &&
    (record === null || has(written.method, (method) => method === record.method)) &&
    (record === null || has(written.certificate, (one) => one === certificate))
  );
}

/** Whether a login that a record decides breaks a statement. */
export function breaks(said: WrittenStatement, login: Attempt, record: DecidingRecord | null): boolean {
  const isLetIn = record !== null && record.method !== 'reject';
  if (said.never) return isLetIn && isIn(said.never, login, record);
  if (said.works) {
    const { method: _, certificate: __, ...about } = said.works;
    const asked = said.works.replication === undefined ? { ...about, replication: false } : about;
    return isIn(asked, login, null) && !(isLetIn && isIn(said.works, login, record));
  }
  return isLetIn && isIn(said.for ?? {}, login, record) && !isIn((said.only ?? said.always)!, login, record);
}

/** Whether a login comes from an address that no client has. */
export function isFromBroadcast({ from }: { from: string }): boolean {
  return from === '127.255.255.255';
}

/** A login as the commands show it, to be tried; undefined where nobody can make it here. */
export function attemptOf(shown: {
  user: string;
  database: string | null;
  from: string;
  transport: string;
}): Attempt | undefined {
  const { user, database, from, transport } = shown;
  if (transport !== 'local' && transport !== 'plain' && transport !== 'tls') return undefined;
  const address = from === 'local' ? undefined : parseNumericAddress(from);
  if (address && !isWithin(from, '127.0.0.0/8') && !isWithin(from, '::1')) return undefined;
  return {
    user,
    database: database ?? user,
    replication: database === null,
    transport,
    from: address && formatAddress(address.value, address.family),
  };
}
