/**
 * Elements of the database and user columns as numbers, and which elements surely contain which. What nobody can compare
 * (roles' members, regular expressions, names in files that were not read) is contained only in itself and in `all`.
 */
import type { Major } from '../../catalog/majors.js';
import type { NamePattern } from '../../cluster/types.js';
import { checkRegularExpression } from '../../syntax/regular-expression.js';
import type { Alternatives } from '../../syntax/regular-expression-nodes.js';
import { Budget } from '../budget.js';
import { matchesExpression } from '../names.js';
import { Marks } from './marks.js';

export interface Element {
  id: number;
  pattern: NamePattern;
  /** How many times it stands in the records. */
  uses: number;
  /** The elements of the same column that contain it, whatever stands in the other one; filled when first asked for. */
  around: number[] | undefined;
  /** The expressions of which it is open whether they match it, since finding out takes too much work; known once `around` is. */
  open?: OpenExpressions;
}

/** These expressions, and all from one number on: there the budget ended. */
interface OpenExpressions {
  ids: readonly number[];
  from: number;
}

/** Whether it is open if an expression matches a name; ask once `around` is known. */
export function isOpenTo({ open }: Element, { id }: Element): boolean {
  return open !== undefined && (id >= open.from || open.ids.includes(id));
}

/** Whether a role is named in one record only: no other record's role leads to it, but for what takes all roles. */
export function standsAlone({ pattern, uses }: Element): boolean {
  return uses === 1 && pattern.kind === 'name';
}

/** Whether an expression matches every name, because it matches the empty text without conditions. */
function matchesEverything(pattern: NamePattern, target: Major): boolean {
  const check = checkRegularExpression(pattern.value, target, pattern.token.file.encoding);
  return check.ok && check.tree !== undefined && isNullable(check.tree.body);
}

function isNullable({ branches }: Alternatives): boolean {
  return branches.some((items) =>
    items.every((item) => {
      if (item.type === 'Constraint') return item.kind === 'text-start' || item.kind === 'line-start';
      if (item.type === 'Look') return false;
      return item.min === 0 || (item.atom.type === 'Group' && isNullable(item.atom.body));
    }),
  );
}

/** The elements of one column. */
export class Elements {
  readonly #elements = new Map<NamePattern['kind'], Map<string, Element>>();
  readonly #names = new Map<string, Element>();
  readonly #expressions: Element[] = [];
  readonly target: Major;
  readonly #budget: Budget;
  #count = 0;

  constructor(target: Major, budget: Budget) {
    this.target = target;
    this.#budget = budget;
  }

  get size(): number {
    return this.#count;
  }

