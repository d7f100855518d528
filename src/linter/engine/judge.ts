import type { Major } from '../../catalog/majors.js';
import { hasTemplateSigns } from '../../cluster/templates/template-signs.js';
import type { Cluster, SourceFile } from '../../cluster/types.js';
import { isRecoveryName } from '../../formats/names.js';
import type { OpenError } from '../../formats/open-error.js';
import { readingsOf } from '../../formats/readings.js';
import type { Problem } from '../problem.js';
import { dayOf } from './day.js';
import type { LintRequest, LintSource } from './lint.js';
import { runRules } from './run-rules.js';
import { ProblemIndex } from './same-problems.js';
import { chooseTargets } from './target-choice.js';
import { mergeTargets, type TargetRun } from './targets.js';
import { withoutPlaceholders, withoutTemplateLines } from './templates.js';

/** What the rules say of one cluster, before suppressions and baselines: only its files and configurations decide it. */
export interface Judgement {
  /** The documents to report, each once, as the first target reads them. */
  files: SourceFile[];
  /** Over all targets, in no particular order; also of files that are not to be reported. */
  problems: Problem[];
  /** What the cluster names and could not be read although it is there. */
  unread: OpenError[];
  /** The days of which a rule asked whether they have come; one that is empty where it asked which day it is. */
  days: readonly string[];
  /** Every file that was read: the configurations in force for them decide as well. */
  read: readonly string[];
}

/**
 * Judges one cluster for its targets.
 *
 * @param source where it is configured, and how it is loaded
 * @param targets at least one
 * @throws RuleError where a rule throws or breaks its contract
 */
export function judgeCluster(
  source: LintSource,
  targets: readonly Major[],
  { rules, resolveConfig, today, measure = (_, work) => work() }: LintRequest,
): Judgement {
  const files = new Map<string, SourceFile>();
  const unread = new Map<string, OpenError>();
  const read = new Set<string>();
  const days = new Set<string>();
  const run = { measure, ...dayOf(today, days) };
  const { certainty } = chooseTargets(source, { resolveConfig, today });
  const judging =
    certainty === 'old' || isRecoveryName(source.path) ? rules.filter(({ meta }) => meta.anyMajor) : rules;
  const judge = (target: Major): TargetRun => {
    const { cluster, judged } = measure('load', () => {
      const whole = source.load(target);
      const loaded = certainty === 'old' || whole.oldVersion === undefined ? whole : withoutOldVersion(whole);
      return { cluster: loaded, judged: hasTemplateSigns(loaded) ? withoutPlaceholders(loaded) : loaded };
    });
    const wanted = wantedFiles(source, cluster);
    for (const failure of unreadFilesOf(cluster)) unread.set(failure.path, failure);
    for (const file of cluster.files) {
      read.add(file.path);
      if (wanted(file.path) && !files.has(file.id)) files.set(file.id, file);
    }
    if (judged === cluster) return { target, problems: runRules(cluster, judging, resolveConfig, run) };
    const anywhere = judging.filter(({ meta }) => meta.evenInTemplates);
    const others = judging.filter(({ meta }) => !meta.evenInTemplates);
    const problems = withoutTemplateLines(runRules(judged, others, resolveConfig, run), judged);
    return { target, problems: [...problems, ...runRules(cluster, anywhere, resolveConfig, run)] };
  };
  const problems =
    certainty === 'supported' ? judgeSupported(targets, judge) : mergeTargets(targets.map(judge), certainty);
  return { files: [...files.values()], problems, unread: [...unread.values()], days: [...days], read: [...read] };
}

/**
 * Judges a cluster for the supported majors. Most files say the same to all of them: where the oldest and the newest
 * agree in every word, the majors between them are not asked. What comes or goes between them differs in words at one of
 * the ends; test/linter/engine/supported.test.ts holds this against asking every major.
 */
function judgeSupported(targets: readonly Major[], judge: (target: Major) => TargetRun): Problem[] {
  if (targets.length < 3) return mergeTargets(targets.map(judge), 'supported');
  const [oldest, newest] = [judge(targets[0]!), judge(targets.at(-1)!)];
  if (areSame(oldest.problems, newest.problems)) return mergeTargets([newest], 'supported');
  return mergeTargets([oldest, ...targets.slice(1, -1).map(judge), newest], 'supported');
}

/** Whether two runs found the same problems in the same words, with the same fixes. */
function areSame(left: readonly Problem[], right: readonly Problem[]): boolean {
  if (left.length !== right.length) return false;
  const known = new ProblemIndex<{ problem: Problem }>();
  for (const problem of left) known.add({ problem });
  return right.every((problem) => {
    const same = known.find(problem)?.problem;
    return same !== undefined && JSON.stringify(same) === JSON.stringify(problem);
  });
}

/** A cluster of which the configuration says for which majors it is. */
function withoutOldVersion({ oldVersion: _, ...cluster }: Cluster): Cluster {
  return cluster;
}

/** What is there and could not be read; what is missing or outside the workspace is the rules' business. */
function unreadFilesOf(cluster: Cluster): OpenError[] {
  const { unreadFiles, configuration } = cluster;
  const drawnIn = readingsOf(cluster)
    .flatMap(({ reading }) => reading.errors)
    .flatMap(({ notRead }) => notRead ?? []);
  const all = [...(unreadFiles ?? []), ...configuration.unread, ...drawnIn];
  return all.filter(({ reason }) => reason === 'other' || reason === 'unreadable' || reason === 'too-large');
}

/** Tells whether a file of the cluster is among those that were asked for: with the main file, all are. */
export function wantedFiles(
  { path, asked }: Pick<LintSource, 'path' | 'asked'>,
  cluster: Cluster,
): (file: string) => boolean {
  if (asked === undefined || asked.includes(path)) return () => true;
  const included = readingsOf(cluster).flatMap(({ reading }) =>
    asked.includes(reading.main.path) ? reading.files.map((file) => file.path) : [],
  );
  const wanted = new Set([...asked, ...included]);
  return (file) => wanted.has(file);
}
