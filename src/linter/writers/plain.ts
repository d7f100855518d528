/** The writer of documents that are files of PostgreSQL as they are. */
import type { SourceFile } from '../../cluster/types.js';
import type { Span } from '../../syntax/nodes.js';
import { quoteValue, writeValue } from '../../values/quote.js';
import type { Operation, TextEdit, WrittenValue } from '../operations.js';

/** The edits of a file's text that an operation comes to. */
export function writePlain(operation: Operation): TextEdit[] {
  const { at } = operation;
  const edit = ({ start, end }: Span, text: string): TextEdit[] => [{ at, start, end, text }];
  switch (operation.do) {
    case 'replace-value':
      return edit(operation.token, written(operation));
    case 'add-setting':
      return addSetting(at, `${operation.name} = ${written(operation)}`, operation.below);
    case 'rename-setting':
      return edit(operation.token, operation.name);
    case 'remove-setting':
      return removeLine(at, operation.entry);
    case 'remove-record':
      return removeLine(at, operation.record);
    case 'replace-token':
      return replaceAligned(at, operation.token, operation.text);
    case 'add-record':
      return addRecord(at, operation.text, operation.beside);
    case 'move-record':
      return moveLines(at, operation.record, operation.above);
    case 'add-option':
      return edit({ start: operation.after.end, end: operation.after.end }, ` ${operation.option}`);
    case 'remove-option':
      return edit({ start: blanksBefore(at.text, operation.token.start), end: operation.token.end }, '');
    case 'replace-text':
      return edit(operation.range, operation.text);
  }
}

function written({ value, quoted }: WrittenValue): string {
  return quoted ? quoteValue(value) : writeValue(value);
}

function addSetting(at: SourceFile, assignment: string, below: Span | undefined): TextEdit[] {
  return below === undefined ? addLineAtEnd(at, assignment) : addLineBelow(at, assignment, below);
}

function addRecord(
  at: SourceFile,
  text: string,
  beside: { record: Span; side: 'above' | 'below' } | undefined,
): TextEdit[] {
  if (beside === undefined) return addLineAtEnd(at, text);
  if (beside.side === 'below') return addLineBelow(at, text, beside.record);
  const start = lineStart(at.text, beside.record.start);
  return [{ at, start, end: start, text: `${text}${usualLineEnd(at.text)}` }];
}

function addLineAtEnd(at: SourceFile, line: string): TextEdit[] {
  const { length } = at.text;
  const lineEnd = usualLineEnd(at.text);
  const before = length === 0 || at.text.endsWith('\n') ? '' : lineEnd;
  return [{ at, start: length, end: length, text: `${before}${line}${lineEnd}` }];
}

function addLineBelow(at: SourceFile, line: string, { end }: Span): TextEdit[] {
  const last = lineEnd(at.text, end);
  const place = at.text[last - 1] === '\r' ? last - 1 : last;
  return [{ at, start: place, end: place, text: `${usualLineEnd(at.text)}${line}` }];
}

/** A comment after what goes may be worth keeping: then it stays, in a line of its own. */
function removeLine(at: SourceFile, { start, end }: Span): TextEdit[] {
  const rest = at.text.slice(end, lineEnd(at.text, end));
  if (rest.trim() !== '') return [{ at, start, end: end + rest.length - rest.trimStart().length, text: '' }];
  return [{ at, start: lineStart(at.text, start), end: nextLine(at.text, end), text: '' }];
}

function moveLines(at: SourceFile, record: Span, above: Span): TextEdit[] {
  const [start, end] = [lineStart(at.text, record.start), nextLine(at.text, record.end)];
  const lines = at.text.slice(start, end);
  const target = lineStart(at.text, above.start);
  const moved = lines.endsWith('\n') ? lines : `${lines}${usualLineEnd(at.text)}`;
  return [
    { at, start: target, end: target, text: moved },
    { at, start, end, text: '' },
  ];
}

/**
 * A shorter text is padded where the line has columns, a longer one takes the place of spaces that are to spare. Tabs are
 * left as they are.
 */
function replaceAligned(at: SourceFile, { start, end }: Span, text: string): TextEdit[] {
  const last = lineEnd(at.text, end);
  const line = at.text.slice(lineStart(at.text, start), last);
  const gap = /^ *(?=[^\s])/.exec(at.text.slice(end, last))?.[0].length ?? 0;
  const growth = text.length - (end - start);
  if (gap > 0 && growth < 0 && /\S {2,}\S/.test(line)) return [{ at, start, end, text: text.padEnd(end - start) }];
  if (growth > 0 && growth < gap) return [{ at, start, end: end + growth, text }];
  return [{ at, start, end, text }];
}

function blanksBefore(text: string, start: number): number {
  let at = start;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line feed that ends a line, or of the end of the text. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

function nextLine(text: string, offset: number): number {
  return Math.min(lineEnd(text, offset) + 1, text.length);
}

function usualLineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
