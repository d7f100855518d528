import type { Major } from '../../catalog/majors.js';
import type { Cluster, HbaRecord } from '../../cluster/types.js';
import { isWritten } from '../../documents/places.js';
import type { AuthSubject } from '../../formats/format.js';
import { formats } from '../../formats/index.js';
import { readingsOf } from '../../formats/readings.js';
import { authKinds } from '../../syntax/kinds.js';
import type { ResolveConfig, RuleSetting } from '../configuration/config.js';
import type { Problem } from '../problem.js';
import type { Report, Rule, Visitors } from '../rule.js';
import { decidingRecords } from './covered.js';
import type { Day } from './day.js';
import type { LintRequest } from './lint.js';
import { activeSeverity, makeProblem } from './make-problem.js';
import type { RecordMemory, RecordVisitor, RememberedRun } from './record-memory.js';
import { RuleError } from './rule-error.js';
import { tiesOf } from './ties.js';

/** What a run of the rules has from outside. */
export interface RuleRun extends Day {
  /** Does each rule's work, and may take the time. */
  measure?: LintRequest['measure'];
  /** What runs before this one found of records that are still there. */
  memory?: RecordMemory | undefined;
}

/** A rule's visitors for one run, with the rule that is to blame when one throws. */
interface Run {
  rule: Rule;
  visitors: Visitors;
  /** How often it has reported, or looked at other records, so far. */
  depends: number;
}

/** All that a rule may have, in the order in which they are called. */
const visitorNames = new Set([
  'Cluster',
  formats.conf.visitor,
  ...authKinds.flatMap((kind) => (kind === 'hba' ? [formats.hba.visitor, 'DecidingRecord'] : formats[kind].visitor)),
  'end',
]);

function hasWhatItReads({ reads }: Rule, cluster: Cluster): boolean {
  if (reads === 'carrier') return cluster.isContainer === true || cluster.files.some(({ map }) => map !== undefined);
  return reads === undefined || cluster[reads] !== undefined;
}

/**
 * Runs the rules over one cluster, loaded for one target.
 *
 * A rule whose options differ between the files of the cluster (overrides by glob) runs once for each set of options,
 * and each run may only speak of the files that it is for.
 *
 * @param cluster the cluster as that target reads it
 * @param rules every rule there is; the configuration decides which of them run
 * @param resolveConfig the configuration in force for each file
 * @param run the day, and who measures the work
 * @returns the problems in the order in which they were reported
 * @throws RuleError where a rule throws or breaks its contract
 */
export function runRules(
  cluster: Cluster,
  rules: readonly Rule[],
  resolveConfig: ResolveConfig,
  { measure = (_, work) => work(), today, hasCome, memory }: RuleRun,
): Problem[] {
  const problems: Problem[] = [];
  const configs = new Map(cluster.files.map((file) => [file.id, resolveConfig(file.path)]));
  const [first] = configs.values();
  const release = first?.releases?.[cluster.target];
  const runs: Run[] = [];
  for (const rule of rules) {
    if (!appliesTo(rule, cluster.target) || !hasWhatItReads(rule, cluster)) continue;
    const settings = new Map<string, RuleSetting>();
    for (const [id, config] of configs) {
      const setting = config.rules.get(rule.id);
      if (setting !== undefined && setting.severity !== 'off') settings.set(id, setting);
    }
    for (const group of groupByOptions(settings))
      runs.push(startRun(rule, group, cluster, problems, { today, hasCome, release }));
  }
  const remembered = memory?.start(
    cluster,
    runs.map(({ rule }) => rule),
  );
  visit(cluster, runs, measure, remembered);
  remembered?.keep();
  return problems;
}

/** Whether a rule has something to say on a major. */
export function appliesTo(rule: Rule, target: Major): boolean {
  const { from, to } = rule.meta.targets ?? {};
  return (from === undefined || target >= from) && (to === undefined || target <= to);
}

