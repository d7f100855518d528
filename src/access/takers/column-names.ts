/** What one column of two records has in common. Everything is found when it is asked for, and paid for as it is found. */
import type { NamePattern } from '../../cluster/types.js';
import type { Spending } from '../budget.js';
import { type Element, type Elements, isOpenTo } from '../coverage/elements.js';
import { Marks } from '../coverage/marks.js';
import { sampleNames } from './sample-names.js';

/** Names of one column that two records may have in common. */
export interface Common {
  /** The elements that contain them. */
  around: readonly number[];
  /** The name, where it is a single one. */
  name: string | undefined;
  /** For databases: the role whose name, or whose members' role's name, it is. */
  role: string | undefined;
  /** The element, where the names surely are in common. */
  element: Element | undefined;
}

type Column = readonly Element[];

/** Compares one column of records. */
export class ColumnNames {
  readonly #elements: Elements;
  readonly #around: (element: Element) => readonly number[];
  readonly #marks = new Marks();
  readonly #opaque = new WeakMap<Column, Column>();
  readonly #onlyNames = new WeakMap<Column, boolean>();
  readonly #examples = new Map<Element, readonly Element[]>();

  /** @param around the elements of the column that contain one */
  constructor(elements: Elements, around: (element: Element) => readonly number[]) {
    this.#elements = elements;
    this.#around = around;
  }

  /** The elements that contain one. */
  around(element: Element): readonly number[] {
    return this.#around(element);
  }

  /** The element of a name. */
  named(pattern: NamePattern): Element {
    return this.#elements.intern(pattern);
  }

  /** The names, or sets of names of which some surely exist, that two columns have in common. */
  *sure(a: Column, b: Column, paid: Spending): Generator<Common> {
    const found = new Set<number>();
    // Among names the way back finds the same again.
    for (const [some, others] of this.#hasOnlyNames(a) ? [[a, b] as const] : bothWays(a, b)) {
      let marked = -1;
      for (const whole of some) {
        for (const element of isManyNames(whole.pattern) ? this.#examplesOf(whole) : [whole]) {
          const around = this.#around(element);
          paid.spend(1 + (around.length >> 1));
          marked = this.#mark(others, marked, paid);
          if (!this.#marks.hasAny(around) || found.has(element.id)) continue;
          found.add(element.id);
          const name = element.pattern.kind === 'name' ? element.pattern.value : undefined;
          yield { around, name, role: undefined, element };
        }
      }
    }
  }

  /** Members and expressions of one column that the other one contains: which of their names are left, nobody knows. */
  *whole(a: Column, b: Column, paid: Spending): Generator<Common> {
    for (const [some, others] of bothWays(a, b)) {
      let marked = -1;
      for (const element of this.opaqueIn(some)) {
        if (!isManyNames(element.pattern)) continue;
        const around = this.#around(element);
        paid.spend(1 + around.length);
        marked = this.#mark(others, marked, paid);
        if (this.#marks.hasAny(around)) yield { around, name: undefined, role: undefined, element: undefined };
      }
    }
  }

  /** The pairs of elements of which files do not tell whether they have a name in common. */
  *maybe(a: Column, b: Column, paid: Spending): Generator<Common> {
    const opaqueA = this.opaqueIn(a);
    for (const one of opaqueA) for (const other of b) yield* this.#maybeOne(one, other, paid);
    const opaqueB = this.opaqueIn(b);
    if (opaqueB.length === 0) return;
    for (const one of a) {
      if (!isOpaque(one.pattern)) for (const other of opaqueB) yield* this.#maybeOne(one, other, paid);
    }
  }

  /** Whether a column holds the name of an element; undefined where files do not tell. */
  holds(column: Column, name: Element, paid: Spending): boolean | undefined {
    const around = this.#around(name);
    const opaque = this.opaqueIn(column);
    paid.spend(1 + (column.length >> 2) + opaque.length);
    this.#marks.set(column);
    if (this.#marks.hasAny(around)) return true;
    return opaque.some((element) => mayHold(element, name)) ? undefined : false;
  }

  /** The elements of a column of which files do not tell which names they stand for; looked for once a column. */
  opaqueIn(column: Column): Column {
    let opaque = this.#opaque.get(column);
    if (opaque === undefined) this.#opaque.set(column, (opaque = column.filter(({ pattern }) => isOpaque(pattern))));
    return opaque;
  }

  #hasOnlyNames(column: Column): boolean {
    let only = this.#onlyNames.get(column);
    if (only === undefined)
      this.#onlyNames.set(column, (only = column.every(({ pattern }) => pattern.kind === 'name')));
    return only;
  }

  /** Makes a column the marked one, unless it still is: others may have been asked about in between. */
  #mark(column: Column, marked: number, paid: Spending): number {
    if (this.#marks.isSince(marked)) return marked;
    paid.spend(1 + (column.length >> 2));
    return this.#marks.set(column);
  }

  *#maybeOne(one: Element, other: Element, paid: Spending): Generator<Common> {
    const [aroundOne, aroundOther] = [this.#around(one), this.#around(other)];
    paid.spend(2 + ((aroundOne.length + aroundOther.length) >> 2));
    if (one === other || !mayMeet(one, other)) return;
    if (aroundOne.includes(other.id) || aroundOther.includes(one.id)) return;
    const around = [...new Set([...aroundOne, ...aroundOther, one.id, other.id])];
    paid.spend(2 * around.length);
    const named = [one.pattern, other.pattern].find(({ kind }) => kind === 'name')?.value;
    const isOwn = one.pattern.kind === 'sameuser' || other.pattern.kind === 'sameuser';
    yield { around, name: named, role: isOwn ? named : undefined, element: undefined };
  }

  /** Names that surely are among those of an element: a role is a member of itself; what an expression is seen to match. */
  #examplesOf(whole: Element): readonly Element[] {
    const known = this.#examples.get(whole);
    if (known !== undefined) return known;
    const { pattern } = whole;
    const { target } = this.#elements;
    const names =
      pattern.kind === 'members'
        ? [pattern.value]
        : sampleNames(pattern, target).filter((name) => this.#elements.matches(pattern, name) === true);
    const made = names.map((value) => this.#elements.intern({ ...pattern, kind: 'name', value }));
    this.#examples.set(whole, made);
    return made;
  }
}

function bothWays(a: Column, b: Column): [some: Column, others: Column][] {
  return [
    [a, b],
    [b, a],
  ];
}

/** Whether an element stands for several names, which other elements may have one by one. */
function isManyNames({ kind }: NamePattern): boolean {
  return kind === 'regex' || kind === 'members';
}

/** Whether files do not tell which names an element stands for. */
function isOpaque({ kind }: NamePattern): boolean {
  return kind !== 'name' && kind !== 'all' && kind !== 'replication';
}

/** Whether an element may hold a name that it does not surely hold; ask once it is known what contains the name. */
function mayHold(element: Element, name: Element): boolean {
  if (!isOpaque(element.pattern)) return false;
  return element.pattern.kind !== 'regex' || isOpenTo(name, element);
}

function mayMeet(a: Element, b: Element): boolean {
  const [one, other] = [a.pattern.kind, b.pattern.kind];
  if (one === 'replication' || other === 'replication') return one === 'unknown' || other === 'unknown';
  if (one === 'name') return mayHold(b, a);
  if (other === 'name') return mayHold(a, b);
  return true;
}
