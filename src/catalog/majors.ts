/** The PostgreSQL majors that pgconflint knows, oldest first. */
export const majors = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;

/** A PostgreSQL major version that the configuration must work on: a target. */
export type Major = (typeof majors)[number];

/** The oldest major that pgconflint knows; what that one knows may be older still. */
export const firstMajor: Major = majors[0];

/** The newest major that pgconflint knows, also while it is in development. */
export const lastMajor: Major = majors[majors.length - 1]!;

/** The major that is in development, if any: what is known of it comes from its source and can change. */
export const developmentMajor: Major | undefined = 20;

/** The target where nothing tells which one is meant. */
export const defaultMajor: Major = 18;

/** Which majors are known, for people: `10 to 20`. */
export const majorsText = `${firstMajor} to ${lastMajor}`;

/**
 * Tells whether a number is a major that pgconflint knows.
 *
 * @param value any number, for instance one read from PG_VERSION or a command line
 */
export function isMajor(value: number): value is Major {
  return (majors as readonly number[]).includes(value);
}

/** A target as people write it. */
export interface WrittenTarget {
  major: Major;
  /** The release, where the minor is named: `16.14`. */
  release: string | undefined;
}

/**
 * Reads a target: `16`, or `16.14` where the minor release is known.
 *
 * @returns undefined for a text that names no major that pgconflint knows
 */
export function parseTarget(text: string): WrittenTarget | undefined {
  const [, digits, minor] = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const major = Number(digits);
  if (digits === undefined || !isMajor(major)) return undefined;
  return { major, release: minor === undefined ? undefined : `${major}.${Number(minor)}` };
}

/** By major: the release that the target is. */
export type Releases = Readonly<Partial<Record<Major, string>>>;

/** The releases that written targets name; a major without a minor has none. */
export function releasesOf(targets: readonly WrittenTarget[]): Releases {
  return Object.fromEntries(targets.flatMap(({ major, release }) => (release === undefined ? [] : [[major, release]])));
}
