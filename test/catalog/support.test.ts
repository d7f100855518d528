import { describe, expect, test } from '@jest/globals';
import { majors } from '../../src/catalog/majors.js';
import { endOfSupport, hasEnded, isSupported, supportedMajors } from '../../src/catalog/support.js';

describe('support of majors', () => {
  test('14 is out of support from the day of its last release on', () => {
    expect(endOfSupport(14)).toBe('2026-11-12');
    expect(isSupported(14, '2026-11-11')).toBe(true);
    expect(isSupported(14, '2026-11-12')).toBe(false);
  });

  test('a major is supported from the day of its first release on', () => {
    expect(supportedMajors('2026-11-18')).toEqual([15, 16, 17, 18]);
    expect(supportedMajors('2026-11-19')).toEqual([15, 16, 17, 18, 19]);
    expect(supportedMajors('2017-10-04')).toEqual([]);
  });

  test('days that nobody has announced are unknown, and the major stays supported', () => {
    expect(endOfSupport(19)).toBeUndefined();
    expect(isSupported(19, '2031-12-31')).toBe(true);
  });

  test('ends of support rise with the majors, about five years after each release', () => {
    const ends = majors.map(endOfSupport).filter((end) => end !== undefined);
    expect([...ends].sort()).toEqual(ends);
    expect(isSupported(20, '2026-11-27')).toBe(false);
    for (const major of majors) {
      const end = endOfSupport(major);
      if (end !== undefined) expect(isSupported(major, `${Number(end.slice(0, 4)) - 4}-12-01`)).toBe(true);
    }
  });

  test('the day is asked for only where it decides', () => {
    const never = () => {
      throw new Error('nobody needs the day');
    };
    expect(hasEnded(14, never)).toBe(true);
    expect(hasEnded(18, never)).toBe(false);
    expect(hasEnded(19, never)).toBe(false);
    expect(hasEnded(15, (day) => day <= '2027-11-10')).toBe(false);
    expect(hasEnded(15, (day) => day <= '2027-11-11')).toBe(true);
  });
});
