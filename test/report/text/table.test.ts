import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatTable, type TableLayout, tableLines } from '../../../src/report/text/table.js';
import columnsOf from '../../../src/report/vfile-reporter/string-width.js';

const rows = [
  { file: 'a.conf', name: 'one', text: 'some words here', error: null },
  { file: 'a.conf', name: 'two', text: ['x', 'y'], error: 'It is wrong and long.' },
];
const headings = ['file', 'name', 'text', 'error'];

describe('a table', () => {
  test('that fits has a column for each heading', () => {
    expect(tableLines(headings, rows, { width: 80 })).toEqual([
      'file    name  text             error',
      '------  ----  ---------------  ---------------------',
      'a.conf  one   some words here',
      'a.conf  two   {x,y}            It is wrong and long.',
    ]);
  });

  test('says once what all rows have', () => {
    expect(tableLines(headings, rows, { width: 80, once: 'file' }).slice(0, 4)).toEqual([
      'file: a.conf',
      '',
      'name  text             error',
      '----  ---------------  ---------------------',
    ]);
    const others = [...rows, { file: 'b.conf', name: 'x' }];
    expect(tableLines(headings, others, { width: 80, once: 'file' })[0]).toMatch(/^file {4}name /);
  });

  test('wraps the widest cells between words', () => {
    expect(tableLines(['name', 'text'], rows, { width: 16 })).toEqual([
      'name  text',
      '----  ----------',
      'one   some words',
      '      here',
      'two   {x,y}',
    ]);
  });

  test('that does not fit leaves out columns with nothing in them', () => {
    const list = [{ a: 'one', empty: '', b: 'two three' }];
    expect(tableLines(['a', 'empty', 'b'], list, { width: 14 })).toEqual([
      'a    b',
      '---  ---------',
      'one  two three',
    ]);
    expect(tableLines(['a', 'empty', 'b'], list, { width: 40 })[0]).toBe('a    empty  b');
  });

  test('that does not fit has columns below its rows', () => {
    expect(tableLines(headings, rows, { width: 34, below: ['error'] })).toEqual([
      'file    name  text',
      '------  ----  ---------------',
      'a.conf  one   some words here',
      'a.conf  two   {x,y}',
      '    error: It is wrong and long.',
    ]);
  });

  test('has notes below its rows in any case', () => {
    const layout: TableLayout = { width: 24, note: 'error' };
    expect(tableLines(['name'], rows, layout)).toEqual([
      'name',
      '----',
      'one',
      'two',
      '    It is wrong and',
      '      long.',
    ]);
  });

  test('has a line for each cell where no column fits', () => {
    expect(tableLines(headings, rows, { width: 20 })).toEqual([
      'file: a.conf',
      'name: one',
      'text: some words',
      '  here',
      '',
      'file: a.conf',
      'name: two',
      'text: {x,y}',
      'error: It is wrong',
      '  and long.',
    ]);
  });

  test('of no row is its headings', () => {
    expect(formatTable(['a', 'b'], [], { width: 80, once: 'a' })).toBe('a  b\n-  -\n');
  });

  test('a very long value takes no more than its length', () => {
    const list = [{ a: 'x'.repeat(300_000), b: 'y' }];
    const before = process.cpuUsage().user;
    expect(formatTable(['a', 'b'], list, { width: 80 }).length).toBeLessThan(400_000);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
  });

  test('no line is wider than the width, none has spaces at its end, and no text is lost', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        'pg_hba.conf',
        'scram-sha-256 clientcert=verify-full',
        '/var/lib/postgresql/16/main',
        '角色角色',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((one) => one.replace(/[^\p{L}\p{N} ]/gu, '')),
      fc.constantFrom('x'.repeat(50)),
    );
    const row = fc.record({ file: text, one: text, two: text, three: text, four: text });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.integer({ min: 20, max: 90 }), (list, width) => {
        const lines = tableLines(['file', 'one', 'two', 'three', 'four'], list, {
          width,
          once: 'file',
          below: ['four', 'three'],
          note: 'two',
        });
        for (const line of lines) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
          expect(line).toBe(line.trimEnd());
        }
        const letters = (some: string) => some.match(/x/g)?.length ?? 0;
        const given = list.map(({ one, two, three, four }) => letters(one + two + two + three + four));
        expect(letters(lines.join(''))).toBeGreaterThanOrEqual(given.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});
