import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { majors } from '../../src/catalog/majors.js';
import { parseConf } from '../../src/syntax/conf.js';
import { splitParameter } from '../../src/values/lists/parameters.js';
import { splitFiles, splitIdentifiers, splitWords } from '../../src/values/lists/split.js';
import { quoteValue, writeElement, writeList, writeValue } from '../../src/values/quote.js';

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`ab Z09_.$'"\\,#=-+\n\r\té€`) }),
  fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
);
const elements = fc.array(texts.filter((text) => !text.includes('\0')));

function readBack(written: string): string | undefined {
  const { lines } = parseConf(`a = ${written}\n`);
  const [line] = lines;
  return lines.length === 1 && line?.type === 'Setting' ? line.value.value : undefined;
}

describe('a value', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readBack(writeValue(text))).toBe(text);
        expect(readBack(quoteValue(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['on', 'on'],
    ['8MB', '8MB'],
    ['-1', '-1'],
    ['0.5', '0.5'],
    ['', "''"],
    ['a$b', "'a$b'"],
    ['scram-sha-256', "'scram-sha-256'"],
    ["it's C:\\x", "'it''s C:\\\\x'"],
    ['a\nb', "'a\\nb'"],
  ])('%j is written %s', (value, written) => {
    expect(writeValue(value)).toBe(written);
  });
});

describe('a list', () => {
  test('is taken apart into the elements it was made of', () => {
    fc.assert(
      fc.property(elements, fc.constantFrom(...majors), (list, major) => {
        expect(splitFiles(writeList(list), major)?.map(({ name }) => name)).toEqual(list);
        expect(splitWords(writeList(list), major)).toEqual(list);
      }),
    );
  });

  test('of identifiers keeps capitals by quotes', () => {
    expect(splitIdentifiers(['a', 'B', '$user'].map((name) => writeElement(name, true)).join(','), 18)).toEqual([
      'a',
      'B',
      '$user',
    ]);
  });

  test('is split as the server splits that parameter', () => {
    expect(splitParameter('shared_preload_libraries', 'A b,"c,d"', 18)).toEqual(['A b', 'c,d']);
    expect(splitParameter('search_path', 'A, "B"', 18)).toEqual(['a', 'B']);
    expect(splitParameter('search_path', 'a b', 18)).toBeUndefined();
    expect(splitParameter('listen_addresses', 'A, b', 18)).toEqual(['A', 'b']);
    expect(splitParameter('listen_addresses', 'a b', 18)).toBeUndefined();
  });
});
