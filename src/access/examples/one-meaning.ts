import type { Transport } from '../login.js';
import { allBut, type NameSet, namesOf } from '../regions/name-set.js';
import { everyLogin, type Region } from '../regions/region.js';

/**
 * Splits a region by databases of which one condition (a member of the role of its name) says what another one does not (a member
 * of a role that is named), so that what conditions want of a login does not contradict itself.
 *
 * @param common the logins that are in both of two regions
 */
export function partsWithOneMeaning(
  region: Region,
  available: readonly Transport[],
  common: (a: Region, b: Region) => Region | undefined,
): Region[] {
  if (!region.conditions.some(({ kind }) => kind === 'samerole')) return [region];
  const groups = region.conditions.filter(({ kind }) => kind === 'member').map(({ subject }) => subject);
  const of = (databases: NameSet) => common(region, { ...everyLogin(available), databases }) ?? [];
  return [allBut(...groups), ...groups.map((group) => namesOf([group]))].flatMap(of);
}
