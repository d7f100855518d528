import { parseStandbyNames } from '../lists/standby-names.js';
import { accept, refuse } from '../readings.js';
import type { Check } from './check.js';

/** synchronous_standby_names: empty, or a list of names, with `FIRST n (…)` or `ANY n (…)` around it. */
export const checkStandbyNames: Check = ({ text }) => {
  if (text === '') return accept(text);
  const config = parseStandbyNames(text);
  if (config === undefined) return refuse(`'${text}' is not a list of standbys. ${advice(text)}`);
  if (config.count > 0) return accept(text);
  return refuse('synchronous_standby_names must wait for at least one standby; write 1 or more in front of the list.');
};

function advice(text: string): string {
  const dashed = /[A-Za-z0-9_$]+(?:[-.][A-Za-z0-9_$]+)+/.exec(text)?.[0];
  if (dashed !== undefined && !text.includes('"')) {
    return `A name with a dash or a dot in it stands in double quotes: "${dashed}".`;
  }
  return 'Write names with commas between them, or FIRST 2 (a, b, c), or ANY 1 (a, b).';
}
