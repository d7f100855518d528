/** What a policy asks of one parameter, and whether the value in force meets it. */
import type { Major } from '../../catalog/majors.js';
import type { Parameter } from '../../catalog/types.js';
import { splitParameter } from '../../values/lists/parameters.js';
import { readValue } from '../../values/read.js';

type Scalar = boolean | number | string;

/** One point of a policy; every condition that is named must hold. */
export interface Requirement {
  name: string;
  equals?: Scalar;
  oneOf?: readonly Scalar[];
  minimum?: Scalar;
  maximum?: Scalar;
  /** Elements that a list must have. */
  includes?: readonly string[];
  /** Elements that a list must not have. */
  excludes?: readonly string[];
  /** A regular expression that the text must match somewhere. */
  matches?: string;
  message?: string;
  ids?: readonly string[];
}

/** What the files put in force. */
export interface Found {
  parameter: Parameter | undefined;
  value: Scalar;
  target: Major;
}

/**
 * The first condition that does not hold.
 *
 * @returns what the policy asks for, as the end of “the policy asks for …”, and the value to write where one is certain
 */
export function unmet(requirement: Requirement, found: Found): { expected: string; right?: string } | undefined {
  const { equals, oneOf, minimum, maximum, includes, excludes, matches } = requirement;
  const { value } = found;
  if (equals !== undefined && !isSame(equals, found)) return { expected: show(equals), right: show(equals) };
  if (oneOf !== undefined && !oneOf.some((each) => isSame(each, found))) {
    return { expected: oneOf.map(show).join(' or ') };
  }
  if (minimum !== undefined && isBeyond(minimum, found, (bound, number) => number < bound)) {
    return { expected: `${show(minimum)} at least`, right: show(minimum) };
  }
  if (maximum !== undefined && isBeyond(maximum, found, (bound, number) => number > bound)) {
    return { expected: `${show(maximum)} at most`, right: show(maximum) };
  }
  const list = splitParameter(requirement.name.toLowerCase(), String(value), found.target);
  const elements = (list ?? []).map((element) => element.toLowerCase());
  const missing = (includes ?? []).filter((element) => !elements.includes(element.toLowerCase()));
  if (missing.length > 0) return { expected: `a list with ${missing.join(', ')}` };
  const unwanted = (excludes ?? []).filter((element) => elements.includes(element.toLowerCase()));
  if (unwanted.length > 0) return { expected: `a list without ${unwanted.join(', ')}` };
  if (matches !== undefined && !matchesText(matches, String(value))) {
    return { expected: `a text that matches ${matches}` };
  }
  return undefined;
}

/** What the policy's own text means to the server: `1min` of a parameter in seconds is 60. */
function read(expected: Scalar, { parameter, target }: Found): Scalar | undefined {
  if (parameter === undefined) return String(expected);
  const reading = readValue(parameter, String(expected), target);
  return reading.ok === false ? undefined : (reading.value ?? String(expected));
}

function isSame(expected: Scalar, found: Found): boolean {
  const wanted = read(expected, found);
  if (found.parameter !== undefined) return wanted === found.value;
  return String(wanted).toLowerCase() === String(found.value).toLowerCase();
}

function isBeyond(bound: Scalar, found: Found, differs: (bound: number, value: number) => boolean): boolean {
  const wanted = Number(read(bound, found));
  const value = Number(found.value);
  return !Number.isNaN(wanted) && !Number.isNaN(value) && differs(wanted, value);
}

/** An expression that does not compile matches nothing. */
function matchesText(expression: string, text: string): boolean {
  try {
    return new RegExp(expression, 'u').test(text);
  } catch {
    return false;
  }
}

function show(value: Scalar): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}
