/** What the databases and users of two records have in common. */
import type { NamePattern } from '../../cluster/types.js';
import type { Decoded } from '../coverage/decode.js';
import type { Element, Elements, Pairs } from '../coverage/elements.js';

/** Logins by what is known of their names: in both columns the elements that contain them. */
export interface CommonNames {
  databases: readonly number[];
  users: readonly number[];
  /** Whether there surely are such logins; files do not tell of members, expressions and names of files that were not read. */
  isSure: boolean;
}

/** Names of one column that two records may have in common. */
interface Common {
  around: readonly number[];
  isSure: boolean;
  /** The name, where it is a single one. */
  name: string | undefined;
  /** For databases: the role whose name, or whose members' role's name, it is. */
  role: string | undefined;
  element: Element | undefined;
}

/** Compares the columns of records. */
export class CommonNamesOf {
  readonly #pairs: Pairs;

  constructor(pairs: Pairs) {
    this.#pairs = pairs;
  }

  /** What the names of two records have in common, what is sure first. */
  *of(a: Decoded, b: Decoded): Generator<CommonNames> {
    const users = this.#commonIn(a.users, b.users, this.#pairs.users, (one) => this.#pairs.usersAroundAlone(one));
    if (users.length === 0) return;
    const databases = this.#commonIn(a.databases, b.databases, this.#pairs.databases, (one) =>
      this.#pairs.databasesAroundAlone(one),
    );
    if (databases.length === 0) return;
    yield* this.#sure(databases, users);
    yield* this.#ownDatabases(a, b);
    for (const database of databases) {
      for (const user of users) {
        if (database.isSure && user.isSure) continue;
        // Only the role itself has a database of its own name.
        if (database.role !== undefined && user.name !== undefined && user.name !== database.role) continue;
        yield { databases: database.around, users: user.around, isSure: false };
      }
    }
  }

  *#sure(databases: readonly Common[], users: readonly Common[]): Generator<CommonNames> {
    for (const database of databases) {
      if (!database.isSure) continue;
      for (const user of users) {
        if (!user.isSure) continue;
        const [pair] = this.#pairs.of([database.element!], [user.element!]);
        yield { databases: this.#pairs.databasesAround(pair!), users: user.around, isSure: true };
      }
    }
  }

  /** A name of one record where the other one says `sameuser` or `samerole`: the role of that name has the database. */
  *#ownDatabases(a: Decoded, b: Decoded): Generator<CommonNames> {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!one.databases.some(({ pattern }) => pattern.kind === 'sameuser' || pattern.kind === 'samerole')) continue;
      for (const database of other.databases) {
        if (database.pattern.kind !== 'name') continue;
        const user = this.#pairs.users.intern(database.pattern);
        const around = this.#pairs.usersAroundAlone(user);
        const relations = [a, b].map(({ users }) => this.#holds(users, user, around));
        if (relations.includes(false)) continue;
        const databases = this.#pairs.databasesAround({ database, user });
        yield { databases, users: around, isSure: !relations.includes(undefined) };
      }
    }
  }

  /** Whether a column holds a name; undefined where files do not tell. */
  #holds(column: readonly Element[], { pattern: { value } }: Element, around: readonly number[]): boolean | undefined {
    if (column.some(({ id }) => around.includes(id))) return true;
    return column.some(({ pattern }) => mayHold(pattern, value, this.#pairs.users)) ? undefined : false;
  }

  #commonIn(
    a: readonly Element[],
    b: readonly Element[],
    elements: Elements,
    aroundOf: (one: Element) => readonly number[],
  ): Common[] {
    const found: Common[] = [];
    const sure = new Set<number>();
    for (const [some, others] of [
      [a, b],
      [b, a],
    ] as const) {
      const ids = new Set(others.map(({ id }) => id));
      for (const element of some) {
        if (sure.has(element.id) || !aroundOf(element).some((id) => ids.has(id))) continue;
        sure.add(element.id);
        const name = element.pattern.kind === 'name' ? element.pattern.value : undefined;
        found.push({ around: aroundOf(element), isSure: true, name, role: undefined, element });
      }
    }
    const [opaqueA, opaqueB] = [a, b].map((column) => column.filter(({ pattern }) => isOpaque(pattern)));
    if (opaqueA!.length === 0 && opaqueB!.length === 0) return found;
    const add = (one: Element, other: Element) => {
      if (one === other || !mayMeet(one.pattern, other.pattern, elements)) return;
      if (aroundOf(one).includes(other.id) || aroundOf(other).includes(one.id)) return;
      const around = [...new Set([...aroundOf(one), ...aroundOf(other), one.id, other.id])];
      const named = [one.pattern, other.pattern].find(({ kind }) => kind === 'name')?.value;
      const isOwn = one.pattern.kind === 'sameuser' || other.pattern.kind === 'sameuser';
      found.push({ around, isSure: false, name: named, role: isOwn ? named : undefined, element: undefined });
    };
    for (const one of opaqueA!) for (const other of b) add(one, other);
    for (const other of opaqueB!) for (const one of a) if (!isOpaque(one.pattern)) add(one, other);
    return found;
  }
}

/** Whether files do not tell which names an element stands for. */
function isOpaque({ kind }: NamePattern): boolean {
  return kind !== 'name' && kind !== 'all' && kind !== 'replication';
}

/** Whether an element may hold a name that it does not surely hold. */
function mayHold(pattern: NamePattern, name: string, elements: Elements): boolean {
  if (!isOpaque(pattern)) return false;
  return pattern.kind !== 'regex' || elements.matches(pattern, name) === undefined;
}

function mayMeet(a: NamePattern, b: NamePattern, elements: Elements): boolean {
  if (a.kind === 'replication' || b.kind === 'replication') return a.kind === 'unknown' || b.kind === 'unknown';
  if (a.kind === 'name') return mayHold(b, a.value, elements);
  if (b.kind === 'name') return mayHold(a, b.value, elements);
  return true;
}
