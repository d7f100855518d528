import type { Major } from '../catalog/majors.js';
import type { Parameter } from '../catalog/types.js';
import type { Encoding } from '../files/encoding.js';

/** Why the server refuses a value. */
export type ValueErrorCode =
  | 'invalid-value'
  | 'invalid-unit'
  | 'out-of-range'
  /** A name that no file may set (context internal). */
  | 'cannot-be-changed';

/** A value as the server understands it. */
export interface AcceptedValue {
  ok: true;
  /** bool, number in the base unit, or the text of an enum or string. */
  value: boolean | number | string;
  /** As `SHOW` without units, `postgres -C` and pg_settings.setting print it: base units, canonical enum spelling. */
  canonical: string;
}

export interface RefusedValue {
  ok: false;
  code: ValueErrorCode;
  /** Our own sentence: what is wrong and what would be right. */
  message: string;
  /** Text that would be right, where it is certain what was meant (`128M` → `128MB`). */
  suggestion: string | undefined;
}

/** Files alone cannot decide: it depends on the machine or the build. `reason` says on what. */
export interface UndecidableValue {
  ok: undefined;
  reason: string;
  /** What it means to a server that takes it, where that much is known. */
  value?: boolean | number | string;
}

export type ValueReading = AcceptedValue | RefusedValue | UndecidableValue;

/** What else a server knows when it reads a value. */
export interface Surroundings {
  /** How the file's bytes became text: servers count bytes. UTF-8 where it is not said. */
  encoding?: Encoding;
  /**
   * True where an earlier setting of the same files names timezone_abbreviations:
   * without one, a server knows no abbreviation of a time zone while it reads its files.
   */
  hasTimeZoneAbbreviations?: boolean;
}

/**
 * Reads a value as a server of one major would (src/values/read.ts).
 *
 * @param parameter what that major knows of the parameter
 * @param text the setting's value, quotes and escapes undone
 * @param major the server's major
 */
export type ReadValue = (parameter: Parameter, text: string, major: Major, surroundings?: Surroundings) => ValueReading;
