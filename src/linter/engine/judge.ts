import type { Major } from '../../catalog/majors.js';
import { hasTemplateSigns } from '../../cluster/templates/template-signs.js';
import type { Cluster, SourceFile } from '../../cluster/types.js';
import { resolvePath } from '../../files/paths.js';
import { isRecoveryName, recordFileParameters } from '../../formats/names.js';
import type { OpenError } from '../../formats/open-error.js';
import { readingsOf } from '../../formats/readings.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { dayOf } from './day.js';
import type { LintRequest, LintSource } from './lint.js';
import { runRules } from './run-rules.js';
import { ProblemIndex, saysTheSame } from './same-problems.js';
import { chooseTargets } from './target-choice.js';
import { mergeTargets, type TargetRun } from './targets.js';
import { withoutPlaceholders, withoutTemplateLines } from './templates.js';

/** What the rules say of one cluster, before suppressions and baselines: only its files and configurations decide it. */
export interface Judgement {
  /** The documents to report, each once, as the first target reads them. */
  files: SourceFile[];
  /** Over all targets, in no particular order; also of files that are not to be reported. */
  problems: Problem[];
  /** What the cluster names and could not be read although it is there, or was not read as it stands outside. */
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
  const run = { measure, ...dayOf(today, days), memory: source.memory };
  const { certainty } = chooseTargets(source, { resolveConfig, today });
  const judging =
    certainty === 'old' || isRecoveryName(source.path) ? rules.filter(({ meta }) => meta.anyMajor) : rules;
  const judge = (target: Major, asked: readonly Rule[] = judging): TargetRun => {
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
    if (judged === cluster) return { target, problems: runRules(cluster, asked, resolveConfig, run) };
    const anywhere = asked.filter(({ meta }) => meta.evenInTemplates);
    const others = asked.filter(({ meta }) => !meta.evenInTemplates);
    const problems = withoutTemplateLines(runRules(judged, others, resolveConfig, run), judged);
    return { target, problems: [...problems, ...runRules(cluster, anywhere, resolveConfig, run)] };
  };
  const problems =
    certainty === 'supported'
      ? judgeSupported(targets, judging, judge)
      : mergeTargets(
          targets.map((target) => judge(target)),
          certainty,
        );
  return { files: [...files.values()], problems, unread: [...unread.values()], days: [...days], read: [...read] };
}

/**
 * Judges a cluster for the supported majors. Most files say the same to all of them: of the majors between the oldest and
 * the newest only those rules are asked that differ in any word at these two. What comes or goes between them differs in
 * words at one of the ends; test/linter/engine/supported.test.ts holds this against asking every major.
 */
function judgeSupported(
  targets: readonly Major[],
  rules: readonly Rule[],
  judge: (target: Major, rules?: readonly Rule[]) => TargetRun,
): Problem[] {
  if (targets.length < 3)
    return mergeTargets(
      targets.map((target) => judge(target)),
      'supported',
    );
  const [oldest, newest] = [judge(targets[0]!), judge(targets.at(-1)!)];
  const differing = differingRules(oldest.problems, newest.problems);
  const agreed = mergeTargets([without(newest, differing)], 'supported');
  if (differing.size === 0) return agreed;
  const asked = rules.filter(({ id }) => differing.has(id));
  const between = targets.slice(1, -1).map((target) => judge(target, asked));
  return [...agreed, ...mergeTargets([only(oldest, differing), ...between, only(newest, differing)], 'supported')];
}

function only({ target, problems }: TargetRun, rules: ReadonlySet<string>): TargetRun {
  return { target, problems: problems.filter(({ ruleId }) => rules.has(ruleId)) };
}

function without({ target, problems }: TargetRun, rules: ReadonlySet<string>): TargetRun {
  return rules.size === 0
    ? { target, problems }
    : { target, problems: problems.filter(({ ruleId }) => !rules.has(ruleId)) };
}

/** The rules of which two runs found other problems, said the same in other words, or offered other fixes. */
function differingRules(left: readonly Problem[], right: readonly Problem[]): Set<string> {
  const differing = new Set<string>();
  const known = new ProblemIndex<{ problem: Problem; isFound: boolean }>();
  // A file that includes itself says the same several times in one run.
  for (const problem of left) if (known.find(problem) === undefined) known.add({ problem, isFound: false });
  for (const problem of right) {
    const same = known.find(problem);
    if (same === undefined || !saysTheSame(same.problem, problem)) differing.add(problem.ruleId);
    else same.isFound = true;
  }
  for (const { problem, isFound } of known.all) if (!isFound) differing.add(problem.ruleId);
  return differing;
}

/** A cluster of which the configuration says for which majors it is. */
function withoutOldVersion({ oldVersion: _, ...cluster }: Cluster): Cluster {
  return cluster;
}

/**
 * What is there and could not be read, and what files draw in from outside the workspace. What is missing is the rules'
 * business, and so are the places that settings name.
 */
function unreadFilesOf(cluster: Cluster): OpenError[] {
  const { unreadFiles, configuration } = cluster;
  const drawnIn = readingsOf(cluster)
    .flatMap(({ reading }) => reading.errors)
    .flatMap(({ notRead }) => notRead ?? []);
  const includes = [...configuration.unread, ...drawnIn];
  const there = [...(unreadFiles ?? []), ...includes].filter(
    ({ reason }) => reason === 'other' || reason === 'unreadable' || reason === 'too-large',
  );
  const outside = includes.filter(({ reason }) => reason === 'outside');
  if (outside.length === 0) return there;
  const bySettings = placesOfSettings(cluster);
  return [...there, ...outside.filter(({ path }) => !bySettings.has(path))];
}

/** Where settings say that files of the cluster are: a file that lives on a server names that server's places. */
function placesOfSettings({ configuration, folder }: Cluster): ReadonlySet<string> {
  const place = (name: string) => {
    const { value, entry } = configuration.get(name);
    return entry === undefined || value === undefined ? undefined : resolvePath(folder, value);
  };
  const data = place('data_directory') ?? folder;
  const files = recordFileParameters.map(place).filter((path) => path !== undefined);
  return new Set([`${data}/postgresql.auto.conf`, ...files]);
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
