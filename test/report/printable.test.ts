import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeText } from '../../src/report/markdown.js';
import { asLines, printableJson, say, visible, visibleInPlace, visibleLine } from '../../src/report/printable.js';

/** Any UTF-16 text, half surrogates and what Unicode leaves out among it. */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('##', '[', 'vso', '::', 'error', ' ', '\n', '\x1b', '\u202e', '\u200b', 'a'))
    .map((parts) => parts.join('')),
);
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const command = /##\w*\[|(?:^|\s)::[A-Za-z][\w-]*(?:\s[^:]*)?::/;

describe('what may be printed', () => {
  test.each([
    ['\x1b[2J', '\\u001b[2J'],
    ['a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['\x7f\u009b31m', '\\u007f\\u009b31m'],
    ['app\u202e', 'app\\u202e'],
    ['a\u200bb\u2060c\ufeffd\u00ade', 'a\\u200bb\\u2060c\\ufeffd\\u00ade'],
    ['\u2028\u2029\u0085', '\\u2028\\u2029\\u0085'],
    ['\ufffe\uffff\ufdd0\u{1ffff}', '\\ufffe\\uffff\\ufdd0\\u{1ffff}'],
    ['\ud800x\udc00', '\\ud800x\\udc00'],
    ['\u{e0041}', '\\u{e0041}'],
    ['##vso[task.setvariable variable=x]y', '#\\u0023vso[task.setvariable variable=x]y'],
    ['x ##[error]y ##teamcity[z]', 'x #\\u0023[error]y #\\u0023teamcity[z]'],
    ['::error file=a,line=1::text', '\\u003a:error file=a,line=1::text'],
    [' ::stop-commands::x', ' \\u003a:stop-commands::x'],
    ['host all all ::1/128 ::/0 ::ffff:10.0.0.1 fe80::1', 'host all all ::1/128 ::/0 ::ffff:10.0.0.1 fe80::1'],
    ['Grüße, 数据库, 🐘 ## [x]', 'Grüße, 数据库, 🐘 ## [x]'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('nothing is left that cannot be seen or that a pipeline obeys, and a second look changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const shown of [
          visible(text),
          visibleInPlace(text).replaceAll('\t', ' '),
          visibleLine(text).replaceAll('\t', ' '),
        ]) {
          expect(shown).not.toMatch(unseen);
          expect(shown).not.toMatch(command);
        }
        expect(visible(visible(text))).toBe(visible(text));
        expect(visibleInPlace(text)).toHaveLength(text.length);
        expect(say`a ${text} b`).not.toMatch(unseen);
        expect(asLines([text, text]).split('\n')).toHaveLength(3);
      }),
      { numRuns: 2000 },
    );
  });

  test('JSON reads back as the same value', () => {
    fc.assert(
      fc.property(fc.anything({ key: anything, withBigInt: false }), anything, (value, text) => {
        const plain = JSON.parse(JSON.stringify({ value, text }));
        const written = printableJson({ value, text }, 2);
        expect(JSON.parse(written)).toEqual(plain);
        expect(written.replaceAll('\n', '')).not.toMatch(unseen);
        expect(written).not.toMatch(/##\w*\[/);
      }),
      { numRuns: 1000 },
    );
  });

  test('Markdown has no markup, link, picture or mention of a file in it', () => {
    expect(escapeText('![a](https://e/x.png) <b> `c` @team #12 www.evil.com a@b.c')).toBe(
      '&#33;&#91;a&#93;&#40;https&#58;//e/x.png&#41; &#60;b&#62; &#96;c&#96; &#64;&#8203;team &#35;&#8203;12 www&#46;evil.com a&#64;&#8203;b.c',
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(escapeText(text)).not.toMatch(/[`*_[\]<>()|~!@]|:\/\/|\bwww\.|\bhttps?:/i);
      }),
    );
  });
});
