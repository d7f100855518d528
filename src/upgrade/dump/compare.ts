/** What an upgrade does to the settings of roles and databases. */
import type { Major } from '../../catalog/majors.js';
import type { Rule } from '../../linter/rule.js';
import { itemsBetween } from '../notes/items.js';
import type { FoundItem } from '../notes/note.js';
import { type ClusterUpgrade, compareMajors } from '../upgrade.js';
import type { Dump } from './sources.js';
import type { DumpedSetting } from './statements.js';

/** A custom parameter's name from 14 on (guc.c, valid_custom_variable_name). */
const customName = /^[A-Za-z_\x80-\uffff][\w$\x80-\uffff]*(?:\.[A-Za-z_\x80-\uffff][\w$\x80-\uffff]*)+$/;

/**
 * Compares how two majors take the settings of a dump. What only files have is left out: fixes, defaults, and what is to
 * be looked at by hand.
 *
 * @param today `YYYY-MM-DD`
 */
export async function compareDump(
  dump: Dump,
  rules: readonly Rule[],
  majors: { from: Major; to: Major },
  today: string,
): Promise<ClusterUpgrade> {
  const { clusters } = await compareMajors(dump.sources, rules, majors, today);
  const problems = (kind: 'refused' | 'changed' | 'deprecated') =>
    clusters.flatMap((cluster) => cluster[kind]).map((problem) => ({ ...problem, fix: undefined }));
  return {
    path: dump.name,
    isDump: true,
    refused: problems('refused'),
    changed: problems('changed'),
    deprecated: problems('deprecated'),
    defaults: [],
    items: [
      ...clusters.flatMap(({ items }) => items.filter(({ at }) => at !== undefined)),
      ...customNames(dump, majors),
    ],
    alreadyBroken: clusters.reduce((sum, { alreadyBroken }) => sum + alreadyBroken, 0),
  };
}

function customNames({ settings }: Dump, { from, to }: { from: Major; to: Major }): FoundItem[] {
  const item = itemsBetween(from, to).find(({ id }) => id === 'custom-names');
  if (item === undefined) return [];
  return settings
    .filter(({ name }) => name.includes('.') && !customName.test(name))
    .map((setting: DumpedSetting) => ({
      ...item,
      at: undefined,
      line: setting.line,
      advice: `Give ${setting.name} another name, and ask for that one in programs: ${item.major} refuses the statement.`,
    }));
}
