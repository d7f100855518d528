import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { majors } from '../../src/catalog/majors.js';
import { bytesOf, checkRegularExpression } from '../../src/syntax/regular-expression.js';

/** One line of the fixture: an expression as bytes, and why the majors (`10-13`, `14-18`, `10-18`) refuse it. */
interface Case {
  expression: string;
  errors: Record<string, string>;
}

const cases = readFileSync(new URL('../fixtures/regular-expressions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

function code(expression: string, major: (typeof majors)[number]): string | undefined {
  const check = checkRegularExpression(expression, major, 'latin1');
  return check.ok ? undefined : check.code;
}

function error(expression: string): [code: string, offset: number] | undefined {
  const check = checkRegularExpression(expression);
  return check.ok ? undefined : [check.code, check.offset];
}

describe('checkRegularExpression', () => {
  test('gives the verdict of every server on the recorded expressions', () => {
    expect(cases.length).toBeGreaterThan(300);
    const wrong = cases.flatMap(({ expression, errors }) =>
      Object.entries(errors.always === undefined ? { '10-13': '', '14-18': '', ...errors } : { '10-18': errors.always })
        .flatMap(([range, expected]) => {
          const [from, to] = range.split('-').map(Number);
          return majors.filter((major) => major >= from! && major <= to!).map((major) => ({ major, expected }));
        })
        .filter(({ major, expected }) => (code(expression, major) ?? '') !== expected)
        .map(({ major, expected }) => ({ expression, major, expected })),
    );
    expect(wrong).toEqual([]);
  });

  test('says where an expression is wrong, in characters of the text', () => {
    expect(error('^ü(a')).toEqual(['unbalanced-parenthesis', 4]);
    expect(error('a**')).toEqual(['nothing-to-repeat', 2]);
    expect(error('ab\\q')).toEqual(['bad-escape', 3]);
    expect(error('[a-b-c]')).toEqual(['bad-character-range', 4]);
    expect(error('😀[z-a]')?.[0]).toBe('bad-character-range');
    expect(error('a\0b')).toEqual(['contains-nul', 1]);
  });

  test('reads a text beyond ASCII byte by byte, as the postmaster does', () => {
    // As characters this range runs backwards; as bytes it is \xc3, the range \xaa-\xc3, and \xa9.
    expect(error('[ê-é]')).toBeUndefined();
    expect(error('[[.é.]]')?.[0]).toBe('unknown-collating-element');
    expect(bytesOf('é')).toBe('\xc3\xa9');
    expect(bytesOf('é', 'latin1')).toBe('\xe9');
  });

  test('counts the groups that capture', () => {
    const check = checkRegularExpression('(a)(?:b)(?=(c))((d))');
    expect(check.ok && check.groups).toBe(3);
  });

  test('says where only the limits of the server decide', () => {
    const undecided = (expression: string) => {
      const check = checkRegularExpression(expression);
      return check.ok && check.undecided !== undefined;
    };
    // 10 to 18 compile the first three and refuse the last one.
    expect(undecided('a?'.repeat(900))).toBe(false);
    expect(undecided('x'.repeat(10_000))).toBe(false);
    expect(undecided('(?:a{90}){90}')).toBe(false);
    expect(undecided('a?'.repeat(2000))).toBe(true);
    expect(undecided('(?:(?:a*b*){0,40}){0,40}')).toBe(true);
    expect(undecided(`${'('.repeat(5000)}${')'.repeat(5000)}`)).toBe(true);
    expect(undecided('(((a{255}){255}){255}){255}')).toBe(true);
  });

  test('never fails, and finds every error within the text', () => {
    const characters = fc.constantFrom(...'ab()[]{}|*+?\\^$.:=-,1209dwé#< \n');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 20 }), fc.constantFrom(...majors), (text, major) => {
        const expression = text.join('');
        const check = checkRegularExpression(expression, major);
        if (check.ok) return check.groups <= expression.length;
        return check.offset >= 0 && check.offset <= expression.length && check.message.length > 20;
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  test('takes a literal text behind ***= whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0'));
        return checkRegularExpression(`***=${text}`).ok;
      }),
      { seed: 7 },
    );
  });
});
