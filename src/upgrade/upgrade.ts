import type { Major } from '../catalog/majors.js';
import type { ResolveConfig, RuleSetting } from '../linter/configuration/config.js';
import { resolveOptions } from '../linter/configuration/options.js';
import { combinePresets, defaultSeverity } from '../linter/configuration/presets.js';
import { type LintResult, type LintSource, lint } from '../linter/engine/lint.js';
import type { Problem } from '../linter/problem.js';
import type { Rule } from '../linter/rule.js';
import { type ChangedDefault, changedDefaults } from './changed-defaults.js';
import { foundItems } from './notes/found.js';
import type { FoundItem } from './notes/note.js';

/** Rules beyond correctness that tell of what a later major drops or gives another name. */
const deprecationRules = ['conf/old-name', 'hba/no-md5', 'hba/no-radius', 'hba/legacy-clientcert'];

/** What an upgrade does to one cluster. */
export interface ClusterUpgrade {
  /** Its main file, or the dump. */
  path: string;
  /** Whether these are the settings of roles and databases out of a dump. */
  isDump?: true;
  /** What the old major takes and the new one refuses. */
  refused: Problem[];
  /** What the new major takes, but ignores or reads in another way than the old one did. */
  changed: Problem[];
  /** What still works and is on its way out. */
  deprecated: Problem[];
  defaults: ChangedDefault[];
  /** What keeps its text and means something else, and what files do not show, by the release notes. */
  items: FoundItem[];
  /** How many errors the old major has with the files already: they are not the upgrade’s. */
  alreadyBroken: number;
}

export interface UpgradeReport {
  from: Major;
  to: Major;
  clusters: ClusterUpgrade[];
}

/**
 * The configuration of an upgrade’s runs: correctness and what is deprecated, whatever the project’s configuration says.
 *
 * @param target the major of the run
 */
export function upgradeConfig(rules: readonly Rule[], target: Major): ResolveConfig {
  const settings = new Map<string, RuleSetting>(combinePresets(['correctness'], rules));
  for (const rule of rules) {
    if (!deprecationRules.includes(rule.id) || settings.has(rule.id)) continue;
    settings.set(rule.id, { severity: defaultSeverity(rule), options: resolveOptions(rule, undefined) });
  }
  const config = { targets: [target], rules: settings };
  return () => config;
}

/**
 * Lints clusters as the new major reads them; the problems carry the fixes that an upgrade needs.
 *
 * @param today `YYYY-MM-DD`, for suppressions that expire
 */
export function lintFor(
  target: Major,
  sources: readonly LintSource[],
  rules: readonly Rule[],
  today: string,
): LintResult {
  return lint({ sources, rules, resolveConfig: upgradeConfig(rules, target), today, each: true });
}

/** Compares how two majors read the same clusters. */
export async function compareMajors(
  sources: readonly LintSource[],
  rules: readonly Rule[],
  majors: { from: Major; to: Major },
  today: string,
): Promise<UpgradeReport> {
  const { from, to } = majors;
  const clusters: ClusterUpgrade[] = [];
  for (const source of sources) {
    const before = problemsOf(lintFor(from, [source], rules, today));
    const after = problemsOf(lintFor(to, [source], rules, today));
    const known = new Set(before.map(keyOf));
    const isDeprecation = (problem: Problem) => deprecationRules.includes(problem.ruleId);
    const fresh = after.filter((problem) => !known.has(keyOf(problem)) && !isDeprecation(problem));
    const upgraded = { before: source.load(from), after: source.load(to) };
    const { configuration } = upgraded.after;
    clusters.push({
      path: source.path,
      refused: fresh.filter((problem) => problem.severity === 'error'),
      changed: fresh.filter((problem) => problem.severity !== 'error'),
      deprecated: after.filter(isDeprecation),
      defaults: configuration.main === undefined ? [] : await changedDefaults(configuration, from, to),
      items: foundItems(upgraded),
      alreadyBroken: before.filter((problem) => problem.severity === 'error' && !isDeprecation(problem)).length,
    });
  }
  return { from, to, clusters };
}

function problemsOf(result: LintResult): Problem[] {
  return result.files.flatMap((file) => file.problems);
}

/** Messages name the major, so the same problem is told by its rule and its place. */
function keyOf({ ruleId, file, start, end }: Problem): string {
  return JSON.stringify([ruleId, file, start, end]);
}
