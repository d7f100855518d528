/**
 * The orders that vfile-reporter sorts by. Files and messages come to it in order already (src/linter/engine/make-problem.ts), and the
 * library's own comparison loads the collation tables of the machine's locale.
 */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** By path, in the order of code units. */
export function compareFile(a: VFile, b: VFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** As they came: the sort is stable. */
export function compareMessage(_a: VFileMessage, _b: VFileMessage): number {
  return 0;
}
