import { carriers } from '../../carriers/index.js';
import { type Major, parseTarget, releasesOf } from '../../catalog/majors.js';
import { ClusterFinder } from '../../cluster/find/find.js';
import { loadCluster } from '../../cluster/load.js';
import type { Cluster } from '../../cluster/types.js';
import { MemoryFileSystem } from '../../files/memory-file-system.js';
import { readingsOf } from '../../formats/readings.js';
import { resolveOptions } from '../configuration/options.js';
import { type LintSource, lint } from '../engine/lint.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { caseFiles, caseFolder, caseTargets, type TestCase } from './cases.js';

/** A day for suppressions that expire; cases do not depend on the day they run. */
const today = '2026-01-01';

/**
 * Lints a case with one rule, which is on as an error.
 *
 * @param texts texts in place of those of the case, by their path from the cluster's folder
 * @returns the problems in the order of files and places; suppressed ones are not among them
 */
export function lintCase(
  rule: Rule,
  testCase: TestCase,
  texts: ReadonlyMap<string, string> = new Map(),
): { problems: Problem[] } {
  const setting = { severity: 'error' as const, options: resolveOptions(rule, testCase.options) };
  const { release } = testCase;
  const written = release === undefined ? undefined : parseTarget(release);
  const releases = written === undefined ? undefined : releasesOf([written]);
  const config = { targets: caseTargets(testCase), releases, rules: new Map([[rule.id, setting]]) };
  const sources = caseSources(testCase, texts);
  const result = lint({ sources, rules: [rule], resolveConfig: () => config, today, each: true });
  return { problems: result.files.flatMap((file) => file.problems) };
}

/** How many lines and values of a case no target would take. */
export function countBroken(testCase: TestCase, texts: ReadonlyMap<string, string>): number {
  const targets = caseTargets(testCase) ?? [18];
  const clusters = caseSources(testCase, texts).flatMap((source) => targets.map((target) => source.load(target)));
  return Math.max(0, ...clusters.map(brokenIn));
}

function brokenIn(cluster: Cluster): number {
  const { configuration } = cluster;
  const inRecords = readingsOf(cluster).flatMap(({ reading, subjects }) => [
    ...reading.errors,
    ...subjects.flatMap((subject) => subject.error ?? []),
  ]);
  const errors = [...configuration.includeErrors, ...inRecords];
  const values = configuration.entries.filter((entry) => entry.reading?.ok === false);
  return configuration.syntaxErrors.length + values.length + errors.filter((each) => each.severity === 'error').length;
}

function caseSources(testCase: TestCase, texts: ReadonlyMap<string, string>): LintSource[] {
  const files = new Map([...caseFiles(testCase), ...texts]);
  const entries = [...files].map(([path, text]) => [`${caseFolder}/${path}`, text] as const);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(entries));
  const finder = new ClusterFinder(fileSystem, { workspace: [caseFolder], carriers });
  const asked = entries.map(([path]) => path).filter((path) => !path.endsWith('/PG_VERSION'));
  return finder.find(asked).map(({ definition }) => ({
    ...definition,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
}
