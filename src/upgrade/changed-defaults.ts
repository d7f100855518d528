import { describeParameter } from '../catalog/descriptions.js';
import { changesOf } from '../catalog/history.js';
import type { Major } from '../catalog/majors.js';
import { findParameter, parametersOf } from '../catalog/parameters.js';
import type { Configuration } from '../cluster/types.js';
import { writeDefault } from '../formats/conf/effective-settings.js';

/** A default that differs between two majors under a setting that the files leave alone. */
export interface ChangedDefault {
  name: string;
  before: string;
  after: string;
  /** The majors that changed it. */
  changedIn: Major[];
  description: string | undefined;
}

/**
 * The defaults that an upgrade changes for settings that no file sets.
 *
 * @param configuration as the new major reads it
 */
export async function changedDefaults(configuration: Configuration, from: Major, to: Major): Promise<ChangedDefault[]> {
  const changed: ChangedDefault[] = [];
  for (const after of parametersOf(to)) {
    const before = findParameter(after.name, from);
    if (before === undefined || after.hidden || after.needsBuild !== undefined || after.context === 'internal')
      continue;
    if (before.default === undefined || after.default === undefined) continue;
    const texts = [writeDefault(before, from) ?? '', writeDefault(after, to) ?? ''] as const;
    if (texts[0] === texts[1] || configuration.get(after.name).entry !== undefined) continue;
    const changedIn = changesOf(after.name)
      .filter(({ major, field }) => field === 'default' && major > from && major <= to)
      .map(({ major }) => major);
    // Where no major changed it, only the way of writing it did.
    if (changedIn.length === 0) continue;
    const description = await describeParameter(after.name);
    changed.push({ name: after.name, before: texts[0], after: texts[1], changedIn, description });
  }
  return changed;
}
