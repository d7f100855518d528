import { defaultMajor, type Major } from '../../catalog/majors.js';
import { supportedMajors } from '../../catalog/support.js';
import type { ResolveConfig } from '../configuration/config.js';
import type { LintRequest, LintSource } from './lint.js';
import { listMajors } from './targets.js';

/** For which majors a cluster is judged, and why, and whether as a whole. */
export interface TargetChoice {
  /** Oldest first. */
  targets: readonly Major[];
  /**
   * How much is known. `named`: it must work on all of them. `one-of`: it is for one of them. `supported`: nothing tells,
   * and these are the supported ones. `old`: it is for a version before 10, and only what holds for every major is judged.
   */
  certainty: 'named' | 'one-of' | 'supported' | 'old';
  /** The version before 10 that it is for, for people. */
  oldVersion?: string;
  /** What told them, for people: `PG_VERSION`, `the configuration`; undefined where nothing does. */
  source: string | undefined;
  /** The folder, or the file, that tells that it is there for tests: then only what a server refuses is told. */
  testPlace?: string;
}

/** What the choice depends on. */
export type TargetQuestion = Pick<
  LintSource,
  'path' | 'targets' | 'targetSource' | 'targetsGiven' | 'oneOfTargets' | 'oldestTarget' | 'oldVersion' | 'testPlace'
>;

/**
 * Chooses the targets of a cluster: what its configuration names, else what its files tell, else the supported majors.
 *
 * @param source what the files tell
 * @param request what the configuration says; the day decides which majors are supported
 */
export function chooseTargets(
  source: TargetQuestion,
  request: Pick<LintRequest, 'resolveConfig' | 'today'>,
): TargetChoice {
  const { path, testPlace } = source;
  const choice = chooseMajors(source, request);
  // Who makes configurations without asking about tests wants everything judged.
  return testPlace === undefined || request.resolveConfig(path).tests !== false ? choice : { ...choice, testPlace };
}

function chooseMajors(
  source: TargetQuestion,
  { resolveConfig, today }: Pick<LintRequest, 'resolveConfig' | 'today'>,
): TargetChoice {
  const { path, targets, targetSource, targetsGiven, oneOfTargets, oldestTarget, oldVersion } = source;
  const config = targetsGiven === true ? undefined : resolveConfig(path);
  const configured = config?.targets;
  const targetsOtherwise = config?.targetsOtherwise ?? [];
  const sorted = (list: readonly Major[]) => [...new Set(list)].sort((a, b) => a - b);
  if (configured !== undefined && configured.length > 0) {
    return { targets: sorted(configured), certainty: 'named', source: 'the configuration or the command line' };
  }
  if (targets !== undefined && targets.length > 0) {
    const certainty = oneOfTargets === true ? 'one-of' : 'named';
    return { targets: sorted(targets), certainty, source: targetSource };
  }
  const supported = supportedMajors(today);
  // Nothing that a target decides is judged then; one of them reads the files.
  if (oldVersion !== undefined)
    return { targets: supported.slice(0, 1), certainty: 'old', source: targetSource, oldVersion };
  if (targetsOtherwise.length > 0) {
    return { targets: sorted(targetsOtherwise), certainty: 'named', source: "the editor's settings" };
  }
  const able = supported.filter((major) => major >= (oldestTarget ?? major));
  if (oldestTarget === undefined || able.length === 0) {
    return { targets: supported, certainty: 'supported', source: undefined };
  }
  return { targets: able, certainty: 'supported', source: `${targetSource}, which came with ${oldestTarget}` };
}

/**
 * The targets of a cluster for what is done with one major at a time: what its configuration names, else what its files
 * tell, else what is said for that case, else the default.
 */
export function targetsOf(
  { path, targets, targetsGiven }: Pick<LintSource, 'path' | 'targets' | 'targetsGiven'>,
  resolveConfig: ResolveConfig,
): readonly Major[] {
  if (targetsGiven === true) return inOrder(targets ?? []);
  const { targets: configured, targetsOtherwise = [] } = resolveConfig(path);
  const named = configured ?? targets ?? [];
  return inOrder(named.length === 0 ? targetsOtherwise : named);
}

function inOrder(targets: readonly Major[]): readonly Major[] {
  return targets.length === 0 ? [defaultMajor] : [...new Set(targets)].sort((a, b) => a - b);
}

/** The majors and what told them, the end of a sentence that starts with “Checked”: for footers and status bars. */
export function explainChoice(choice: TargetChoice): string {
  const majors = explainMajors(choice);
  if (choice.testPlace === undefined) return majors;
  return `${majors}; only for what a server refuses, since ${choice.testPlace} is for tests or from others (--tests)`;
}

function explainMajors({ targets, certainty, source, oldVersion }: TargetChoice): string {
  if (certainty === 'old') return `only for what holds on every major: it is for ${oldVersion}, told by ${source}`;
  const majors = listMajors(targets);
  if (certainty === 'supported' && source !== undefined)
    return `for PostgreSQL ${majors}, the supported majors that know ${source}`;
  if (certainty === 'supported') return `for PostgreSQL ${majors}, the supported majors: nothing tells which one it is`;
  if (certainty === 'one-of') return `for PostgreSQL ${majors}, one of which it is, told by ${source}`;
  return source === undefined ? `for PostgreSQL ${majors}` : `for PostgreSQL ${majors}, told by ${source}`;
}
