import type { Problem } from '../problem.js';

/** Two reports are the same problem where rule, text and place agree. */
function isSame(a: Problem, b: Problem): boolean {
  return (
    a.end === b.end &&
    a.ruleId === b.ruleId &&
    a.messageId === b.messageId &&
    a.message === b.message &&
    a.file === b.file
  );
}

/** Rule, parts and place agree, whatever the text says. */
function isSimilar(a: Problem, b: Problem): boolean {
  const isSamePlace = a.start === b.start && a.end === b.end && a.file === b.file;
  return isSamePlace && a.ruleId === b.ruleId && `${a.parts}` === `${b.parts}`;
}

/** Whether two problems have the same parts, of the same values. */
export function saysTheSame(a: Problem, b: Problem): boolean {
  const names = Object.keys(a) as (keyof Problem)[];
  return names.length === Object.keys(b).length && names.every((name) => isEqual(a[name], b[name]));
}

/** Most values are texts and numbers: these need not be written out to be compared. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a === b || (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Things that belong to problems, each problem once; found by where the problem starts, without a text for each. */
export class ProblemIndex<T extends { problem: Problem }> {
  readonly #byStart = new Map<number, T | T[]>();
  readonly #all: T[] = [];

  /** The entry of a problem that is the same as this one. */
  find(problem: Problem): T | undefined {
    const here = this.#byStart.get(problem.start);
    if (here === undefined) return undefined;
    if (Array.isArray(here)) return here.find((entry) => isSame(entry.problem, problem));
    return isSame(here.problem, problem) ? here : undefined;
  }

  /**
   * The entry of a problem that says the same at the same place in other words.
   *
   * @param fits what else must hold of the entry
   */
  findSimilar(problem: Problem, fits: (entry: T) => boolean): T | undefined {
    const here = this.#byStart.get(problem.start);
    const entries = here === undefined ? [] : Array.isArray(here) ? here : [here];
    const similar = entries.filter((entry) => isSimilar(entry.problem, problem) && fits(entry));
    return similar.find((entry) => entry.problem.messageId === problem.messageId) ?? similar[0];
  }

  /** Adds an entry for a problem that has none. */
  add(entry: T): void {
    const { start } = entry.problem;
    const here = this.#byStart.get(start);
    if (here === undefined) this.#byStart.set(start, entry);
    else if (Array.isArray(here)) here.push(entry);
    else this.#byStart.set(start, [here, entry]);
    this.#all.push(entry);
  }

  /** All entries in the order in which they were added. */
  get all(): readonly T[] {
    return this.#all;
  }
}

/** Problems without those that another one says of the same place of its file: several documents may share a part of it. */
export function eachOnce(problems: readonly Problem[]): Problem[] {
  const index = new ProblemIndex<{ problem: Problem }>();
  for (const problem of problems) if (index.find(problem) === undefined) index.add({ problem });
  return index.all.map(({ problem }) => problem);
}
