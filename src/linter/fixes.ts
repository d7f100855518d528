import { compareText } from './engine/make-problem.js';
import { everyPlace } from './places.js';
import type { Edit, Fix, Problem } from './problem.js';

/** Which fixes to apply. */
export type FixLevel = 'safe' | 'unsafe';

export interface AppliedFixes {
  /** The new texts of the files that changed. */
  texts: Map<string, string>;
  /** The problems whose fixes were applied. */
  applied: Problem[];
  /** The problems whose fixes had to wait, since their edits touch those of another. */
  skipped: Problem[];
}

/**
 * Applies the fixes of problems to texts, once. A fix is applied whole or not at all, over all of its files;
 * one whose edits overlap or touch those of an earlier one is left for the next pass.
 *
 * @param problems with their fixes; the order decides which of two overlapping fixes is applied
 * @param read gives the present text of a file
 * @param level `safe` leaves unsafe fixes alone
 */
export function applyFixes(
  problems: readonly Problem[],
  read: (file: string) => string,
  level: FixLevel,
): AppliedFixes {
  const taken = new Map<string, Edit[]>();
  const applied: Problem[] = [];
  const skipped: Problem[] = [];
  for (const problem of problems.flatMap(everyPlace)) {
    const fix = problem.fix;
    if (fix === undefined || (level === 'safe' && fix.safety === 'unsafe')) continue;
    const { clear, news } = place(fix, taken);
    if (!clear) {
      skipped.push(problem);
      continue;
    }
    for (const edit of news) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    applied.push(problem);
  }
  const texts = new Map<string, string>();
  for (const [file, edits] of taken) {
    const before = read(file);
    const ends = before.includes('\r\n') && !/(?<!\r)\n/.test(before) ? '\r\n' : '\n';
    const after = keepFinalLineEnd(
      before,
      applyEdits(
        before,
        edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, ends) })),
      ),
      ends,
    );
    if (after !== before) texts.set(file, after);
  }
  return { texts, applied, skipped };
}

/** A file that ends with a line end keeps it. */
function keepFinalLineEnd(before: string, after: string, ends: string): string {
  return after !== '' && before.endsWith('\n') && !after.endsWith('\n') ? after + ends : after;
}

/** Whether a fix has room beside the edits taken so far, and which of its edits are not among them already. */
function place(fix: Fix, taken: ReadonlyMap<string, readonly Edit[]>): { clear: boolean; news: Edit[] } {
  const news: Edit[] = [];
  for (const edit of fix.edits) {
    const others = taken.get(edit.file) ?? [];
    if (others.some((other) => isSame(other, edit))) continue;
    if (others.some((other) => collide(edit, other))) return { clear: false, news: [] };
    news.push(edit);
  }
  return { clear: true, news };
}

/** Whether two edits overlap or touch. Whole lines that are put in at one place do not disturb each other. */
function collide(a: Edit, b: Edit): boolean {
  if (a.start > b.end || b.start > a.end) return false;
  return !(insertsLines(a) && insertsLines(b));
}

function insertsLines(edit: Edit): boolean {
  return edit.start === edit.end && edit.text.includes('\n');
}

function isSame(a: Edit, b: Edit): boolean {
  // Two equal insertions are two insertions only where someone meant it twice; two rules that mend the same mean once.
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/**
 * Applies edits that do not overlap to one text.
 *
 * @param edits in any order, offsets into the text as it is
 */
export function applyEdits(text: string, edits: readonly Pick<Edit, 'start' | 'end' | 'text'>[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** How many passes there are at most; a fix may bring up the next problem. */
export const maxPasses = 10;

export interface FixRun<T> {
  /** The new texts of the files that differ from what they were at the start. */
  texts: Map<string, string>;
  /** What the last lint found, over the new texts. */
  result: T;
  /** The problems that were mended, in the order in which it happened. */
  fixed: Problem[];
  /** How many times fixes were applied. */
  passes: number;
  /** The rules whose fixes undo each other, where the texts came back to what they had been before. */
  loop: string[] | undefined;
}

/**
 * Lints and applies fixes until nothing is left to fix, the texts come back to an earlier state, or ten passes are done.
 * Nothing is written; the caller decides what to do with the texts.
 *
 * @param relint lints with the given texts in place of those on disk, and gives the problems in order
 * @param read the text of a file before any fix
 * @param level which fixes to apply
 */
export function fixAll<T extends { problems: readonly Problem[] }>(
  relint: (texts: ReadonlyMap<string, string>) => T,
  read: (file: string) => string,
  level: FixLevel,
): FixRun<T> {
  let texts = new Map<string, string>();
  let result = relint(texts);
  const fixed: Problem[] = [];
  const seen = new Map<string, number>([[stateOf(texts), 0]]);
  const rulesOfPass: string[][] = [];
  for (let passes = 0; passes < maxPasses; passes++) {
    const current = (file: string) => texts.get(file) ?? read(file);
    const { texts: changed, applied } = applyFixes(result.problems, current, level);
    if (changed.size === 0) return { texts, result, fixed, passes, loop: undefined };
    const next = new Map([...texts, ...changed]);
    for (const [file, text] of next) if (text === read(file)) next.delete(file);
    rulesOfPass.push(applied.map((problem) => problem.ruleId));
    const before = seen.get(stateOf(next));
    if (before !== undefined) {
      const loop = [...new Set(rulesOfPass.slice(before).flat())].sort(compareText);
      return { texts, result, fixed, passes, loop };
    }
    texts = next;
    seen.set(stateOf(texts), passes + 1);
    fixed.push(...applied);
    result = relint(texts);
  }
  return { texts, result, fixed, passes: maxPasses, loop: undefined };
}

function stateOf(texts: ReadonlyMap<string, string>): string {
  return JSON.stringify([...texts].sort(([a], [b]) => compareText(a, b)));
}
