/** What the databases and users of two records have in common. */
import type { Spending } from '../budget.js';
import type { Decoded } from '../coverage/decode.js';
import type { Element, Pairs } from '../coverage/elements.js';
import { ColumnNames, type Common } from './column-names.js';

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

/** Compares the columns of records. */
export class CommonNamesOf {
  readonly #pairs: Pairs;
  readonly #databases: ColumnNames;
  readonly #users: ColumnNames;

  constructor(pairs: Pairs) {
    this.#pairs = pairs;
    this.#databases = new ColumnNames(pairs.databases, (element) => pairs.databasesAroundAlone(element));
    this.#users = new ColumnNames(pairs.users, (element) => pairs.usersAroundAlone(element));
  }

  /**
   * What the names of two records have in common, what is sure first.
   *
   * @param paid what looking is paid from, as far as somebody goes
   */
  *of(a: Decoded, b: Decoded, paid: Spending): Generator<CommonNames> {
    const users = new Repeatable(this.#users.sure(a.users, b.users, paid));
    const databases = new Repeatable(this.#databases.sure(a.databases, b.databases, paid));
    yield* this.#sure(databases, users, paid);
    yield* this.#ownDatabases(a, b, users, paid);
    const maybeUsers = new Repeatable(this.#maybeIn(this.#users, a.users, b.users, paid));
    const maybeDatabases = new Repeatable(this.#maybeIn(this.#databases, a.databases, b.databases, paid));
    for (const database of maybeDatabases) {
      for (const user of users) yield* this.#maybe(database, user);
      for (const user of maybeUsers) yield* this.#maybe(database, user);
    }
    for (const user of maybeUsers) for (const database of databases) yield* this.#maybe(database, user);
  }

  *#maybeIn(names: ColumnNames, a: readonly Element[], b: readonly Element[], paid: Spending): Generator<Common> {
    yield* names.maybe(a, b, paid);
    yield* names.whole(a, b, paid);
  }

  *#maybe(database: Common, user: Common): Generator<CommonNames> {
    // Only the role itself has a database of its own name.
    if (database.role !== undefined && user.name !== undefined && user.name !== database.role) return;
    yield { databases: database.around, users: user.around, isSure: false };
  }

  *#sure(databases: Iterable<Common>, users: Iterable<Common>, paid: Spending): Generator<CommonNames> {
    for (const database of databases) {
      for (const user of users) {
        paid.spend(2);
        const [pair] = this.#pairs.of([database.element!], [user.element!]);
        yield { databases: this.#pairs.databasesAround(pair!), users: user.around, isSure: true };
      }
    }
  }

  /** A name of one record where the other one says `sameuser` or `samerole`: the role of that name has the database. */
  *#ownDatabases(a: Decoded, b: Decoded, common: Iterable<Common>, paid: Spending): Generator<CommonNames> {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const opaque = this.#databases.opaqueIn(one.databases);
      if (!opaque.some(({ pattern }) => pattern.kind === 'sameuser' || pattern.kind === 'samerole')) continue;
      for (const database of this.#namedDatabases(other.databases, common)) {
        const user = this.#users.named(database.pattern);
        const relations = [
          this.#databases.holds(other.databases, database, paid),
          this.#users.holds(a.users, user, paid),
          this.#users.holds(b.users, user, paid),
        ];
        if (relations.includes(false)) continue;
        const databases = this.#pairs.databasesAround({ database, user });
        yield { databases, users: this.#users.around(user), isSure: !relations.includes(undefined) };
      }
    }
  }

  /** The databases that a column names, and, where it has expressions, those of the roles that are in common. */
  *#namedDatabases(column: readonly Element[], common: Iterable<Common>): Generator<Element> {
    for (const element of column) if (element.pattern.kind === 'name') yield element;
    if (!this.#databases.opaqueIn(column).some(({ pattern }) => pattern.kind === 'regex')) return;
    for (const { element } of common)
      if (element?.pattern.kind === 'name') yield this.#databases.named(element.pattern);
  }
}

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
