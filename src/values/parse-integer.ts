import type { Major } from '../catalog/majors.js';
import type { BaseUnit } from '../catalog/types.js';
import { type NumberPrefix, readDouble, readLong, roundHalfEven } from './number.js';
import { toBaseUnit, unitName } from './units.js';

const maxInt = 2_147_483_647;
const minInt = -2_147_483_648;

/** Why a text is no number that a server takes. */
export type NumberFault = 'no-number' | 'unit-not-taken' | 'unknown-unit' | 'too-large';

export type NumberReading = { value: number } | { fault: NumberFault };

/**
 * Reads as parse_int of guc.c: a number as C writes it (decimal, `0x` hexadecimal, leading `0` octal),
 * white space, a unit; the result in base units as a 32-bit integer.
 * From 12 a fraction or an exponent is understood, and the result is rounded, halves to the even integer.
 *
 * @param text the setting's value
 * @param unit the parameter's base unit, if it has one
 * @param major the server's major
 */
export function parseInteger(text: string, unit: BaseUnit | undefined, major: Major): NumberReading {
  const number = major < 12 ? readLong(text) : readLongOrDouble(text);
  if (number.end === 0) return { fault: 'no-number' };
  if (major >= 12 && (number.outOfRange || Number.isNaN(number.value))) return { fault: 'no-number' };
  if (major < 12 && (number.outOfRange || !isInt32(number.value))) return { fault: 'too-large' };
  const rest = text.slice(number.end).replace(/^[ \t\n\v\f\r]+/, '');
  let value = number.value;
  if (rest !== '') {
    if (unit === undefined) return { fault: 'unit-not-taken' };
    const converted = toBaseUnit(value, unitName(rest), unit, major);
    if (converted === undefined) return { fault: 'unknown-unit' };
    value = converted;
  }
  value = roundHalfEven(value);
  // -0 is written "0" by a server.
  return isInt32(value) ? { value: value === 0 ? 0 : value } : { fault: 'too-large' };
}

function isInt32(value: number): boolean {
  return value <= maxInt && value >= minInt;
}

/** From 12: where strtol stops at a point or an exponent, or overflows, the text is read again with strtod. */
function readLongOrDouble(text: string): NumberPrefix {
  const long = readLong(text);
  const stop = text[long.end];
  return stop === '.' || stop === 'e' || stop === 'E' || long.outOfRange ? readDouble(text) : long;
}
