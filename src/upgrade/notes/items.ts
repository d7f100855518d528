import type { Major } from '../../catalog/majors.js';
import { items as from11 } from './items/11-to-13.js';
import { items as from14 } from './items/14-to-16.js';
import { items as from17 } from './items/17-to-20.js';
import type { ReleaseItem } from './note.js';

/**
 * The items of the release notes of 11 to 20 that touch the configuration files, or the meaning of a setting or record.
 * docs/upgrade.md shows them; each that files can show has a test.
 */
export const releaseItems: readonly ReleaseItem[] = [...from11, ...from14, ...from17];

/** The items that a move from one major to another passes, oldest first. */
export function itemsBetween(from: Major, to: Major): ReleaseItem[] {
  return releaseItems.filter(({ major }) => major > from && major <= to);
}
