/**
 * A carrier for tests alone, made like YAML: at the left the name of a cluster, below it a document a key, as a block with
 * an indentation, as a quoted text with escapes, or as a list of quoted lines.
 */
import type { CarriedCluster, CarriedText, Carrier } from '../../src/documents/carrier.js';
import type { Replacement } from '../../src/documents/map.js';
import { type Segment, type SegmentEncoding, SegmentMap } from '../../src/documents/segments.js';
import type { FileKind, Span } from '../../src/syntax/nodes.js';

export const testCarrier: Carrier = {
  mayCarry: (path) => path.endsWith('.carrier'),
  clustersIn: (_, { text }) => readClusters(text),
};

interface Line extends Span {
  text: string;
  /** Where the next line starts. */
  next: number;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\n|$)/g)]
    .filter(([whole]) => whole !== '')
    .map(({ 0: whole, 1: content, index }) => ({
      text: content!,
      start: index,
      end: index + content!.length,
      next: index + whole.length,
    }));
}

function readClusters(text: string): CarriedCluster[] {
  const clusters: CarriedCluster[] = [];
  let texts: CarriedText[] = [];
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const name = /^(\w+):$/.exec(line.text)?.[1];
    if (name !== undefined) {
      texts = [];
      clusters.push({ name, extent: 'whole', texts });
    }
    const key = /^ {2}(conf|hba|ident|hosts): ?(.*)$/.exec(line.text);
    if (key === null) continue;
    const kind = key[1] as FileKind;
    if (key[2] === '|') {
      const from = at + 1;
      while (lines[at + 1] !== undefined && /^(?: {3,}.*| *)$/.test(lines[at + 1]!.text)) at++;
      texts.push({ kind, ...block(text, lines.slice(from, at + 1), line.next) });
    } else if (key[2] === '') {
      const items: Line[] = [];
      while (/^ {4}- "/.test(lines[at + 1]?.text ?? '')) items.push(lines[++at]!);
      if (items.length > 0) texts.push({ kind, ...list(text, items.map(insideQuotes), true) });
    } else {
      texts.push({ kind, ...list(text, [insideQuotes(line)], false) });
    }
  }
  return clusters.filter(({ texts: found }) => found.length > 0);
}

/** What stands between the first and the last quote of a line. */
function insideQuotes({ text, start }: Line): Span {
  return { start: start + text.indexOf('"') + 1, end: start + text.lastIndexOf('"') };
}

/** A block keeps its lines without their indentation; each of them has a line end in the document. */
function block(fileText: string, lines: readonly Line[], start: number): Pick<CarriedText, 'text' | 'map'> {
  const indentation = /^ */.exec(lines.find(({ text }) => text.trim() !== '')?.text ?? '    ')![0];
  const contents = lines.map(({ text }) => text.slice(indentation.length));
  const text = contents.map((content) => `${content}\n`).join('');
  const file = { start, end: lines.at(-1)?.next ?? start };
  const encoding = new BlockEncoding(lines, contents, indentation, fileText.includes('\r\n') ? '\r\n' : '\n', file);
  return { text, map: new SegmentMap(fileText, [{ start: 0, end: text.length, file, encoding }]) };
}

class BlockEncoding implements SegmentEncoding {
  readonly #contents: readonly string[];
  readonly #indentation: string;
  readonly #lineEnd: string;
  /** Where each line starts in the document, and in the stretch of the file; one more for the end. */
  readonly #starts: number[] = [0];
  readonly #written: number[];

  constructor(
    lines: readonly Line[],
    contents: readonly string[],
    indentation: string,
    lineEnd: string,
    { start, end }: Span,
  ) {
    this.#contents = contents;
    this.#indentation = indentation;
    this.#lineEnd = lineEnd;
    for (const content of contents) this.#starts.push(this.#starts.at(-1)! + content.length + 1);
    this.#written = [...lines.map((line) => line.start - start), end - start];
  }

  written(offset: number): number {
    const line = this.#lineOf(offset);
    if (line === this.#contents.length) return this.#written[line]!;
    return this.#written[line]! + this.#shift(line) + offset - this.#starts[line]!;
  }

  read(offset: number): number {
    const after = this.#written.findIndex((start) => start > offset);
    const line = after === -1 ? this.#contents.length : after - 1;
    const column = Math.max(0, offset - this.#written[line]! - this.#shift(line));
    return this.#starts[line]! + Math.min(column, this.#contents[line]?.length ?? 0);
  }

  /** Refuses what would need another indentation than the one that the first line gives. */
  write({ start, end, text }: Replacement): Replacement | undefined {
    const [first, last] = [this.#lineOf(start), this.#lineOf(end)];
    const before = (this.#contents[first] ?? '').slice(0, start - this.#starts[first]!);
    const after = last === this.#contents.length ? '' : `${this.#contents[last]!.slice(end - this.#starts[last]!)}\n`;
    const changed = before + text + after;
    const complete = changed === '' || changed.endsWith('\n') ? changed : `${changed}\n`;
    const all = [...this.#contents.slice(0, first), complete, ...this.#contents.slice(last + 1)].join('\n');
    if (/^\n* /.test(all)) return undefined;
    const from = this.#written[first]!;
    const to = this.#written[Math.min(last + 1, this.#contents.length)]!;
    return { start: from, end: to, text: this.#indented(complete) };
  }

  #indented(text: string): string {
    return text.replace(/([^\n]*)\n/g, (_, content: string) =>
      content === '' ? this.#lineEnd : this.#indentation + content + this.#lineEnd,
    );
  }

  /** Lines without any text may be written without indentation. */
  #shift(line: number): number {
    return this.#contents[line] === '' || line >= this.#contents.length ? 0 : this.#indentation.length;
  }

  #lineOf(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset);
  }
}

/** Quoted lines, each with its escapes; the line ends between several of them stand nowhere in the file. */
function list(fileText: string, items: readonly Span[], areLines: boolean): Pick<CarriedText, 'text' | 'map'> {
  const segments: Segment[] = [];
  let text = '';
  for (const file of items) {
    const encoding = new QuotedEncoding(fileText.slice(file.start, file.end), areLines);
    segments.push({ start: text.length, end: text.length + encoding.text.length, file, encoding });
    text += encoding.text + (areLines ? '\n' : '');
  }
  return { text, map: new SegmentMap(fileText, segments) };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

/** Writes a text with escapes where it needs them. */
export function quoted(text: string): string {
  return text.replace(/[\n\t\r"\\]/g, (character) => {
    const [letter] = Object.entries(escapes).find(([, meant]) => meant === character)!;
    return `\\${letter}`;
  });
}

class QuotedEncoding implements SegmentEncoding {
  readonly text: string;
  readonly #isLine: boolean;
  /** Where each character is written; one more for the end. */
  readonly #written: number[] = [];

  constructor(written: string, isLine: boolean) {
    this.#isLine = isLine;
    let text = '';
    for (const match of written.matchAll(/\\u([0-9a-f]{4})|\\(.)|[^\\]/gs)) {
      const [whole, code, letter] = match;
      this.#written.push(match.index);
      text += code !== undefined ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[letter!] ?? whole);
    }
    this.#written.push(written.length);
    this.text = text;
  }

  written(offset: number): number {
    return this.#written[offset]!;
  }

  read(offset: number): number {
    return this.#written.findLastIndex((at) => at <= offset);
  }

  write({ start, end, text }: Replacement): Replacement | undefined {
    if (this.#isLine && text.includes('\n')) return undefined;
    return { start: this.written(start), end: this.written(end), text: quoted(text) };
  }
}
