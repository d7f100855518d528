/** Makes a policy of what people write: names of groups are resolved, addresses read. Its shape was checked before. */
import { bitsOf, maskOfPrefix } from '../../addresses/masks.js';
import { parseNumericAddress } from '../../addresses/numeric-address.js';
import { authenticationMethods } from '../../catalog/authentication.js';
import { nearestOf } from '../../catalog/nearest-words.js';
import type { Interface, Transport } from '../login.js';
import { type AddressSet, complementAddresses, networkSet, uniteAddresses } from '../regions/address-set.js';
import { complement, type NameSet, namesOf } from '../regions/name-set.js';
import type { CertificateLevel, Known, Policy, Space, Statement, Verb } from './policy.js';

type Names = string | readonly string[];
type NamesOrNot = Names | { readonly not: Names };

/** A space as it is written. */
export interface WrittenSpace {
  readonly role?: NamesOrNot;
  readonly 'member-of'?: NamesOrNot;
  readonly database?: NamesOrNot;
  readonly replication?: boolean;
  readonly from?: NamesOrNot;
  readonly transport?: NamesOrNot;
  readonly method?: NamesOrNot;
  readonly certificate?: NamesOrNot;
}

export interface WrittenStatement {
  readonly name: string;
  readonly never?: WrittenSpace;
  readonly only?: WrittenSpace;
  readonly always?: WrittenSpace;
  readonly works?: WrittenSpace;
  readonly for?: WrittenSpace;
}

type Groups = Readonly<Record<string, Names>>;

/** A whole policy as it is written. */
export interface WrittenPolicy {
  readonly networks?: Groups;
  readonly roles?: Groups;
  readonly databases?: Groups;
  readonly known?: {
    readonly members?: Readonly<Record<string, Names>>;
    readonly roles?: Names;
    readonly databases?: Names;
    readonly interfaces?: Names;
  };
  readonly statements?: readonly WrittenStatement[];
}

/** Something in a policy that cannot be meant, and the keys that lead to it. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  readonly keys: readonly (string | number)[];

  constructor(keys: readonly (string | number)[], message: string) {
    super(message);
    this.keys = keys;
  }
}

type Keys = readonly (string | number)[];

const verbs: readonly Verb[] = ['never', 'only', 'always', 'works'];

/**
 * Reads a policy.
 *
 * @throws PolicyError for the first thing that cannot be meant
 */
export function readPolicy(written: WrittenPolicy): Policy {
  const reader = new PolicyReader(written);
  const names = new Map<string, number>();
  const statements = (written.statements ?? []).map((statement, index) => {
    const keys = ['statements', index];
    const before = names.get(statement.name);
    if (before !== undefined)
      throw new PolicyError([...keys, 'name'], `Two statements have the name ${statement.name}; give each its own.`);
    names.set(statement.name, index);
    return readStatement(statement, keys, reader);
  });
  return { known: readKnown(written, reader), statements };
}

/**
 * Reads a space by itself.
 *
 * @param groups the policy whose groups it may name
 * @throws PolicyError for the first thing that cannot be meant; the first key is that of the space
 */
export function readSpace(written: WrittenSpace, groups: WrittenPolicy): Space {
  return new PolicyReader(groups).space(written, []);
}

function readStatement(written: WrittenStatement, keys: Keys, reader: PolicyReader): Statement {
  const [verb, ...more] = verbs.filter((one) => written[one] !== undefined);
  if (verb === undefined || more.length > 0) {
    throw new PolicyError(keys, `${written.name} needs one of never, only, always and works, and only one.`);
  }
  if (written.for !== undefined && verb !== 'only' && verb !== 'always') {
    throw new PolicyError([...keys, 'for'], `“for” belongs to only and always; put what it says into ${verb}.`);
  }
  const within = written.for === undefined ? {} : reader.space(written.for, [...keys, 'for']);
  return { name: written.name, verb, space: reader.space(written[verb]!, [...keys, verb]), within };
}

function readKnown({ known = {} }: WrittenPolicy, reader: PolicyReader): Known {
  const found: Known = {};
  const { members, roles, databases, interfaces } = known;
  if (members) found.members = new Map(Object.entries(members).map(([role, groups]) => [role, listOf(groups)]));
  if (roles !== undefined) found.roles = new Set(reader.names('roles', roles, ['known', 'roles']));
  if (databases !== undefined) found.databases = new Set(reader.names('databases', databases, ['known', 'databases']));
  if (interfaces !== undefined) {
    // Every machine has itself.
    const own = listOf(interfaces).map((text, index) => interfaceOf(text, ['known', 'interfaces', index]));
    found.interfaces = [...own, interfaceOf('127.0.0.1/8', []), interfaceOf('::1/128', [])];
  }
  return found;
}

function listOf(names: Names): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

const transportWords: Readonly<Record<string, readonly Transport[]>> = {
  local: ['local'],
  plain: ['plain'],
  tls: ['tls'],
  gss: ['gss'],
  tcp: ['plain', 'tls', 'gss'],
  encrypted: ['tls', 'gss'],
};

const levels: Readonly<Record<string, readonly CertificateLevel[]>> = {
  none: ['none'],
  'verify-ca': ['verify-ca'],
  'verify-full': ['verify-full'],
};

class PolicyReader {
  readonly #written: WrittenPolicy;

