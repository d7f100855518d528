/** Record lists that are small enough to ask about every login, with long lists of names among them. For tests. */
import fc from 'fast-check';
import { matchRecord } from '../../src/access/decide.js';
import type { Interface, Knowledge, Login } from '../../src/access/login.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import type { HbaRecord } from '../../src/cluster/types.js';

const databases = Array.from({ length: 9 }, (_, n) => `d${n}`);
const users = ['d0', 'd1', ...Array.from({ length: 7 }, (_, n) => `u${n}`)];
/** Names, too, that no list has but an expression may match. */
const roles = [...new Set([...users, ...databases, 'nobody', 'dx'])];

const listOf = (names: readonly string[]) =>
  fc.oneof(
    fc.constant('all'),
    fc.constantFrom(...names),
    fc.subarray([...names], { minLength: 1 }).map((some) => some.join(',')),
    fc.subarray([...names], { minLength: names.length - 1 }).map((some) => some.join(',')),
    fc.constant(names.join(',')),
  );

const databaseColumn = fc.oneof(
  { weight: 8, arbitrary: listOf(databases) },
  fc.constantFrom(
    'sameuser',
    'samerole',
    'replication',
    'replication,all',
    '/^d[0-4]',
    `sameuser,${databases.join(',')}`,
  ),
);
const userColumn = fc.oneof(
  { weight: 8, arbitrary: listOf(users) },
  fc.constantFrom('+u0', '+u1,u2', '/^u[0-3]$', '/^d', `+u5,${users.join(',')}`),
);
const address = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('10.0.0.0/30', '10.0.0.0/31', '10.0.0.2/31', '10.0.0.1/32', '10.0.0.3/32') },
  { weight: 3, arbitrary: fc.constantFrom('all', '0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8') },
  fc.constantFrom(
    '10.0.0.1 255.255.255.253',
    '10.0.0.0 255.255.255.254',
    '0.0.0.2 0.0.0.2',
    'fd00::/127',
    'fd00::1/128',
  ),
  fc.constantFrom('h.x', '.x', 'g.x', 'samehost', 'samenet', '127.0.0.0/8', '127.0.0.1/32'),
);

