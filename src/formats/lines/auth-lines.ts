/**
 * The lines of an authentication file as the server's tokenizer hands them on: `@file` tokens replaced by what the
 * files hold, and from 16 on include directives replaced by the lines of the files (hba.c, tokenize_auth_file).
 */
import type { Major } from '../../catalog/majors.js';
import { pathAsServerWrites, resolvePath } from '../../files/paths.js';
import type { AuthInclude, AuthKind, AuthLine } from '../../syntax/nodes.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { AuthFile, PlacedToken, ReadingError } from '../types.js';
import { expandedTokens } from './at-files.js';
import { FileToken } from './file-token.js';
import { type ErrorPlace, missingSentence, refusal, remark } from './reading-error.js';

/** A line with its columns, or with what is wrong with it before its columns are looked at. */
export interface ExpandedLine {
  file: AuthFile;
  node: AuthLine;
  fields: PlacedToken[][];
  error: ReadingError | undefined;
}

/** A directive that could not be followed: a line that is nothing but an error. */
export type DirectiveError = ReadingError & { line: number };

/** What one main file and everything that it includes amount to. */
export interface AuthLines {
  main: AuthFile;
  /** Main, included files and `@file`s, each once, in the order of their first use. */
  files: AuthFile[];
  /** What the server skips or only logs, and what was not read here. */
  remarks: ReadingError[];
}

/** What gets the lines one by one in the server's order, so that nobody needs to hold all of them; a list is one, too. */
export interface LineSink {
  push(line: ExpandedLine | DirectiveError): unknown;
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
}

/**
 * Reads an authentication file with everything that it draws in.
 *
 * @param path the main file's absolute path
 * @param lines gets each line
 * @returns why the main file cannot be read, where it cannot
 */
export function readAuthLines(
  path: string,
  kind: AuthKind,
  reader: FileReader,
  target: Major,
  lines: LineSink,
): AuthLines | OpenError {
  const main = reader.open(path, kind);
  if (isOpenError(main)) return main;
  const expansion: Expansion = {
    kind,
    target,
    reader,
    files: new Set(),
    remarks: [],
    openings: 0,
    repeated: 0,
    expanding: [],
  };
  expandFile(main, 0, expansion, lines);
  return { main, files: [...expansion.files], remarks: expansion.remarks };
}

/** Tells a directive's error from a line. */
export function isDirectiveError(line: ExpandedLine | DirectiveError): line is DirectiveError {
  return 'code' in line;
}

/**
 * Appends the lines of one file.
 *
 * @param depth how many files were opened to get here
 * @param isEnough tells behind each line whether the rest is not needed
 */
export function expandFile(
  file: AuthFile,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
  isEnough?: () => boolean,
): void {
  expansion.files.add(file);
  for (const node of file.tree.lines) {
    expandLine(file, node, depth, expansion, lines);
    if (isEnough?.()) return;
  }
}

/** Whether a line is an error already. */
export function isBroken(line: ExpandedLine | DirectiveError): boolean {
  return isDirectiveError(line) || line.error !== undefined;
}

function expandLine(
  file: AuthFile,
  node: AuthLine | AuthInclude,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
): void {
  const line: ExpandedLine = { file, node: asLine(node), fields: [], error: tokenizerError(file, node) };
  if (line.error === undefined) expandFields(line, depth, expansion);
  if (line.fields.length === 0 && line.error === undefined) return;
  if (line.error === undefined && line.fields.length === 2 && expansion.target >= 16) {
    if (followDirective(line, depth, expansion, lines)) return;
  }
  lines.push(line);
}

function asLine(node: AuthLine | AuthInclude): AuthLine {
  if (node.type === 'AuthLine') return node;
  const { start, end, line, serverLine, first, count, fields } = node;
  return { type: 'AuthLine', start, end, line, serverLine, first, count, fields, error: undefined };
}

function tokenizerError(file: AuthFile, node: AuthLine | AuthInclude): ReadingError | undefined {
  if (node.type !== 'AuthLine' || node.error === undefined) return undefined;
  const { code, start, end } = node.error;
  const message =
    code === 'token-too-long'
      ? 'A word of this line is longer than this major can read. Shorten it, or move the list into an @file.'
      : 'This line is longer than this major can read; what lies beyond counts as a line of its own. Break it up.';
  return refusal({ file, start, end }, code, message);
}

