import type { Cluster, Place, SourceFile } from '../../cluster/types.js';
import type { RuleSetting } from '../configuration/config.js';
import { ruleUrl } from '../pages.js';
import {
  type Concern,
  concerns,
  type Edit,
  type Fix,
  type Problem,
  type Severity,
  type Suggestion,
} from '../problem.js';
import type { Report, Rule, RuleCategory } from '../rule.js';
import { writerOf } from '../writers/writer-of.js';
import { fillMessage } from './messages.js';
import { RuleError } from './rule-error.js';

type ReportedEdits = NonNullable<Report['fix']>['edits'];

/**
 * Makes a problem of a rule's report, after holding the report against the rule's meta.
 *
 * @param rule the rule that reports
 * @param report what it says
 * @param cluster the cluster that was judged; everything must lie in its files
 * @param severity what the configuration says for the file
 * @throws RuleError where the report breaks the rule's contract
 */
export function makeProblem(rule: Rule, report: Report, cluster: Pick<Cluster, 'files'>, severity: Severity): Problem {
  const template = rule.meta.messages[report.messageId];
  if (template === undefined) {
    const known = Object.keys(rule.meta.messages).join(', ');
    throw new RuleError(rule.id, `reports “${report.messageId}”, which is not among its messages (${known}).`);
  }
  const range = (place: Place) => checkedRange(rule, place, cluster);
  const { start, end } = range(report.at);
  return {
    ruleId: rule.id,
    severity,
    message: fillMessage(rule.id, template, report.data),
    messageId: report.messageId,
    ...(report.parts === undefined ? {} : { parts: report.parts }),
    file: report.at.file.path,
    start,
    end,
    related: (report.related ?? []).map(({ at, message }) => ({ file: at.file.path, ...range(at), message })),
    targets: undefined,
    fix: makeFix(rule, report, cluster),
    suggestions: makeSuggestions(rule, report, cluster),
    tags: report.tags ?? [],
    concern: concernOf(rule, report.messageId),
    ...(report.at.wholeFile === true ? { wholeFile: true as const } : {}),
    url: ruleUrl(rule),
  };
}

/** What lets people in, or keeps them out; rules on replication are about who copies the cluster. */
const aboutAccess: readonly RuleCategory[] = ['authentication', 'authorization', 'network', 'tls', 'replication'];

function concernOf({ meta }: Rule, messageId: string): Concern {
  const blocked = meta.blocks?.[messageId];
  return blocked ?? (aboutAccess.includes(meta.category) ? 'access' : 'other');
}

function makeFix(rule: Rule, report: Report, cluster: Pick<Cluster, 'files'>): Fix | undefined {
  const fix = report.fix;
  if (fix === undefined) return undefined;
  const most = rule.meta.fix;
  if (most === undefined) throw new RuleError(rule.id, 'offers a fix, although its meta.fix does not say so.');
  if (most === 'safe' && fix.safety === 'unsafe') {
    throw new RuleError(rule.id, 'offers an unsafe fix, although its meta.fix says that its fixes are safe.');
  }
  const { title, safety, changes } = fix;
  return { title, safety, ...(changes === undefined ? {} : { changes }), edits: makeEdits(rule, fix.edits, cluster) };
}

function makeSuggestions(rule: Rule, report: Report, cluster: Pick<Cluster, 'files'>): Suggestion[] {
  const suggestions = report.suggestions ?? [];
  if (suggestions.length > 0 && rule.meta.suggestions !== true) {
    throw new RuleError(rule.id, 'offers a suggestion, although its meta.suggestions does not say so.');
  }
  return suggestions.map(({ title, edits }) => ({ title, edits: makeEdits(rule, edits, cluster) }));
}

function makeEdits(rule: Rule, edits: ReportedEdits, cluster: Pick<Cluster, 'files'>): Edit[] {
  if (edits.length === 0) throw new RuleError(rule.id, 'offers a change that has no edits.');
  const texts = edits.flatMap((each) => ('do' in each ? writerOf(each.at)(each) : [each]));
  const made = texts.map(({ at, start, end, text }) => {
    checkedRange(rule, { file: at, start, end }, cluster);
    return { file: at.path, start, end, text };
  });
  made.sort((a, b) => compareText(a.file, b.file) || a.start - b.start || a.end - b.end);
  for (const [index, edit] of made.entries()) {
    const before = made[index - 1];
    if (before !== undefined && before.file === edit.file && edit.start < before.end) {
      throw new RuleError(rule.id, 'offers a change whose own edits overlap.');
    }
  }
  return made;
}

function checkedRange(rule: Rule, place: Place, cluster: Pick<Cluster, 'files'>): { start: number; end: number } {
  const { file, start, end } = place;
  if (!cluster.files.includes(file) && !cluster.files.some((known: SourceFile) => known.path === file.path)) {
    throw new RuleError(rule.id, `reports a place in ${file.path}, which is not a file of the cluster.`);
  }
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end;
  if (!inside || end > file.text.length) {
    throw new RuleError(
      rule.id,
      `reports the range ${start} to ${end}, which lies outside ${file.path} (${file.text.length} characters).`,
    );
  }
  return { start, end };
}

/** The severity for a rule in a file, or undefined where it is off. */
export function activeSeverity(setting: RuleSetting | undefined): Severity | undefined {
  return setting === undefined || setting.severity === 'off' ? undefined : setting.severity;
}

/** Orders texts by code unit, so that the order does not depend on the machine's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The order in which problems are shown: by file, by what they concern, place, rule and text. What the file lacks comes
 * last.
 */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    Number(a.wholeFile ?? false) - Number(b.wholeFile ?? false) ||
    concerns.indexOf(a.concern) - concerns.indexOf(b.concern) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}
