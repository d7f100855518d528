/** Random files of the tests' own carrier, with where each character of each document was written. */
import fc from 'fast-check';
import type { FileKind } from '../../src/syntax/nodes.js';
import { quoted } from './carrier.js';

/** How a document is written. */
export type Style = 'block' | 'quoted' | 'list';

export interface Written {
  kind: FileKind;
  text: string;
  style: Style;
  /** The offset in the file of each character of the document, and of its end. */
  at: number[];
}

/** A file that carries documents. */
export interface CarriedFile {
  text: string;
  documents: Written[];
}

/** Writes a file while it notes where each character goes. */
class Writer {
  text = '';
  readonly #lineEnd: string;

  constructor(lineEnd: string) {
    this.#lineEnd = lineEnd;
  }

  line(text: string): void {
    this.text += text + this.#lineEnd;
  }

  document(kind: FileKind, text: string, style: Style, indentation: number, everyEscape: boolean): Written {
    if (style === 'block') return this.#block(kind, text, indentation);
    // A list has a line at least.
    if (style === 'quoted' || text === '') {
      this.text += `  ${kind}: "`;
      const at = this.#quoted(text, everyEscape);
      this.line('"');
      return { kind, text, style: 'quoted', at };
    }
    this.line(`  ${kind}:`);
    const at: number[] = [];
    for (const line of text.split('\n').slice(0, -1)) {
      this.text += '    - "';
      at.push(...this.#quoted(line, everyEscape));
      // The line end stands nowhere: its place is the quote.
      this.line('"');
    }
    return { kind, text, style, at: [...at, at.at(-1) ?? this.text.length] };
  }

  #block(kind: FileKind, text: string, indentation: number): Written {
    this.line(`  ${kind}: |`);
    const at: number[] = [];
    for (const line of text.split('\n').slice(0, -1)) {
      if (line !== '') this.text += ' '.repeat(indentation);
      for (let index = 0; index < line.length; index++) at.push(this.text.length + index);
      this.text += line;
      at.push(this.text.length);
      this.line('');
    }
    return { kind, text, style: 'block', at: [...at, this.text.length] };
  }

  #quoted(text: string, everyEscape: boolean): number[] {
    const at: number[] = [];
    for (let index = 0; index < text.length; index++) {
      at.push(this.text.length);
      const code = text.charCodeAt(index);
      const isBare = code >= 0x20 && code < 0x7f;
      this.text += everyEscape && !isBare ? `\\u${code.toString(16).padStart(4, '0')}` : quoted(text[index]!);
    }
    return [...at, this.text.length];
  }
}

/** How one document of a file is to be written. */
export interface Layout {
  style: Style;
  indentation: number;
  everyEscape: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  style: fc.constantFrom<Style>('block', 'quoted', 'list'),
  indentation: fc.integer({ min: 3, max: 9 }),
  everyEscape: fc.boolean(),
});

/** Lines of other things: nothing in them belongs to a document. */
const noise = fc.constantFrom(
  '# host all all all trust',
  '',
  '# ünïcödé 😀',
  'other: "fsync = off"',
  '  image: postgres:16',
);

/** Everything around documents: what stands before each and after the last, and the line ends. */
export const surroundings = fc.record({
  before: fc.array(fc.array(noise, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

/**
 * Writes a file.
 *
 * @param texts by kind; every line of theirs ends with a line feed
 * @param how a layout for each
 */
export function carry(
  texts: readonly (readonly [FileKind, string])[],
  how: readonly Layout[],
  around: { before: readonly (readonly string[])[]; lineEnd: string },
): CarriedFile {
  const writer = new Writer(around.lineEnd);
  for (const line of around.before[0] ?? []) writer.line(line);
  writer.line('main:');
  const documents = texts.map(([kind, text], index) => {
    for (const line of around.before[index + 1] ?? []) if (line !== '') writer.line(line);
    const { style, indentation, everyEscape } = how[index]!;
    return writer.document(kind, text, style, indentation, everyEscape);
  });
  writer.line('# the end');
  return { text: writer.text, documents };
}

/** Where a span of a document must stand in the file: a line end that the file does not hold ends with its line. */
export function placeMeant({ text, style, at }: Written, start: number, end: number): { start: number; end: number } {
  const isBesides = style === 'list' && end > start && text[end - 1] === '\n';
  return { start: at[start]!, end: isBesides ? at[end - 1]! : at[end]! };
}
