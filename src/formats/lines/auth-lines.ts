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
import { type ExpandedLine, type Expansion, isReading, type LineSink, notRead, openNested } from './expansion.js';
import { FileToken, homeOf, type TokenHome } from './file-token.js';
import { missingSentence, refusal, remark } from './reading-error.js';

/** What one main file and everything that it includes amount to. */
export interface AuthLines {
  main: AuthFile;
  /** Main, included files and `@file`s, each once, in the order of their first use. */
  files: AuthFile[];
  /** What the server skips or only logs, and what was not read here. */
  remarks: ReadingError[];
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
    expandFile: (file, depth, sink, isEnough) => expandFile(file, depth, expansion, sink, isEnough),
  };
  expandFile(main, 0, expansion, lines);
  return { main, files: [...expansion.files], remarks: expansion.remarks };
}

/**
 * Appends the lines of one file.
 *
 * @param depth how many files were opened to get here
 * @param isEnough tells behind each line whether the rest is not needed
 */
function expandFile(
  file: AuthFile,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
  isEnough?: () => boolean,
): void {
  expansion.files.add(file);
  const home = homeOf(file);
  for (const node of file.tree.lines) {
    expandLine(home, node, depth, expansion, lines);
    if (isEnough?.()) return;
  }
}

function expandLine(
  home: TokenHome,
  node: AuthLine | AuthInclude,
  depth: number,
  expansion: Expansion,
  lines: LineSink,
): void {
  const { file } = home;
  if (lines.hasKnown?.(file, node)) return;
  const line: ExpandedLine = { file, node: asLine(node), fields: [], error: tokenizerError(file, node) };
  if (line.error === undefined) expandFields(line, home, depth, expansion);
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
function expandFields(line: ExpandedLine, home: TokenHome, depth: number, expansion: Expansion): void {
  const { file, node } = line;
  const { tokens } = file.tree;
  let column: PlacedToken[] | undefined;
  for (let index = node.first; index < node.first + node.count; index++) {
    const token = new FileToken(home, node, index - node.first);
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
