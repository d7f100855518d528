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
  /** Those of `values` that only some builds or operating systems take (`lz4`, `io_uring`, `fsync_writethrough`). */
  buildValues?: readonly string[];
  /** The built-in default (boot_val) as text in the base unit; undefined where it is NULL or depends on the machine. */
  default: string | undefined;
  /** The heading under which the manual and the stock file keep it, in our words. */
  category: string;
  /** The library that defines it, for extension parameters. */
  library: string | undefined;
  /** Older names that the server still takes for it, in lower case (`sort_mem`). */
  aliases?: readonly string[];
  /** True where SHOW and pg_settings leave it out although a file may name it (`role`). */
  hidden?: true;
  /** What a server must have been built with to know it (`LOCK_DEBUG`); stock servers refuse the name. */
  needsBuild?: string;
  /** The first minor release of the major that knows it (`16.12`); earlier ones refuse the name. */
  sinceMinor?: string;
  /**
   * True where the facts come from another major, or from one version of a third-party library:
   * the version in use may have other bounds and values.
   */
  approximate?: true;
}

/** What became of a name over the majors. */
export interface ParameterHistory {
  name: string;
  /** The first major that knows it (the oldest of the catalogue may stand for earlier ones); undefined where it was gone before the oldest. */
  since: Major | undefined;
  /** The last major that knows it; undefined where the newest still does, or where it was gone before the oldest. */
  until: Major | undefined;
  /** The release that no longer knew it in postgresql.conf, e.g. `9.5` or `13`; undefined where the newest major still knows it. */
  removedIn?: string;
  /** True where releases before 12 read it from recovery.conf instead. */
  recoveryFile?: true;
  /** The parameter that took its place, if one did. */
  replacedBy: string | undefined;
  /** What to do instead, one sentence, for removed names. */
  advice: string | undefined;
}
