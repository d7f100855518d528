import { toCorePath } from '../files/paths.js';
import { commandThatReads, whyUnreadable } from '../files/unreadable.js';
import type { OpenError } from '../formats/open-error.js';

/**
 * What to say of a file or a folder that is there and cannot be read: why, that nothing of it was checked, and what to do.
 *
 * @param path absolute
 * @param name how messages name it
 */
export function cannotRead(path: string, name: string): string {
  const corePath = toCorePath(path);
  const why = whyUnreadable(corePath);
  return why === undefined ? `${name} cannot be read.` : notChecked(corePath, name, why);
}

/** The same of a file that a cluster has, for whatever reason it was not read. */
export function saysUnread({ path, reason, explanation }: OpenError, name: string): string {
  const isDenied = reason === 'unreadable' && whyUnreadable(path) !== undefined;
  if (isDenied) return notChecked(path, name, explanation);
  return `${name} is not read: ${explanation}. What it holds is not known.`;
}

function notChecked(path: string, name: string, why: string): string {
  const command = commandThatReads(path);
  return `${name}: ${why}. It is not checked${command === undefined ? '' : `; try ${command}`}.`;
}
