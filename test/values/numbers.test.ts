import { describe, expect, test } from '@jest/globals';
import { formatGeneral, readDouble, readLong, roundHalfEven } from '../../src/values/number.js';

describe('readLong reads as strtol with base 0', () => {
  test.each([
    ['12', 12, 2],
    [' \t+12kB', 12, 5],
    ['-0x1F.', -31, 5],
    ['0x', 0, 1],
    ['0777', 511, 4],
    ['078', 7, 2],
    ['08', 0, 1],
    ['x', 0, 0],
    ['', 0, 0],
  ])('%j', (text, value, end) => {
    expect(readLong(text)).toEqual({ value, end, outOfRange: false });
  });
  test('stops at the bounds of 64 bits', () => {
    expect(readLong('9223372036854775807').outOfRange).toBe(false);
    expect(readLong('9223372036854775808').outOfRange).toBe(true);
    expect(readLong('-9223372036854775808').outOfRange).toBe(false);
    expect(readLong('-9223372036854775809').outOfRange).toBe(true);
  });
});

describe('readDouble reads as strtod', () => {
  test.each([
    ['1.5e-2GB', 0.015, 6],
    ['.5', 0.5, 2],
    ['5.', 5, 2],
    ['1e', 1, 1],
    ['1e+x', 1, 1],
    ['0x1.8p1', 3, 7],
    ['0x.8', 0.5, 4],
    ['0xg', 0, 1],
    ['-infinity', Number.NEGATIVE_INFINITY, 9],
    ['infinite', Number.POSITIVE_INFINITY, 3],
    ['.', 0, 0],
    ['e5', 0, 0],
  ])('%j', (text, value, end) => {
    expect(readDouble(text)).toMatchObject({ value, end, outOfRange: false });
  });
  test('knows what a double cannot hold', () => {
    for (const text of ['1e309', '1e-400', '4.9e-324', '0x1p-1080', '0x1p1024']) {
      expect([text, readDouble(text).outOfRange]).toEqual([text, true]);
    }
    for (const text of ['0e-400', '0x1p-1074', '1.7976931348623157e308']) {
      expect([text, readDouble(text).outOfRange]).toEqual([text, false]);
    }
  });
});

test('roundHalfEven rounds as rint', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999].map((value) => roundHalfEven(value) + 0)).toEqual([0, 2, 2, 0, -2, 2]);
});

describe('formatGeneral prints as %g', () => {
  test.each([
    [0, '0'],
    [-0, '-0'],
    [0.1, '0.1'],
    [123456.5, '123456'],
    [123457.5, '123458'],
    [1000005, '1e+06'],
    [999999.5, '1e+06'],
    [0.0001, '0.0001'],
    [0.00001234, '1.234e-05'],
    [1.79769e308, '1.79769e+308'],
    [-100, '-100'],
    [5e-324, '4.94066e-324'],
  ])('%d', (value, text) => {
    expect(formatGeneral(value)).toBe(text);
  });
});