  /** The number of an element; equal ones have the same. An expression that matches every name is `all`. */
  intern(pattern: NamePattern): Element {
    const { kind, value } = pattern;
    // Nearly all are names.
    if (kind === 'name') {
      const known = this.#names.get(value);
      if (known !== undefined) {
        known.uses++;
        return known;
      }
      const made: Element = { id: this.#count++, pattern, uses: 1, around: undefined };
      this.#names.set(value, made);
      return made;
    }
    let ofKind = this.#elements.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      this.#elements.set(kind, ofKind);
    }
    let element = ofKind.get(value);
    if (element) {
      element.uses++;
      return element;
    }
    if (kind === 'regex' && matchesEverything(pattern, this.target)) {
      element = this.intern({ ...pattern, kind: 'all', value: '' });
    } else {
      element = { id: this.#count++, pattern, uses: 1, around: undefined };
      if (kind === 'regex') this.#expressions.push(element);
    }
    ofKind.set(value, element);
    return element;
  }

  /** The numbers of the elements of a column. */
  internAll(patterns: readonly NamePattern[]): Element[] {
    return patterns.length === 1 ? [this.intern(patterns[0]!)] : patterns.map((pattern) => this.intern(pattern));
  }

  /** The number of an element that may not occur. */
  idOf(kind: NamePattern['kind'], value = ''): number | undefined {
    return (kind === 'name' ? this.#names : this.#elements.get(kind))?.get(value)?.id;
  }

  /** Whether there are expressions that are compared with names. */
  get hasExpressions(): boolean {
    return this.#expressions.length > 0;
  }

  /** The expressions of this column that surely match a name. Ask only when all elements are known. */
  expressionsMatching(element: Element): number[] {
    const found: number[] = [];
    const ids: number[] = [];
    let from = Number.POSITIVE_INFINITY;
    for (const expression of this.#expressions) {
      if (this.#budget.isSpent) {
        from = expression.id;
        break;
      }
      const matched = this.matches(expression.pattern, element.pattern.value);
      if (matched) found.push(expression.id);
      else if (matched === undefined) ids.push(expression.id);
    }
    if (ids.length > 0 || from < Number.POSITIVE_INFINITY) element.open = { ids, from };
    return found;
  }

  /** Whether an expression matches a name; undefined where the budget does not suffice to tell. */
  matches(expression: NamePattern, name: string): boolean | undefined {
    return matchesExpression(expression, name, this.target, this.#budget);
  }
}

/** Pairs of a database and a user element: what a record takes, transport and address aside. */
export interface Pair {
  database: Element;
  user: Element;
}

/** The elements of a record. */
export interface Columns {
  databases: readonly Element[];
  users: readonly Element[];
}

/** Both columns, and which pairs contain which. */
export class Pairs {
  readonly databases: Elements;
  readonly users: Elements;
  readonly #marks = new Marks();

  constructor(target: Major, budget: Budget) {
    // Expressions are compared with names out of a part of their own: what they use up must not be missing elsewhere.
    const expressions = new Budget(budget.left / 2);
    this.databases = new Elements(target, expressions);
    this.users = new Elements(target, expressions);
  }

  /** Whether there are expressions in either column. */
  get hasExpressions(): boolean {
    return this.databases.hasExpressions || this.users.hasExpressions;
  }

  /** The pairs of a record's columns. `sameuser` with a name stands for that name in both columns. */
  of(databases: readonly Element[], users: readonly Element[]): Iterable<Pair> {
    const [database, user] = [databases[0]!, users[0]!];
    const isSingle = databases.length === 1 && users.length === 1 && database.pattern.kind !== 'sameuser';
    return isSingle ? [{ database, user }] : this.#each(databases, users);
  }

  *#each(databases: readonly Element[], users: readonly Element[]): Generator<Pair> {
    for (const database of databases) {
      for (const user of users) {
        if (database.pattern.kind === 'sameuser' && user.pattern.kind === 'name') {
          yield { database: this.databases.intern(user.pattern), user };
        } else yield { database, user };
      }
    }
  }

  /** The database elements that contain that of a pair, given its user. */
  databasesAround({ database, user }: Pair): number[] {
    const { kind, value } = database.pattern;
    const alone = this.databasesAroundAlone(database);
    if (kind !== 'name' || value !== user.pattern.value) return alone;
    const more: (number | undefined)[] = [];
    // Who is a member of the role named like the database; every role is a member of itself.
    if (user.pattern.kind === 'name') more.push(this.databases.idOf('sameuser'), this.databases.idOf('samerole'));
    if (user.pattern.kind === 'members') more.push(this.databases.idOf('samerole'));
    return [...alone, ...more.filter((id) => id !== undefined)];
  }

  /** The database elements that contain one, whoever the user is. */
  databasesAroundAlone(database: Element): number[] {
    database.around ??= this.#databasesAround(database);
    return database.around;
  }

  #databasesAround(database: Element): number[] {
    const { kind } = database.pattern;
    if (kind === 'unknown') return [];
    const around: (number | undefined)[] = [database.id];
    if (kind !== 'all' && kind !== 'replication') around.push(this.databases.idOf('all'));
    if (kind === 'sameuser') around.push(this.databases.idOf('samerole'));
    if (kind === 'name') around.push(...this.databases.expressionsMatching(database));
    return around.filter((id) => id !== undefined);
  }

  /** The user elements that contain that of a pair. */
  usersAround({ user }: Pair): number[] {
    return this.usersAroundAlone(user);
  }

  /** The user elements that contain one. */
  usersAroundAlone(user: Element): number[] {
    if (user.around !== undefined) return user.around;
    const around = this.#usersAround(user);
    // Worth keeping only where it takes long: most roles occur once.
    if (this.users.hasExpressions) user.around = around;
    return around;
  }

  #usersAround(user: Element): number[] {
    const { kind, value } = user.pattern;
    if (kind === 'unknown') return [];
    if (kind === 'all') return [user.id];
    const around = [user.id];
    const all = this.users.idOf('all');
    if (all !== undefined) around.push(all);
    if (kind !== 'name') return around;
    const members = this.users.idOf('members', value);
    if (members !== undefined) around.push(members);
    if (this.users.hasExpressions) around.push(...this.users.expressionsMatching(user));
    return around;
  }

