/** What the databases and users of two records have in common. */
import type { NamePattern } from '../../cluster/types.js';
import type { Decoded } from '../coverage/decode.js';
import type { Element, Elements, Pairs } from '../coverage/elements.js';
import { Marks } from '../coverage/marks.js';
import { sampleNames } from './sample-names.js';

/** Logins by what is known of their names: in both columns the elements that contain them. */
export interface CommonNames {
  databases: readonly number[];
  users: readonly number[];
  /**
   * Whether there surely are such logins: each name stands for itself. Of members and expressions as a whole nobody knows what
   * is left once some of their names are taken.
   */
  isSure: boolean;
}

/** Names of one column that two records may have in common. */
interface Common {
  around: readonly number[];
  /** The name, where it is a single one. */
  name: string | undefined;
  /** For databases: the role whose name, or whose members' role's name, it is. */
  role: string | undefined;
  /** The element, where the names surely are in common. */
  element: Element | undefined;
}

/** Compares the columns of records. */
export class CommonNamesOf {
  readonly #pairs: Pairs;
  readonly #databaseMarks = new Marks();
  readonly #userMarks = new Marks();
  readonly #opaque = new WeakMap<readonly Element[], readonly Element[]>();
  readonly #examples = new Map<Element, readonly Element[]>();
  readonly #databasesAround: AroundOf;
  readonly #usersAround: AroundOf;

  constructor(pairs: Pairs) {
    this.#pairs = pairs;
    this.#databasesAround = (element) => pairs.databasesAroundAlone(element);
    this.#usersAround = (element) => pairs.usersAroundAlone(element);
  }

  /** What the names of two records have in common, what is sure first. */
  *of(a: Decoded, b: Decoded): Generator<CommonNames> {
    const users = new Repeatable(this.#sureIn(a.users, b.users, this.#userMarks, this.#pairs.users, this.#usersAround));
    const databases = new Repeatable(
      this.#sureIn(a.databases, b.databases, this.#databaseMarks, this.#pairs.databases, this.#databasesAround),
    );
    yield* this.#sure(databases, users);
    yield* this.#ownDatabases(a, b, users);
    const maybeUsers = [
      ...this.#maybeIn(a.users, b.users, this.#pairs.users, this.#usersAround),
      ...this.#wholeIn(a.users, b.users, this.#userMarks, this.#usersAround),
    ];
    const maybeDatabases = [
      ...this.#maybeIn(a.databases, b.databases, this.#pairs.databases, this.#databasesAround),
      ...this.#wholeIn(a.databases, b.databases, this.#databaseMarks, this.#databasesAround),
    ];
    if (maybeDatabases.length > 0) {
      const all = [...users, ...maybeUsers];
      for (const database of maybeDatabases) for (const user of all) yield* this.#maybe(database, user);
    }
    if (maybeUsers.length > 0) {
      for (const database of databases) for (const user of maybeUsers) yield* this.#maybe(database, user);
    }
  }

  *#maybe(database: Common, user: Common): Generator<CommonNames> {
    // Only the role itself has a database of its own name.
    if (database.role !== undefined && user.name !== undefined && user.name !== database.role) return;
    yield { databases: database.around, users: user.around, isSure: false };
  }

  *#sure(databases: Iterable<Common>, users: Iterable<Common>): Generator<CommonNames> {
    for (const database of databases) {
      for (const user of users) {
        const [pair] = this.#pairs.of([database.element!], [user.element!]);
        yield { databases: this.#pairs.databasesAround(pair!), users: user.around, isSure: true };
      }
    }
  }

  /** A name of one record where the other one says `sameuser` or `samerole`: the role of that name has the database. */
  *#ownDatabases(a: Decoded, b: Decoded, common: Iterable<Common>): Generator<CommonNames> {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!one.databases.some(({ pattern }) => pattern.kind === 'sameuser' || pattern.kind === 'samerole')) continue;
      for (const database of this.#namedDatabases(other.databases, common)) {
        const inOther = this.#holds(other.databases, database, this.#databasesAround(database), this.#pairs.databases);
        const user = this.#pairs.users.intern(database.pattern);
        const around = this.#pairs.usersAroundAlone(user);
        const relations = [inOther, ...[a, b].map(({ users }) => this.#holds(users, user, around, this.#pairs.users))];
        if (relations.includes(false)) continue;
        const databases = this.#pairs.databasesAround({ database, user });
        yield { databases, users: around, isSure: !relations.includes(undefined) };
      }
    }
  }