function groupByOptions(settings: Map<string, RuleSetting>): Map<string, RuleSetting>[] {
  const [first] = settings.values();
  if (first === undefined) return [];
  // Files of one folder share their configuration nearly always.
  if ([...settings.values()].every(({ options }) => options === first.options)) return [settings];
  const groups = new Map<string, Map<string, RuleSetting>>();
  for (const [path, setting] of settings) {
    const key = JSON.stringify(setting.options);
    const group = groups.get(key) ?? new Map<string, RuleSetting>();
    group.set(path, setting);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function startRun(
  rule: Rule,
  settings: ReadonlyMap<string, RuleSetting>,
  cluster: Cluster,
  problems: Problem[],
  { today, hasCome, release }: Day & { release: string | undefined },
): Run {
  const [first] = settings.values();
  const run: Run = { rule, visitors: {}, depends: 0 };
  const report = (said: Report): void => {
    run.depends++;
    if (said?.at?.file === undefined) {
      throw new RuleError(
        rule.id,
        'reports without a place: “at” must be a node of the cluster, or a range in a file of it.',
      );
    }
    // What a platform puts into a document is not the person's, but counts for what is.
    if (said.at.wholeFile !== true && !isWritten(said.at.file, said.at)) return;
    const severity = activeSeverity(settings.get(said.at.file.id));
    const problem = makeProblem(rule, said, cluster, severity ?? 'error');
    if (severity !== undefined) problems.push({ ...problem, ties: tiesOf(rule, said, cluster) });
  };
  const options = first?.options ?? {};
  const context = {
    target: cluster.target,
    release,
    cluster,
    options,
    report,
    get today() {
      return today();
    },
    hasCome,
    allRecords() {
      run.depends++;
      return cluster.hba?.records ?? [];
    },
  };
  const visitors = blame(rule, () => rule.create(context));
  if (typeof visitors !== 'object' || visitors === null || visitors instanceof Promise) {
    throw new RuleError(rule.id, 'must return its visitors from “create”, an object of functions, at once.');
  }
  for (const name of Object.keys(visitors)) {
    if (!visitorNames.has(name)) {
      throw new RuleError(rule.id, `has a visitor “${name}”; the visitors are ${[...visitorNames].join(', ')}.`);
    }
  }
  run.visitors = visitors;
  return run;
}

function visit(
  cluster: Cluster,
  runs: readonly Run[],
  measure: NonNullable<LintRequest['measure']>,
  remembered: RememberedRun | undefined,
): void {
  const timed = (rule: Rule, work: () => void) => measure(`rule ${rule.id}`, () => blame(rule, work));
  const call = <T>(pick: (visitors: Visitors) => ((subject: T) => void) | undefined, subjects: readonly T[]): void => {
    if (subjects.length === 0) return;
    for (const { rule, visitors } of runs) {
      const visitor = pick(visitors);
      if (visitor === undefined) continue;
      timed(rule, () => {
        for (const subject of subjects) visitor.call(visitors, subject);
      });
    }
  };
  const callForRecords = (name: RecordVisitor, records: readonly HbaRecord[]): void => {
    const visits = remembered?.visits(name, records);
    for (const [number, run] of runs.entries()) {
      const { rule, visitors } = run;
      const visitor = visitors[name];
      if (visitor === undefined || records.length === 0) continue;
      const judges = (record: HbaRecord) => {
        const { depends } = run;
        visitor.call(visitors, record);
        return run.depends > depends;
      };
      timed(rule, () => {
        if (visits !== undefined && rule.meta.eachRecordAlone === true) visits.ask(number, judges);
        else for (const record of records) visitor.call(visitors, record);
      });
    }
  };
  call((visitors) => visitors.Cluster, [cluster]);
  call((visitors) => visitors.ConfEntry, cluster.configuration.entries);
  for (const { kind, subjects } of readingsOf(cluster)) {
    if (kind === 'hba') callForRecords('HbaRecord', cluster.hba?.records ?? []);
    else call((visitors) => visitors[formats[kind].visitor] as ((subject: AuthSubject) => void) | undefined, subjects);
    if (kind !== 'hba' || !runs.some(({ visitors }) => visitors.DecidingRecord !== undefined)) continue;
    callForRecords(
      'DecidingRecord',
      measure('coverage', () => decidingRecords(cluster)),
    );
  }
  for (const { rule, visitors } of runs) if (visitors.end !== undefined) timed(rule, () => visitors.end?.());
}

/** Does a rule's work; whatever it throws becomes an error that names the rule. */
function blame<T>(rule: Rule, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RuleError(rule.id, `failed: ${reason}`, error);
  }
}
