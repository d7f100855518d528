import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { describeRange, outOfRange, wrongNumber } from './number-messages.js';
import { parseInteger } from './parse-integer.js';
import type { UndecidableValue, ValueReading } from './types.js';

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
