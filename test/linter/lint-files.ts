/** Lints files that stand in memory with a preset, as the command line does with files on a disk. */
import { rules } from '../../rules/index.js';
import type { Major } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { relativePath } from '../../src/files/paths.js';
import { combinePresets } from '../../src/linter/configuration/presets.js';
import { type LintResult, lint } from '../../src/linter/engine/lint.js';
import { LineTable } from '../../src/syntax/positions.js';

const root = '/w';

/** How files are linted. */
export interface LintFiles {
  preset?: string;
  targets?: readonly Major[];
  each?: boolean;
}

/**
 * Lints the clusters of some files.
 *
 * @param texts texts by path
 */
export function lintFiles(
  texts: Readonly<Record<string, string>>,
  { preset = 'recommended', targets, each }: LintFiles = {},
): LintResult {
  const paths = Object.keys(texts).map((path) => `${root}/${path}`);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(paths.map((path) => [path, texts[path.slice(3)]!])));
  const finder = new ClusterFinder(fileSystem, { workspace: [root] });
  const settings = combinePresets([preset], rules);
  const sources = finder.find([root]).map(({ definition, asked }) => ({
    ...definition,
    asked,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  const resolveConfig = () => ({ targets, rules: settings, ...(each === undefined ? {} : { each }) });
  return lint({ sources, rules, resolveConfig, today: '2026-11-28' });
}

/** The problems of a result as `pg_hba.conf:3 hba/no-trust`, without a line for what a file lacks as a whole. */
export function shown({ files }: LintResult): string[] {
  return files.flatMap(({ path, text, problems }) => {
    const table = new LineTable(text);
    const name = relativePath(path, root);
    return problems.map(({ start, wholeFile, ruleId }) => {
      const line = wholeFile === true ? '' : `:${table.positionAt(start).line}`;
      return `${name}${line} ${ruleId}`;
    });
  });
}
