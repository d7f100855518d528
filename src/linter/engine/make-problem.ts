import type { Cluster, Place } from '../../cluster/types.js';
import { changeInFile, isWritten, placeInFile, textOfFile } from '../../documents/places.js';
import type { Span } from '../../syntax/nodes.js';
import type { RuleSetting } from '../configuration/config.js';
import { ruleUrl } from '../pages.js';
import {
  type Concern,
  concerns,
  type DocumentPlace,
  type Edit,
  type Fix,
  type Problem,
  type Related,
  type Severity,
  type Suggestion,
} from '../problem.js';
import type { Report, Rule, RuleCategory } from '../rule.js';
import { writerOf } from '../writers/writer-of.js';
import { fillMessage } from './messages.js';
import { RuleError } from './rule-error.js';

/** The files in which everything that is reported must lie. */
type FilesOfCluster = Pick<Cluster, 'files'>;

type ReportedEdits = NonNullable<Report['fix']>['edits'];

/**
 * Makes a problem of a rule's report, after holding the report against the rule's meta. Rules speak of places in documents;
 * here, and here alone, they become places in files.
 *
 * @param rule the rule that reports
 * @param report what it says
 * @param cluster the cluster that was judged; everything must lie in its files
 * @param severity what the configuration says for the file
 * @throws RuleError where the report breaks the rule's contract
 */
export function makeProblem(rule: Rule, report: Report, cluster: FilesOfCluster, severity: Severity): Problem {
  const template = rule.meta.messages[report.messageId];
  if (template === undefined) {
    const known = Object.keys(rule.meta.messages).join(', ');
    throw new RuleError(rule.id, `reports “${report.messageId}”, which is not among its messages (${known}).`);
  }
  const inFile = (place: Place): Span => placeInFile(place.file, checkedRange(rule, place, cluster));
  const { start, end } = inFile(report.at);
  return {
    ruleId: rule.id,
    severity: rule.meta.warnings?.includes(report.messageId) === true ? 'warning' : severity,
    ...fillMessage(rule.id, template, report.data),
    messageId: report.messageId,
    ...(report.parts === undefined ? {} : { parts: report.parts }),
    file: report.at.file.path,
    start,
    end,
    ...documentPlace(report.at),
    related: (report.related ?? [])
      .filter(({ at }) => isWritten(at.file, at))
      .map(({ at, message }) => ({ file: at.file.path, ...inFile(at), message }))
      .concat((report.relatedInFile ?? []).map((one) => checkedInFile(rule, one, cluster))),
    targets: undefined,
    fix: makeFix(rule, report, cluster),
    suggestions: makeSuggestions(rule, report, cluster),
    tags: report.tags ?? [],
    concern: concernOf(rule, report),
    ...(report.at.wholeFile === true ? { wholeFile: true as const } : {}),
    url: ruleUrl(rule),
  };
}

/** What lets people in, or keeps them out; rules on replication are about who copies the cluster. */
const aboutAccess: readonly RuleCategory[] = ['authentication', 'authorization', 'network', 'tls', 'replication'];

function concernOf({ meta }: Rule, { messageId, blocks }: Report): Concern {
  return (
    blocks ?? meta.blocks?.[messageId] ?? meta.concern ?? (aboutAccess.includes(meta.category) ? 'access' : 'other')
  );
}

function makeFix(rule: Rule, report: Report, cluster: FilesOfCluster): Fix | undefined {
  const fix = report.fix;
  if (fix === undefined) return undefined;
  const most = rule.meta.fix;
  if (most === undefined) throw new RuleError(rule.id, 'offers a fix, although its meta.fix does not say so.');
  if (most === 'safe' && fix.safety === 'unsafe') {
    throw new RuleError(rule.id, 'offers an unsafe fix, although its meta.fix says that its fixes are safe.');
  }
  const { title, safety, changes } = fix;
  const edits = makeEdits(rule, fix.edits, cluster);
  return edits && { title, safety, ...(changes === undefined ? {} : { changes }), edits };
}

function makeSuggestions(rule: Rule, report: Report, cluster: FilesOfCluster): Suggestion[] {
  const suggestions = report.suggestions ?? [];
  if (suggestions.length > 0 && rule.meta.suggestions !== true) {
    throw new RuleError(rule.id, 'offers a suggestion, although its meta.suggestions does not say so.');
  }
  return suggestions.flatMap((suggestion) => {
    const edits = makeEdits(rule, suggestion.edits, cluster);
    return edits === undefined ? [] : { title: suggestion.title, edits };
  });
}

/** The edits of a change in its files; undefined where a file that carries a document cannot hold one of them. */
function makeEdits(rule: Rule, edits: ReportedEdits, cluster: FilesOfCluster): Edit[] | undefined {
  if (edits.length === 0) throw new RuleError(rule.id, 'offers a change that has no edits.');
  const sorted = edits.flatMap((each) => ('do' in each ? writerOf(each.at)(each) : [each]));
  sorted.sort((a, b) => compareText(a.at.id, b.at.id) || a.start - b.start || a.end - b.end);
  const made: Edit[] = [];
  for (const [index, edit] of sorted.entries()) {
    const { at, start, end } = edit;
    checkedRange(rule, { file: at, start, end }, cluster);
    const before = sorted[index - 1];
    if (before !== undefined && before.at.id === at.id && start < before.end) {
      throw new RuleError(rule.id, 'offers a change whose own edits overlap.');
    }
    const written = changeInFile(at, edit);
    if (written === undefined) return undefined;
    made.push({ file: at.path, start: written.start, end: written.end, text: written.text });
  }
  return made;
}

/** A place in its document; nothing where the document is the file itself. */
export function documentPlace({ file, start, end }: Place): { document?: DocumentPlace } {
  return file.map === undefined ? {} : { document: { id: file.id, start, end } };
}

function checkedRange(rule: Rule, place: Place, cluster: FilesOfCluster): { start: number; end: number } {
  const { file, start, end } = place;
  if (!cluster.files.includes(file) && !cluster.files.some((known) => known.id === file.id)) {
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

/** A place in a file that carries a document of the cluster. */
function checkedInFile(rule: Rule, place: Related, { files }: FilesOfCluster): Related {
  const { file, start, end } = place;
  const carrying = files.find(({ path }) => path === file);
  if (carrying === undefined || start < 0 || end < start || end > textOfFile(carrying).length)
    throw new RuleError(rule.id, `reports a place in ${file}, which is not one of a file of the cluster.`);
  return { file, start, end, message: place.message };
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
