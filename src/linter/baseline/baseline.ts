import type { Major } from '../../catalog/majors.js';
import { isMajor } from '../../catalog/majors.js';
import { compareText } from '../engine/make-problem.js';
import { isObject } from '../is-object.js';
import type { Problem } from '../problem.js';

/** The majors for which a problem was found, by its fingerprint. */
export type RecordedProblems = ReadonlyMap<string, readonly Major[]>;

/** What is recorded of the rules in one file; a number is the count of a baseline that was written before fingerprints. */
export type RecordedFile = ReadonlyMap<string, RecordedProblems | number>;

/** What is recorded, by the path of the file relative to the folder of the baseline. */
export type Baseline = ReadonlyMap<string, RecordedFile>;

/** A baseline that cannot be read: one plain sentence. */
export class BaselineError extends Error {
  override name = 'BaselineError';
}

/** The name that a baseline goes by where nobody gives it another. */
export const baselineName = 'pgconflint-baseline.json';

/** The problems of one file, as a baseline sees them. */
export interface FoundProblems {
  problems: readonly Problem[];
  fingerprints: ReadonlyMap<Problem, string>;
  /** The majors that the file was judged for: problems without `targets` hold for all of them. */
  targets: readonly Major[];
}

/** What a baseline makes of the problems of a file. */
export interface BaselineResult {
  /** What is new. */
  problems: Problem[];
  /** What was there when the baseline was recorded. */
  recorded: Problem[];
  /** How many recorded problems are gone. */
  gone: number;
}

/**
 * Takes out of a file's problems those that a baseline records: by fingerprint, and for each major that they hold for.
 * Of a rule that is only counted (a baseline of old), all are new where there are more of them than recorded.
 */
export function applyBaseline(found: FoundProblems, recorded: RecordedFile): BaselineResult {
  const byRule = groupByRule(found.problems);
  const isKnown = (problem: Problem) => {
    const rule = recorded.get(problem.ruleId);
    if (rule === undefined) return false;
    if (typeof rule === 'number') return byRule.get(problem.ruleId)!.length <= rule;
    const majors = rule.get(found.fingerprints.get(problem)!);
    return majors !== undefined && majorsOf(problem, found).every((major) => majors.includes(major));
  };
  let gone = 0;
  for (const [rule, entry] of recorded) {
    const problems = byRule.get(rule) ?? [];
    if (typeof entry === 'number') gone += Math.max(0, entry - problems.length);
    else {
      const there = new Set(problems.map((problem) => found.fingerprints.get(problem)!));
      gone += [...entry.keys()].filter((fingerprint) => !there.has(fingerprint)).length;
    }
  }
  return {
    problems: found.problems.filter((problem) => !isKnown(problem)),
    recorded: found.problems.filter(isKnown),
    gone,
  };
}

/** What a baseline is to record of a file. */
export function record({ problems, fingerprints, targets }: FoundProblems): RecordedFile {
  const recorded = new Map<string, RecordedProblems>();
  for (const [rule, ofRule] of groupByRule(problems)) {
    const entries = ofRule.map((problem) => [fingerprints.get(problem)!, [...(problem.targets ?? targets)]] as const);
    recorded.set(rule, new Map(entries));
  }
  return recorded;
}

/** The record without what is gone; where a rule is only counted and no more are found, each gets its fingerprint. */
export function pruned(before: RecordedFile, found: FoundProblems): RecordedFile {
  const left = new Map<string, RecordedProblems | number>();
  const now = record(found);
  for (const [rule, entry] of before) {
    const there = now.get(rule) as RecordedProblems | undefined;
    if (there === undefined) continue;
    if (typeof entry === 'number') left.set(rule, there.size <= entry ? there : entry);
    else {
      const kept = [...entry].filter(([fingerprint]) => there.has(fingerprint));
      if (kept.length > 0) left.set(rule, new Map(kept));
    }
  }
  return left;
}

/** How many problems a baseline records. */
export function countRecorded(baseline: Baseline): number {
  let count = 0;
  for (const file of baseline.values())
    for (const entry of file.values()) count += typeof entry === 'number' ? entry : entry.size;
  return count;
}

/** Whether any rule of a baseline is only counted: then a new problem can take the place of an old one. */
export function isCounted(baseline: Baseline): boolean {
  return [...baseline.values()].some((file) => [...file.values()].some((entry) => typeof entry === 'number'));
}

function majorsOf({ targets }: Problem, found: FoundProblems): readonly Major[] {
  return targets ?? found.targets;
}

function groupByRule(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.ruleId);
    if (group === undefined) groups.set(problem.ruleId, [problem]);
    else group.push(problem);
  }
  return groups;
}

/**
 * Reads a baseline; version 1 has counts.
 *
 * @param name how messages name the file
 * @throws BaselineError where it is none
 */
export function parseBaseline(text: string, name: string): Baseline {
  const fail = (reason: string): never => {
    throw new BaselineError(`${name} is not a baseline: ${reason}. Write it again with pgconflint --baseline-write.`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is not JSON; perhaps a merge left its marks');
  }
  if (!isObject(value) || (value['version'] !== 1 && value['version'] !== 2) || !isObject(value['files']))
    return fail('it lacks version 2 and files');
  const baseline = new Map<string, RecordedFile>();
  for (const [path, rules] of Object.entries(value['files'])) {
    if (!isObject(rules)) return fail(`${path} names no rules`);
    const file = new Map<string, RecordedProblems | number>();
    for (const [rule, entry] of Object.entries(rules)) {
      const read = isObject(entry) ? readProblems(entry) : entry;
      if (read === undefined) return fail(`what it says of ${rule} in ${path} cannot be read`);
      if (read instanceof Map) file.set(rule, read);
      else if (Number.isInteger(read) && (read as number) >= 1) file.set(rule, read as number);
      else return fail(`the count of ${rule} in ${path} is not a number`);
    }
    baseline.set(path, file);
  }
  return baseline;
}

function readProblems(entry: Record<string, unknown>): RecordedProblems | undefined {
  const problems = new Map<string, readonly Major[]>();
  for (const [fingerprint, text] of Object.entries(entry)) {
    if (typeof text !== 'string') return undefined;
    const majors = text.split(' ').map(Number);
    if (!majors.every(Number.isInteger)) return undefined;
    // A major that is no longer checked says nothing of those that are.
    problems.set(fingerprint, majors.filter(isMajor));
  }
  return problems;
}

/** Writes a baseline: sorted, a line a problem, so that merges seldom conflict. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...baseline].filter(([, rules]) => rules.size > 0);
  const shown = sortedObject(files, (rules) =>
    sortedObject([...rules], (entry) =>
      typeof entry === 'number' ? entry : sortedObject([...entry], (majors) => majors.join(' ')),
    ),
  );
  return `${JSON.stringify({ version: 2, files: shown }, null, 2)}\n`;
}

function sortedObject<T>(entries: readonly (readonly [string, T])[], show: (value: T) => unknown): object {
  return Object.fromEntries(
    [...entries].sort(([a], [b]) => compareText(a, b)).map(([name, value]) => [name, show(value)]),
  );
}
