/** Documents that stand in a file as items: a list of records, or a map of settings. Each item has lines of its own. */
import type { CarriedText } from '../../documents/carrier.js';
import type { Remark } from '../../documents/document.js';
import type { DocumentMap, Replacement } from '../../documents/map.js';
import { type Segment, type SegmentEncoding, SegmentMap, sameText } from '../../documents/segments.js';
import type { FileKind, Span } from '../../syntax/nodes.js';
import { isWritable } from './flow-scalar.js';
import { lineEndOf } from './scalar.js';
import { changed, fixed, segmentOf, type Writing } from './written.js';

/** A stretch of an item's text: written in the file, or put there by whoever makes the file. */
export type Part = string | Writing;

/** One item. */
export interface Item {
  parts: readonly Part[];
  /** Where it stands, with its value: from the dash or the key to the end of the value. */
  at: Span;
  /** Whether the item with its lines is for this place alone. */
  isOwn: boolean;
  /** Whether the server never gets it: then it is a comment of the document. */
  isOff?: boolean;
  /** What the platform does with it. */
  remark?: Omit<Remark, keyof Span> | undefined;
}

/** What stands around the items. */
export interface Surroundings {
  /** Whole lines that the platform puts before and after what a person wrote; nothing of the file holds them. */
  above?: string;
  below?: string;
  /** Where in the file what is missing would stand, for a document without any item. */
  anchor?: number;
}

/** A line that an item makes, and those that stand before it. */
interface Placed {
  /** In the document, line end included. */
  start: number;
  end: number;
  /** The lines of the file; undefined where they hold more than the item. */
  file: Span | undefined;
}

/** How a new line of the document is written as an item, without indentation and line end; undefined where it cannot be. */
export type WriteItem = (line: string) => string | undefined;

/**
 * Makes a document of items.
 *
 * @param items in the order of the file
 * @param from where the first of them may be commented on: the end of what is before it
 * @returns undefined where there is no item
 */
export function documentOfItems(
  fileText: string,
  kind: FileKind,
  items: readonly Item[],
  from: number,
  writeItem: WriteItem,
  { above = '', below = '', anchor }: Surroundings = {},
): CarriedText | undefined {
  const segments: Segment[] = [];
  const placed: Placed[] = [];
  const remarks: Remark[] = [];
  let text = above;
  let before = from;
  const add = (part: Part) => {
    if (typeof part !== 'string') segments.push(segmentOf(part, text.length));
    text += typeof part === 'string' ? part : part.text;
  };
  for (const { parts, at, isOwn, isOff, remark } of items) {
    if (at.start >= before) {
      for (const comment of commentsIn(fileText, { start: before, end: at.start })) {
        const start = text.length;
        segments.push({
          start,
          end: start + comment.end - comment.start,
          file: comment,
          encoding: commentAt(fileText, comment),
        });
        text += `${fileText.slice(comment.start, comment.end)}\n`;
        placed.push({ start, end: text.length, file: linesOf(fileText, comment) });
      }
      before = at.end;
    }
    const start = text.length;
    if (isOff === true) text += '#';
    for (const part of isOff === true ? firstLine(parts) : parts) add(part);
    if (remark !== undefined) remarks.push({ ...remark, start: start + (isOff === true ? 1 : 0), end: text.length });
    const comment = commentAfter(fileText, at.end);
    if (comment !== undefined && !text.slice(start).includes('\n') && isOwn) {
      text += ' ';
      const file = { start: comment, end: lineEnd(fileText, comment) };
      segments.push({
        start: text.length,
        end: text.length + file.end - file.start,
        file,
        encoding: commentAt(fileText, file),
      });
      text += fileText.slice(file.start, file.end);
    }
    if (!text.endsWith('\n') || text.length === start) text += '\n';
    placed.push({ start, end: text.length, file: isOwn ? linesOf(fileText, at) : undefined });
  }
  if (segments.length === 0 && anchor !== undefined) {
    const file = { start: anchor, end: anchor };
    segments.push({ start: text.length, end: text.length, file, encoding: { ...sameText, write: () => undefined } });
  }
  if (segments.length === 0) return undefined;
  text += below;
  segments.sort((a, b) => a.start - b.start);
  const map = new ItemsMap(fileText, text, segments, placed, writeItem);
  return { kind, text, map, ...(remarks.length === 0 ? {} : { remarks }) };
}

