/** Holds what fixes do to a set of files against what a server says of them before and after. */
import { diffArrays } from 'diff';
import { findParameter } from '../../../src/catalog/parameters.js';
import type { RuleSetting } from '../../../src/linter/configuration/config.js';
import { resolveOptions } from '../../../src/linter/configuration/options.js';
import { combinePresets } from '../../../src/linter/configuration/presets.js';
import type { FixLevel } from '../../../src/linter/fixes.js';
import type { Problem } from '../../../src/linter/problem.js';
import type { Rule } from '../../../src/linter/rule.js';
import type { Files } from '../generators/conf-trees.js';
import { applyTo, fixFiles, type Linted, problemsOf } from './fixing.js';
import { layoutFaults } from './layout.js';
import type { Subject } from './subjects.js';
import type { Judge, RecordVerdict, SettingsVerdict } from './verdicts.js';

/** A promise that a fix did not keep. */
export interface Fault {
  server: string;
  subject: string;
  /** Which fixes: `safe`, `unsafe`, or the title of a suggestion. */
  level: string;
  rules: string[];
  what: string;
  before: Files;
  after: Files;
}

/** Tries fixes on one server. */
export class FixComparison {
  /** How often something was fixed and judged, by what. */
  readonly counts: Map<string, number>;
  readonly faults: Fault[] = [];
  readonly #judge: Judge;
  readonly #isStarted: boolean;
  readonly #rules: readonly Rule[];
  readonly #all: ReadonlyMap<string, RuleSetting>;

  /**
   * @param counts adds up over several servers
   * @param isStarted whether servers are started with the files before and after, too
   */
  constructor(judge: Judge, rules: readonly Rule[], counts: Map<string, number>, isStarted: boolean) {
    this.#isStarted = isStarted;
    this.#judge = judge;
    this.#rules = rules;
    this.#all = combinePresets(['all'], rules);
    this.counts = counts;
  }

  /** Fixes files with the preset `all`, and holds the outcome against the server. */
  async withAllRules({ name, files }: Subject, level: FixLevel): Promise<void> {
    await this.#fix(name, { files, target: this.#judge.server.major, rules: this.#rules, settings: this.#all }, level);
  }

  /** Fixes files with the subject's one rule, and tries each of its suggestions. */
  async withOneRule({ name, files, rule: wanted }: Subject): Promise<void> {
    const rule = this.#rules.find(({ id }) => id === wanted?.id);
    if (rule === undefined || wanted === undefined) return;
    const setting = { severity: 'error' as const, options: resolveOptions(rule, wanted.options) };
    const target = this.#judge.server.major;
    const linted: Linted = { files, target, rules: [rule], settings: new Map([[rule.id, setting]]) };
    if (rule.meta.fix !== undefined) await this.#fix(name, linted, 'safe');
    if (rule.meta.fix === 'unsafe') await this.#fix(name, linted, 'unsafe');
    if (rule.meta.suggestions !== true) return;
    for (const problem of problemsOf(linted)) {
      for (const { title, edits } of problem.suggestions) {
        const after = applyTo(files, edits);
        this.#count('suggestions');
        const faults = await this.#refusals(files, after);
        if (!isAboutComments(rule.id)) faults.push(...layoutFaults(files, after, target));
        for (const what of faults) {
          this.#fault({ subject: name, level: `suggestion “${title}”`, rules: [rule.id], what, before: files, after });
        }
      }
    }
  }

