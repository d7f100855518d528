import { listMajors } from '../linter/engine/targets.js';
import type { Problem } from '../linter/problem.js';

/** The message with the targets for which it holds, where it does not hold for all. */
export function messageWithTargets({ message, targets }: Problem): string {
  return targets === undefined ? message : `${message} (PostgreSQL ${listMajors(targets)})`;
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Makes control characters visible: text of a file must not reach a terminal or a document as a command. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD');
}
