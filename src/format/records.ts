/** How pg_hba.conf, pg_ident.conf and pg_hosts.conf look: columns below each other. Only blanks between columns change. */
import { byteLength } from '../files/encoding.js';
import type { AuthInclude, AuthLine, AuthTree, Comment, Span } from '../syntax/nodes.js';

/** A replacement of blanks by other blanks; offsets are UTF-16. */
export interface BlankEdit extends Span {
  text: string;
}

/** What stands between two columns at least. */
const gap = '  ';
/** A column is made no wider than this for one long cell, which then pushes only its own line. */
const widestColumn = 48;
/** Majors up to 10 read a line of at most 8191 bytes: none is made that long. */
const longestLine = 8000;

/** One piece of a line that stands in a column. */
interface Cell extends Span {
  column: number;
}

/**
 * The changes that put the columns of a file below each other.
 *
 * Lines of which more than blanks would have to change stay as they are: continued ones, and those with a comma at
 * their end. So every server reads the very same columns as before, and formatting twice changes nothing more.
 *
 * @param tree the file
 * @returns edits in the order of the text, none where it is in order
 */
export function formatEdits(tree: AuthTree): BlankEdit[] {
  const { text } = tree;
  if (text.includes('\0')) return [];
  const comments = new Map(tree.comments.map((comment) => [comment.line, comment]));
  const lines = tree.lines
    .filter((line) => isPlain(line, text))
    .map((line) => ({ line, cells: cellsOf(line, tree.kind), comment: comments.get(line.line) }));
  const widths: number[] = [];
  for (const { cells } of lines) {
    for (const { start, end, column } of cells) {
      const width = lengthOf(text.slice(start, end));
      if (width <= widestColumn) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return lines.flatMap(({ line, cells, comment }) => editsOf(line, cells, comment, widths, text));
}

/** The same text with its columns below each other. */
export function formatRecords(tree: AuthTree): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of formatEdits(tree)) {
    result += tree.text.slice(at, start) + text;
    at = end;
  }
  return result + tree.text.slice(at);
}

/** Whether a line stands on one physical line and has nothing but blanks around its columns. */
function isPlain(line: AuthLine | AuthInclude, text: string): boolean {
  if (line.fields.length === 0 || (line.type === 'AuthLine' && line.error !== undefined)) return false;
  const start = startOfLine(text, line.start);
  const end = endOfLine(text, line.end);
  if (text.slice(line.start, line.end).includes('\n')) return false;
  if (/\\\r*$/.test(text.slice(start, end)) || /\\\r*\n$/.test(text.slice(Math.max(0, start - 8), start))) return false;
  // Blanks behind a backslash keep it from continuing the line.
  if (text[line.end - 1] === '\\') return false;
  if (!isBlank(text.slice(start, line.start)) || !/^[ \t]*(?:\r|#|$)/.test(text.slice(line.end, end))) return false;
  return line.fields.every(
    (field, index) => index === 0 || isBlank(text.slice(line.fields[index - 1]!.end, field.start)),
  );
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

function cellsOf(line: AuthLine | AuthInclude, kind: AuthTree['kind']): Cell[] {
  const spans = line.fields.map(({ start, end }) => ({ start, end }));
  // An include is no record: its path stands right behind its word.
  if (line.type === 'AuthInclude') return spans.map((span) => ({ ...span, column: -1 }));
  if (kind !== 'hba') return spans.map((span, column) => ({ ...span, column }));
  const words = line.fields.map(({ tokens }) => tokens[0]!.value);
  const methodAt = words[0] === 'local' ? 3 : isNetmask(words[3], words[4]) ? 5 : 4;
  return spans.map((span, index) => ({ ...span, column: hbaColumn(index, methodAt) }));
}

/** Type, database, user, address, netmask, method; options follow each other behind it. */
function hbaColumn(index: number, methodAt: number): number {
  if (index < Math.min(4, methodAt)) return index;
  if (index < methodAt) return -1;
  return index === methodAt ? 4 : -1;
}

function isNetmask(address = '', mask = ''): boolean {
  const isAddress = /^(?:\d+(?:\.\d+){3}|[\da-fA-F.:]*:[\da-fA-F.:]*)$/;
  return isAddress.test(address) && isAddress.test(mask);
}

function editsOf(
  line: AuthLine | AuthInclude,
  cells: readonly Cell[],
  comment: Comment | undefined,
  widths: readonly number[],
  text: string,
): BlankEdit[] {
  const start = startOfLine(text, line.start);
  const edits = [{ start, end: cells[0]!.start, text: '' }];
  let written = 0;
  let wanted = 0;
  for (const [index, cell] of cells.entries()) {
    const isNext = cell.column !== -1;
    if (index > 0) {
      wanted = isNext ? startOfColumn(cell.column, widths) : 0;
      const blanks = isNext ? ' '.repeat(Math.max(gap.length, wanted - written)) : ' ';
      edits.push({ start: cells[index - 1]!.end, end: cell.start, text: blanks });
      written += blanks.length;
    }
    written += lengthOf(text.slice(cell.start, cell.end));
  }
  const last = cells.at(-1)!;
  const end = endOfLine(text, line.end);
  const rest = text.slice(last.end, end);
  const blanks = /^[ \t]*/.exec(rest)![0].length;
  const hasComment = comment !== undefined && comment.start === last.end + blanks;
  edits.push({ start: last.end, end: last.end + blanks, text: hasComment ? gap : '' });
  if (byteLength(text.slice(start, end), 'utf-8') + sizeChange(edits) > longestLine) return [];
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

function sizeChange(edits: readonly BlankEdit[]): number {
  return edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
}

function startOfColumn(column: number, widths: readonly number[]): number {
  let start = 0;
  for (let before = 0; before < column; before++)
    start += widths[before] === undefined ? 0 : widths[before]! + gap.length;
  return start;
}

/** Characters as people count them, near enough: code points. */
function lengthOf(text: string): number {
  return [...text].length;
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}
