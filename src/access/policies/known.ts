/** Conditions of regions in the light of what is known beside the files: then they are sets. */
import {
  type AddressSet,
  addressSetOf,
  complementAddresses,
  intersectAddresses,
  networkSet,
  uniteAddresses,
} from '../regions/address-set.js';
import type { Condition } from '../regions/condition.js';
import { allBut, complement, intersectNames, type NameSet, namesOf, subtractNames } from '../regions/name-set.js';
import { type Region, replicationName } from '../regions/region.js';
import type { Known } from './policy.js';

export class KnownFacts {
  readonly #known: Known;
  /** For each role that is a member of something, all that it is a member of, itself included. */
  readonly #groups = new Map<string, ReadonlySet<string>>();

  constructor(known: Known) {
    this.#known = known;
    for (const role of known.members?.keys() ?? []) this.#groups.set(role, this.#groupsOf(role));
  }

  #groupsOf(role: string): Set<string> {
    const found = new Set([role]);
    for (const one of found) for (const group of this.#known.members!.get(one) ?? []) found.add(group);
    return found;
  }

  /** The logins of a region that can be, as far as it is known which roles and databases there are. */
  existing(region: Region): Region {
    const { roles, databases } = this.#known;
    return {
      ...region,
      users: roles ? intersectNames(region.users, namesOf(roles)) : region.users,
      databases: databases
        ? intersectNames(region.databases, namesOf([...databases, replicationName]))
        : region.databases,
    };
  }

  /**
   * Puts what is known in the place of conditions.
   *
   * @returns regions that together have the same logins; they may be empty
   */
  resolve(region: Region): Region[] {
    let regions: Region[] = [{ ...region, conditions: [] }];
    for (const condition of region.conditions) {
      regions = regions.flatMap((one) => this.#resolveOne(one, condition));
    }
    return regions.filter(({ addresses }) => addresses.length > 0);
  }

  #resolveOne(region: Region, condition: Condition): Region[] {
    const { kind, subject, holds } = condition;
    const { members, interfaces } = this.#known;
    if (kind === 'member' && members) {
      const all = [...this.#groups].filter(([, groups]) => groups.has(subject)).map(([role]) => role);
      const those = namesOf([subject, ...all]);
      return [{ ...region, users: intersectNames(region.users, holds ? those : complement(those)) }];
    }
    if (kind === 'samerole' && members) return this.#resolveSameRole(region, holds);
    if ((kind === 'samehost' || kind === 'samenet') && interfaces) {
      const own = interfaces.reduce<AddressSet>((set, { family, value, mask }) => {
        const one =
          kind === 'samehost' ? addressSetOf({ family, value }) : networkSet({ family, address: value, mask });
        return uniteAddresses(set, one);
      }, []);
      return [{ ...region, addresses: intersectAddresses(region.addresses, holds ? own : complementAddresses(own)) }];
    }
    return [{ ...region, conditions: [...region.conditions, condition] }];
  }

  /** Only members differ from each other; to everybody else it is the database of the own name. */
  #resolveSameRole(region: Region, holds: boolean): Region[] {
    const members = [...this.#groups].map(([role, groups]): Region => {
      const databases: NameSet = holds ? namesOf(groups) : allBut(...groups);
      return {
        ...region,
        users: intersectNames(region.users, namesOf([role])),
        databases: intersectNames(region.databases, databases),
      };
    });
    const others: Region = {
      ...region,
      users: subtractNames(region.users, namesOf(this.#groups.keys())),
      conditions: [...region.conditions, { kind: 'sameuser', subject: '', holds }],
    };
    return [...members, others].filter(({ users, databases }) => isSome(users) && isSome(databases));
  }
}

function isSome({ except, names }: NameSet): boolean {
  return except || names.size > 0;
}
