import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchesHostName } from '../../src/access/addresses.js';
import { type AccessChange, accessChanges } from '../../src/access/changes.js';
import { decide } from '../../src/access/decide.js';
import { isMember, type Knowledge, type Login, type Transport } from '../../src/access/login.js';
import { matchesExpression } from '../../src/access/names.js';
import { contains } from '../../src/access/regions/address-set.js';
import type { Condition } from '../../src/access/regions/condition.js';
import type { NameSet } from '../../src/access/regions/name-set.js';
import { type Region, replicationName } from '../../src/access/regions/region.js';
import { sameRecords } from '../../src/access/same-records.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { hba } from '../cluster/reading.js';

const transports: Transport[] = ['local', 'plain', 'tls', 'gss'];
const circumstances = { target: 18 as const, transports };

function changesBetween(before: string, after: string) {
  const [old, now] = [hba(before, 18).records, hba(after, 18).records];
  const pairs = sameRecords(old, now, circumstances, circumstances);
  const result = accessChanges({ records: old, transports }, { records: now, transports }, pairs, 18);
  return { old, now, pairs, ...result };
}

/** `line of before → line of after`, in order. */
function lines(before: string, after: string): string[] {
  const line = (record: HbaRecord | undefined) => (record ? String(record.line) : 'none');
  return changesBetween(before, after)
    .changes.map((change) => `${line(change.before)} → ${line(change.after)}`)
    .sort();
}

describe('sameRecords', () => {
  test('knows records however they are written, in the same order', () => {
    const before = hba('local all all peer\nhost a,b x 10.1.2.3/8 md5\nhost all all all reject\n', 18).records;
    const after = hba(
      '# new\nhost c all all md5\nhost "b",a "x" 10.0.0.0 255.0.0.0 md5\nhost all all all reject\n',
      18,
    ).records;
    expect(sameRecords(before, after, circumstances, circumstances)).toEqual([undefined, 1, 2]);
  });

  test('a closed way makes records of that way alone differ', () => {
    const { records } = hba('hostssl all all all md5\nhost all all all md5\n', 18);
    const closed = { target: 18 as const, transports: ['local', 'plain'] as Transport[] };
    expect(sameRecords(records, records, closed, circumstances)).toEqual([undefined, 1]);
  });
});

describe('accessChanges', () => {
  test.each([
    [
      'a record that moved',
      'host a x 10.0.0.0/8 md5\nlocal all all peer\n',
      'local all all peer\nhost a x 10.0.0.0/8 md5\n',
      ['1 → 2'],
    ],
    ['a wider network', 'host a x 10.0.0.0/8 md5\n', 'host a x 10.0.0.0/7 md5\n', ['1 → 1', 'none → 1']],
    ['another method', 'host a x 10.0.0.0/8 md5\n', 'host a x 10.0.0.0/8 scram-sha-256\n', ['1 → 1']],
    ['what an earlier record takes', 'host all all all md5\n', 'host all all all md5\nhost a x all trust\n', []],
    ['a reject in front', 'host all all all md5\n', 'host a all all reject\nhost all all all md5\n', ['1 → 1']],
    ['removed', 'host a x all md5\nhost all all ::/0 md5\n', 'host all all ::/0 md5\n', ['1 → 1', '1 → none']],
  ])('%s', (_, before, after, expected) => {
    expect(lines(before, after)).toEqual(expected);
  });

  test('gives the logins as sets', () => {
    const { changes } = changesBetween(
      'host all all all reject\n',
      'host app +ops 10.0.0.0/8 md5\nhost all all all reject\n',
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]!.regions).toEqual([
      {
        transports: ['plain', 'tls', 'gss'],
        addresses: [[0x0a000000n, 0x0b000000n]],
        databases: { except: false, names: new Set(['app']) },
        users: { except: true, names: new Set() },
        conditions: [{ kind: 'member', subject: 'ops', holds: true }],
      },
    ]);
  });

  test('agrees with asking about every login on both sides', () => {
    const all = [...logins()];
    fc.assert(
      fc.property(recordList, edits, (list, changed) => {
        const after = applyEdits(list, changed);
        const { old, now, pairs, changes } = changesBetween(`${list.join('\n')}\n`, `${after.join('\n')}\n`);
        for (const login of all) {
          for (const world of worlds) {
            const before = decide(login, old, world).record;
            const decided = decide(login, now, world).record;
            const same = decided ? old[pairs[now.indexOf(decided)] ?? -1] : undefined;
            const isSame = before === same && (before !== undefined) === (decided !== undefined);
            const holding = changes.filter(({ regions }) => regions.some((region) => holds(region, login, world)));
            const fits = holding.length === 1 && holding[0]!.before === before && holding[0]!.after === decided;
            if (isSame ? holding.length === 0 : fits) continue;
            throw new Error(
              `${list.join('\n')}\n->\n${after.join('\n')}\n${loginText(login)} ${before?.line} ${decided?.line} ${show(holding)}`,
            );
          }
        }
      }),
      { seed: 3, numRuns: 120 },
    );
  });
});

function loginText({ user, database, replication, transport, address, hostName }: Login): string {
  return `${user} ${replication ? 'replication' : database} ${transport} ${address?.family}/${address?.value} ${hostName}`;
}

