/** How a check finds a setting, and tells of it. */
import type { ConfEntry } from '../../cluster/types.js';
import type { MeaningCheck, Upgrade } from './note.js';

/** The entry in force of a parameter that the files set to a value that both majors take. */
export function setIn({ after }: Upgrade, name: string): ConfEntry | undefined {
  const { entry, reading } = after.configuration.get(name);
  return reading?.ok === false ? undefined : entry;
}

export function numberIn(upgrade: Upgrade, name: string): { entry: ConfEntry; value: number } | undefined {
  const entry = setIn(upgrade, name);
  const value = entry?.reading?.ok ? entry.reading.value : undefined;
  return entry === undefined || typeof value !== 'number' ? undefined : { entry, value };
}

/** A check of a setting that files set; no advice, nothing to tell. */
export const check =
  (name: string, advice: (entry: ConfEntry, upgrade: Upgrade) => string | undefined): MeaningCheck =>
  (upgrade) => {
    const at = setIn(upgrade, name);
    const text = at === undefined ? undefined : advice(at, upgrade);
    return at === undefined || text === undefined ? [] : [{ at, advice: text }];
  };

/** The same for a number, in the unit of the parameter. */
export const checkNumber =
  (name: string, advice: (value: number, upgrade: Upgrade) => string | undefined): MeaningCheck =>
  (upgrade) => {
    const found = numberIn(upgrade, name);
    const text = found === undefined ? undefined : advice(found.value, upgrade);
    return found === undefined || text === undefined ? [] : [{ at: found.entry, advice: text }];
  };
