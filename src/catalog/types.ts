import type { Major } from './majors.js';

export type ParameterType = 'bool' | 'integer' | 'real' | 'string' | 'enum';

/** When a change of the parameter takes effect, in PostgreSQL's own words (pg_settings.context). */
export type ParameterContext =
  | 'internal'
  | 'postmaster'
  | 'sighup'
  | 'superuser-backend'
  | 'backend'
  | 'superuser'
  | 'user';

/** A base unit as pg_settings.unit prints it: `8kB`, `kB`, `MB`, `B`, `ms`, `s`, `min`. */
export type BaseUnit = 'B' | 'kB' | '8kB' | 'MB' | 'ms' | 's' | 'min';

/** What one major knows of one parameter. */
export interface Parameter {
  /** The name in the server's own spelling (`DateStyle`). */
  name: string;
  type: ParameterType;
  context: ParameterContext;
  unit: BaseUnit | undefined;
  /** Bounds in the base unit, both inclusive; undefined where the type has none. */
  min: number | undefined;
  max: number | undefined;
  /** The values of an enum that the server lists. */
  values: readonly string[] | undefined;
  /** The values of an enum that the server takes but does not list. */
  hiddenValues: readonly string[] | undefined;
  /** The built-in default (boot_val) as text in the base unit; undefined where it is NULL or depends on the machine. */
  default: string | undefined;
  /** The heading under which the manual and the stock file keep it, in our words. */
  category: string;
  /** The library that defines it, for extension parameters. */
  library: string | undefined;
}

/** What became of a name over the majors. */
export interface ParameterHistory {
  name: string;
  /** The first and the last major that know it, among 10 to 19. */
  since: Major;
  until: Major | undefined;
  /** The parameter that took its place, if one did. */
  replacedBy: string | undefined;
  /** What to do instead, one sentence, for removed names. */
  advice: string | undefined;
}
