import type { Major } from '../catalog/majors.js';
import type { BaseUnit } from '../catalog/types.js';
import { roundHalfEven } from './number.js';

/** A unit that may follow a number. */
export interface Unit {
  name: string;
  /** How many base units one of it makes; less than 1 for a unit that is smaller than the base unit. */
  multiplier: number;
  /** How many of it make one base unit; less than 1 for a unit that is larger than the base unit. */
  divisor: number;
}

const KB = 1024;
const block = 8 * KB;

/** Bytes in one base unit, or in one unit that may be written. */
const bytes = { TB: KB ** 4, GB: KB ** 3, MB: KB ** 2, '8kB': block, kB: KB, B: 1 } as const;
/** Microseconds in one base unit, or in one unit that may be written. */
const microseconds = { d: 86_400_000_000, h: 3_600_000_000, min: 60_000_000, s: 1_000_000, ms: 1000, us: 1 } as const;

const memoryUnits = ['TB', 'GB', 'MB', 'kB', 'B'] as const;
const timeUnits = ['d', 'h', 'min', 's', 'ms', 'us'] as const;

/**
 * Tells whether a base unit measures memory; the others measure time.
 *
 * @param unit a parameter's base unit
 */
export function isMemoryUnit(unit: BaseUnit): boolean {
  return unit in bytes;
}

/**
 * The units that may be written for a parameter, largest first
 * (memory_unit_conversion_table and time_unit_conversion_table of guc.c).
 *
 * @param base the parameter's base unit
 * @param major the server's major: `B` came with 11, `us` with 12
 */
export function unitsFor(base: BaseUnit, major: Major): Unit[] {
  if (base in bytes) {
    const size = bytes[base as keyof typeof bytes];
    return memoryUnits
      .filter((name) => name !== 'B' || major >= 11)
      .filter((name) => !(name === 'TB' && base === 'B' && major < 12))
      .map((name) => ({ name, multiplier: bytes[name] / size, divisor: size / bytes[name] }));
  }
  const size = microseconds[base as keyof typeof microseconds];
  return timeUnits
    .filter((name) => name !== 'us' || major >= 12)
    .map((name) => ({ name, multiplier: microseconds[name] / size, divisor: size / microseconds[name] }));
}

/**
 * The unit at the end of a value, as convert_to_base_unit of guc.c cuts it out: white space after it is ignored.
 *
 * @param rest what follows the number and the white space after it
 */
export function unitName(rest: string): string {
  return rest.replace(/[ \t\n\v\f\r]+$/, '');
}

/**
 * Converts to the base unit as a server would. Up to 11 with integers, where division drops the rest;
 * from 12 with floating point, where a fraction is first rounded to a whole number of the next smaller unit.
 *
 * @param value the number as written
 * @param name the unit as written, letter case as it is
 * @param base the parameter's base unit
 * @param major the server's major
 * @returns the number of base units (from 12 not yet rounded to an integer), or undefined for an unknown unit
 */
export function toBaseUnit(value: number, name: string, base: BaseUnit, major: Major): number | undefined {
  const units = unitsFor(base, major);
  const index = units.findIndex((unit) => unit.name === name);
  if (index < 0) return undefined;
  const { multiplier, divisor } = units[index]!;
  if (major < 12) return multiplier < 1 ? Math.trunc(value / divisor) : value * multiplier;
  const converted = value * multiplier;
  const next = units[index + 1];
  return next === undefined ? converted : roundHalfEven(converted / next.multiplier) * next.multiplier;
}

const slips: Record<string, string> = {
  b: 'B',
  byte: 'B',
  bytes: 'B',
  k: 'kB',
  kb: 'kB',
  kib: 'kB',
  kbyte: 'kB',
  kbytes: 'kB',
  kilobyte: 'kB',
  kilobytes: 'kB',
  m: 'MB',
  mb: 'MB',
  mib: 'MB',
  mbyte: 'MB',
  mbytes: 'MB',
  megabyte: 'MB',
  megabytes: 'MB',
  g: 'GB',
  gb: 'GB',
  gib: 'GB',
  gbyte: 'GB',
  gbytes: 'GB',
  gigabyte: 'GB',
  gigabytes: 'GB',
  t: 'TB',
  tb: 'TB',
  tib: 'TB',
  terabyte: 'TB',
  terabytes: 'TB',
}; // prettier-ignore
const timeSlips: Record<string, string> = {
  usec: 'us',
  usecs: 'us',
  microsecond: 'us',
  microseconds: 'us',
  µs: 'us',
  msec: 'ms',
  msecs: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  day: 'd',
  days: 'd',
}; // prettier-ignore

/**
 * The unit that was certainly meant by one that servers do not know: `M` for memory is `MB`, `hour` is `h`.
 * A lone `m` for time is not certain (it may be minutes or milliseconds) and gives undefined.
 *
 * @param name the unit as written
 * @param base the parameter's base unit
 * @param major the server's major
 */
export function meantUnit(name: string, base: BaseUnit, major: Major): string | undefined {
  const key = name.toLowerCase();
  const allowed = unitsFor(base, major).map((unit) => unit.name);
  const table = isMemoryUnit(base) ? slips : timeSlips;
  // MS, Min, S, H and D can only be a slip of letter case.
  const meant = table[key] ?? allowed.find((unit) => unit.toLowerCase() === key);
  return meant !== undefined && allowed.includes(meant) ? meant : undefined;
}