  /** The databases that a column names, and, where it has expressions, those of the roles that are in common. */
  *#namedDatabases(column: readonly Element[], common: Iterable<Common>): Generator<Element> {
    for (const element of column) if (element.pattern.kind === 'name') yield element;
    if (!column.some(({ pattern }) => pattern.kind === 'regex')) return;
    for (const { element } of common)
      if (element?.pattern.kind === 'name') yield this.#pairs.databases.intern(element.pattern);
  }

  /** Whether a column holds a name; undefined where files do not tell. */
  #holds(
    column: readonly Element[],
    { pattern: { value } }: Element,
    around: readonly number[],
    elements: Elements,
  ): boolean | undefined {
    if (column.some(({ id }) => around.includes(id))) return true;
    return column.some(({ pattern }) => mayHold(pattern, value, elements)) ? undefined : false;
  }

  /** The names, or sets of names of which some surely exist, that two columns have in common. */
  *#sureIn(
    a: readonly Element[],
    b: readonly Element[],
    marks: Marks,
    elements: Elements,
    aroundOf: AroundOf,
  ): Generator<Common> {
    const found = new Set<number>();
    for (const [some, others] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const whole of some) {
        for (const element of isManyNames(whole.pattern) ? this.#examplesOf(whole, elements) : [whole]) {
          const around = aroundOf(element);
          marks.set(others);
          if (!marks.hasAny(around) || found.has(element.id)) continue;
          found.add(element.id);
          const name = element.pattern.kind === 'name' ? element.pattern.value : undefined;
          yield { around, name, role: undefined, element };
        }
      }
    }
  }

  /** Members and expressions of one column that the other one contains: which of their names are left, nobody knows. */
  *#wholeIn(a: readonly Element[], b: readonly Element[], marks: Marks, aroundOf: AroundOf): Generator<Common> {
    for (const [some, others] of [
      [a, b],
      [b, a],
    ] as const) {
      marks.set(others);
      for (const element of this.#opaqueIn(some)) {
        if (!isManyNames(element.pattern) || !marks.hasAny(aroundOf(element))) continue;
        yield { around: aroundOf(element), name: undefined, role: undefined, element: undefined };
      }
    }
  }

  /** Names that surely are among those of an element: a role is a member of itself; what an expression is seen to match. */
  #examplesOf(whole: Element, elements: Elements): readonly Element[] {
    const known = this.#examples.get(whole);
    if (known !== undefined) return known;
    const { pattern } = whole;
    const names =
      pattern.kind === 'members'
        ? [pattern.value]
        : sampleNames(pattern, elements.target).filter((name) => elements.matches(pattern, name) === true);
    const made = names.map((value) => elements.intern({ ...pattern, kind: 'name', value }));
    this.#examples.set(whole, made);
    return made;
  }

  /** The pairs of elements of which files do not tell whether they have a name in common. */
  #maybeIn(a: readonly Element[], b: readonly Element[], elements: Elements, aroundOf: AroundOf): Common[] {
    const [opaqueA, opaqueB] = [this.#opaqueIn(a), this.#opaqueIn(b)];
    const found: Common[] = [];
    const add = (one: Element, other: Element) => {
      if (one === other || !mayMeet(one.pattern, other.pattern, elements)) return;
      if (aroundOf(one).includes(other.id) || aroundOf(other).includes(one.id)) return;
      const around = [...new Set([...aroundOf(one), ...aroundOf(other), one.id, other.id])];
      const named = [one.pattern, other.pattern].find(({ kind }) => kind === 'name')?.value;
      const isOwn = one.pattern.kind === 'sameuser' || other.pattern.kind === 'sameuser';
      found.push({ around, name: named, role: isOwn ? named : undefined, element: undefined });
    };
    for (const one of opaqueA) for (const other of b) add(one, other);
    for (const other of opaqueB) for (const one of a) if (!isOpaque(one.pattern)) add(one, other);
    return found;
  }

  /** The elements of a column of which files do not tell which names they stand for; looked for once a column. */
  #opaqueIn(column: readonly Element[]): readonly Element[] {
    let opaque = this.#opaque.get(column);
    if (opaque === undefined) this.#opaque.set(column, (opaque = column.filter(({ pattern }) => isOpaque(pattern))));
    return opaque;
  }
}

type AroundOf = (element: Element) => readonly number[];

/** What a generator gives, as often as it is wanted: made no further than somebody went. */
class Repeatable<T> implements Iterable<T> {
  readonly #source: Iterator<T>;
  readonly #known: T[] = [];

  constructor(source: Iterator<T>) {
    this.#source = source;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; ; index++) {
      if (index === this.#known.length) {
        const next = this.#source.next();
        if (next.done) return;
        this.#known.push(next.value);
      }
      yield this.#known[index]!;
    }
  }
}

/** Whether an element stands for several names, which other elements may have one by one. */
function isManyNames({ kind }: NamePattern): boolean {
  return kind === 'regex' || kind === 'members';
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
