import type { Major } from '../../catalog/majors.js';
import type { MessageParts, Problem, Suggestion } from '../problem.js';
import { saying } from './messages.js';
import { ProblemIndex } from './same-problems.js';
import type { TargetChoice } from './target-choice.js';

/** The problems of one run over one target. */
export interface TargetRun {
  target: Major;
  problems: readonly Problem[];
}

/** A problem with the targets that have it. */
interface Merged {
  problem: Problem;
  targets: Major[];
  sameFix: boolean;
}

/**
 * Merges the runs over several targets: a problem that several of them find is one problem.
 *
 * Where a problem does not hold for all targets, `targets` says for which, and its fix becomes a suggestion: what mends
 * one major may break another, so a person must choose. Where nothing tells the major, such a problem is a warning; where
 * it is one of the targets, it is left out, for it may be none.
 *
 * @param runs one run a target, at least one
 * @param certainty how sure the targets are
 * @returns the problems in no particular order
 */
export function mergeTargets(runs: readonly TargetRun[], certainty: TargetChoice['certainty'] = 'named'): Problem[] {
  const merged = new ProblemIndex<Merged>();
  for (const { target, problems } of runs) {
    const others: Problem[] = [];
    for (const problem of problems) {
      const known = merged.find(problem);
      if (known === undefined) others.push(problem);
      else join(known, problem, target);
    }
    for (const problem of others) {
      // The same in the words of another major: they name it, or its default.
      const isSame = ({ targets, problem: before }: Merged) =>
        targets.at(-1) !== target && (certainty === 'supported' || before.messageId === problem.messageId);
      // A file that includes itself says the same several times in one run.
      const known = merged.find(problem) ?? merged.findSimilar(problem, isSame);
      if (known === undefined) merged.add({ problem, targets: [target], sameFix: true });
      else join(known, problem, target);
    }
  }
  return merged.all.flatMap(({ problem, targets, sameFix }) => {
    if (targets.length === runs.length) return sameFix ? problem : demoteFix(problem, undefined);
    if (certainty === 'one-of') return [];
    const severity = certainty === 'supported' ? ('warning' as const) : problem.severity;
    return { ...demoteFix(problem, targets), severity, targets };
  });
}

function join(known: Merged, problem: Problem, target: Major): void {
  if (known.targets.at(-1) === target) return;
  if (JSON.stringify(known.problem.fix) !== JSON.stringify(problem.fix)) known.sameFix = false;
  if (known.problem.message !== problem.message) {
    const { fix } = known.problem;
    known.problem = { ...problem, ...saying(partsFor(known, problem, target)), fix };
  }
  known.targets.push(target);
}

/** What the newest major says; where both name their major, it names all of them. */
function partsFor({ problem: before, targets }: Merged, problem: Problem, target: Major): MessageParts {
  const named = `PostgreSQL ${listMajors(targets)}`;
  const own = `PostgreSQL ${target}`;
  const all = `PostgreSQL ${listMajors([...targets, target])}`;
  const join = (said: string | undefined, text: string | undefined) => {
    const at = said?.indexOf(named) ?? -1;
    if (text === undefined || at === -1 || !text.startsWith(own, at)) return text;
    return text.slice(0, at) + all + text.slice(at + own.length);
  };
  const { headline, why, help } = problem;
  return {
    headline: join(before.headline, headline) ?? headline,
    why: join(before.why, why),
    help: join(before.help, help),
  };
}

function demoteFix(problem: Problem, targets: readonly Major[] | undefined): Problem {
  if (problem.fix === undefined) return problem;
  const title =
    targets === undefined ? problem.fix.title : `${problem.fix.title} (for PostgreSQL ${listMajors(targets)})`;
  const suggestion: Suggestion = { title, edits: problem.fix.edits };
  return { ...problem, fix: undefined, suggestions: [suggestion, ...problem.suggestions] };
}

/** `14`, `14 and 18`, `14, 15 and 18`, `15 to 18`. */
export function listMajors(targets: readonly Major[]): string {
  const [first] = targets;
  const last = targets.at(-1);
  if (targets.length > 2 && last! - first! === targets.length - 1) return `${first} to ${last}`;
  if (targets.length < 2) return targets.join('');
  return `${targets.slice(0, -1).join(', ')} and ${targets.at(-1)}`;
}
