import { describe, expect, test } from '@jest/globals';
import { encodingNames, findEncoding } from '../../src/catalog/encodings.js';
import { findTimeZone, isSystemTimeZone, timeZoneNames } from '../../src/catalog/timezones.js';

describe('findTimeZone', () => {
  test.each([
    ['europe/PARIS', 'Europe/Paris'],
    ['utc', 'UTC'],
    ['est5edt', 'EST5EDT'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Etc/GMT+12', 'Etc/GMT+12'],
    ['US/Pacific', 'US/Pacific'],
    ['Europe/Atlantis', undefined],
    ['Europe/', undefined],
    ['right/Europe/Paris', undefined],
    ['', undefined],
  ])('%s is %s', (written, expected) => {
    expect(findTimeZone(written)).toBe(expected);
  });

  test('has all zones of the servers', () => {
    expect(timeZoneNames().length).toBeGreaterThan(590);
  });

  test('knows the names that only the operating system’s database has', () => {
    expect(isSystemTimeZone('localtime')).toBe(true);
    expect(isSystemTimeZone('posix/Europe/Paris')).toBe(true);
    expect(isSystemTimeZone('posix/Europe/Atlantis')).toBe(false);
    expect(isSystemTimeZone('Europe/Paris')).toBe(false);
  });
});

describe('findEncoding', () => {
  test.each([
    ['utf-8', 'UTF8'],
    ['Unicode', 'UTF8'],
    ['sql_ascii', 'SQL_ASCII'],
    ['iso-8859-15', 'LATIN9'],
    ['windows 1252', 'WIN1252'],
    ['Shift_JIS', 'SJIS'],
    ['mskanji', 'SJIS'],
    ['euc_jp', 'EUC_JP'],
    ['ascii', undefined],
    ['', undefined],
    [`sjis${'-'.repeat(60)}`, 'SJIS'],
  ])('%s is %s', (written, expected) => {
    expect(findEncoding(written, 18)).toBe(expected);
  });

  test('has all encodings of the servers', () => {
    expect(encodingNames(18)).toHaveLength(42);
    expect(encodingNames(19)).toHaveLength(41);
  });
});
