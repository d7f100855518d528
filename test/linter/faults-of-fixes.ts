import { rules } from '../../rules/index.js';
import { defaultMajor, type Major } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import type { Cluster } from '../../src/cluster/types.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { combinePresets } from '../../src/linter/configuration/presets.js';
import { type LintResult, type LintSource, lint } from '../../src/linter/engine/lint.js';
import { applyFixes } from '../../src/linter/fixes.js';
import { everyPlace } from '../../src/linter/places.js';
import type { Problem } from '../../src/linter/problem.js';

const config = { targets: undefined, rules: combinePresets(['all'], rules) };
const quotes = /[\u2018-\u201f\u00ab\u00bb\u2039\u203a\u0060\u00b4\u2032\u2033\uff02\uff07]/;

interface State {
  sources: LintSource[];
  result: LintResult;
}

function judge(files: Readonly<Record<string, string>>): State {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/c/${name}`, text]));
  const fileSystem = new MemoryFileSystem(paths);
  const finder = new ClusterFinder(fileSystem, { workspace: ['/c'] });
  const sources = finder.find(Object.keys(paths)).map(({ definition }) => ({
    path: definition.path,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  const result = lint({ sources, rules, resolveConfig: () => config, today: '2026-01-01', fingerprints: true });
  return { sources, result };
}

/**
 * What is wrong with the safe fixes of some files, each applied alone: a value in force that got a quote which stood
 * outside of straight quotes, a line or value more that servers refuse, a problem of another rule that is gone although
 * the fix did not name the parameter and did not change the line.
 *
 * @param only the rule whose fixes are tried; left out, those of all
 */
export function faultsOfFixes(files: Readonly<Record<string, string>>, only?: string): string[] {
  const before = judge(files);
  const problems = before.result.files.flatMap((file) => file.problems);
  const seen = new Set<string>();
  return problems.flatMap((problem) => {
    if (problem.fix?.safety !== 'safe' || (only !== undefined && problem.ruleId !== only)) return [];
    const key = JSON.stringify(problem.fix.edits);
    if (seen.has(key)) return [];
    seen.add(key);
    return faultsOf(problem, files, before);
  });
}

function faultsOf(problem: Problem, files: Readonly<Record<string, string>>, before: State): string[] {
  const { texts } = applyFixes([problem], (path) => files[path.slice(3)] ?? '', 'safe');
  const changed = Object.fromEntries([...texts].map(([path, text]) => [path.slice(3), text]));
  const after = judge({ ...files, ...changed });
  const fault = (what: string) => `${problem.ruleId} (${problem.messageId}): ${what}: ${JSON.stringify(changed)}`;
  return [
    ...foreignValues(before, after).map((name) => fault(`${name} has a quote that does not quote`)),
    ...(refused(after) > refused(before) ? [fault('servers refuse more than before')] : []),
    ...vanished(problem, files, before, after).map((what) => fault(`${what} is gone`)),
  ];
}

function clusters({ sources }: State): Cluster[] {
  return sources.map((source) => source.load(defaultMajor));
}

function foreignValues(before: State, after: State): string[] {
  const known = new Set(
    clusters(before).flatMap((cluster) => cluster.configuration.settings().map(({ value }) => value)),
  );
  return clusters(after).flatMap((cluster) =>
    cluster.configuration
      .settings()
      .filter(({ value = '' }) => quotes.test(value) && !known.has(value))
      .map(({ name }) => name),
  );
}

function refused(state: State): number {
  const broken = ['conf/syntax-error', 'conf/invalid-value', 'hba/invalid-record', 'ident/invalid-mapping'];
  const found = state.result.files.flatMap((file) => file.problems);
  return found.filter(({ ruleId }) => broken.includes(ruleId)).length;
}

function vanished(problem: Problem, files: Readonly<Record<string, string>>, before: State, after: State): string[] {
  const { ruleId } = problem;
  const fixes = everyPlace(problem).flatMap(({ fix }) => fix ?? []);
  const left = new Set(after.result.files.flatMap((file) => [...(file.fingerprints?.values() ?? [])]));
  const count = (state: State, rule: string) =>
    state.result.files.flatMap((file) => file.problems).filter((each) => each.ruleId === rule).length;
  const isNamed = (other: Problem) => {
    const { parts = [], file, start, end } = other;
    if (parts.some((part) => fixes.some(({ changes }) => changes?.includes(part.toLowerCase())))) return true;
    const text = files[file.slice(3)] ?? '';
    const edits = fixes.flatMap((fix) => fix.edits);
    return edits.some((edit) => edit.file === file && linesMeet(text, edit, { start, end }));
  };
  return before.result.files.flatMap((file) =>
    file.problems
      .filter((other) => other.ruleId !== ruleId && !left.has(file.fingerprints!.get(other)!) && !isNamed(other))
      // The same in other words, since the setting is in a file now.
      .filter((other) => count(after, other.ruleId) < count(before, other.ruleId))
      .map((other) => `${other.ruleId} “${other.message}”`),
  );
}

function linesMeet(text: string, a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const from = text.lastIndexOf('\n', Math.min(a.start, text.length) - 1) + 1;
  const to = text.indexOf('\n', a.end);
  return b.start <= (to === -1 ? text.length : to) && b.end >= from;
}
