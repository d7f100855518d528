import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverage } from '../../src/access/coverage.js';
import { decide, matchRecord } from '../../src/access/decide.js';
import type { Knowledge, Login, Transport } from '../../src/access/login.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { hba } from '../cluster/reading.js';

/** The covered lines of a text, each with the lines that cover it: `3: 1 2`. */
function covered(text: string, transports?: Transport[]): string[] {
  const found = coverage(hba(text, 18).records, transports ? { transports } : {});
  return found.map(({ record, coveredBy }) => `${record.line}: ${coveredBy.map(({ line }) => line).join(' ')}`);
}

describe('coverage', () => {
  test.each([
    ['one earlier record', 'local all all peer\nlocal app app md5\n', ['2: 1']],
    ['a wider network', 'host all all 10.0.0.0/8 md5\nhost all all 10.1.0.0/16 md5\n', ['2: 1']],
    ['two halves', 'host a b 0.0.0.0/1 md5\nhost all b 128.0.0.0/1 md5\nhost a b 0.0.0.0/0 md5\n', ['3: 1 2']],
    ['both families', 'host all all 0.0.0.0/0 md5\nhost all all ::/0 md5\nhost all all all md5\n', ['3: 1 2']],
    ['one family is not both', 'host all all 0.0.0.0/0 md5\nhost all all all md5\n', []],
    [
      'hostssl with hostnossl',
      'hostssl all all all md5\nhostnossl all all all md5\nhost all all all md5\n',
      ['3: 1 2'],
    ],
    ['hostssl alone', 'hostssl all all all md5\nhost all all all md5\n', []],
    ['lists', 'local a,b x,y md5\nlocal b y md5\nlocal a,c x md5\n', ['2: 1']],
    ['lists together', 'local a x md5\nlocal b all md5\nlocal a,b x md5\n', ['3: 1 2']],
    ['all is more than names', 'local a,b all md5\nlocal all all md5\n', []],
    ['replication is apart', 'local all all md5\nlocal replication all md5\nlocal replication x md5\n', ['3: 2']],
    ['holes in masks', 'host all all 10.0.0.0 255.0.255.0 md5\nhost all all 10.9.0.128/25 md5\n', ['2: 1']],
    [
      'holes filled together',
      `host a a 10.0.0.0 255.255.255.1 md5\nhost a a 10.0.0.1 255.255.255.1 md5\nhost a a 10.0.0.0/24 md5\n`,
      ['3: 1 2'],
    ],
    [
      'keywords',
      'host all all samenet md5\nhost all all samehost md5\nhost all all 127.0.0.1/32 md5\n',
      ['2: 1', '3: 1'],
    ],
    [
      'host names',
      'host all all .Example.com md5\nhost all all db.example.COM md5\nhost all all example.com md5\n',
      ['2: 1'],
    ],
    ['host names under all', 'host all all 0.0.0.0/0 md5\nhost all all ::/0 md5\nhost all all db md5\n', ['3: 1 2']],
    ['sameuser', 'local sameuser all md5\nlocal x x md5\nlocal x y md5\nlocal sameuser y md5\n', ['2: 1', '4: 1']],
    ['samerole', 'local samerole all md5\nlocal x +x md5\nlocal sameuser all md5\nlocal x +y md5\n', ['2: 1', '3: 1']],
    ['members', 'local all +ops md5\nlocal all +ops md5\nlocal all ops md5\nlocal all bob md5\n', ['2: 1', '3: 1']],
    ['expressions and names', 'local /^app_ all md5\nlocal app_1 all md5\nlocal my_app_1 all md5\n', ['2: 1']],
    [
      'expressions that match everything',
      'local /.* all md5\nlocal all all md5\nlocal replication all md5\n',
      ['2: 1'],
    ],
    ['equal expressions', 'local /^a+$ all md5\nlocal /^a+$ bob md5\nlocal /^a*$ all md5\n', ['2: 1']],
    ['quoted keywords are names', 'local "all" all md5\nlocal x all md5\nlocal "all" y md5\n', ['3: 1']],
    ['unread files', 'local all all md5\nlocal @/else/where all md5\n', []],
  ])('%s', (_, text, expected) => {
    expect(covered(text)).toEqual(expected);
  });

  test('leaves transports out on which nothing can come', () => {
    const text = 'hostnossl all all all md5\nhost all all all md5\n';
    expect(covered(text)).toEqual([]);
    expect(covered(text, ['local', 'plain', 'gss'])).toEqual(['2: 1']);
  });

  test.each([
    [
      'networks',
      'host all all 10.1.0.0/16 trust\nhost all all 10.0.0.0/8 md5\nhost all all 11.0.0.0/8 md5\n',
      ['2: 1'],
    ],
    ['a late reject', 'host all all 0.0.0.0/0 md5\nhost all bob all reject\n', ['2: 1']],
    ['one of each method', 'local a all md5\nlocal b all trust\nlocal c x md5\nlocal all all peer\n', ['4: 1 2']],
    ['other people', 'local a x md5\nlocal a y md5\nlocal b x md5\n', []],
    ['sameuser', 'local sameuser all peer\nlocal app all md5\n', ['2: 1']],
    ['what is covered anyway', 'local all all peer\nlocal app all md5\n', []],
    ['host names', 'host all all db.example.com trust\nhost all all other md5\nhost all all all md5\n', ['3: 1 2']],
    [
      'holes in masks',
      'host all all 10.0.7.0 255.0.255.0 trust\nhost all all 10.9.0.0/16 md5\nhost all all 11.0.0.0/8 md5\n',
      ['2: 1'],
    ],
    ['transports', 'hostssl all all all md5\nhostnossl all all all md5\n', []],
  ])('names earlier records that take a part: %s', (_, text, expected) => {
    const found = coverage(hba(text, 18).records, { partly: true }).filter(({ partlyBy }) => partlyBy.length > 0);
    expect(
      found.map(({ record, partlyBy }) => `${record.line}: ${partlyBy.map(({ line }) => line).join(' ')}`),
    ).toEqual(expected);
  });

  test('agrees with a brute-force walk over every login', () => {
    fc.assert(
      fc.property(recordList, (lines) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const matches = new Map(records.map((record) => [record, matchedLogins(record)]));
        const deciding = decidingRecords(records, matches);
        const entries = new Map(coverage(records, { partly: true }).map((entry) => [entry.record, entry]));
        for (const [place, record] of records.entries()) {
          const { coveredBy = [], partlyBy = [] } = entries.get(record) ?? {};
          const where = `line ${record.line} of\n${lines.join('\n')}\n`;
          if (coveredBy.length > 0) {
            if (deciding.has(record)) throw new Error(`${where} decides although covered`);
            if (coveredBy.some(({ line }) => line >= record.line)) throw new Error(`${where} is covered by later ones`);
            // Those that are named suffice: without the others the record still decides nothing.
            if (decidingRecords([...coveredBy, record], matches).has(record)) throw new Error(`${where} too few named`);
            continue;
          }
          if (!isOpaque(record) && !deciding.has(record))
            throw new Error(`${where} decides nothing and is not covered`);
          const own = matches.get(record)!;
          for (const earlier of partlyBy) {
            if (!haveCommon(matches.get(earlier)!, own)) throw new Error(`${where} does not meet line ${earlier.line}`);
          }
          const methods = new Set(partlyBy.map(({ method }) => method));
          for (const earlier of records.slice(0, place)) {
            if (isOpaque(record) || isOpaque(earlier) || methods.has(earlier.method)) continue;
            if (haveCommon(matches.get(earlier)!, own)) throw new Error(`${where} line ${earlier.line} is not named`);
          }
        }
      }),
      { seed: 4, numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 15) },
    );
  });

  test('leaves out, where it is told what records do, only earlier ones that do the same', () => {
    fc.assert(
      fc.property(recordList, (lines) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const doing = ({ method, options }: HbaRecord) => `${method} ${options.map(({ value }) => value).join(' ')}`;
        const all = new Map(coverage(records, { partly: true }).map((entry) => [entry.record, entry.partlyBy]));
        const told = new Map(coverage(records, { partly: true, doing }).map((entry) => [entry.record, entry.partlyBy]));
        for (const record of records) {
          const [others, named] = [all.get(record) ?? [], told.get(record) ?? []];
          const lost = others.filter((earlier) => !named.includes(earlier));
          expect(named.filter((earlier) => !others.includes(earlier))).toEqual([]);
          expect(lost.filter((earlier) => doing(earlier) !== doing(record))).toEqual([]);
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('decide finds the first record that matches, for every login', () => {
    fc.assert(
      fc.property(recordList, fc.nat(), (lines, start) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        for (let index = start % 61; index < allLogins.length; index += 61) {
          for (const world of worlds) {
            const first = records.find((record) => matchRecord(record, allLogins[index]!, world).matched);
            const { record, verdict } = decide(allLogins[index]!, records, world);
            const expected = !first ? 'implicit-reject' : first.method === 'reject' ? 'reject' : 'authenticate';
            if (record !== first || verdict !== expected) return false;
          }
        }
        return true;
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test('takes time that grows with the number of records', () => {
    const text = (count: number) =>
      Array.from({ length: count }, (_, n) => {
        const network = `10.${(n >> 8) & 255}.${n & 255}.${n % 7}/${n % 5 === 0 ? 24 : 32}`;
        return `${n % 3 ? 'host' : 'hostssl'} ${n % 4 ? `db${n % 1000}` : 'all'} ${n % 9 ? `user${n % 500}` : 'all'} ${network} md5`;
      }).join('\n');
    const time = (records: HbaRecord[]) => {
      const started = process.cpuUsage();
      coverage(records);
      return process.cpuUsage(started).user / 1000;
    };
    const [small, large] = [hba(text(2_000), 18).records, hba(text(20_000), 18).records];
    time(small);
    // Ten times as many records; a quadratic search would take a hundred times as long.
    expect(time(large)).toBeLessThan(40 * time(small) + 100);
  });
});

function isOpaque({ databases, users, address }: HbaRecord): boolean {
  const kinds = [...databases, ...users].map(({ kind }) => kind);
  if (kinds.some((kind) => kind === 'members' || kind === 'samerole' || kind === 'regex')) return true;
  return address !== undefined && address.kind !== 'all' && address.kind !== 'network';
}

const names = fc.constantFrom('a', 'b', 'a,b', 'all', 'all', '"all"');
const recordList = fc.array(
  fc
    .record({
      type: fc.constantFrom('local', 'host', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'),
      database: fc.oneof(names, fc.constantFrom('sameuser', 'samerole', 'replication', 'replication,all', '/^a', '/')),
      user: fc.oneof(names, fc.constantFrom('+a', '+b', '/^[ab]$', 'c')),
      address: fc.oneof(
        fc.nat({ max: 15 }).chain((n) => fc.constantFrom(28, 29, 30, 31, 32).map((bits) => `10.0.0.${n}/${bits}`)),
        fc.nat({ max: 7 }).map((n) => `10.0.0.${n} 255.255.255.${240 + n * 2}`),
        fc.nat({ max: 7 }).chain((n) => fc.constantFrom(125, 126, 127, 128).map((bits) => `fd00::${n}/${bits}`)),
        fc.constantFrom(
          'all',
          '0.0.0.0/0',
          '::/0',
          '0.0.0.0/1',
          '128.0.0.0/1',
          '::/1',
          '8000::/1',
          '0.0.0.0/0',
          '::/0',
        ),
        fc.constantFrom('samehost', 'samenet', 'h.x', '.x', '127.0.0.1/32', '127.0.0.0/8', '::1/128'),
      ),
      method: fc.constantFrom('md5', 'trust', 'reject'),
    })
    .map(({ type, database, user, address, method }) =>
      type === 'local' ? `local ${database} ${user} ${method}` : `${type} ${database} ${user} ${address} ${method}`,
    ),
  { minLength: 2, maxLength: 9 },
);

const clients = [
  ...Array.from({ length: 17 }, (_, n) => `10.0.0.${n}`),
  ...Array.from({ length: 9 }, (_, n) => `fd00::${n}`),
  ...['1.2.3.4', '200.1.1.1', '127.0.0.1', '127.0.0.2', '::1', '::2', '9000::1', '10.0.1.1'],
].map((text) => parseNumericAddress(text)!);
const interfaces = [{ family: 4 as const, value: 0x7f000001n, mask: 0xff000000n }];
const everywhere = [...interfaces, ...clients.map(({ family, value }) => ({ family, value, mask: 0n }))];
const loopback6 = { family: 6 as const, value: 1n, mask: (1n << 128n) - 1n };
const roles = ['a', 'b', 'c', 'y', 'z', 'all'];
const worlds: Knowledge[] = [
  { target: 18, memberships: new Map(roles.map((role) => [role, []])), interfaces: [...interfaces, loopback6] },
  { target: 18, memberships: new Map(roles.map((role) => [role, roles])), interfaces: [...everywhere, loopback6] },
];

/** For each login in each world, members or not, networks of the server's own or not, 1 where a record matches. */
function matchedLogins(record: HbaRecord): Uint8Array {
  const matched = new Uint8Array(allLogins.length * worlds.length);
  let at = 0;
  for (const login of allLogins) {
    for (const world of worlds) matched[at++] = matchRecord(record, login, world).matched ? 1 : 0;
  }
  return matched;
}

/** Every record that decides some login in some world. */
function decidingRecords(records: HbaRecord[], matches: Map<HbaRecord, Uint8Array>): Set<HbaRecord> {
  const deciding = new Set<HbaRecord>();
  const taken = new Uint8Array(matches.get(records[0]!)!.length);
  for (const record of records) {
    const own = matches.get(record)!;
    own.forEach((matched, index) => {
      if (!matched || taken[index]) return;
      taken[index] = 1;
      deciding.add(record);
    });
  }
  return deciding;
}

function haveCommon(a: Uint8Array, b: Uint8Array): boolean {
  return a.some((matched, index) => matched === 1 && b[index] === 1);
}

function* logins(): Generator<Login> {
  for (const user of ['a', 'b', 'c', 'y', 'all']) {
    for (const database of ['a', 'b', 'c', 'y', 'z', 'all', undefined]) {
      const who = { user, database: database ?? 'y', replication: database === undefined };
      yield { ...who, transport: 'local', address: undefined };
      for (const transport of ['plain', 'tls', 'gss'] as const) {
        for (const [index, address] of clients.entries()) {
          for (const hostName of index % 5 ? [null] : ['h.x', 'g.x', null])
            yield { ...who, transport, address, hostName };
        }
      }
    }
  }
}

const allLogins = [...logins()];
