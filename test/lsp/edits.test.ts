/** The one edit that makes a text of another one. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { difference } from '../../src/lsp/features/edits.js';

const texts = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '😀', '😁', '🤀'), { maxLength: 10 })
  .map((parts) => parts.join(''));

const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;
const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;

/** Whether an offset stands between the two halves of a character. */
const cuts = (text: string, at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

describe('the difference of two texts', () => {
  test('makes the one of the other, and is none where they are the same', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = difference('/c/x', before, after);
        if (before === after) return expect(edit).toBeUndefined();
        const { file, start, end, text } = edit!;
        expect(file).toBe('/c/x');
        expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
        return undefined;
      }),
      { numRuns: 1000 },
    );
  });

  test('cuts no character in two', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = difference('/c/x', before, after);
        fc.pre(edit !== undefined);
        expect([cuts(before, edit!.start), cuts(before, edit!.end)]).toEqual([false, false]);
        expect(isLow(edit!.text.charCodeAt(0))).toBe(false);
        expect(isHigh(edit!.text.charCodeAt(edit!.text.length - 1))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('is no longer than it must be: its ends differ', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = difference('/c/x', before, after);
        fc.pre(edit !== undefined);
        const [gone, come] = [[...before.slice(edit!.start, edit!.end)], [...edit!.text]];
        if (gone.length === 0 || come.length === 0) return;
        expect(gone[0]).not.toBe(come[0]);
        expect(gone.at(-1)).not.toBe(come.at(-1));
      }),
      { numRuns: 1000 },
    );
  });
});