/** A comment ends with its line. */
function firstLine(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (const part of parts) {
    const end = (typeof part === 'string' ? part : part.text).indexOf('\n');
    if (end === -1) {
      kept.push(part);
      continue;
    }
    if (typeof part === 'string') return [...kept, part.slice(0, end)];
    const at = part.at.slice(0, end + 1);
    const file = { start: part.file.start, end: part.file.start + at[end]! };
    return [...kept, fixed({ text: part.text.slice(0, end), at, file, rewrite: () => undefined })];
  }
  return kept;
}

/** A comment of the file stays one, on its line. */
function commentAt(fileText: string, { start, end }: Span): SegmentEncoding {
  const isComment = (text: string) => /^#(?:.*\S)?$/.test(text) && isWritable(text);
  const write = (change: Replacement) => (isComment(changed(fileText.slice(start, end), change)) ? change : undefined);
  return { ...sameText, write };
}

/** Comments that have lines of their own within a span. */
function commentsIn(fileText: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let line = lineEnd(fileText, start) + 1; line > 0 && line < end; ) {
    const stop = lineEnd(fileText, line);
    const own = /^[ \t]*(?=#)/.exec(fileText.slice(line, stop))?.[0];
    if (own !== undefined && stop < end) found.push({ start: line + own.length, end: trimmedEnd(fileText, stop) });
    line = nextLine(fileText, line);
    if (line <= stop) break;
  }
  return found;
}

