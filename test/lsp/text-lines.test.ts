/** What a client calls the places of a text: against a plain reading of the protocol, for every line end and both encodings. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ColumnEncoding, TextLines } from '../../src/lsp/protocol/text-lines.js';

const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\r', '\r\n', 'é', '€', '😀', '\t', '\ud83d', '\ude00'), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));
const encodings = fc.constantFrom<ColumnEncoding>('utf-16', 'utf-8');

/** The protocol's lines, read slowly: each with its start, and its end without the line end. */
function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index });
    start = index + ending.length;
  }
  return [...lines, { start, end: text.length }];
}

const columns = (text: string, encoding: ColumnEncoding) =>
  encoding === 'utf-16' ? text.length : new TextEncoder().encode(text).length;

/** Offsets at which a character starts, or the text ends. */
function wholeOffsets(text: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) offsets.push(at);
  return [...offsets, text.length];
}

describe('text lines', () => {
  test('start and end where the protocol says', () => {
    fc.assert(
      fc.property(texts, encodings, (text, encoding) => {
        const lines = new TextLines(text, encoding);
        const meant = linesOf(text);
        expect(lines.count).toBe(meant.length);
        for (const [index, { start, end }] of meant.entries()) {
          expect([lines.startOf(index), lines.endOf(index)]).toEqual([start, end]);
          for (let at = start; at <= end; at++) expect(lines.lineAt(at)).toBe(index);
        }
        // What lies beyond the last line is the end of the text.
        expect([lines.startOf(meant.length), lines.endOf(meant.length)]).toEqual([text.length, text.length]);
      }),
      { numRuns: 500 },
    );
  });

  test('every offset has the columns that the client counts, and leads back', () => {
    fc.assert(
      fc.property(texts, encodings, (text, encoding) => {
        const lines = new TextLines(text, encoding);
        for (const offset of wholeOffsets(text)) {
          const line = linesOf(text).findLastIndex(({ start }) => start <= offset);
          const { start, end } = linesOf(text)[line]!;
          const inLine = Math.min(offset, end);
          const character = columns(text.slice(start, inLine), encoding);
          expect(lines.positionAt(offset)).toEqual({ line, character });
          expect(lines.offsetAt({ line, character })).toBe(inLine);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a place beyond a line means its end, one before the text its start; swapped ends mean the same', () => {
    fc.assert(
      fc.property(texts, encodings, fc.nat(20), fc.nat(40), (text, encoding, line, character) => {
        const lines = new TextLines(text, encoding);
        const meant = linesOf(text)[line];
        const offset = lines.offsetAt({ line, character });
        if (meant === undefined) expect(offset).toBe(text.length);
        else {
          expect(offset).toBeGreaterThanOrEqual(meant.start);
          expect(offset).toBeLessThanOrEqual(meant.end);
          const before = columns(text.slice(meant.start, offset), encoding);
          expect(before).toBeLessThanOrEqual(character);
          // No further character fits, or the line ends.
          const next = wholeOffsets(text).find((at) => at > offset && at <= meant.end);
          if (next !== undefined && encoding === 'utf-8') {
            expect(columns(text.slice(meant.start, next), encoding)).toBeGreaterThan(character);
          }
        }
        expect(lines.offsetAt({ line: -1, character })).toBe(0);
        expect(lines.offsetAt({ line, character: -1 })).toBe(meant === undefined ? text.length : meant.start);
        expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
        expect(lines.positionAt(text.length + 1)).toEqual(lines.positionAt(text.length));
        const [start, end] = [lines.positionAt(0), { line, character }];
        expect(lines.spanOf({ start: end, end: start })).toEqual(lines.spanOf({ start, end }));
        expect(lines.spanOf({ start, end })).toEqual({ start: 0, end: offset });
      }),
      { numRuns: 500 },
    );
  });

  test('ranges are the places of both ends, and columns those of a piece of a line', () => {
    fc.assert(
      fc.property(texts, encodings, fc.nat(), fc.nat(), (text, encoding, a, b) => {
        const lines = new TextLines(text, encoding);
        const offsets = wholeOffsets(text);
        const [one, other] = [offsets[a % offsets.length]!, offsets[b % offsets.length]!];
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        expect(lines.rangeOf(span)).toEqual({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) });
        expect(lines.columnsOf(span)).toBe(columns(text.slice(span.start, span.end), encoding));
      }),
      { numRuns: 300 },
    );
  });
});
