import { compareText } from './engine/make-problem.js';
import type { Problem } from './problem.js';

/** How many problems of each rule a file had when they were recorded. */
export type RecordedCounts = ReadonlyMap<string, number>;

/** Recorded counts by the path of the file, relative to the folder of the baseline. */
export type Baseline = ReadonlyMap<string, RecordedCounts>;

/** A baseline that cannot be read: one plain sentence. */
export class BaselineError extends Error {
  override name = 'BaselineError';
}

/** The name that a baseline goes by where nobody gives it another. */
export const baselineName = 'pgconflint-baseline.json';

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
 * Takes out of a file's problems those that a baseline records. Counts hold where line numbers and texts change with
 * every merge; so a rule of which there are more problems than recorded gives all of them.
 */
export function applyBaseline(problems: readonly Problem[], counts: RecordedCounts | undefined): BaselineResult {
  if (counts === undefined) return { problems: [...problems], recorded: [], gone: 0 };
  const found = countByRule(problems);
  const isRecorded = ({ ruleId }: Problem) => (found.get(ruleId) ?? 0) <= (counts.get(ruleId) ?? 0);
  let gone = 0;
  for (const [rule, count] of counts) gone += Math.max(0, count - (found.get(rule) ?? 0));
  return {
    problems: problems.filter((problem) => !isRecorded(problem)),
    recorded: problems.filter(isRecorded),
    gone,
  };
}

/** Counts problems by rule. */
export function countByRule(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of problems) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

/**
 * Reads a baseline.
 *
 * @param name how messages name the file
 * @throws BaselineError where it is none
 */
export function parseBaseline(text: string, name: string): Baseline {
  const fail = (reason: string): never => {
    throw new BaselineError(`${name} is no baseline: ${reason}. Write it anew with pgconflint --baseline-write.`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is not JSON; perhaps a merge left its marks');
  }
  if (!isObject(value) || value['version'] !== 1 || !isObject(value['files']))
    return fail('it lacks version 1 and files');
  const baseline = new Map<string, RecordedCounts>();
  for (const [path, counts] of Object.entries(value['files'])) {
    if (!isObject(counts)) return fail(`${path} has no counts`);
    for (const [rule, count] of Object.entries(counts)) {
      if (!Number.isInteger(count) || (count as number) < 1)
        return fail(`the count of ${rule} in ${path} is no number`);
    }
    baseline.set(path, new Map(Object.entries(counts as Record<string, number>)));
  }
  return baseline;
}

/** Writes a baseline: sorted, a line a count, so that merges seldom conflict. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, counts]) => counts.size > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, counts]) => [path, Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)))]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`;
}

/** The baseline without what is gone: no count is higher than what was found. */
export function pruned(counts: RecordedCounts, found: readonly Problem[]): RecordedCounts {
  const now = countByRule(found);
  const left = [...counts].map(([rule, count]) => [rule, Math.min(count, now.get(rule) ?? 0)] as const);
  return new Map(left.filter(([, count]) => count > 0));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
