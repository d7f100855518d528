import { itemsBetween } from './items.js';
import { loggingChecks } from './logging.js';
import type { FoundItem, MeaningCheck, Upgrade } from './note.js';
import { recordChecks } from './records.js';
import { recoveryChecks } from './recovery.js';
import { settingChecks } from './settings.js';

const checks: Readonly<Record<string, MeaningCheck>> = {
  ...settingChecks,
  ...loggingChecks,
  ...recoveryChecks,
  ...recordChecks,
};

/**
 * What the release notes between two majors mean for one cluster, beyond what rules and defaults tell: the same text
 * with another meaning, and what files do not show.
 */
export function foundItems(upgrade: Upgrade): FoundItem[] {
  return itemsBetween(upgrade.before.target, upgrade.after.target).flatMap((item): FoundItem[] => {
    if (item.shown === 'by hand') return [{ ...item, at: undefined, advice: '' }];
    return item.shown === 'meaning' ? checks[item.id]!(upgrade).map((found) => ({ ...item, ...found })) : [];
  });
}
