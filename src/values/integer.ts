import type { Major } from '../catalog/majors.js';
import type { BaseUnit, Parameter } from '../catalog/types.js';
import { type NumberPrefix, readDouble, readLong, roundHalfEven } from './number.js';
import { describeRange, outOfRange, wrongNumber } from './number-messages.js';
import type { UndecidableValue, ValueReading } from './types.js';
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

/**
 * `0b101` is 5 to a C library of 2024 and later (glibc 2.38 with a compiler of that time), and no number to older ones.
 *
 * @param text the setting's value
 */
export function binaryLiteral(text: string): UndecidableValue | undefined {
  if (!/^[ \t\n\v\f\r]*[+-]?0[bB][01]/.test(text)) return undefined;
  return {
    ok: undefined,
    reason: 'whether binary numbers (0b…) are understood depends on the C library of the server',
  };
}

/**
 * Reads the value of an integer parameter.
 *
 * @param parameter a parameter of type integer
 * @param text the setting's value
 * @param major the server's major
 */
export function readInteger(parameter: Parameter, text: string, major: Major): ValueReading {
  const binary = binaryLiteral(text);
  if (binary !== undefined) return binary;
  const reading = parseInteger(text, parameter.unit, major);
  if ('fault' in reading) return wrongNumber(parameter, text, major, reading.fault);
  const { value } = reading;
  if (describeRange(parameter, value) !== undefined) return outOfRange(parameter, text, major, value);
  return { ok: true, value, canonical: String(value) };
}
