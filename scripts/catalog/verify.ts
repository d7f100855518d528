import type { Major } from '../../src/catalog/majors.js';
import { findParameter, parametersOf } from '../../src/catalog/parameters.js';
import { removedNames } from '../../src/catalog/removed.js';
import type { Parameter } from '../../src/catalog/types.js';
import { caseSpelling } from './hidden.js';
import { readConfiguration, type Sandbox } from './server.js';

/**
 * Asks servers of 10 to 18 whether the look-ups say what they do: which names a file may set, and the bounds of numbers.
 *
 * @returns a line for every disagreement
 */
export function disagreements(sandboxes: readonly Sandbox[]): string[] {
  const names = new Set([...removedNames.keys()]);
  for (const { installation } of sandboxes) for (const { name } of parametersOf(installation.major)) names.add(name);
  return sandboxes.flatMap((sandbox) => [...wrongNames(sandbox, names), ...wrongBounds(sandbox)]);
}

function wrongNames(sandbox: Sandbox, names: ReadonlySet<string>): string[] {
  const { major } = sandbox.installation;
  const { log } = readConfiguration(sandbox, [...names].map((name) => `${name} = '?'\n`).join(''));
  const refused = new Set(
    [...log.matchAll(/unrecognized configuration parameter "([^"]+)"/g)].map((match) => match[1]),
  );
  return (
    [...names]
      .filter((name) => refused.has(name) === isKnown(name, major))
      // The server here may be an older minor release than the one that brought the name.
      .filter((name) => !(refused.has(name) && findParameter(name, major)?.sinceMinor))
      .map((name) => `${major}: ${name} is ${refused.has(name) ? 'unknown' : 'known'} to the server`)
  );
}

function isKnown(name: string, major: Major): boolean {
  const parameter = findParameter(name, major);
  return parameter !== undefined && !parameter.needsBuild;
}

function wrongBounds(sandbox: Sandbox): string[] {
  const { major } = sandbox.installation;
  const trials = parametersOf(major).flatMap((parameter) => boundTrials(parameter));
  const { log } = readConfiguration(sandbox, trials.map(({ spelling, text }) => `${spelling} = '${text}'\n`).join(''));
  const outside = new Set<string>();
  // Names are printed as written up to 17, in the server's spelling from 18 on.
  for (const match of log.matchAll(/LOG: {2}(\S+)(?: \S+)? is outside the valid range for parameter "([^"]+)"/g)) {
    outside.add(`${match[2]!.toLowerCase()}=${Number(match[1])}`);
  }
  return trials
    .filter(({ name, text, isOutside }) => outside.has(`${name.toLowerCase()}=${Number(text)}`) !== isOutside)
    .map(
      ({ name, text, isOutside }) => `${major}: ${name} = ${text} is ${isOutside ? 'inside' : 'outside'} the bounds`,
    );
}

/** Both bounds of a whole number, and the numbers just beyond as far as the server can read them. */
function boundTrials({ name, type, context, min, max, needsBuild }: Parameter) {
  if (type !== 'integer' || context === 'internal' || needsBuild || min === undefined || max === undefined) return [];
  return [min - 1, min, max, max + 1]
    .map((value, index) => ({
      name,
      spelling: caseSpelling(name, index),
      text: `${value}`,
      isOutside: value < min || value > max,
      value,
    }))
    .filter(({ value }) => value >= -2147483648 && value <= 2147483647);
}
