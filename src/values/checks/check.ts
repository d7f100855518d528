import type { Major } from '../../catalog/majors.js';
import type { Parameter } from '../../catalog/types.js';
import type { Surroundings, ValueReading } from '../types.js';

/** A value that its type takes, on the way to the parameter's own check. */
export interface CheckInput {
  parameter: Parameter;
  /** As written. */
  text: string;
  /** As its type understands it; an identifier is cut to its longest length. */
  value: boolean | number | string;
  major: Major;
  surroundings: Surroundings;
}

/** What a check hook of guc.c and guc_tables.c decides beyond the type of a parameter. */
export type Check = (input: CheckInput) => ValueReading;