/** Where the comment after a value starts, on its last line. */
function commentAfter(fileText: string, end: number): number | undefined {
  const rest = /^[ \t]+(?=#)/.exec(fileText.slice(end, lineEnd(fileText, end)))?.[0];
  return rest === undefined ? undefined : end + rest.length;
}

/** The whole lines of a span; undefined where something else stands on them. */
function linesOf(fileText: string, { start, end }: Span): Span | undefined {
  const first = fileText.lastIndexOf('\n', start - 1) + 1;
  const last = lineEnd(fileText, end);
  // A block ends with its last line.
  const isEnded = fileText[end - 1] === '\n';
  if (fileText.slice(first, start).trim() !== '') return undefined;
  if (!isEnded && !/^[ \t]*(?:#.*)?$/.test(fileText.slice(end, last))) return undefined;
  return { start: first, end: isEnded ? end : nextLine(fileText, end) };
}

/** The place before the line end of the line at an offset. */
function lineEnd(fileText: string, offset: number): number {
  const feed = fileText.indexOf('\n', offset);
  if (feed === -1) return fileText.length;
  return fileText[feed - 1] === '\r' && feed > offset ? feed - 1 : feed;
}

function nextLine(fileText: string, offset: number): number {
  const feed = fileText.indexOf('\n', offset);
  return feed === -1 ? fileText.length : feed + 1;
}

function trimmedEnd(fileText: string, end: number): number {
  let at = end;
  while (/[ \t\r]/.test(fileText[at - 1] ?? '')) at--;
  return at;
}

/** Changes within an item are written as its scalar is; whole lines come and go as whole items. */
class ItemsMap extends SegmentMap implements DocumentMap {
  readonly #text: string;
  readonly #placed: readonly Placed[];
  readonly #writeItem: WriteItem;
  /** How many of the lines are not comments; found when it is first asked for. */
  #count: number | undefined;
  /** The first item of each line; found when it is first asked for. */
  #byLine: ReadonlyMap<string, Placed> | undefined;

  constructor(
    fileText: string,
    text: string,
    segments: readonly Segment[],
    placed: readonly Placed[],
    writeItem: WriteItem,
  ) {
    super(fileText, segments);
    this.#text = text;
    this.#placed = placed;
    this.#writeItem = writeItem;
  }

  override write(change: Replacement): Replacement | undefined {
    const { start, end, text } = this.#wholeLines(change);
    const isStart = this.#placed[this.#firstFrom(start)]?.start === start;
    const isLast = this.#placed[this.#firstFrom(end) - 1]?.end === end;
    // Settings have no order that matters; after records the platform may have some of its own.
    const isEnd = start === end && (start === this.#placed.at(-1)?.end || start === this.#text.length);
    if ((isStart || isEnd) && (text === '' || text.endsWith('\n')) && (start === end || isLast))
      return this.#items({ start, end, text });
    // What has one line keeps to it.
    const line = this.#text.slice(change.start, change.end);
    if (change.text.includes('\n') && !line.includes('\n') && !this.#isInLines(change.start)) return undefined;
    return super.write(change);
  }

  /** A line that is put at the end of another one is put before the next. */
  #wholeLines(change: Replacement): Replacement {
    const { start, end, text } = change;
    const isAtEnd = start === end && this.#text[start] === '\n' && text.startsWith('\n') && !text.endsWith('\n');
    return isAtEnd ? { start: start + 1, end: start + 1, text: `${text.slice(1)}\n` } : change;
  }

  /** Whether the item at an offset has several lines itself. */
  #isInLines(offset: number): boolean {
    const item = this.#placed[this.#firstFrom(offset + 1) - 1];
    return item !== undefined && offset < item.end && this.#text.slice(item.start, item.end - 1).includes('\n');
  }

  /** Whole lines in the place of others. The last item stays: what an empty list means, each platform says otherwise. */
  #items({ start, end, text }: Replacement): Replacement | undefined {
    const after = this.#firstFrom(end);
    const gone = this.#placed.slice(this.#firstFrom(start), after).filter((one) => one.end <= end);
    const next = this.#placed[after];
    const neighbour = gone[0] ?? next ?? this.#placed.at(-1);
    const place = this.#placeOf(gone, next);
    if (place === undefined || neighbour?.file === undefined) return undefined;
    const indentation = /^[ \t]*/.exec(this.fileText.slice(neighbour.file.start))![0];
    const lineFeed = lineEndOf(this.fileText);
    const lines = text === '' ? [] : text.slice(0, -1).split('\n');
    const written = lines.map((line) => this.#lineOf(line, indentation, lineFeed));
    if (written.includes(undefined)) return undefined;
    const isItem = (one: Placed) => this.#text[one.start] !== '#';
    this.#count ??= this.#placed.filter(isItem).length;
    if (this.#count === gone.filter(isItem).length && lines.every((line) => line.startsWith('#'))) return undefined;
    const isUnended = place.start === this.fileText.length && !this.fileText.endsWith('\n') && written.length > 0;
    return { ...place, text: (isUnended ? lineFeed : '') + written.join('') };
  }

  /** The place of the first item that starts at an offset or after it: there may be thousands, and as many changes. */
  #firstFrom(offset: number): number {
    let [low, high] = [0, this.#placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#placed[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #placeOf(gone: readonly Placed[], next: Placed | undefined): Span | undefined {
    if (gone.length === 0) {
      const at = next === undefined ? this.#placed.at(-1)?.file?.end : next.file?.start;
      return at === undefined ? undefined : { start: at, end: at };
    }
    const files = gone.map(({ file }) => file);
    if (files.some((file) => file === undefined)) return undefined;
    // Nothing else may stand between them.
    const isApart = (at: number) => this.fileText.slice(files[at - 1]!.end, files[at]!.start).trim() !== '';
    if (files.some((_, at) => at > 0 && (files[at]!.start < files[at - 1]!.end || isApart(at)))) return undefined;
    return { start: files[0]!.start, end: files.at(-1)!.end };
  }

  /** An item that moves keeps its form. */
  #lineOf(line: string, indentation: string, lineFeed: string): string | undefined {
    // Of several the first one counts.
    this.#byLine ??= new Map(
      this.#placed.toReversed().map((one) => [this.#text.slice(one.start, one.end - 1), one] as const),
    );
    const same = this.#byLine.get(line);
    if (same?.file !== undefined) {
      const lines = this.fileText.slice(same.file.start, same.file.end);
      return lines.endsWith('\n') ? lines : `${lines}${lineFeed}`;
    }
    if (!isWritable(line)) return undefined;
    const written = line.startsWith('#') ? line : this.#writeItem(line);
    return written === undefined ? undefined : `${indentation}${written}${lineFeed}`;
  }
}
