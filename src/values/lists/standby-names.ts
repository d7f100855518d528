import { parse } from '../../syntax/generated/standby-names.js';

/** Which standbys a commit waits for. */
export interface StandbyNames {
  /** `first`: those in front of the list; `any`: whichever are fastest. */
  method: 'first' | 'any';
  /** How many of them. */
  count: number;
  /** application_name of each; `*` for all. */
  names: string[];
}

/**
 * Reads the value of synchronous_standby_names, such as `FIRST 2 (a, b, c)`.
 *
 * @param text not empty
 * @returns undefined where the syntax is wrong
 */
export function parseStandbyNames(text: string): StandbyNames | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
