import { rules } from '../../rules/index.js';
import type { Major } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { combinePresets } from '../../src/linter/configuration/presets.js';
import { lint } from '../../src/linter/engine/lint.js';

const settings = combinePresets(['all'], rules);

/** Whether a rule says anything of some files, which stand in one folder, for a major. */
export function isSaid(
  { rule, files }: { rule: string; files: Readonly<Record<string, string>> },
  major: number,
): boolean {
  const target = major as Major;
  const paths = Object.entries(files).map(([name, text]) => [`/c/${name}`, text] as const);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(paths));
  const finder = new ClusterFinder(fileSystem, { workspace: ['/c'] });
  const sources = finder.find(['/c']).map(({ definition }) => ({
    path: definition.path,
    load: (one: Major) => loadCluster(definition, fileSystem, one, finder.readerOptions),
  }));
  const resolveConfig = () => ({ targets: [target], rules: settings });
  const asked = rules.filter(({ id }) => id === rule);
  const { files: results } = lint({ sources, rules: asked, resolveConfig, today: '2026-11-28', each: true });
  return results.some(({ problems }) => problems.some(({ ruleId }) => ruleId === rule));
}
