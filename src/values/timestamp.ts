/** The text of a timestamp, as far as it is written year first. */
import { findTimeZone } from '../catalog/timezones.js';

/** `unknown-form`: the server has many more forms, whose meaning hangs on DateStyle and on words in several places. */
export type TimestampReading = 'timestamp' | 'no-such-date' | 'no-such-time' | 'no-such-zone' | 'unknown-form';

const form =
  /^\s*(\d{4,6})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:\s+|[Tt])(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*([AaPp][Mm](?![A-Za-z]))?(?:\s*([+-])(\d{1,2})(?::?(\d{2})(?::(\d{2}))?)?|\s*([A-Za-z][A-Za-z_/]*))?)?\s*$/;

/** Words that mean something else than a zone after a date and a time. */
const notZones = new Set(
  'ad am at bc dst j jd julian m mm now on pm t today tomorrow y yesterday d h s allballs epoch infinity jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday dow doy isodow isoyear undefined'.split(
    ' ',
  ),
);

/**
 * Reads `2026-11-22 18:30:00.5 +01`, with `/` or `.` instead of `-`, `T` instead of the blank, parts left out from the right,
 * AM or PM, and a zone by its distance from UTC or its name (DecodeDateTime of datetime.c; run on 12 to 18).
 *
 * @param text the timestamp
 * @param knowsAbbreviations whether the server knows abbreviations of zones such as CEST and Z at this time
 */
export function readTimestamp(text: string, knowsAbbreviations: boolean): TimestampReading {
  const match = form.exec(text);
  if (match === null) return 'unknown-form';
  const [, year, , month, day, hour, minute, second, fraction, half, , zoneHour, zoneMinute, zoneSecond, zone] = match;
  if (!isDate(Number(year), Number(month), Number(day))) return 'no-such-date';
  if (hour !== undefined) {
    const time = readClock(Number(hour), Number(minute), Number(second ?? 0), fraction ?? '', half);
    if (time !== 'timestamp') return time;
  }
  if (zoneHour !== undefined) {
    const isNear = Number(zoneHour) <= 15 && Number(zoneMinute ?? 0) <= 59 && Number(zoneSecond ?? 0) <= 59;
    return isNear ? 'timestamp' : 'no-such-zone';
  }
  return zone === undefined ? 'timestamp' : readZone(zone, knowsAbbreviations);
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 294_276 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}

function readClock(hour: number, minute: number, second: number, fraction: string, half?: string): TimestampReading {
  if (half !== undefined && hour > 12) return 'no-such-time';
  if (hour > 24 || minute > 59 || second > 60) return 'no-such-time';
  const isRound = !/[1-9]/.test(fraction);
  if (hour === 24) return minute === 0 && second === 0 && isRound ? 'timestamp' : 'no-such-time';
  return second === 60 && !isRound ? 'unknown-form' : 'timestamp';
}

function readZone(zone: string, knowsAbbreviations: boolean): TimestampReading {
  const lower = zone.toLowerCase();
  if (lower === 'utc' || lower === 'gmt' || findTimeZone(zone) !== undefined) return 'timestamp';
  if (notZones.has(lower) || knowsAbbreviations) return 'unknown-form';
  return 'no-such-zone';
}