  /** The database elements that surely share names with that of a pair; undefined stands for all but replication. */
  databasesMeeting(pair: Pair): (number | undefined)[] {
    const { kind } = pair.database.pattern;
    if (kind === 'all') return [undefined];
    const around: (number | undefined)[] = [...this.databasesAround(pair)];
    // A user of the database's own name is among all users.
    if (kind === 'name' && pair.user.pattern.kind === 'all') {
      const same = [this.databases.idOf('sameuser'), this.databases.idOf('samerole')];
      around.push(...same.filter((id) => id !== undefined));
    }
    if (kind === 'sameuser' || kind === 'samerole') around.push(undefined);
    return around;
  }

  /** The user elements that surely share names with that of a pair; undefined stands for all. */
  usersMeeting({ user }: Pair): (number | undefined)[] {
    const { kind } = user.pattern;
    if (kind === 'all' || kind === 'members') return [undefined];
    return [...this.usersAround({ database: user, user })];
  }

  /** Whether both columns of two records surely share a name, each for itself. */
  columnsMeet(a: Columns, b: Columns): boolean {
    const databases = (element: Element) => this.databasesAroundAlone(element);
    const users = (element: Element) => this.usersAroundAlone(element);
    return (
      (this.#share(a.users, b.users, users) || this.#share(b.users, a.users, users)) &&
      (this.#share(a.databases, b.databases, databases) || this.#share(b.databases, a.databases, databases))
    );
  }

  /** Whether each column of one record surely lies in that of another one. */
  columnsContain(outer: Columns, inner: Columns): boolean {
    this.#marks.set(outer.databases);
    if (!inner.databases.every((element) => this.#marks.hasAny(this.databasesAroundAlone(element)))) return false;
    this.#marks.set(outer.users);
    return inner.users.every((element) => this.#marks.hasAny(this.usersAroundAlone(element)));
  }

  #share(some: readonly Element[], others: readonly Element[], around: (element: Element) => readonly number[]) {
    this.#marks.set(others);
    return some.some((element) => this.#marks.hasAny(around(element)));
  }

  /** Whether some login surely has the database and user of both pairs. */
  meet(a: Pair, b: Pair): boolean {
    return this.#meetsIn(a, b) || this.#meetsIn(b, a);
  }

  #meetsIn(a: Pair, b: Pair): boolean {
    const usersMeet = this.usersAround(a).includes(b.user.id) || this.usersAround(b).includes(a.user.id);
    if (!usersMeet) return false;
    if (this.databasesAround(a).includes(b.database.id)) return true;
    // All users with databases of their own names, and one such database for all users.
    const isSame = a.database.pattern.kind === 'sameuser' || a.database.pattern.kind === 'samerole';
    const everyone = a.user.pattern.kind === 'all' && b.user.pattern.kind === 'all';
    return isSame && everyone && b.database.pattern.kind === 'name';
  }
}
