import type { Major } from '../catalog/majors.js';
import type { BaseUnit } from '../catalog/types.js';
import { readDouble } from './number.js';
import type { NumberReading } from './parse-integer.js';
import { toBaseUnit, unitName } from './units.js';

/**
 * Reads as parse_real of guc.c: a number as C's strtod reads it, and from 12 white space and a unit.
 *
 * @param text the setting's value
 * @param unit the parameter's base unit, if it has one
 * @param major the server's major
 */
export function parseReal(text: string, unit: BaseUnit | undefined, major: Major): NumberReading {
  const number = readDouble(text);
  if (number.end === 0 || number.outOfRange || Number.isNaN(number.value)) return { fault: 'no-number' };
  const rest = text.slice(number.end).replace(/^[ \t\n\v\f\r]+/, '');
  if (rest === '') return { value: number.value };
  if (unit === undefined || major < 12) return { fault: 'unit-not-taken' };
  const value = toBaseUnit(number.value, unitName(rest), unit, major);
  return value === undefined ? { fault: 'unknown-unit' } : { value };
}
