import { type Major, majors } from './majors.js';

/** From when to when the PostgreSQL project releases minors of a major. */
interface SupportPeriod {
  /** The day of the first release, `YYYY-MM-DD`; undefined while the major is in development. */
  released: string | undefined;
  /** The day of the last minor release; undefined where it is not announced. */
  lastRelease?: string;
}

/**
 * The table of postgresql.org/support/versioning, read on 2026-11-27. 12 got one more release after its planned last one.
 * The last release of 19 is the first one after its fifth birthday; its day is not announced.
 */
const periods: Readonly<Record<Major, SupportPeriod>> = {
  10: { released: '2017-10-05', lastRelease: '2022-11-10' },
  11: { released: '2018-10-18', lastRelease: '2023-11-09' },
  12: { released: '2019-10-03', lastRelease: '2024-11-21' },
  13: { released: '2020-09-24', lastRelease: '2025-11-13' },
  14: { released: '2021-09-30', lastRelease: '2026-11-12' },
  15: { released: '2022-10-13', lastRelease: '2027-11-11' },
  16: { released: '2023-09-14', lastRelease: '2028-11-09' },
  17: { released: '2024-09-26', lastRelease: '2029-11-08' },
  18: { released: '2025-09-25', lastRelease: '2030-11-14' },
  19: { released: '2026-11-19' },
  // In development.
  20: { released: undefined },
};

/** The day on which the table was read: what ended before has ended, whatever a clock says. */
export const tableRead = '2026-11-27';

/** From this day on the table ought to have been read again: what ends later is not judged. */
const tableHolds = '2029-01-01';

/**
 * Tells whether a major's support has ended, and asks for the day only where the day decides.
 *
 * @param hasCome tells whether a day, `YYYY-MM-DD`, has come
 */
export function hasEnded(major: Major, hasCome: (day: string) => boolean): boolean {
  const { lastRelease } = periods[major];
  if (lastRelease === undefined || lastRelease >= tableHolds) return false;
  return lastRelease <= tableRead || hasCome(lastRelease);
}

/**
 * The day of a major's last minor release, `YYYY-MM-DD`: no security fix comes after it.
 *
 * @returns undefined where the day is not announced
 */
export function endOfSupport(major: Major): string | undefined {
  return periods[major].lastRelease;
}

/**
 * Tells whether a major is released and still gets minor releases.
 *
 * @param day `YYYY-MM-DD`
 */
export function isSupported(major: Major, day: string): boolean {
  const { released, lastRelease } = periods[major];
  return released !== undefined && released <= day && (lastRelease === undefined || day < lastRelease);
}

/**
 * The majors that are released and still get minor releases, oldest first.
 *
 * @param day `YYYY-MM-DD`
 */
export function supportedMajors(day: string): Major[] {
  return majors.filter((major) => isSupported(major, day));
}
