import type { Problem } from '../linter/problem.js';
import { sha256 } from '../linter/sha-256.js';
import type { Places } from './places.js';

/**
 * A fingerprint for each problem that stays the same when lines above it come and go: file, rule, message id, the text
 * of its first line with blanks folded, and which of its likes it is.
 *
 * @param problems in the order of their files
 * @returns hexadecimal texts of 64 characters
 */
export function fingerprints(problems: readonly Problem[], places: Places): Map<Problem, string> {
  const counts = new Map<string, number>();
  const made = new Map<Problem, string>();
  for (const problem of problems) {
    const { line } = places.of(problem);
    const text = places.lineText(problem.file, line).trim().replace(/\s+/g, ' ');
    const key = JSON.stringify([places.shown(problem.file), problem.ruleId, problem.messageId, text]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    made.set(problem, sha256(`${key}\n${count}`));
  }
  return made;
}
