/** The PostgreSQL majors that pgconflint knows, oldest first. */
export const majors = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] as const;

/** A PostgreSQL major version that the configuration must work on: a target. */
export type Major = (typeof majors)[number];

/** The target where nothing tells which one is meant. */
export const defaultMajor: Major = 18;

/**
 * Tells whether a number is a major that pgconflint knows.
 *
 * @param value any number, for instance one read from PG_VERSION or a command line
 */
export function isMajor(value: number): value is Major {
  return (majors as readonly number[]).includes(value);
}
