import { itemsBetween } from './items.js';
import type { FoundItem, Upgrade } from './note.js';
import { recordChecks } from './records.js';
import { settingChecks } from './settings.js';

/**
 * What the release notes between two majors mean for one cluster, beyond what rules and defaults tell: the same text
 * with another meaning, and what files do not show.
 */
export function foundItems(upgrade: Upgrade): FoundItem[] {
  return itemsBetween(upgrade.before.target, upgrade.after.target).flatMap((item): FoundItem[] => {
    if (item.shown === 'by hand') return [{ ...item, at: undefined, advice: '' }];
    const check = settingChecks[item.id] ?? recordChecks[item.id];
    return item.shown === 'meaning' ? check!(upgrade).map((found) => ({ ...item, ...found })) : [];
  });
}
