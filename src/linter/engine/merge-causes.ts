/** Makes one problem of those that have one cause. */
import { LineTable } from '../../syntax/positions.js';
import { concerns, type Problem, type Related } from '../problem.js';
import type { Rule, Yielding } from '../rule.js';
import type { FileResult, LintRequest } from './lint.js';
import { compareProblems } from './make-problem.js';
import { mapParts, saying } from './messages.js';

/**
 * Merges the problems that have one cause, after suppressions and baselines have taken out theirs: what is left of a
 * group still stands together.
 *
 * A problem that yields to another one becomes a place of it; problems with the same group key become one. The first one
 * speaks for all, or the place that is the cause does; `places` has the others, with their fixes, and `related` shows
 * them.
 *
 * @param files what was found, each file with all that is left of it
 * @param request the rules, for what they say of their relations, and the files whose configuration wants each place
 * @returns the same files with merged problems, in the order in which problems are shown
 */
export function mergeCauses(
  files: readonly FileResult[],
  { rules, resolveConfig }: Pick<LintRequest, 'rules' | 'resolveConfig'>,
): FileResult[] {
  const apart = new Set(files.filter(({ path }) => resolveConfig(path).each === true).map(({ path }) => path));
  const all = files.flatMap(({ problems }) => problems).filter(({ file }) => !apart.has(file));
  const roots = findRoots(all, rules);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const lines = new Lines(texts);
  const groups = groupsOf(
    all.filter((problem) => !roots.has(problem)),
    rules,
    lines,
  );
  const consequences = new Map<Problem, Problem[]>();
  for (const problem of all) {
    const root = roots.get(problem);
    if (root !== undefined) append(consequences, root, problem);
  }
  if (consequences.size === 0 && groups.every((group) => group.length === 1)) return [...files];
  const byFile = new Map<string, Problem[]>(files.map(({ path }) => [path, []]));
  for (const group of groups) {
    const follow = group.flatMap((problem) => consequences.get(problem) ?? []);
    const problem = group.length + follow.length === 1 ? group[0]! : merged(group, follow, lines);
    append(byFile, problem.file, problem);
  }
  return files.map((file) =>
    apart.has(file.path) ? file : { ...file, problems: byFile.get(file.path)!.sort(compareProblems) },
  );
}

/** For each problem that yields to another one, the problem that says it in the end. */
function findRoots(all: readonly Problem[], rules: readonly Rule[]): Map<Problem, Problem> {
  const yielding = new Map(rules.flatMap(({ id, meta }) => (meta.yieldsTo === undefined ? [] : [[id, meta.yieldsTo]])));
  const wanted = new Set([...yielding.values()].flatMap((list) => list.map(({ rule }) => rule)));
  const roots = new Map<Problem, Problem>();
  const heads = new Map<string, Problem>();
  for (const problem of all) {
    if (!wanted.has(problem.ruleId)) continue;
    for (const by of ['record', 'cause', 'setting', 'cluster'] as const) {
      const key = keyOf(problem.ruleId, by, problem);
      if (key !== undefined && !heads.has(key)) heads.set(key, problem);
    }
  }
  if (heads.size === 0) return roots;
  const nextOf = (problem: Problem) => {
    for (const { rule, by, messages } of yielding.get(problem.ruleId) ?? ([] as readonly Yielding[])) {
      if (messages !== undefined && !messages.includes(problem.messageId)) continue;
      const key = keyOf(rule, by, problem);
      const head = key === undefined ? undefined : heads.get(key);
      // What holds for fewer targets does not say the same.
      if (head !== undefined && head !== problem && holdsFor(head, problem)) return head;
    }
    return undefined;
  };
  for (const problem of all) {
    let root: Problem | undefined;
    const seen = new Set([problem]);
    for (let next = nextOf(problem); next !== undefined && !seen.has(next); next = nextOf(next)) {
      seen.add(next);
      root = next;
    }
    if (root !== undefined) roots.set(problem, root);
  }
  // What others yield to stays, also where it yields to one of them in turn.
  for (const root of [...roots.values()]) roots.delete(root);
  return roots;
}

function keyOf(rule: string, by: Yielding['by'], { ties }: Problem): string | undefined {
  const value = ties?.[by];
  return value === undefined ? undefined : JSON.stringify([rule, by, ties!.cluster, value]);
}

function holdsFor(head: Problem, problem: Problem): boolean {
  if (head.targets === undefined) return true;
  return problem.targets?.every((target) => head.targets!.includes(target)) ?? false;
}

function groupsOf(problems: readonly Problem[], rules: readonly Rule[], lines: Lines): Problem[][] {
  const adjoining = new Set(rules.filter(({ meta }) => meta.sameCause === 'neighbours').map(({ id }) => id));
  const groups: Problem[][] = [];
  const known = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { group, cluster } = problem.ties ?? {};
    if (group === undefined) {
      groups.push([problem]);
      continue;
    }
    const key = JSON.stringify([cluster, group, problem.targets]);
    const before = known.get(key);
    const last = before?.at(-1);
    if (before !== undefined && (!adjoining.has(problem.ruleId) || lines.areNeighbours(last!, problem))) {
      before.push(problem);
      continue;
    }
    const made = [problem];
    known.set(key, made);
    groups.push(made);
  }
  return groups;
}

