/** Whether a list of records lets in the logins that it is made for, as they got in, and nobody else: asked of the list as a server reads it. */
import type { HbaRecord } from '../../cluster/types.js';
import type { Portion } from '../budget.js';
import { regionOfLogin } from '../examples/login.js';
import { letsIn } from '../policies/spaces.js';
import { methodKey } from '../record-meaning.js';
import { type AddressSet, subtractAddresses } from '../regions/address-set.js';
import { namesOf } from '../regions/name-set.js';
import type { Region } from '../regions/region.js';
import type { Walk } from '../regions/walk.js';
import { type Needs, type PastLogin, type Today, walkThrough } from './needs.js';

/** What is wrong with a list, or how the logins are spread over it. */
export interface Checked<T extends PastLogin> {
  /** A sentence without a full stop; undefined where the list is what it should be. */
  wrong: string | undefined;
  /** The logins that each record decides. */
  decided: Map<HbaRecord, T[]>;
}

/**
 * Checks a list against what it is made for: each login is let in with the same method and options; whoever is let in is in the needs,
 * and today's records let him in with the same method and options.
 *
 * @param logins those that count
 * @throws OutOfBudget
 */
export function checkList<T extends PastLogin>(
  list: readonly HbaRecord[],
  logins: readonly T[],
  { needs, facts }: Needs,
  today: Today,
): Checked<T> {
  const decided = new Map<HbaRecord, T[]>();
  const walk = walkThrough(list, today);
  const before = walkThrough(today.records, today);
  const portion = today.budget.portion(1);
  for (const past of logins) {
    const [way, ...others] = [...walk.decisions(regionOfLogin(past.login), portion)];
    const record = way![1] === undefined ? undefined : list[way![1]];
    if (others.length > 0 || !letsIn(record) || !methodsToday(past, before, today, portion).has(methodKey(record)))
      return { wrong: `${past.login.user} does not get in as before`, decided };
    const known = decided.get(record);
    if (known) known.push(past);
    else decided.set(record, [past]);
  }
  const needed = new Map(needs.map((need) => [needKey(need, need.record), need]));
  for (const [index, record] of list.entries()) {
    if (!letsIn(record)) continue;
    for (const region of walk.decidedBy(index, portion)) {
      for (const single of singlesIn(region)) {
        const { user, database } = single;
        const need = needed.get(needKey(single, record));
        if (!need || subtractAddresses(region.addresses, need.addresses).length > 0)
          return { wrong: `line ${record.line} lets in more than was asked for`, decided };
        for (const [part, place] of before.decisions(regionOf(single, region.addresses), portion)) {
          const told = part.conditions.map((one) => facts.tells(user, database, one));
          const was = place === undefined ? undefined : today.records[place];
          if (told.includes(false)) continue;
          // Of what only the server knows about an address, a login from there tells.
          if (told.includes(undefined) && subtractAddresses(part.addresses, need.own).length === 0) continue;
          if (!letsIn(was) || methodKey(was) !== methodKey(record))
            return { wrong: `line ${record.line} lets in what is not let in that way today`, decided };
        }
      }
    }
  }
  return { wrong: undefined, decided };
}

/** The methods, with their options, with which today's records may have let a login in. */
function methodsToday({ login }: PastLogin, before: Walk, { records }: Today, portion: Portion): ReadonlySet<string> {
  const ways = [...before.decisions(regionOfLogin(login), portion)];
  const deciding = ways.flatMap(([, place]) => (place === undefined ? [] : [records[place]!]));
  return new Set(deciding.filter(letsIn).map(methodKey));
}

interface Single {
  transport: Region['transports'][number];
  user: string;
  database: string;
}

/** A list names everything that it lets in. */
function* singlesIn({ transports, users, databases }: Region): Generator<Single> {
  for (const transport of transports)
    for (const user of users.names) for (const database of databases.names) yield { transport, user, database };
}

function regionOf({ transport, user, database }: Single, addresses: AddressSet): Region {
  return { transports: [transport], addresses, users: namesOf([user]), databases: namesOf([database]), conditions: [] };
}

function needKey({ transport, user, database }: Single, record: HbaRecord): string {
  return JSON.stringify([transport, user, database, methodKey(record)]);
}
