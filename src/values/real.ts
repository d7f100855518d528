import type { Major } from '../catalog/majors.js';
import type { BaseUnit, Parameter } from '../catalog/types.js';
import type { NumberReading } from './integer.js';
import { formatGeneral, readDouble } from './number.js';
import { describeRange, outOfRange, wrongNumber } from './number-messages.js';
import type { ValueReading } from './types.js';
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

/**
 * Reads the value of a parameter of type real.
 *
 * @param parameter a parameter of type real
 * @param text the setting's value
 * @param major the server's major
 */
export function readReal(parameter: Parameter, text: string, major: Major): ValueReading {
  const reading = parseReal(text, parameter.unit, major);
  if ('fault' in reading) return wrongNumber(parameter, text, major, reading.fault);
  const { value } = reading;
  if (describeRange(parameter, value) !== undefined) return outOfRange(parameter, text, major, value);
  return { ok: true, value, canonical: formatGeneral(value) };
}
