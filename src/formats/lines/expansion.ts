/** What the steps of reading lines share, whichever draws a file in: an include, or an `@file`. */
import type { Major } from '../../catalog/majors.js';
import type { AuthInclude, AuthKind, AuthLine } from '../../syntax/nodes.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { AuthFile, PlacedToken, ReadingError } from '../types.js';
import { type ErrorPlace, refusal, remark } from './reading-error.js';

/** A line with its columns, or with what is wrong with it before its columns are looked at. */
export interface ExpandedLine {
  file: AuthFile;
  node: AuthLine;
  fields: PlacedToken[][];
  error: ReadingError | undefined;
}

/** A directive that could not be followed: a line that is nothing but an error. */
export type DirectiveError = ReadingError & { line: number };

/** What gets the lines one by one in the server's order, so that nobody needs to hold all of them; a list is one, too. */
export interface LineSink {
  push(line: ExpandedLine | DirectiveError): unknown;
  /** Whether it knows already what is to become of a line, and has it then. */
  hasKnown?(file: AuthFile, line: AuthLine | AuthInclude): boolean;
}

/** The main file has depth 0; opening one at depth 11 fails (CONF_FILE_MAX_DEPTH, 16 and later). */
const maximumDepth = 10;

/** Before 16 nothing limits the depth but the server's file handles; no real file comes near this one. */
const maximumDepthBefore16 = 100;

/** Files that include each other several times at each level would take for ever, in the server too. */
const maximumOpenings = 10_000;

/** Words of files that are named more than once: each naming draws all of them in again. */
const maximumRepeated = 500_000;

/** What the steps of one reading share. */
export interface Expansion {
  kind: AuthKind;
  target: Major;
  reader: FileReader;
  files: Set<AuthFile>;
  remarks: ReadingError[];
  openings: number;
  /** How many words came out of files that had been drawn in before. */
  repeated: number;
  /** The `@file`s being expanded, innermost last: before 16, one that comes up again never ends. */
  expanding: string[];
  /** Appends the lines of a file that another one draws in; see `auth-lines.ts`. */
  expandFile(file: AuthFile, depth: number, lines: LineSink, isEnough?: () => boolean): void;
}

/** Tells a directive's error from a line. */
export function isDirectiveError(line: ExpandedLine | DirectiveError): line is DirectiveError {
  return 'code' in line;
}

/** Whether a line is an error already. */
export function isBroken(line: ExpandedLine | DirectiveError): boolean {
  return isDirectiveError(line) || line.error !== undefined;
}

/**
 * Opens a file that another one names.
 *
 * @param depth of the file that names it
 * @returns the file, why it cannot be read, or the error of nesting too deep
 */
export function openNested(
  path: string,
  name: PlacedToken,
  depth: number,
  expansion: Expansion,
): AuthFile | OpenError | ReadingError {
  if (depth + 1 > (expansion.target >= 16 ? maximumDepth : maximumDepthBefore16)) return tooDeep(path, name, expansion);
  if (++expansion.openings > maximumOpenings) {
    return refusal(
      name,
      'nesting-too-wide',
      `More than ${maximumOpenings} files are drawn in, most likely the same ones over and over. Nothing beyond was read.`,
    );
  }
  const file = expansion.reader.open(path, expansion.kind);
  if (isOpenError(file) || !expansion.files.has(file)) return file;
  for (const { count } of expansion.repeated > maximumRepeated ? [] : file.tree.lines) expansion.repeated += count;
  if (expansion.repeated <= maximumRepeated) return file;
  const explanation = `it is named so often that more than ${maximumRepeated} words would be drawn in`;
  return { path: file.path, reason: 'too-large', explanation };
}

/** Tells an error from a file. */
export function isReading(result: AuthFile | ReadingError): result is ReadingError {
  return 'severity' in result;
}

function tooDeep(path: string, name: PlacedToken, expansion: Expansion): ReadingError {
  if (expansion.target >= 16) {
    return refusal(
      name,
      'nesting-too-deep',
      `${path} is nested more than ${maximumDepth} files deep; most likely a file draws in itself.`,
    );
  }
  return fileRecursion(path, name);
}

/** Before 16 a file that draws in itself takes the whole server down. */
export function fileRecursion(path: string, name: ErrorPlace): ReadingError {
  return refusal(name, 'file-recursion', `${path} draws in itself without end: this major crashes when it reads it.`);
}

/** The remark for a file that was not read here although the server may read it. */
export function notRead(name: ErrorPlace, failure: OpenError): ReadingError {
  const message = `${failure.path} was not read: ${failure.explanation}. What it holds is unknown.`;
  return { ...remark(name, 'file-not-read', message), notRead: failure };
}
