import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** backtrace_functions: names of C functions, so that only letters, digits, underscores, commas and white space may occur. */
export const checkBacktraceFunctions: Check = ({ text }) => {
  const wrong = /[^0-9A-Za-z_, \n\t]/.exec(text)?.[0];
  if (wrong === undefined) return accept(text);
  return refuse(
    `backtrace_functions lists names of C functions, and '${wrong}' cannot be part of one; separate the names with commas.`,
  );
};