  constructor(written: WrittenPolicy) {
    this.#written = written;
    for (const kind of ['networks', 'roles', 'databases'] as const) {
      for (const name of Object.keys(written[kind] ?? {})) {
        if (kind === 'networks') this.#places([`$${name}`], [kind, name]);
        else this.names(kind, [`$${name}`], [kind, name]);
      }
    }
  }

  space(written: WrittenSpace, keys: Keys): Space {
    const space: Space = {};
    const { replication } = written;
    const role = written.role;
    if (role !== undefined) space.roles = this.#nameSet('roles', role, [...keys, 'role']);
    const groups = written['member-of'];
    if (groups !== undefined) {
      const { list, not } = parts(groups);
      space.memberOf = { groups: this.names('roles', list, [...keys, 'member-of']), not };
    }
    if (written.database !== undefined) {
      if (replication === true)
        throw new PolicyError(
          [...keys, 'database'],
          'Physical replication is to no database: leave out one of the two.',
        );
      space.databases = this.#nameSet('databases', written.database, [...keys, 'database']);
    }
    if (replication !== undefined) space.replication = replication;
    if (written.from !== undefined) {
      const { list, not } = parts(written.from);
      const { addresses, isLocal } = this.#places(list, [...keys, 'from']);
      space.from = { addresses: not ? complementAddresses(addresses) : addresses, isLocal: isLocal !== not };
    }
    if (written.transport !== undefined)
      space.transports = words(written.transport, transportWords, 'transport', [...keys, 'transport']);
    if (written.method !== undefined) {
      const { list, not } = parts(written.method);
      const known = authenticationMethods.map(({ name }) => name);
      for (const name of list) if (!known.includes(name)) throw unknownWord(name, known, 'method', [...keys, 'method']);
      space.methods = not ? complement(namesOf(list)) : namesOf(list);
    }
    if (written.certificate !== undefined)
      space.certificates = new Set(words(written.certificate, levels, 'certificate', [...keys, 'certificate']));
    return space;
  }

  #nameSet(kind: 'roles' | 'databases', written: NamesOrNot, keys: Keys): NameSet {
    const { list, not } = parts(written);
    const names = namesOf(this.names(kind, list, keys));
    return not ? complement(names) : names;
  }

  /** Names, those of groups among them. */
  names(kind: 'roles' | 'databases', written: Names, keys: Keys): string[] {
    return this.#flat(kind, listOf(written), keys, []);
  }

  #places(written: readonly string[], keys: Keys): { addresses: AddressSet; isLocal: boolean } {
    const all = this.#flat('networks', written, keys, []);
    const networks = all.filter((text) => text !== 'local').map((text) => networkSet(networkOf(text, keys)));
    return { addresses: networks.reduce(uniteAddresses, []), isLocal: all.includes('local') };
  }

  #flat(kind: 'networks' | 'roles' | 'databases', written: readonly string[], keys: Keys, inside: string[]): string[] {
    const groups: Groups = this.#written[kind] ?? {};
    return written.flatMap((text) => {
      if (!text.startsWith('$')) return [text];
      const name = text.slice(1);
      if (!Object.hasOwn(groups, name))
        throw unknownWord(
          text,
          Object.keys(groups).map((one) => `$${one}`),
          kind,
          keys,
        );
      if (inside.includes(name)) throw new PolicyError(keys, `$${name} contains itself.`);
      return this.#flat(kind, listOf(groups[name]!), [kind, name], [...inside, name]);
    });
  }
}

function parts(written: NamesOrNot): { list: readonly string[]; not: boolean } {
  if (typeof written === 'object' && 'not' in written) return { list: listOf(written.not), not: true };
  return { list: listOf(written), not: false };
}

function words<T>(written: NamesOrNot, known: Readonly<Record<string, readonly T[]>>, what: string, keys: Keys): T[] {
  const { list, not } = parts(written);
  const named = list.flatMap((word) => {
    if (!Object.hasOwn(known, word)) throw unknownWord(word, Object.keys(known), what, keys);
    return known[word]!;
  });
  const all = [...new Set(Object.values(known).flat())];
  return all.filter((one) => named.includes(one) !== not);
}

function unknownWord(word: string, known: readonly string[], what: string, keys: Keys): PolicyError {
  const [near] = nearestOf(word, known, 1);
  const guess = near === undefined ? '' : ` Did you mean ${near}?`;
  const kind = what.endsWith('s') ? `group of ${what}` : what;
  return new PolicyError(keys, `There is no ${kind} ${word}.${guess}`);
}

function networkOf(text: string, keys: Keys): { family: 4 | 6; address: bigint; mask: bigint } {
  const [address = '', length, ...rest] = text.split('/');
  const numeric = parseNumericAddress(address);
  const prefix = length === undefined ? undefined : Number(length);
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(length!) && prefix <= bitsOf(numeric?.family ?? 4));
  if (!numeric || !isPrefix || rest.length > 0) {
    throw new PolicyError(
      keys,
      `${text} is neither a network, such as 10.1.0.0/16 or fd00::/8, nor local; groups are written with a dollar sign: $office.`,
    );
  }
  const { family, value } = numeric;
  return { family, address: value, mask: maskOfPrefix(prefix ?? bitsOf(family), family) };
}

function interfaceOf(text: string, keys: Keys): Interface {
  const { family, address, mask } = networkOf(text, keys);
  return { family, value: address, mask };
}
