import type { Benchmark, BenchmarkControl } from '../catalog/benchmarks/types.js';
import { templatesOf } from '../cluster/templates/templates.js';
import type { Cluster } from '../cluster/types.js';
import type { ResolvedConfig } from '../linter/configuration/config.js';
import { presetSetting } from '../linter/configuration/presets.js';
import type { LintResult } from '../linter/engine/lint.js';
import { appliesTo } from '../linter/engine/run-rules.js';
import type { Problem } from '../linter/problem.js';
import type { Rule } from '../linter/rule.js';
import type { FileKind } from '../syntax/nodes.js';
import { isAbout, rulesOfControl } from './controls.js';

export type AuditStatus = 'pass' | 'fail' | 'waived' | 'not decidable' | 'not applicable';

/** What the controls of a benchmark came to, as reports show it. */
export interface AuditReport {
  benchmark: Benchmark;
  /** `YYYY-MM-DD`. */
  date: string;
  version: string;
  /** The main files of the clusters, with the major that each was read as. */
  clusters: { path: string; target: number }[];
  controls: AuditedControl[];
}

/** A problem that somebody has accepted, and why. */
export interface Waiver {
  problem: Problem | undefined;
  rule: string;
  reason: string;
}

/** What became of one control. */
export interface AuditedControl extends BenchmarkControl {
  status: AuditStatus;
  /** The ids of the rules that judged it. */
  judgedBy: string[];
  problems: Problem[];
  waivers: Waiver[];
  /** What keeps the files from deciding it, and where the project has options of its own. */
  remarks: string[];
}

/** A cluster as it was audited. */
export interface AuditedCluster {
  cluster: Cluster;
  config: ResolvedConfig;
}

/**
 * Sorts what a lint run found by the controls of a benchmark.
 *
 * @param benchmark whose controls
 * @param rules every rule
 * @param result of linting with the benchmark's preset
 * @param audited the clusters of that run, each with the configuration in force for its main file
 */
export function audit(
  benchmark: Benchmark,
  rules: readonly Rule[],
  result: LintResult,
  audited: readonly AuditedCluster[],
): AuditedControl[] {
  return benchmark.controls.map((control) => {
    const judges = rulesOfControl(benchmark, control, rules);
    return judge(benchmark, control, judges, result, audited);
  });
}

function judge(
  benchmark: Benchmark,
  control: BenchmarkControl,
  judges: readonly Rule[],
  result: LintResult,
  audited: readonly AuditedCluster[],
): AuditedControl {
  const ids = judges.map((rule) => rule.id);
  const isOurs = (problem: Problem) => ids.includes(problem.ruleId) && isAbout(control, problem);
  const problems = result.files.flatMap((file) => file.problems.filter(isOurs));
  const waivers = result.files.flatMap((file) =>
    file.suppressed
      .filter(({ problem }) => isOurs(problem))
      .map(
        ({ problem, suppression }): Waiver => ({
          problem,
          rule: problem.ruleId,
          reason: suppression.reason ?? 'no reason given',
        }),
      ),
  );
  const remarks = new Set<string>();
  let applies = judges.length === 0;
  let undecided = judges.length === 0;
  for (const { cluster, config } of audited) {
    for (const rule of judges.filter((one) => appliesTo(one, cluster.target))) {
      applies = true;
      const setting = config.rules.get(rule.id);
      if (setting === undefined || setting.severity === 'off') {
        waivers.push({
          problem: undefined,
          rule: rule.id,
          reason: 'the project’s configuration switches the rule off',
        });
        continue;
      }
      const asked = presetSetting(rule, benchmark.name);
      if (asked !== undefined && JSON.stringify(asked.options) !== JSON.stringify(setting.options)) {
        remarks.add(`${rule.id} has options of the project’s own: ${JSON.stringify(setting.options)}`);
      }
      const obstacle = obstacleFor(rule, cluster);
      if (obstacle === undefined) continue;
      undecided = true;
      remarks.add(obstacle);
    }
  }
  const status = statusOf({ problems, waivers: dedupe(waivers), applies, undecided });
  return { ...control, status, judgedBy: ids, problems, waivers: dedupe(waivers), remarks: [...remarks] };
}

function statusOf(found: {
  problems: readonly Problem[];
  waivers: readonly Waiver[];
  applies: boolean;
  undecided: boolean;
}): AuditStatus {
  if (found.problems.length > 0) return 'fail';
  if (found.undecided) return 'not decidable';
  if (found.waivers.length > 0) return 'waived';
  return found.applies ? 'pass' : 'not applicable';
}

function dedupe(waivers: readonly Waiver[]): Waiver[] {
  const seen = new Set<string>();
  return waivers.filter(({ problem, rule, reason }) => {
    const key = JSON.stringify([problem?.file, problem?.start, rule, reason]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Why silence of a rule proves nothing: what it judges is missing, is not read, or is refused by servers. */
function obstacleFor(rule: Rule, cluster: Cluster): string | undefined {
  const group = rule.id.split('/')[0];
  const { configuration, hba } = cluster;
  const isTemplate = (kind: FileKind) => templatesOf(cluster).some(({ file }) => file.kind === kind);
  if (group === 'conf' || group === 'cluster') {
    if (isTemplate('conf')) return 'postgresql.conf, or a file of it, is a template; audit what is made of it';
    if (configuration.main === undefined) return 'there is no postgresql.conf';
    if (!cluster.complete) return 'files that postgresql.conf names are not read';
    if (configuration.loads === false) return 'servers refuse postgresql.conf as it is (pgconflint lint tells why)';
  }
  if (group === 'hba' || group === 'cluster') {
    if (hba === undefined) return 'there is no pg_hba.conf';
    if (isTemplate('hba')) return 'pg_hba.conf, or a file of it, is a template; audit what is made of it';
    if (!hba.loads) {
      return 'servers refuse pg_hba.conf as it is (pgconflint lint tells why)';
    }
  }
  return undefined;
}

/** How many controls have each status. */
export function countStatuses(controls: readonly AuditedControl[]): Record<AuditStatus, number> {
  const counts: Record<AuditStatus, number> = {
    pass: 0,
    fail: 0,
    waived: 0,
    'not decidable': 0,
    'not applicable': 0,
  };
  for (const { status } of controls) counts[status]++;
  return counts;
}
