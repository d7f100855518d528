import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { visible } from '../../../src/report/printable.js';
import { fitted, hanging, prefixWithin, readingWidth, wrapped } from '../../../src/report/text/wrap.js';
import columnsOf from '../../../src/report/vfile-reporter/string-width.js';

/** Words as messages and files have them: wide characters, long names, colons that pipelines read. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'a',
      'record',
      '::error::x',
      'a::error::b',
      'x'.repeat(30),
      '角色角色角色角色',
      'é́',
      '/var/lib/postgresql/data',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
);
const text = words.map((list) => visible(list.join(' ')));
const widths = fc.integer({ min: 2, max: 60 });

describe('wrapped', () => {
  test('breaks between words', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('one two three', 8, 4)).toEqual(['one', 'two', 'three']);
    expect(wrapped('three', 8, 2)).toEqual(['', 'three']);
    expect(wrapped('', 7)).toEqual(['']);
  });

  test('keeps the spaces between words of a line', () => {
    expect(wrapped('a   b   c', 6)).toEqual(['a   b', 'c']);
  });

  test('breaks a word that is too wide after a part of it, else anywhere', () => {
    expect(wrapped('/var/lib/postgresql/data', 12)).toEqual(['/var/lib/', 'postgresql/', 'data']);
    expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapped('角色角色', 5)).toEqual(['角色', '角色']);
  });

  test('no line begins with what a pipeline obeys', () => {
    expect(wrapped('abc::error::d', 3)).toEqual(['ab', 'c::', 'err', 'or:', ':d']);
  });

  test('no line is wider than the width, none has spaces at its end, nothing is lost, and all stays visible', () => {
    fc.assert(
      fc.property(text, widths, widths, (one, width, first) => {
        const lines = wrapped(one, width, first);
        for (const [index, line] of lines.entries()) {
          expect(columnsOf(line)).toBeLessThanOrEqual(index === 0 ? first : width);
          expect(line).not.toMatch(/ $/);
          expect(visible(line)).toBe(line);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(one.replaceAll(' ', ''));
      }),
    );
  });
});

describe('hanging', () => {
  test('sets further lines below the text, or where it is told', () => {
    expect(hanging('why: ', 'one two three', 12)).toEqual(['why: one two', '     three']);
    expect(hanging('why: ', 'one two three', 12, 2)).toEqual(['why: one two', '  three']);
    expect(hanging('very long: ', 'wordy', 12, 2)).toEqual(['very long:', '  wordy']);
    expect(hanging('very long head: ', 'wordy', 8)).toEqual(['very', 'long', 'head:', 'wordy']);
  });

  test('no line is wider than the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), fc.integer({ min: 0, max: 8 }), (one, width, hang) => {
        for (const line of hanging('  = help: ' as never, one, width, hang)) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

describe('fitted', () => {
  test('leaves lines that fit, without spaces at their end', () => {
    expect(fitted(['  a  b ', ''], 20)).toEqual(['  a  b', '']);
  });

  test('sets further lines two columns right of the start, or of the text after a mark', () => {
    expect(fitted(['  one two three four'], 12)).toEqual(['  one two', '    three', '    four']);
    expect(fitted(['  [ ] one two three'], 14)).toEqual(['  [ ] one two', '      three']);
    expect(fitted(['- one two three'], 10)).toEqual(['- one two', '  three']);
  });

  test('gives up an indentation that leaves no room', () => {
    expect(fitted([`${' '.repeat(18)}one two`], 20)).toEqual(['one two']);
  });

  test('no line is wider than the width', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.integer({ min: 20, max: 60 }), (one, indent, width) => {
        for (const line of fitted([' '.repeat(indent) + one], width)) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/ $/);
        }
      }),
    );
  });
});

test('prefixWithin counts columns and gives at least one character', () => {
  expect(prefixWithin('abc', 2)).toBe(2);
  expect(prefixWithin('角色', 3)).toBe(1);
  expect(prefixWithin('角', 1)).toBe(1);
  expect(prefixWithin('𠮷𠮷', 2)).toBe(2);
});

test('the reading width is the terminal’s within bounds', () => {
  expect([5, 80, 120, 300].map(readingWidth)).toEqual([20, 80, 120, 120]);
});
