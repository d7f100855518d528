import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { formatGeneral } from './number.js';
import { describeRange, outOfRange, wrongNumber } from './number-messages.js';
import { parseReal } from './parse-real.js';
import type { ValueReading } from './types.js';

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
