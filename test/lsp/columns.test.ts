import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnAt } from '../../src/lsp/features/completion/columns.js';

test.each(['\ufeff', '\u00a0', '\u2028', '\u3000'])(
  '%j, white space to JavaScript alone, belongs to a word',
  (space) => {
    const text = `${space}local a${space}b x`;
    const { before, typed } = columnAt(text, text.length);
    expect(before.map(({ words }) => words)).toEqual([[`${space}local`], [`a${space}b`]]);
    expect(typed).toBe('x');
  },
);

test('any text has a column at any place', () => {
  const piece = fc.constantFrom(
    'a',
    '"',
    ',',
    ' ',
    '\t',
    '\r',
    '\n',
    '\\\n',
    '#',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\v',
    '\0',
    '@',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(30), (pieces, place) => {
      const text = pieces.join('');
      const offset = Math.min(place, text.length);
      const { replace } = columnAt(text, offset);
      expect(replace.start).toBeLessThanOrEqual(offset);
      expect(replace.end).toBeGreaterThanOrEqual(offset);
    }),
    { numRuns: 2_000 },
  );
});
