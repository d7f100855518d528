import type { Problem } from '../linter/problem.js';
import type { Places } from './places.js';

/**
 * A fingerprint for each problem that stays the same when lines above it come and go: file, rule, message id, the text
 * of its first line with blanks folded, and which of its likes it is.
 *
 * @param problems in the order of their files
 * @returns hexadecimal texts of 64 characters
 */
export async function fingerprints(problems: readonly Problem[], places: Places): Promise<Map<Problem, string>> {
  const counts = new Map<string, number>();
  const texts = problems.map((problem) => {
    const { line } = places.of(problem);
    const text = places.lineText(problem.file, line).trim().replace(/\s+/g, ' ');
    const key = JSON.stringify([places.shown(problem.file), problem.ruleId, problem.messageId, text]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key}\n${count}`;
  });
  const digests = await Promise.all(texts.map(sha256));
  return new Map(problems.map((problem, index) => [problem, digests[index]!]));
}

/** As Node and browsers alike compute it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