const record = fc
  .record({
    type: fc.constantFrom('local', 'host', 'host', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'),
    database: databaseColumn,
    user: userColumn,
    address,
    method: fc.constantFrom('md5', 'trust', 'reject'),
  })
  .map(({ type, database, user, address: from, method }) =>
    type === 'local' ? `local ${database} ${user} ${method}` : `${type} ${database} ${user} ${from} ${method}`,
  );

/** Texts of one record each. */
export const recordLines = fc.array(record, { minLength: 2, maxLength: 10 });

const clients = [
  ...[
    '10.0.0.0',
    '10.0.0.1',
    '10.0.0.2',
    '10.0.0.3',
    '10.9.0.1',
    '10.9.0.2',
    '10.9.0.3',
    '200.1.1.0',
    '200.1.1.1',
    '200.1.1.2',
    '200.1.1.3',
    '127.0.0.1',
    '127.0.0.2',
  ],
  ...['fd00::', 'fd00::1', '9::3', '::1'],
].map((text) => parseNumericAddress(text)!);

const loopback = { family: 4 as const, value: 0x7f000001n, mask: 0xff000000n };
const loopback6 = { family: 6 as const, value: 1n, mask: (1n << 128n) - 1n };
const everywhere = clients.map(({ family, value }) => ({ family, value, mask: 0n }));

/** Of each address of the machine the network is known. */
export interface World extends Knowledge {
  interfaces: readonly Interface[];
}

/** What may be true of memberships and of the machine: nothing, everything, and something between. */
export const worlds: readonly World[] = [
  { target: 18, memberships: new Map(roles.map((role) => [role, []])), interfaces: [loopback, loopback6] },
  {
    target: 18,
    memberships: new Map(roles.map((role) => [role, [...roles, ...databases]])),
    interfaces: [...everywhere, loopback, loopback6],
  },
  {
    target: 18,
    memberships: new Map(roles.map((role, n) => [role, n % 2 ? ['u0', 'd1'] : []])),
    interfaces: [loopback, loopback6],
  },
];

const groups = ['u0', 'u1', 'u2', 'u5'];

/** Every world that there is for a login whose memberships, host name and machine nobody knows. */
export function* worldsOf(login: Login): Generator<[Login, Knowledge]> {
  const { address: from } = login;
  // None; the client's own address, which is samehost; another one in the client's network, which is samenet.
  const interfaces =
    from === undefined
      ? [[]]
      : [[], [{ ...from, mask: (1n << 128n) - 1n }], [{ family: from.family, value: from.value ^ 1n, mask: 0n }]];
  for (let mask = 0; mask < 1 << (groups.length + 1); mask++) {
    const memberOf = [...groups, login.database].filter((_, bit) => (mask >> bit) & 1);
    for (const hostName of [null, 'h.x', 'g.x']) {
      for (const machine of interfaces) {
        yield [
          { ...login, hostName },
          // Every machine has itself.
          { target: 18, memberships: new Map([[login.user, memberOf]]), interfaces: [...machine, loopback, loopback6] },
        ];
      }
    }
  }
}

type Names = Pick<Login, 'user' | 'database' | 'replication'>;
type Way = Pick<Login, 'transport' | 'address' | 'hostName'>;

const names: readonly Names[] = roles.flatMap((user) => [
  ...[...new Set([...databases, user, 'other', 'd0x'])].map((database) => ({ user, database, replication: false })),
  { user, database: user, replication: true },
]);

const ways: readonly Way[] = [
  { transport: 'local', address: undefined },
  ...(['plain', 'tls', 'gss'] as const).flatMap((transport) =>
    // Every address has a name in some logins, and none in others.
    clients.flatMap((address) =>
      [(address.value & 3n) === 3n ? 'g.x' : 'h.x', null].map((hostName) => ({ transport, address, hostName })),
    ),
  ),
];

/** Every login that is asked about. */
export const logins: readonly Login[] = names.flatMap((name) => ways.map((way) => ({ ...name, ...way })));

/**
 * For each record the logins that it matches in a world, as a 1 at the place of each. The names and the rest of a login are asked
 * about apart: a record matches where both match.
 */
function matchesOf(records: readonly HbaRecord[], world: Knowledge): Uint8Array[] {
  return records.map((record) => {
    const matched = new Uint8Array(logins.length);
    const anyName = [{ kind: 'all' as const, value: '', token: record.users[0]!.token }];
    const forWays = { ...record, databases: anyName, users: anyName };
    const forNames: HbaRecord = { ...record, connectionType: 'local', address: undefined };
    const isWay = ways.map((way) => isMatch(forWays, { ...names[0]!, ...way }, world));
    for (const [index, name] of names.entries()) {
      if (!isMatch(forNames, { ...name, transport: 'local', address: undefined }, world)) continue;
      for (const [at, fits] of isWay.entries()) if (fits) matched[index * ways.length + at] = 1;
    }
    return matched;
  });
}

function isMatch(record: HbaRecord, login: Login, world: Knowledge): boolean {
  return matchRecord(record, login, world).matched === true;
}

/** For each record who decides the logins that it matches in a world: places in the list. */
export function decidersOf(records: readonly HbaRecord[], world: Knowledge): Set<number>[] {
  const matches = matchesOf(records, world);
  const first = new Int8Array(logins.length).fill(-1);
  return matches.map((matched, place) => {
    const found = new Set<number>();
    for (let index = 0; index < matched.length; index++) {
      if (matched[index] === 0) continue;
      if (first[index] === -1) first[index] = place;
      found.add(first[index]!);
    }
    return found;
  });
}

/** A login with every way in which it may be decided, and a world for each. */
export interface AskedLogin {
  login: Login;
  ways: { record: HbaRecord | undefined; world: Knowledge }[];
}

/**
 * Asks about every login in every world that there is for it: memberships, host name and machine count only through the records
 * that match then, so worlds in which the same ones match are asked about once. Host names are none of the logins' own.
 *
 * @param start together with the step says which of the names are asked about: all take seconds
 */
export function* loginsByDeciders(records: readonly HbaRecord[], start = 0, step = 1): Generator<AskedLogin> {
  const anyName = [{ kind: 'all' as const, value: '', token: records[0]!.users[0]!.token }];
  const maskOf = (of: (record: HbaRecord) => HbaRecord, login: Login, world: Knowledge) =>
    records.reduce((mask, record, place) => mask | (isMatch(of(record), login, world) ? 1 << place : 0), 0);
  const [someName] = names;
  const wayMasks = ways
    .filter(({ hostName }) => hostName !== null)
    .map((way) => {
      const masks = new Set<number>();
      for (const [login, world] of worldsOf({ ...someName!, ...way }))
        masks.add(maskOf((record) => ({ ...record, databases: anyName, users: anyName }), login, world));
      return { way, masks };
    });
  for (const name of names.filter((_, index) => index % step === start % step)) {
    const local: Login = { ...name, transport: 'local', address: undefined };
    const masks = new Map<string, { mask: number; world: Knowledge }>();
    for (const [, world] of worldsOf(local)) {
      const groups = world.memberships!.get(name.user)!;
      const key = groups.join();
      if (masks.has(key)) continue;
      masks.set(key, {
        mask: maskOf((record) => ({ ...record, connectionType: 'local', address: undefined }), local, world),
        world,
      });
    }
    for (const { way, masks: ofWay } of wayMasks) {
      const found = new Map<string, { record: HbaRecord | undefined; world: Knowledge }>();
      for (const [key, { mask, world }] of masks) {
        for (const one of ofWay) {
          const both = mask & one;
          const place = both === 0 ? -1 : 31 - Math.clz32(both & -both);
          found.set(`${key} ${place}`, { record: records[place], world });
        }
      }
      yield { login: { ...name, transport: way.transport, address: way.address }, ways: [...found.values()] };
    }
  }
}
