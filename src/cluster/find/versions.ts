import { firstMajor, isMajor, type Major } from '../../catalog/majors.js';

/** A version that something names: a major that pgconflint knows, or one of before, such as `9.6`. */
export type NamedVersion = { major: Major } | { old: string };

/**
 * Reads a version as people and packages write it: `16`, `16.4`, `9.6`, `9.6.24`. Up to 9.6 a major has two numbers.
 *
 * @returns undefined for what is no version of PostgreSQL, or one that is not known yet
 */
export function readVersion(text: string): NamedVersion | undefined {
  const [first = '', second] = text.split('.');
  const number = Number(first);
  if (isMajor(number)) return { major: number };
  if (second === undefined || !/^\d$/.test(second) || number < 6 || number >= firstMajor) return undefined;
  return { old: `${first}.${second}` };
}

/** A version in a text, as the source of a regular expression: `16`, `16.4`, `9.6`, `9.6.24`. */
export const versionPattern = String.raw`(?:1\d|[6-9]\.\d)(?:\.\d+)*`;

/** The one version that all of these name; undefined where they name none or several. */
export function onlyVersion(found: readonly (NamedVersion | undefined)[]): NamedVersion | undefined {
  const [first, ...others] = found.filter((version) => version !== undefined);
  if (first === undefined) return undefined;
  const key = JSON.stringify(first);
  return others.every((version) => JSON.stringify(version) === key) ? first : undefined;
}
