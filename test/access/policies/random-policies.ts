/** Statements over the small grid of logins, and what they mean, login by login. For tests. */
import fc from 'fast-check';
import { isMember, type Knowledge, type Login, type Transport } from '../../../src/access/login.js';
import type { Space, Statement } from '../../../src/access/policies/policy.js';
import { complementAddresses, contains, networkSet, uniteAddresses } from '../../../src/access/regions/address-set.js';
import { allBut, type NameSet, namesOf } from '../../../src/access/regions/name-set.js';
import { parseNumericAddress } from '../../../src/addresses/numeric-address.js';
import type { HbaRecord } from '../../../src/cluster/types.js';

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const nameSet = (names: readonly string[]): fc.Arbitrary<NameSet> =>
  fc
    .tuple(fc.boolean(), fc.subarray([...names], { minLength: 1 }))
    .map(([not, list]) => (not ? allBut(...list) : namesOf(list)));

const network = fc
  .constantFrom(
    ['10.0.0.0', 30],
    ['10.0.0.0', 31],
    ['10.0.0.3', 32],
    ['10.0.0.0', 8],
    ['0.0.0.0', 0],
    ['fd00::', 127],
    ['127.0.0.0', 8],
  )
  .map(([text, prefix]) => {
    const { family, value } = parseNumericAddress(text as string)!;
    const bits = family === 4 ? 32n : 128n;
    return networkSet({
      family,
      address: value,
      mask: ((1n << BigInt(prefix as number)) - 1n) << (bits - BigInt(prefix as number)),
    });
  });
const from = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(network, { maxLength: 2 }))
  .map(([not, isLocal, networks]) => {
    const addresses = networks.reduce(uniteAddresses, []);
    return { addresses: not ? complementAddresses(addresses) : addresses, isLocal: not !== isLocal };
  });

export const spaces: fc.Arbitrary<Space> = fc
  .record({
    roles: some(nameSet(['u0', 'u1', 'u5', 'd0', 'nobody'])),
    memberOf: some(fc.record({ groups: fc.subarray(['u0', 'u1', 'u2'], { minLength: 1 }), not: fc.boolean() })),
    databases: some(nameSet(['d0', 'd1', 'd4', 'u1', 'other'])),
    replication: some(fc.boolean()),
    from: some(from),
    transports: some(fc.subarray<Transport>(['local', 'plain', 'tls', 'gss'], { minLength: 1 })),
    methods: some(nameSet(['md5', 'trust'])),
  })
  .map((space) => Object.fromEntries(Object.entries(space).filter(([, value]) => value !== undefined)));

export const statements: fc.Arbitrary<Statement> = fc.record({
  name: fc.constant('s'),
  verb: fc.constantFrom('never', 'only', 'always', 'works'),
  space: spaces,
  within: fc.oneof(fc.constant({}), spaces),
});

const has = (set: NameSet | undefined, name: string) => set === undefined || set.names.has(name) !== set.except;

/** Whether a login is in a space, but for what lets it in. */
export function isIn(space: Space, login: Login, world: Knowledge): boolean {
  const { memberOf, transports, from: places } = space;
  const isOfGroup = memberOf?.groups.some((group) => isMember(login.user, group, world)!);
  return (
    has(space.roles, login.user) &&
    (memberOf === undefined || isOfGroup !== memberOf.not) &&
    (space.databases === undefined || (!login.replication && has(space.databases, login.database))) &&
    (space.replication === undefined || space.replication === login.replication) &&
    (transports === undefined || transports.includes(login.transport)) &&
    (places === undefined || (login.address ? contains(places.addresses, login.address) : places.isLocal))
  );
}

/** Whether a login breaks a statement, given the record that decides it. */
export function breaks(
  { verb, space, within }: Statement,
  login: Login,
  record: HbaRecord | undefined,
  world: Knowledge,
): boolean {
  const isLetIn = record !== undefined && record.method !== 'reject';
  const isAsked = isIn(space, login, world);
  const lets = isLetIn && has(space.methods, record.method!);
  if (verb === 'never') return isAsked && lets;
  if (verb === 'works') return isAsked && (space.replication !== undefined || !login.replication) && !lets;
  return isLetIn && isIn(within, login, world) && has(within.methods, record.method!) && !(isAsked && lets);
}
