import type { Parameter } from '../catalog/types.js';
import type { ValueReading } from './types.js';

const words: [word: string, least: number, value: boolean][] = [
  ['true', 1, true],
  ['false', 1, false],
  ['yes', 1, true],
  ['no', 1, false],
  ['on', 2, true],
  ['off', 2, false],
  ['1', 1, true],
  ['0', 1, false],
];

/**
 * Reads a boolean as parse_bool_with_len does: any unique beginning of true, false, yes, no, on and off in any letter case, and 1 and 0.
 *
 * @param text the value; white space is not trimmed
 * @returns undefined where the text is no boolean
 */
export function parseBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  for (const [word, least, value] of words) {
    if (lower.length >= least && word.startsWith(lower)) return value;
  }
  return undefined;
}

const meant: Record<string, string> = {
  enable: 'on',
  enabled: 'on',
  active: 'on',
  oui: 'on',
  ja: 'on',
  disable: 'off',
  disabled: 'off',
  inactive: 'off',
  none: 'off',
  never: 'off',
}; // prettier-ignore

/**
 * Reads the value of a boolean parameter.
 *
 * @param parameter a parameter of type bool
 * @param text the setting's value
 */
export function readBool(parameter: Parameter, text: string): ValueReading {
  const value = parseBool(text);
  if (value !== undefined) return { ok: true, value, canonical: value ? 'on' : 'off' };
  const trimmed = text.trim();
  const again = trimmed === text ? undefined : parseBool(trimmed);
  const suggestion = again === undefined ? meant[trimmed.toLowerCase()] : again ? 'on' : 'off';
  const advice = suggestion === undefined ? 'Write on or off.' : `Write ${suggestion}.`;
  return {
    ok: false,
    code: 'invalid-value',
    message: `${parameter.name} is either on or off, and '${text}' is neither (true, false, yes, no, 1 and 0 count as well). ${advice}`,
    suggestion,
  };
}
