import type { Major } from '../../../catalog/majors.js';
import type { Phase, ReleaseItem, Shown } from '../note.js';

/** Makes items of one major. */
export const itemsOf =
  (major: Major) =>
  (id: string, shown: Shown, phase: Phase, change: string): ReleaseItem => ({ id, major, shown, phase, change });
