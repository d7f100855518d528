import { describe, expect, test } from '@jest/globals';
import { atoi, strtolInt } from '../../../src/values/c-numbers.js';
import { splitPaths, splitWords } from '../../../src/values/lists/split.js';

describe('splitWords', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , "b c" ', ['a', 'b c']],
    ['"a""b"', ['a"b']],
    ['"a,b"', ['a,b']],
    ['""', ['']],
    ['A', ['A']],
    ['a,', undefined],
    [',a', undefined],
    ['a,,b', undefined],
    ['a b', undefined],
    ['"a', undefined],
    ['"a"b', undefined],
  ])('%j', (text, expected) => {
    expect(splitWords(text, 18)).toEqual(expected);
  });
});

describe('splitPaths', () => {
  test.each([
    ['', []],
    ['a b , c', ['a b', 'c']],
    ['"a,b",c', ['a,b', 'c']],
    ['a,,b', undefined],
    ['a,', undefined],
    // Observed on 18.4: which validator the view shows.
    ['a/../v1, ./v1/, /a//b/../c', ['v1', 'v1', '/a/c']],
    ['../v1', ['../v1']],
  ])('%j', (text, expected) => {
    expect(splitPaths(text, 18)).toEqual(expected);
  });
});

test('numbers are those of C', () => {
  expect(['12', ' 12x', '-5', '+7', 'x', '', '4294967296', '99999999999999999999', '2147483648'].map(atoi)).toEqual([
    12, 12, -5, 7, 0, 0, 0, -1, -2147483648,
  ]);
  expect(['12', ' 12', '12x', ''].map(strtolInt)).toEqual([12, 12, undefined, undefined]);
});