/** One problem for a group and what follows from it. */
function merged(group: readonly Problem[], follow: readonly Problem[], lines: Lines): Problem {
  const [first] = group as [Problem];
  const severity = [...group, ...follow].some((each) => each.severity === 'error') ? 'error' : first.severity;
  const concern = concerns.find((each) => [...group, ...follow].some((problem) => problem.concern === each))!;
  const others = group.slice(1);
  const head = first.ties?.head;
  const consequences = [...groupByRule(follow).values()].map((some) => asRelated(some, lines));
  if (head !== undefined && others.length > 0) {
    const { headline: _, why: __, help: ___, ...place } = head;
    const data: Record<string, string> = { count: String(group.length), lines: lines.list(group) };
    return {
      ...first,
      ...place,
      severity,
      concern,
      ...saying(mapParts(head, (text) => text.replace(/\{(count|lines)\}/g, (_, name: string) => data[name]!))),
      related: [...group.map((each) => sameHere(each, undefined)), ...consequences],
      fix: undefined,
      suggestions: [],
      tags: [],
      places: [...group, ...follow],
    };
  }
  const more = others.length === 0 ? [] : [moreOf(first, others, lines)];
  const { headline, why, help } = first;
  return {
    ...first,
    severity,
    concern,
    ...saying({ headline, why: [...(why === undefined ? [] : [why]), ...more].join(' ') || undefined, help }),
    related: [...first.related, ...others.map((each) => sameHere(each, first)), ...consequences],
    places: [...others, ...follow],
  };
}

/** The sentence that names the other places of a problem. */
function moreOf(first: Problem, others: readonly Problem[], lines: Lines): string {
  const isSame = others.every(({ headline }) => beginning(headline) === beginning(first.headline));
  const isHere = others.every(({ file }) => file === first.file);
  const places = isHere ? lines.list(others) : lines.count(others);
  if (isSame || first.ruleId.startsWith('hba/')) return `The same holds for ${places}.`;
  return `The same is wrong in ${places}.`;
}

function groupByRule(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) append(groups, problem.ties?.group ?? `${problem.ruleId} ${problem.start}`, problem);
  return groups;
}

/** What follows from a problem, as one of its related places. */
function asRelated(problems: readonly Problem[], lines: Lines): Related {
  const [first, ...others] = problems as [Problem, ...Problem[]];
  const more = others.length === 0 ? '' : `, and ${lines.count(others)}`;
  const { file, start, end } = first;
  return { file, start, end, message: `${beginning(first.headline)}${more} (${first.ruleId})` };
}

function sameHere(problem: Problem, first: Problem | undefined): Related {
  const { file, start, end, headline } = problem;
  const isSame = first !== undefined && beginning(first.headline) === beginning(headline);
  return { file, start, end, message: isSame ? 'the same holds here' : beginning(headline) };
}

/** The first statement of a headline. */
function beginning(headline: string): string {
  return /^.*?(?=[:;] |$)/s.exec(headline)![0];
}

/** Lines of the files that problems stand in. */
class Lines {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #tables = new Map<string, LineTable>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  lineOf({ file, start }: Problem): number {
    let table = this.#tables.get(file);
    if (table === undefined) this.#tables.set(file, (table = new LineTable(this.#texts.get(file) ?? '')));
    return table.positionAt(start).line;
  }

  /** Whether nothing but comments and empty lines stands between the lines of two problems. */
  areNeighbours(before: Problem, after: Problem): boolean {
    if (before.file !== after.file) return false;
    const text = this.#texts.get(before.file) ?? '';
    const from = text.indexOf('\n', before.end);
    const to = text.lastIndexOf('\n', after.start - 1);
    if (from === -1 || from >= to) return true;
    return text
      .slice(from, to)
      .split('\n')
      .every((line) => /^\s*(?:#|$)/.test(line));
  }

  /** `lines 5, 7 and 9`, with the file where it is another one than that of the first. */
  list(problems: readonly Problem[]): string {
    const [first] = problems as [Problem];
    const numbers = problems.filter(({ file }) => file === first.file).map((each) => this.lineOf(each));
    const distinct = [...new Set(numbers)].sort((a, b) => a - b);
    if (distinct.length === 1) return `line ${distinct[0]}`;
    const last = distinct.at(-1)!;
    if (last - distinct[0]! === distinct.length - 1 && distinct.length > 2) return `lines ${distinct[0]} to ${last}`;
    if (distinct.length > mostLines) return `lines ${distinct.slice(0, mostLines - 1).join(', ')} and more`;
    return `lines ${distinct.slice(0, -1).join(', ')} and ${last}`;
  }

  /** `3 more places`. */
  count(problems: readonly Problem[]): string {
    return `${problems.length} more ${problems.length === 1 ? 'place' : 'places'}`;
  }
}

/** Longer lists of line numbers nobody reads. */
const mostLines = 12;

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
