import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** search_path and temp_tablespaces: any identifiers; whether they exist is asked when a session needs them. */
export const checkIdentifierList: Check = ({ parameter, text, major }) => {
  if (splitIdentifiers(text, major) !== undefined) return accept(text);
  return refuse(`'${text}' is not a list as ${parameter.name} needs one: ${listSyntaxAdvice}.`);
};
