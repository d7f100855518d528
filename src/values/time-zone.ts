/** Time zones as the server's own copy of the tz code reads them (pgtz.c, localtime.c). */
import type { Major } from '../catalog/majors.js';
import { findTimeZone, isSystemTimeZone } from '../catalog/timezones.js';
import { toBytes } from './bytes.js';
import { readDouble } from './number.js';
import { parsePosixZone, secondsAtEpoch } from './posix-time-zone.js';

/** Why a text is no time zone, or that it depends on the machine. */
export type ZoneReading = 'zone' | 'unknown' | 'leap-seconds' | 'too-far' | 'depends-on-machine' | 'interval-with-days';

/** TZ_STRLEN_MAX of pgtz.h. */
const maxNameBytes = 255;
/** Hours from UTC that the tz code can hold. */
const hoursInWeek = 168;

/** Zones that are younger than the last minor release of a major, so that it depends on the machine whether that knows them. */
const youngZones: { name: string; unknownUntil: Major }[] = [
  { name: 'America/Ciudad_Juarez', unknownUntil: 10 },
  { name: 'America/Coyhaique', unknownUntil: 12 },
];

/**
 * Reads the value of TimeZone as check_timezone of variable.c: `INTERVAL '…'`, a number of hours,
 * the name of a zone in any letter case, or a POSIX rule.
 *
 * @param text the setting's value
 * @param major the server's major
 */
export function readTimeZone(text: string, major: Major): ZoneReading {
  if (/^interval/i.test(text)) return readInterval(text);
  const hours = readDouble(text);
  if (hours.end > 0 && hours.end === text.length) return readOffset(hours.value * 3600);
  return readZoneName(text, major);
}

/** A fixed distance from UTC; parts of a second do not count. */
function readOffset(seconds: number): ZoneReading {
  return Math.trunc(Math.abs(seconds)) < hoursInWeek * 3600 ? 'zone' : 'too-far';
}

/**
 * Reads a zone's name or a POSIX rule, as pg_tzset does; log_timezone takes nothing else.
 *
 * @param text the name
 * @param major the server's major
 */
export function readZoneName(text: string, major: Major): ZoneReading {
  if (toBytes(text).length > maxNameBytes) return 'unknown';
  const name = text.startsWith(':') ? text.slice(1) : text;
  if (isSystemTimeZone(name)) return 'depends-on-machine';
  const zone = findTimeZone(name);
  if (zone !== undefined) {
    const isYoung = youngZones.some((young) => young.name === zone && major <= young.unknownUntil);
    return isYoung ? 'depends-on-machine' : 'zone';
  }
  if (text.startsWith(':')) return 'unknown';
  const rule = parsePosixZone(text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()));
  if (rule === undefined) return 'unknown';
  // The server takes odd seconds on the first of January 2000 for a zone with leap seconds.
  return secondsAtEpoch(rule) % 60 === 0 ? 'zone' : 'leap-seconds';
}

const intervalUnits: Record<string, number> = {
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
}; // prettier-ignore

/** Reads `INTERVAL '…'`, in the spellings of an interval that say hours, minutes and seconds. */
function readInterval(text: string): ZoneReading {
  const body = /^interval[ \t\n\v\f\r]*'([^']*)'$/i.exec(text)?.[1];
  if (body === undefined) return 'unknown';
  const written = body.trim().toLowerCase();
  if (/^[+-]?\d{1,9}$/.test(written)) return readOffset(Number(written));
  const clock = /^[+-]?(\d{1,6}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(written);
  if (clock !== null) return readOffset(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
  const amounts = [...written.matchAll(/([+-]?\d{1,9})\s*([a-z]+)\s*/g)];
  if (amounts.length === 0 || amounts.map(([whole]) => whole).join('') !== written) return 'depends-on-machine';
  let seconds = 0;
  for (const [, amount, unit] of amounts) {
    if (/^(d|days?|weeks?|months?|mons?|years?)$/.test(unit!))
      return amount === '0' ? 'depends-on-machine' : 'interval-with-days';
    const size = intervalUnits[unit!];
    if (size === undefined) return 'depends-on-machine';
    seconds += Number(amount) * size;
  }
  return readOffset(seconds);
}
