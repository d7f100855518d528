/**
 * Few records for many logins: those of one network are covered with products of ways in, databases and roles, as a record is one.
 * Products may overlap, and may reach into what a wider network has already; they never leave what is allowed.
 */
import type { Transport } from '../login.js';

/** One way, database and role. */
export interface Triple {
  transport: Transport;
  database: string;
  user: string;
}

export interface Rectangle {
  transports: readonly Transport[];
  databases: string[];
  users: string[];
}

/** Up to so many triples the best product of all is looked for in each step; beyond, the best for the next triple. */
const mostForBest = 200;

/**
 * Covers triples with rectangles.
 *
 * @param needed what must be covered
 * @param allowed what may be covered, too
 * @param groups the ways that one type of record has together
 */
export function coverWithRectangles(
  needed: readonly Triple[],
  allowed: readonly Triple[],
  groups: readonly (readonly Transport[])[],
): Rectangle[] {
  const reach = new Reach([...needed, ...allowed]);
  const open = new Map(needed.map((triple) => [keyOf(triple), triple]));
  const rectangles: Rectangle[] = [];
  const candidatesOf = (seed: Triple) => groups.flatMap((group) => reach.around(seed, group));
  const gain = (one: Rectangle) => triplesIn(one).filter((triple) => open.has(keyOf(triple))).length;
  while (open.size > 0) {
    const seeds = [...open.values()].slice(0, open.size <= mostForBest ? mostForBest : 1);
    let best: Rectangle | undefined;
    let most = 0;
    for (const candidate of seeds.flatMap(candidatesOf)) {
      const gained = gain(candidate);
      if (gained <= most) continue;
      most = gained;
      best = candidate;
      if (most === open.size) break;
    }
    rectangles.push(best!);
    for (const triple of triplesIn(best!)) open.delete(keyOf(triple));
  }
  return withoutExcess(rectangles, needed);
}

/** The largest products around a triple. */
class Reach {
  readonly #ways = new Map<string, Map<string, Set<Transport>>>();
  readonly #users = new Map<string, string[]>();
  readonly #databases = new Map<string, string[]>();

  constructor(triples: readonly Triple[]) {
    for (const { transport, database, user } of triples) {
      const users = this.#ways.get(database) ?? new Map<string, Set<Transport>>();
      this.#ways.set(database, users);
      const ways = users.get(user);
      if (ways) ways.add(transport);
      else {
        users.set(user, new Set([transport]));
        listOf(this.#users, database).push(user);
        listOf(this.#databases, user).push(database);
      }
    }
  }

  around({ transport, database, user }: Triple, group: readonly Transport[]): Rectangle[] {
    if (!group.includes(transport)) return [];
    const has = (one: string, other: string) => {
      const ways = this.#ways.get(one)?.get(other);
      return ways !== undefined && group.every((way) => ways.has(way));
    };
    if (!has(database, user)) return [];
    const users = this.#users.get(database)!.filter((one) => has(database, one));
    const databases = this.#databases.get(user)!.filter((one) => has(one, user));
    return [
      { transports: group, users, databases: databases.filter((one) => users.every((other) => has(one, other))) },
      { transports: group, databases, users: users.filter((one) => databases.every((other) => has(other, one))) },
    ];
  }
}

function listOf(lists: Map<string, string[]>, key: string): string[] {
  const known = lists.get(key);
  if (known) return known;
  const list: string[] = [];
  lists.set(key, list);
  return list;
}

/** Leaves out rectangles, and names in them, that others make up for. */
function withoutExcess(rectangles: readonly Rectangle[], needed: readonly Triple[]): Rectangle[] {
  const times = new Map(needed.map((triple) => [keyOf(triple), 0]));
  const change = (triples: readonly Triple[], by: number) => {
    for (const key of triples.map(keyOf)) if (times.has(key)) times.set(key, times.get(key)! + by);
  };
  const isExcess = (triples: readonly Triple[]) => triples.every((one) => (times.get(keyOf(one)) ?? 2) > 1);
  for (const one of rectangles) change(triplesIn(one), 1);
  return [...rectangles].reverse().flatMap((rectangle) => {
    let one = rectangle;
    for (const column of ['users', 'databases'] as const) {
      for (const name of one[column]) {
        const part = triplesIn({ ...one, [column]: [name] });
        if (!isExcess(part)) continue;
        change(part, -1);
        one = { ...one, [column]: one[column].filter((other) => other !== name) };
      }
    }
    return one.users.length > 0 && one.databases.length > 0 ? [one] : [];
  });
}

function triplesIn({ transports, databases, users }: Rectangle): Triple[] {
  return transports.flatMap((transport) =>
    databases.flatMap((database) => users.map((user) => ({ transport, database, user }))),
  );
}

function keyOf({ transport, database, user }: Triple): string {
  return `${transport}\0${database}\0\0${user}`;
}
