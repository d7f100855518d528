/** What is told about a number that a server refuses. */
import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import { describeNumber, isOctal } from './format.js';
import { type NumberFault, parseInteger } from './parse-integer.js';
import { parseReal } from './parse-real.js';
import type { RefusedValue } from './types.js';
import { isMemoryUnit, meantUnit, unitsFor } from './units.js';
import { listWords } from './words.js';

/** The number, the white space and the unit of a text such as `1 kb`; undefined for other texts. */
function split(text: string): { number: string; unit: string } | undefined {
  const match = /^\s*([+-]?(?:\d[\d_]*\.?[\d_]*|\.\d+))\s*([A-Za-z\u00b5]*)\s*$/.exec(text);
  return match === null ? undefined : { number: match[1]!.replaceAll('_', ''), unit: match[2]! };
}

/**
 * Where a value leaves the bounds of a parameter.
 *
 * @param parameter a parameter of type integer or real
 * @param value the value in base units
 * @returns the bounds for a sentence, or undefined where the value lies within them
 */
export function describeRange(parameter: Parameter, value: number): string | undefined {
  const { min, max } = parameter;
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return undefined;
  const isOpen = max === undefined || max >= 1e300;
  const low = min === undefined || min <= -1e300 ? undefined : describeNumber(parameter, min);
  if (isOpen) return `at least ${low}`;
  const high = describeNumber(parameter, max);
  return low === undefined ? `at most ${high}` : `between ${low} and ${high}`;
}

/** Keeps a suggestion only where the server of that major would take it. */
function ifTaken(parameter: Parameter, text: string | undefined, major: Major): string | undefined {
  if (text === undefined) return undefined;
  const parse = parameter.type === 'real' ? parseReal : parseInteger;
  const reading = parse(text, parameter.unit, major);
  return 'value' in reading && describeRange(parameter, reading.value) === undefined ? text : undefined;
}

/** The same amount without a fraction, in a smaller unit: 0.5h is 30min. For 10 and 11, which know no fractions. */
function withoutFraction(parameter: Parameter, number: string, unit: string, major: Major): string | undefined {
  if (parameter.unit === undefined) return undefined;
  const units = unitsFor(parameter.unit, major);
  const from = units.find(({ name }) => name === unit);
  if (from === undefined) return undefined;
  for (const to of units) {
    const amount = (Number(number) * from.multiplier) / to.multiplier;
    if (Number.isInteger(amount)) return `${amount}${to.name}`;
  }
  return undefined;
}

/** The text that was certainly meant. */
function suggest(parameter: Parameter, text: string, major: Major): string | undefined {
  const parts = split(text);
  if (parts === undefined) return undefined;
  const { number, unit } = parts;
  if (unit === '') {
    const isFraction = number.includes('.') && parameter.type === 'integer';
    const digits = number.replace(/^([+-]?)0+(?=\d)/, '$1');
    const whole = isFraction ? withoutFraction(parameter, number, parameter.unit ?? '', major) : digits;
    return ifTaken(parameter, whole, major);
  }
  if (parameter.unit === undefined) return undefined;
  const known = unitsFor(parameter.unit, major).some(({ name }) => name === unit);
  const meant = known ? unit : meantUnit(unit, parameter.unit, major);
  if (meant === undefined) return undefined;
  // Without a fraction, because 10 and 11 take none, and later ones only in quotes.
  const whole = number.includes('.') ? withoutFraction(parameter, number, meant, major) : undefined;
  return ifTaken(parameter, whole, major) ?? ifTaken(parameter, `${number}${meant}`, major);
}

/**
 * The refusal of a text that is no number, or whose unit is wrong.
 *
 * @param parameter a parameter of type integer or real
 * @param text the setting's value
 * @param major the server's major
 * @param fault what the number reader found
 */
export function wrongNumber(parameter: Parameter, text: string, major: Major, fault: NumberFault): RefusedValue {
  const suggestion = suggest(parameter, text, major);
  const advice = suggestion === undefined ? '' : ` Write ${suggestion}.`;
  const isFraction = isFractionBefore12(parameter, text, major);
  const code =
    fault === 'unknown-unit' && !isFraction ? 'invalid-unit' : fault === 'too-large' ? 'out-of-range' : 'invalid-value';
  return { ok: false, code, message: explain(parameter, text, major, fault) + advice, suggestion };
}

/** 10 and 11 stop at the point or the exponent of a number, and take the rest for a unit. */
function isFractionBefore12(parameter: Parameter, text: string, major: Major): boolean {
  return major < 12 && parameter.type === 'integer' && /^\s*[+-]?\d+(?:\.|[eE][+-]?\d)/.test(text);
}

function explain(parameter: Parameter, text: string, major: Major, fault: NumberFault): string {
  const { name, unit } = parameter;
  const kind = unit === undefined ? 'number' : isMemoryUnit(unit) ? 'size' : 'length of time';
  if (isFractionBefore12(parameter, text, major)) {
    return `PostgreSQL ${major} takes whole numbers only for ${name}, and '${text}' is not one.`;
  }
  if (fault === 'too-large') return `'${text}' is larger than any number that ${name} can hold.`;
  if (fault !== 'unknown-unit' && /^\s*[+-]?0\d*[89]/.test(text)) {
    return `'${text}' is not a number: a leading 0 makes it octal, where there is no 8 and no 9.`;
  }
  if (fault === 'unit-not-taken') {
    return unit === undefined
      ? `${name} is a plain number without a unit, and '${text}' has something after the number.`
      : `PostgreSQL ${major} takes no unit for ${name}, only a number of ${unit}; '${text}' has something after the number.`;
  }
  if (fault === 'unknown-unit') {
    const names = unitsFor(unit!, major)
      .map((one) => one.name)
      .reverse();
    return `'${text}' is not a ${kind} for ${name}: the units are ${listWords(names)}, and case matters.`;
  }
  return `${name} is a ${kind}, and '${text}' is not one.`;
}

/**
 * The refusal of a number outside the bounds of its parameter.
 *
 * @param parameter a parameter of type integer or real
 * @param text the setting's value
 * @param major the server's major
 * @param value the value in base units
 */
export function outOfRange(parameter: Parameter, text: string, major: Major, value: number): RefusedValue {
  const range = describeRange(parameter, value);
  const octal = isOctal(parameter.name) && /^[1-7][0-7]{2}$/.test(text) ? `0${text}` : undefined;
  const suggestion = ifTaken(parameter, octal, major);
  const meaning = parameter.unit === undefined ? '' : ` (${describeNumber(parameter, value)})`;
  const advice =
    suggestion === undefined
      ? ''
      : ` Permissions are octal: without a leading 0, ${text} is decimal. Write ${suggestion}.`;
  return {
    ok: false,
    code: 'out-of-range',
    message: `${parameter.name} must be ${range}, and ${text}${meaning} is outside.${advice}`,
    suggestion,
  };
}
