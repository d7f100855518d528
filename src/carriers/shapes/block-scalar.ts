/** YAML's blocks, literal and folded (YAML 1.2.2, chapter 8.1): a text as lines with an indentation. */
import type { Replacement } from '../../documents/map.js';
import { isWritable } from './flow-scalar.js';
import { changed, type Writing, type WrittenText } from './written.js';

export interface BlockHeader {
  isFolded: boolean;
  chomping: '' | '-' | '+';
  /** The spaces before each line, where the header tells them by a digit. */
  told: number | undefined;
  /** How far the block is in at least, where it has no line to tell. */
  least: number;
}

interface Line {
  /** Where it starts in the file, and where what is after the indentation starts and ends. */
  start: number;
  from: number;
  to: number;
  next: number;
  content: string;
}

/**
 * Reads a block.
 *
 * @param written the lines of the block, from the start of the first one
 */
export function decodeBlock(written: string, header: BlockHeader): WrittenText {
  const lines = linesOf(written, indentationOf(written, header));
  const kept = lines.findLastIndex(({ content }) => content !== '') + 1;
  const text: string[] = [];
  const at: number[] = [];
  const add = (characters: string, place: number, step = 0) => {
    for (let index = 0; index < characters.length; index++) at.push(place + index * step);
    text.push(characters);
  };
  if (header.isFolded) fold(lines.slice(0, kept), add);
  else
    for (const [index, { content, from, to }] of lines.slice(0, kept).entries()) {
      add(content, from, 1);
      if (index < kept - 1) add('\n', to);
    }
  const last = lines[kept - 1];
  const ends =
    header.chomping === '-' ? 0 : header.chomping === '' ? Math.min(1, kept) : lines.length - kept + Math.min(1, kept);
  for (let index = 0; index < ends; index++) {
    const line = lines[kept - (last === undefined ? 0 : 1) + index]!;
    add('\n', line.to);
  }
  const ended = ends === 0 ? last?.to : lines[kept - (last === undefined ? 0 : 1) + ends - 1]!.next;
  return { text: text.join(''), at: [...at, ended ?? 0] };
}

/** A line end between two lines that are not further in becomes a space, or goes where empty lines follow. */
function fold(lines: readonly Line[], add: (characters: string, place: number, step?: number) => void): void {
  let isStart = true;
  let wasFurther = false;
  let breaks = 0;
  let place = 0;
  for (const { content, from, to } of lines) {
    if (content === '') {
      if (breaks === 0) place = from;
      breaks++;
      continue;
    }
    const isFurther = /^[ \t]/.test(content);
    if (isStart) add('\n'.repeat(breaks), place);
    else if (isFurther || wasFurther) add('\n'.repeat(breaks), place);
    else add(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), place);
    add(content, from, 1);
    isStart = false;
    wasFurther = isFurther;
    breaks = 1;
    place = to;
  }
}

/** The lines of a block; those that are shorter than the indentation are empty. */
function linesOf(written: string, indentation: number): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < written.length; ) {
    const feed = written.indexOf('\n', start);
    const next = feed === -1 ? written.length : feed + 1;
    const end = feed === -1 ? next : written[feed - 1] === '\r' && feed > start ? feed - 1 : feed;
    const from = Math.min(end, start + indentation);
    lines.push({ start, from, to: end, next, content: written.slice(from, end) });
    start = next;
  }
  return lines;
}

function indentationOf(written: string, { told, least }: BlockHeader): number {
  const first = /^(?: *\r?\n)*( *)[^ \r\n]/.exec(written);
  return told ?? first?.[1]?.length ?? least;
}

/**
 * The writing of a block, whose changes keep every other line as it is.
 *
 * @param written the lines of the block
 * @param start where they start in the file
 * @param lineEnd how the file ends lines
 */
export function writingOfBlock(written: string, start: number, header: BlockHeader, lineEnd: string): Writing {
  const decoded = decodeBlock(written, header);
  const file = { start, end: start + decoded.at.at(-1)! };
  const rewrite = (change: Replacement): Replacement | undefined => {
    if (!isWritable(change.text.replace(/\r\n/g, '\n'))) return undefined;
    const indentation = indentationOf(written, header);
    const edit = header.isFolded
      ? withinLine(written, decoded, change)
      : ofLines(linesOf(written, indentation), ' '.repeat(indentation), lineEnd, decoded, {
          ...change,
          text: change.text.replace(/\r\n/g, '\n'),
        });
    if (edit === undefined) return undefined;
    // A text that ends otherwise is the same file for a server.
    const now = decodeBlock(changed(written, edit), header).text.replace(/\n+$/, '');
    const meant = changed(decoded.text, change).replace(/\r\n/g, '\n').replace(/\n+$/, '');
    return now === meant ? edit : undefined;
  };
  return { ...decoded, file, rewrite };
}

/** A change of what stands within one line; undefined where there is more to it, or nothing would be left of the line. */
function withinLine(written: string, { at }: WrittenText, { start, end, text }: Replacement): Replacement | undefined {
  const edit = { start: at[start]!, end: at[end]!, text };
  if (text.includes('\n') || written.slice(edit.start, edit.end).includes('\n')) return undefined;
  const now = changed(written, edit);
  const lineStart = now.lastIndexOf('\n', edit.start - 1) + 1;
  return written.trim() !== '' && /^[^\n]*\S/.test(now.slice(lineStart)) ? edit : undefined;
}

/** Whole lines are put in or taken out as they are; what changes within lines is written with the rest of them. */
function ofLines(
  lines: readonly Line[],
  indentation: string,
  lineEnd: string,
  { text: before, at }: WrittenText,
  { start, end, text }: Replacement,
): Replacement {
  const isWithin = !text.includes('\n') && !before.slice(start, end).includes('\n');
  const lineStart = before.lastIndexOf('\n', start - 1) + 1;
  const stop = before.indexOf('\n', end);
  const rest = before.slice(end, stop === -1 ? before.length : stop);
  const head = before.slice(lineStart, start);
  if (isWithin && before.slice(lineStart, start) + rest !== '') return { start: at[start]!, end: at[end]!, text };
  const indented = (part: string) => part.replace(/[^\n]+/g, `${indentation}$&`).replaceAll('\n', lineEnd);
  const [first, last] = [countLines(before, start), countLines(before, end)];
  const startOf = (index: number) => lines[index]?.start ?? lines.at(-1)?.next ?? 0;
  const isWholeLines = head === '' && (end === 0 || before[end - 1] === '\n') && (text === '' || text.endsWith('\n'));
  if (isWholeLines) {
    const place = { start: startOf(first), end: startOf(last) };
    // The block may stand at the end of a file whose last line has no end.
    const needsEnd = place.start > 0 && place.start === lines.at(-1)?.next && lines.at(-1)?.to === place.start;
    return { ...place, text: (needsEnd ? lineEnd : '') + indented(text) };
  }
  if (start === end && rest === '' && text.startsWith('\n') && head !== '' && first < lines.length) {
    return { start: lines[first]!.to, end: lines[first]!.to, text: indented(text.replace(/\n$/, '')) };
  }
  const ended = lines[last];
  const hasEnd = ended === undefined || ended.next > ended.to;
  const now = `${head}${text}${rest}`;
  const whole = now.endsWith('\n') || !hasEnd || (now === '' && ended === undefined) ? now : `${now}\n`;
  return { start: startOf(first), end: ended?.next ?? startOf(last), text: indented(whole) };
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