function show(changes: AccessChange[]): string {
  return changes.map(({ before, after }) => `${before?.line} -> ${after?.line}`).join('; ');
}

/** Whether a login is in a region, in a world in which everything is known. */
function holds(region: Region, login: Login, world: Knowledge): boolean {
  const database = login.replication ? replicationName : login.database;
  const has = ({ except, names }: NameSet, name: string) => names.has(name) !== except;
  return (
    region.transports.includes(login.transport) &&
    (!login.address || contains(region.addresses, login.address)) &&
    has(region.databases, database) &&
    has(region.users, login.user) &&
    region.conditions.every((condition) => isTrue(condition, login, world) === condition.holds)
  );
}

function isTrue({ kind, subject, pattern }: Condition, login: Login, world: Knowledge): boolean {
  const inInterfaces = (whole: boolean) =>
    world.interfaces!.some(({ family, value, mask }) => {
      const full = whole ? (1n << 128n) - 1n : mask!;
      return login.address?.family === family && (login.address.value & full) === (value & full);
    });
  switch (kind) {
    case 'member':
      return isMember(login.user, subject, world)!;
    case 'user-expression':
      return matchesExpression(pattern!, login.user, 18)!;
    case 'database-expression':
      return !login.replication && matchesExpression(pattern!, login.database, 18)!;
    case 'sameuser':
      return !login.replication && login.user === login.database;
    case 'samerole':
      return !login.replication && isMember(login.user, login.database, world)!;
    case 'samehost':
      return inInterfaces(true);
    case 'samenet':
      return inInterfaces(false);
    case 'mask': {
      const [address, mask] = subject.split(' ').map((text) => parseNumericAddress(text)!.value);
      return login.address?.family === 4 && (login.address.value & mask!) === (address! & mask!);
    }
    default:
      return typeof login.hostName === 'string' && matchesHostName(subject, login.hostName);
  }
}

const names = fc.constantFrom('a', 'b', 'a,b', 'all', 'all');
const record = fc
  .record({
    type: fc.constantFrom('local', 'host', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'),
    database: fc.oneof(names, fc.constantFrom('sameuser', 'samerole', 'replication', 'replication,all', '/^a', 'a,/b')),
    user: fc.oneof(names, fc.constantFrom('+a', '+b,c', '/^[ab]$', 'c')),
    address: fc.oneof(
      fc.nat({ max: 7 }).chain((n) => fc.constantFrom(29, 30, 31, 32).map((bits) => `10.0.0.${n}/${bits}`)),
      fc.nat({ max: 3 }).chain((n) => fc.constantFrom(126, 127, 128).map((bits) => `fd00::${n}/${bits}`)),
      fc.constantFrom('all', '0.0.0.0/0', '::/0', '10.0.0.2 255.255.255.250'),
      fc.constantFrom('samehost', 'samenet', 'h.x', '.x', '127.0.0.1/32', '::1/128'),
    ),
    method: fc.constantFrom('md5', 'trust', 'reject'),
  })
  .map(({ type, database, user, address, method }) =>
    type === 'local' ? `local ${database} ${user} ${method}` : `${type} ${database} ${user} ${address} ${method}`,
  );
const recordList = fc.array(record, { minLength: 1, maxLength: 6 });
const edits = fc.array(fc.record({ at: fc.nat(6), what: fc.constantFrom('add', 'remove', 'move'), record }), {
  minLength: 1,
  maxLength: 3,
});

function applyEdits(
  list: readonly string[],
  changed: readonly { at: number; what: string; record: string }[],
): string[] {
  const result = [...list];
  for (const { at, what, record: line } of changed) {
    const place = at % (result.length + 1);
    if (what === 'add') result.splice(place, 0, line);
    else {
      const [taken] = result.splice(place, 1);
      if (what === 'move' && taken) result.push(taken);
    }
  }
  return result.length > 0 ? result : ['local none none reject'];
}

const clients = [
  '10.0.0.0',
  '10.0.0.1',
  '10.0.0.2',
  '10.0.0.5',
  '10.0.0.7',
  '10.0.0.9',
  'fd00::1',
  'fd00::3',
  '127.0.0.1',
  '127.0.0.2',
  '::1',
  '9::1',
].map((text) => parseNumericAddress(text)!);
const full = (1n << 128n) - 1n;
const interfaces = [
  { family: 4 as const, value: 0x7f000001n, mask: 0xff000000n },
  { family: 6 as const, value: 1n, mask: full },
];
const roles = ['a', 'b', 'c'];
const worlds: Knowledge[] = [
  { target: 18, memberships: new Map(roles.map((role) => [role, []])), interfaces },
  {
    target: 18,
    memberships: new Map(roles.map((role) => [role, ['b']])),
    interfaces: [...interfaces, { family: 4, value: 0x0a000001n, mask: 0xfffffffen }],
  },
];

function* logins(): Generator<Login> {
  for (const user of roles) {
    for (const database of ['a', 'b', 'z', undefined]) {
      const who = { user, database: database ?? user, replication: database === undefined };
      yield { ...who, transport: 'local', address: undefined };
      for (const transport of ['plain', 'tls', 'gss'] as const) {
        for (const [index, address] of clients.entries()) {
          for (const hostName of index % 4 ? [null] : ['h.x', 'g.x']) yield { ...who, transport, address, hostName };
        }
      }
    }
  }
}
