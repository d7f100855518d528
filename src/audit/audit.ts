import type { Benchmark, BenchmarkControl } from '../catalog/benchmarks/types.js';
import type { Major } from '../catalog/majors.js';
import type { Cluster } from '../cluster/types.js';
import type { ResolvedConfig } from '../linter/configuration/config.js';
import { presetSetting } from '../linter/configuration/presets.js';
import type { LintResult } from '../linter/engine/lint.js';
import { appliesTo } from '../linter/engine/run-rules.js';
import type { Problem } from '../linter/problem.js';
import type { Rule } from '../linter/rule.js';
import { isAbout, rulesOfControl } from './controls.js';
import { judgeControl } from './evidence/judge.js';
import { obstacleIn } from './evidence/obstacles.js';
import type { Sighting, Verdict } from './evidence/verdict.js';

/**
 * `pass`: the files show everything that the control asks for. `partly`: they show all that files can show, and the rest
 * is checked on the server. `not applicable`: what it is about does not exist. `not decidable`: files do not tell.
 */
export type AuditStatus = 'pass' | 'fail' | 'partly' | 'waived' | 'not decidable' | 'not applicable';

/** A cluster that was audited, as reports show it. */
export interface ShownCluster {
  path: string;
  target: Major;
  /** Who said that it is of this major. */
  because: string;
  /** The SHA-256 of the bytes of each file that was read. */
  files: { path: string; sha256: string }[];
}

/** What the controls of a benchmark came to, as reports show it. */
export interface AuditReport {
  benchmark: Benchmark;
  /** `YYYY-MM-DD`. */
  date: string;
  version: string;
  clusters: ShownCluster[];
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
  /** What was seen that makes it pass, or fail. */
  seen: Sighting[];
  problems: Problem[];
  waivers: Waiver[];
  /** What keeps the files from deciding it, why it is not applicable, and where the project has options of its own. */
  remarks: string[];
}

/** A cluster as it was audited. */
export interface AuditedCluster {
  cluster: Cluster;
  config: ResolvedConfig;
}

/**
 * Sorts what a lint run found by the controls of a benchmark, and looks for the evidence that each asks for.
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
  const judgedBy = judges.map((rule) => rule.id);
  const isOurs = (problem: Problem) => judgedBy.includes(problem.ruleId) && isAbout(control, problem);
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
  const verdicts: Verdict[] = [];
  for (const { cluster, config } of audited) {
    const verdict = judgeControl(control, cluster, config);
    if (verdict !== undefined) verdicts.push(verdict);
    for (const rule of judges.filter((one) => appliesTo(one, cluster.target))) {
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
      // A rule that found nothing where it could not look proves nothing.
      if (verdict?.result !== 'met') continue;
      const obstacle = obstacleFor(rule, cluster);
      if (obstacle !== undefined) verdicts.push({ result: 'unknown', seen: [], reason: obstacle });
    }
  }
  const found = { problems, waivers: dedupe(waivers), verdicts };
  const status = statusOf(found, control);
  for (const { result, reason } of verdicts) {
    // Why something is not known does not matter where the control fails anyway.
    if (reason !== undefined && !(status === 'fail' && result === 'unknown')) remarks.add(reason);
  }
  return { ...control, status, judgedBy, seen: seenFor(status, verdicts, problems), ...found, remarks: [...remarks] };
}

function statusOf(
  { problems, waivers, verdicts }: { problems: readonly Problem[]; waivers: readonly Waiver[]; verdicts: Verdict[] },
  { check }: BenchmarkControl,
): AuditStatus {
  const has = (result: Verdict['result']) => verdicts.some((verdict) => verdict.result === result);
  if (problems.length > 0) return 'fail';
  if (has('unmet')) return waivers.length > 0 ? 'waived' : 'fail';
  if (has('unknown')) return 'not decidable';
  if (waivers.length > 0) return 'waived';
  if (has('met')) return check === undefined ? 'pass' : 'partly';
  return has('absent') ? 'not applicable' : 'not decidable';
}

/**
 * What was seen, as far as nothing else in the report says it: where a control fails, what made it fail and no problem
 * reports; where it is waived, the waivers.
 */
function seenFor(status: AuditStatus, verdicts: readonly Verdict[], problems: readonly Problem[]): Sighting[] {
  if (status === 'waived') return [];
  if (status !== 'fail') return verdicts.flatMap(({ seen }) => seen);
  const unmet = verdicts.filter(({ result }) => result === 'unmet').flatMap(({ seen }) => seen);
  return unmet.filter(({ about }) => about === undefined || !problems.some(({ parts }) => parts?.includes(about)));
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
  const settings = group === 'conf' || group === 'cluster' ? obstacleIn(cluster, 'conf') : undefined;
  return settings ?? (group === 'hba' || group === 'cluster' ? obstacleIn(cluster, 'hba') : undefined);
}

/** How many controls have each status. */
export function countStatuses(controls: readonly AuditedControl[]): Record<AuditStatus, number> {
  const counts: Record<AuditStatus, number> = {
    pass: 0,
    fail: 0,
    partly: 0,
    waived: 0,
    'not decidable': 0,
    'not applicable': 0,
  };
  for (const { status } of controls) counts[status]++;
  return counts;
}