  async #fix(subject: string, linted: Linted, level: FixLevel): Promise<void> {
    const { files, target } = linted;
    const fixed = fixFiles(linted, level);
    const rules = [...new Set(fixed.problems.map(({ ruleId }) => ruleId))];
    if (rules.length === 0) return;
    this.#count(`sets of files with ${level} fixes`);
    this.#count(`${level} fixes`, fixed.problems.length);
    const isOtherWords = rules.some(changesWords);
    const faults = [...fixed.faults, ...(await this.#refusals(files, fixed.files, isOtherWords))];
    if (!rules.some(isAboutComments) && !isOtherWords) faults.push(...layoutFaults(files, fixed.files, target));
    if (!isOtherWords) faults.push(...(await this.#changes(files, fixed.files, fixed.problems)));
    if (this.#isStarted && (await this.#judge.starts(files))) {
      this.#count('starts');
      if (!(await this.#judge.starts(fixed.files))) faults.push('the server started, and does so no longer');
    }
    for (const what of faults) this.#fault({ subject, level, rules, what, before: files, after: fixed.files });
  }

  /**
   * What the server refuses after fixes and did not refuse before.
   *
   * @param isOtherWords whether words are others now: of what was refused before, the complaint may be another one too
   */
  async #refusals(before: Files, after: Files, isOtherWords = false): Promise<string[]> {
    const faults: string[] = [];
    for (const kind of ['hba', 'ident', 'settings'] as const) {
      const [old, now] = [await this.#judge[kind](before), await this.#judge[kind](after)];
      if (old === undefined || now === undefined) continue;
      this.#count(`${kind} verdicts`);
      if (old.ok && !now.ok)
        faults.push(`${kind}: the server took the files and does so no longer: ${complaints(now)}`);
      else if (!now.ok && !isOtherWords) {
        const news = newComplaints(old, now);
        if (news.length > 0) faults.push(`${kind}: new complaints: ${news.join('; ')}`);
      }
    }
    return faults;
  }

  /** What other than the fixes name means something else after them. */
  async #changes(before: Files, after: Files, problems: readonly Problem[]): Promise<string[]> {
    const faults: string[] = [];
    for (const kind of ['hba', 'ident'] as const) {
      const [old, now] = [await this.#judge[kind](before), await this.#judge[kind](after)];
      if (old !== undefined && now !== undefined) faults.push(...recordFaults(kind, old, now, problems));
    }
    const [old, now] = [await this.#judge.settings(before), await this.#judge.settings(after)];
    if (old === undefined || now === undefined) return faults;
    const { major } = this.#judge.server;
    const promised = new Set(
      problems.flatMap(({ fix }) => (fix?.changes ?? []).map((name) => findParameter(name, major)?.name ?? name)),
    );
    for (const name of changedNames(old, now)) {
      if (promised.has(name)) {
        this.#count('changed values that a fix names');
        continue;
      }
      if (!old.ok || !now.ok) {
        // Of files that it refuses the server tells no values; what mends them is named all the same.
        if (!problems.some((problem) => names(problem, name))) faults.push(`${name} changed; no fix names it`);
        continue;
      }
      const [was, is] = [await this.#judge.value(before, name), await this.#judge.value(after, name)];
      this.#count('values that are spelled in another way');
      if (was !== is) faults.push(`${name} was ${was} and is ${is} now; no fix names it`);
    }
    return faults;
  }

  #count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  #fault(fault: Omit<Fault, 'server'>): void {
    this.faults.push({ server: this.#judge.server.name, ...fault });
  }
}

/** Rules whose changes are changes of comments: suppressions are comments, and a backslash may end one. */
function isAboutComments(ruleId: string): boolean {
  return ruleId.startsWith('suppressions/') || ruleId === 'cluster/continued-comment';
}

/**
 * Rules whose unsafe fixes make other words of names, values and comments, wherever these stand: that is what they are for,
 * and only what servers refuse is compared.
 */
function changesWords(ruleId: string): boolean {
  return ruleId === 'cluster/invisible-characters';
}

/** Records may be mended, and removed by a fix that says so; all others decode to what they were, in their order. */
function recordFaults(kind: string, old: RecordVerdict, now: RecordVerdict, problems: readonly Problem[]): string[] {
  const parts = diffArrays(old.sound, now.sound);
  const added = parts.filter((part) => part.added).flatMap((part) => part.value);
  const removed = parts.filter((part) => part.removed).flatMap((part) => part.value);
  const titled = (pattern: RegExp) => problems.filter(({ fix }) => pattern.test(fix?.title ?? '')).length;
  // A byte order mark is a part of the first word: without it the word is another.
  const marks = titled(/^Remove the mark$/);
  const removals = titled(/^Remove the (?:record|mapping)$/) + marks;
  const mended = Math.max(0, old.errors.length - now.errors.length) + marks;
  const faults: string[] = [];
  if (added.length > mended) faults.push(`${kind}: ${added.length} records are new, ${mended} mended: ${added}`);
  if (removed.length > removals)
    faults.push(`${kind}: ${removed.length} records are gone, ${removals} by a fix that says so: ${removed}`);
  return faults;
}

function changedNames(old: SettingsVerdict, now: SettingsVerdict): string[] {
  // Where a syntax error ended the reading, what stands behind it was not seen.
  const names = new Set(hasSyntaxError(old) ? old.values.keys() : [...old.values.keys(), ...now.values.keys()]);
  return [...names].filter((name) => old.values.get(name) !== now.values.get(name));
}

/** Whether a problem or its fix speaks of a parameter. */
function names({ message, fix }: Problem, name: string): boolean {
  return `${message} ${fix?.title}`.toLowerCase().includes(name.toLowerCase());
}

function complaints(verdict: RecordVerdict | SettingsVerdict): string[] {
  return 'errors' in verdict ? verdict.errors : verdict.messages;
}

/**
 * The complaints that came with fixes. A record with two faults shows the second one once the first is mended; and before
 * names and values are looked at, a syntax error ends the reading, so what was not said of a line that stayed is no news.
 */
function newComplaints(old: RecordVerdict | SettingsVerdict, now: RecordVerdict | SettingsVerdict): string[] {
  if ('errors' in old || 'errors' in now) {
    return complaints(now).length > complaints(old).length ? without(complaints(now), complaints(old)) : [];
  }
  const changed = changedNames(old, now);
  return without(now.messages, old.messages).filter(
    (each) => !endsEarly(old) || changed.includes(/"([^"]+)"/.exec(each)?.[1] ?? ''),
  );
}

/** Unknown names, too, end the reading before values are looked at. */
function endsEarly(verdict: SettingsVerdict): boolean {
  return hasSyntaxError(verdict) || verdict.messages.some((each) => each.startsWith('unrecognized'));
}

function hasSyntaxError({ messages }: SettingsVerdict): boolean {
  return messages.some((each) => each.startsWith('syntax error'));
}

/** What a list has more than another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((each) => {
    const at = rest.indexOf(each);
    if (at === -1) return true;
    rest.splice(at, 1);
    return false;
  });
}
