import { isAbsolutePath } from '../../files/paths.js';
import type { Span } from '../../syntax/nodes.js';
import type { AuthFile, ReadingError } from '../types.js';

/** Where an error stands: a file and a span of it. */
export interface ErrorPlace extends Span {
  file: AuthFile;
}

/**
 * Makes the error for a line that the server refuses.
 *
 * @param place the token, field or line that is wrong
 * @param code its stable name
 * @param message our own sentence
 * @param shownByServer false where the server's view shows an empty row without a text
 */
export function refusal(place: ErrorPlace, code: string, message: string, shownByServer = true): ReadingError {
  return { file: place.file, start: place.start, end: place.end, code, severity: 'error', message, shownByServer };
}

/**
 * Makes the warning for something that the server takes.
 *
 * @param shownByServer true where the server's view has a text for it although the line loads
 */
export function remark(place: ErrorPlace, code: string, message: string, shownByServer = false): ReadingError {
  return { file: place.file, start: place.start, end: place.end, code, severity: 'warning', message, shownByServer };
}

/**
 * Says that what a line names is not there, by the name that stands in the line: where the file itself lies is known.
 *
 * @param kind what it should be
 * @param name as written; relative names start at the folder of the file that names them
 * @param path of the file with the line
 */
export function missingSentence(kind: 'file' | 'folder', name: string, path: string): string {
  const where = isAbsolutePath(name, path) ? '' : ' beside this file';
  const said = `The ${kind} ${name} does not exist${where}.`;
  if (kind === 'file') return said;
  return `${said} Create it, or remove the line; Git keeps a folder only with a file in it, such as .gitkeep, which servers pass over.`;
}