/** Fills the columns of a line, up to its first error. A column of which nothing is left disappears. */
function expandFields(line: ExpandedLine, depth: number, expansion: Expansion): void {
  const { file, node } = line;
  const { tokens } = file.tree;
  let column: PlacedToken[] | undefined;
  for (let index = node.first; index < node.first + node.count; index++) {
    const token = new FileToken(file, index);
    if (!tokens.namesFile(index)) {
      if (column === undefined) column = [token];
      else column.push(token);
    } else {
      column ??= [];
      line.error = expandedTokens(token, depth, expansion, column);
      if (line.error !== undefined) return;
    }
    if (!tokens.endsField(index)) continue;
    if (column!.length > 0) line.fields.push(column!);
    column = undefined;
  }
}

/* ---------------------------------------------------------------- include directives */

/** Obeys a line that is an include directive. @returns false where it is none */
function followDirective(line: ExpandedLine, depth: number, expansion: Expansion, lines: LineSink): boolean {
  const directive = line.fields[0]![0]!.value;
  if (directive !== 'include' && directive !== 'include_if_exists' && directive !== 'include_dir') return false;
  const name = line.fields[1]![0]!;
  const error =
    directive === 'include_dir'
      ? includeFolder(line, name, depth, expansion, lines)
      : includeFile(
          pathAsServerWrites(line.file.folder, name.value, expansion.target),
          name,
          depth,
          expansion,
          lines,
          directive === 'include_if_exists',
        );
  if (error !== undefined)
    lines.push({ ...error, file: line.file, line: line.node.serverLine ?? line.node.line, ...spanIn(line, name) });
  return true;
}

/** A name that came out of an `@file` stands elsewhere: then the whole line is the place. */
function spanIn(line: ExpandedLine, name: PlacedToken): { start: number; end: number } {
  return name.file === line.file
    ? { start: name.start, end: name.end }
    : { start: line.node.start, end: line.node.end };
}

function includeFile(
  path: string,
  name: PlacedToken,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
  mayBeMissing: boolean,
): ReadingError | undefined {
  const file = openNested(path, name, depth, expansion);
  if (!isOpenError(file)) {
    if (isReading(file)) return file;
    expandFile(file, depth + 1, expansion, lines);
    return undefined;
  }
  if (file.reason === 'missing') {
    if (!mayBeMissing) return refusal(name, 'include-missing', missingFile(path, name));
    expansion.remarks.push(remark(name, 'include-skipped', `${path} does not exist; the server skips it.`));
    return undefined;
  }
  if (file.reason === 'directory') {
    expansion.remarks.push(
      remark(name, 'include-directory', `${path} is a directory: the server includes nothing. Use include_dir for it.`),
    );
    return undefined;
  }
  expansion.remarks.push(notRead(name, file));
  return undefined;
}

function includeFolder(
  line: ExpandedLine,
  name: PlacedToken,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
): ReadingError | undefined {
  if (/^[ \t\r\n]*$/.test(name.value)) {
    return refusal(name, 'include-folder-empty', 'The name of the folder to include is empty.');
  }
  const folder = pathAsServerWrites(line.file.folder, name.value, expansion.target);
  const listing = expansion.reader.listConfFiles(folder);
  if (isOpenError(listing)) {
    if (listing.reason === 'missing' || listing.reason === 'not-a-directory') {
      const isNamed = listing.reason === 'missing' && listing.path === resolvePath(line.file.folder, name.value);
      const said = isNamed
        ? missingSentence('folder', name.value, line.file.path)
        : `${listing.path} cannot be included: ${listing.explanation}.`;
      return refusal(name, 'include-folder-missing', said);
    }
    expansion.remarks.push(notRead(name, listing));
    return undefined;
  }
  let first: ReadingError | undefined;
  for (const path of listing.paths) {
    const error = includeFile(path, name, depth, expansion, lines, false);
    first ??= error;
  }
  return first;
}

/** The sentence for a file that is not there: the line names it, or the folder that the line names holds its dangling link. */
function missingFile(path: string, name: PlacedToken): string {
  const isNamed = path.endsWith(name.value);
  return isNamed ? missingSentence('file', name.value, name.file.path) : `The included file ${path} does not exist.`;
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
