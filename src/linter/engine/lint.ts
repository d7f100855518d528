import type { Major } from '../../catalog/majors.js';
import type { Cluster, SourceFile } from '../../cluster/types.js';
import { textOfFile } from '../../documents/places.js';
import type { OpenError } from '../../formats/open-error.js';
import { applyBaseline, type RecordedFile } from '../baseline/baseline.js';
import { fingerprintsOf } from '../baseline/fingerprints.js';
import type { ResolveConfig } from '../configuration/config.js';
import { documentOf, type Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { applySuppressions, type SuppressedProblem, type SuppressionUse } from '../suppressions/apply-suppressions.js';
import { reportSuppressions } from '../suppressions/suppression-reports.js';
import { type MalformedSuppression, readSuppressions } from '../suppressions/suppressions.js';
import { suppressionsInFile } from '../suppressions/suppressions-in-file.js';
import { foreignContent } from './foreign-content.js';
import { type Judgement, judgeCluster } from './judge.js';
import { compareProblems, compareText } from './make-problem.js';
import { mergeCauses } from './merge-causes.js';
import type { RecordMemory } from './record-memory.js';
import { eachOnce, ProblemIndex } from './same-problems.js';
import { chooseTargets, type TargetChoice } from './target-choice.js';

/** One cluster to lint: where it is configured, and how it is loaded for a target. */
export interface LintSource {
  /** The main file, or the loose file that was asked for: its configuration names the targets. */
  path: string;
  /** The targets that the files themselves tell (PG_VERSION, a comment), where the configuration names none. */
  targets?: readonly Major[] | undefined;
  /** How they tell them, for people. */
  targetSource?: string | undefined;
  /** Whether it is one of `targets`, and nothing tells which. */
  oneOfTargets?: true | undefined;
  /** The first major that knows all that the files use; `targetSource` names what it brought. */
  oldestTarget?: Major | undefined;
  /** The version before 10 that the files tell: then nothing is judged that depends on the major. */
  oldVersion?: string | undefined;
  /** The folder, or the file, that tells that it is there for tests, where one does. */
  testPlace?: string | undefined;
  /** Whether the configuration gives `targets` to this very cluster: they stand over those that it gives to the folder. */
  targetsGiven?: boolean | undefined;
  /**
   * The files that were asked for: with the main file among them, or left out, everything that the cluster reads is
   * reported; else only these files and what they include.
   */
  asked?: readonly string[];
  /** Reads the cluster as one major does. */
  load(target: Major): Cluster;
  /** What runs remember of its records, where it is judged again after each change of a text. */
  memory?: RecordMemory;
  /**
   * Gives what an earlier run found in the cluster, where nothing has changed that it depends on; else has it judged.
   *
   * @param targets the majors that it is judged for
   * @param judge judges the cluster as `load` reads it
   */
  recall?(
    targets: readonly Major[],
    judge: (load: LintSource['load']) => Judgement,
  ): Pick<Judgement, 'files' | 'problems' | 'unread'>;
}

export interface LintRequest {
  sources: readonly LintSource[];
  rules: readonly Rule[];
  resolveConfig: ResolveConfig;
  /** `YYYY-MM-DD`, for suppressions that expire. */
  today: string;
  /** What a baseline records for a file, by the file's path. */
  baselineOf?(file: string): RecordedFile | undefined;
  /** Whether results have the fingerprints of their problems, for a baseline to be written. */
  fingerprints?: boolean;
  /** Whether each place gets a problem of its own, where several have one cause. */
  each?: boolean;
  /** Does a part of the work and may measure it: `load`, `coverage`, `suppressions`, or `rule ID`. */
  measure?<T>(part: string, work: () => T): T;
  /** Called before each cluster; gives the number done and the number of all. */
  onProgress?(done: number, all: number): void;
}

/** What was found in one file, in all documents that it carries. */
export interface FileResult {
  path: string;
  text: string;
  /** The majors that it was judged for, by the first cluster that reads it, and what told them. */
  judgedFor: TargetChoice;
  /** Whether fixes made this text; it need not be on the disk. */
  fixed?: boolean;
  /** What matters most first, then in the order of the text. */
  problems: Problem[];
  /** Each place of the file that has a problem, also where the problem is told at another place: see `mergeCauses`. */
  places: Problem[];
  suppressed: SuppressedProblem[];
  /** Every suppression of the file with what it kept out. */
  suppressions: SuppressionUse[];
  malformedSuppressions: MalformedSuppression[];
  /** Problems that a baseline records: they are not among `problems`. */
  recorded: Problem[];
  /** How many problems the baseline records that are no longer there. */
  gone: number;
  /** The majors that the file was judged for, oldest first. */
  targets: Major[];
  /** What tells each problem from others whatever its line number, where the request asks for it. */
  fingerprints?: ReadonlyMap<Problem, string>;
  /** Why the file is no text, or none of PostgreSQL's files; nothing in it is judged then. */
  notText?: string;
}

/** What a whole run found. */
export interface LintResult {
  /** Every file that was read, sorted by path. */
  files: FileResult[];
  /** All targets that any cluster was linted for, oldest first. */
  targets: Major[];
  /** Files that a cluster names and that could not be read although they are there, sorted by path. */
  unread: OpenError[];
}

/** What gathers over the clusters for one document. */
interface DocumentFindings {
  file: SourceFile;
  judgedFor: TargetChoice;
  /** Whether its cluster starts with it: what another file includes is one of PostgreSQL's. */
  isStart: boolean;
  /** Whether every cluster that reads it is there for tests: then only what a server refuses is told. */
  isForTests: boolean;
  problems: ProblemIndex<{ problem: Problem }>;
  targets: Set<Major>;
}

/**
 * Lints clusters: the one function behind the command line, the editor, the tests and any other caller.
 * It touches no disk and no clock; everything comes with the request.
 *
 * @throws RuleError where a rule throws or breaks its contract
 */
export function lint(request: LintRequest): LintResult {
  const measure = request.measure ?? ((_, work) => work());
  const findings = new Map<string, DocumentFindings>();
  const allTargets = new Set<Major>();
  const unread = new Map<string, OpenError>();
  for (const [index, source] of request.sources.entries()) {
    request.onProgress?.(index, request.sources.length);
    const choice = chooseTargets(source, request);
    const { targets } = choice;
    for (const target of targets) allTargets.add(target);
    const judge = (load: LintSource['load']) => judgeCluster({ ...source, load }, targets, request);
    const found = source.recall?.(targets, judge) ?? judge(source.load);
    for (const failure of found.unread) unread.set(failure.path, failure);
    for (const file of found.files) {
      if (!findings.has(file.id))
        findings.set(file.id, {
          file,
          judgedFor: choice,
          isStart: file.path === source.path,
          isForTests: true,
          problems: new ProblemIndex(),
          targets: new Set(),
        });
      const one = findings.get(file.id)!;
      for (const target of targets) one.targets.add(target);
      // Whatever the order of the clusters.
      if (file.path !== source.path) one.isStart = false;
      if (choice.testPlace === undefined && one.isForTests) {
        one.isForTests = false;
        one.judgedFor = choice;
      }
    }
    for (const problem of found.problems) gather(findings, problem);
  }
  const files = measure('suppressions', () => byFile([...findings.values()]).map((found) => finish(found, request)));
  files.sort((a, b) => compareText(a.path, b.path));
  return {
    files: request.each === true ? files : measure('causes', () => mergeCauses(files, request)),
    targets: [...allTargets].sort((a, b) => a - b),
    unread: [...unread.values()].sort((a, b) => compareText(a.path, b.path)),
  };
}

/** A document that several clusters include gets each problem once. */
function gather(findings: ReadonlyMap<string, DocumentFindings>, problem: Problem): void {
  const problems = findings.get(documentOf(problem))?.problems;
  if (problems === undefined) return;
  const known = problems.find(problem);
  if (known === undefined) problems.add({ problem });
  else if (known.problem.targets !== undefined && problem.targets === undefined) known.problem = problem;
}

/** Puts together what was found in the documents of each file. */
function byFile(findings: readonly DocumentFindings[]): DocumentFindings[][] {
  const files = new Map<string, DocumentFindings[]>();
  for (const found of findings) {
    const others = files.get(found.file.path);
    if (others === undefined) files.set(found.file.path, [found]);
    else others.push(found);
  }
  return [...files.values()];
}

function finish(documents: readonly DocumentFindings[], request: LintRequest): FileResult {
  const { file, judgedFor } = documents[0]!;
  const { baselineOf, fingerprints: asked } = request;
  const found = documents.map((one) => finishDocument(one, request));
  const all = found.flatMap(({ problems }) => problems);
  const left = (documents.length === 1 ? all : eachOnce(all)).sort(compareProblems);
  const known = baselineOf?.(file.path);
  const fingerprints =
    known === undefined && asked !== true
      ? undefined
      : fingerprintsOf(left, new Map(documents.map((one) => [one.file.id, one.file])));
  const majors = [...new Set(documents.flatMap(({ targets }) => [...targets]))].sort((a, b) => a - b);
  const baseline =
    known === undefined || fingerprints === undefined
      ? { problems: left, recorded: [], gone: 0 }
      : applyBaseline({ problems: left, fingerprints, targets: majors }, known);
  const notText = found.find((one) => one.notText !== undefined)?.notText;
  return {
    path: file.path,
    text: textOfFile(file),
    judgedFor,
    problems: baseline.problems,
    places: baseline.problems,
    suppressed: found.flatMap(({ suppressed }) => suppressed),
    suppressions: found.flatMap(({ uses }) => uses),
    malformedSuppressions: found.flatMap(({ malformed }) => malformed),
    recorded: baseline.recorded,
    gone: baseline.gone,
    targets: majors,
    ...(asked !== true || fingerprints === undefined ? {} : { fingerprints }),
    ...(notText === undefined ? {} : { notText }),
  };
}

/** What is left of a document's problems, and what its suppressions did, all by its places in the file. */
function finishDocument(
  { file, isStart, isForTests, problems }: DocumentFindings,
  { rules, resolveConfig, today }: LintRequest,
): Pick<FileResult, 'problems' | 'suppressed'> & {
  uses: SuppressionUse[];
  malformed: MalformedSuppression[];
  notText: string | undefined;
} {
  const found = problems.all.map(({ problem }) => problem);
  // Each line of it would be an error; that it is no text, or one of something else, says all of them.
  const notText = file.notText ?? (isStart && file.map === undefined ? foreignContent(file, found) : undefined);
  const sorted = notText === undefined ? found.sort(compareProblems) : [];
  const { suppressions, malformed } = readSuppressions(file);
  const { problems: open, suppressed, uses } = applySuppressions(sorted, suppressions, today);
  // After suppressions, which are of use also where what they suppress would not be told.
  const left = isForTests ? open.filter(isRefused) : open;
  // Most documents have none, and then nothing of these reports need be loaded. Where a document is not judged, they suppress nothing.
  if (notText === undefined && (uses.length > 0 || malformed.length > 0))
    left.push(...reportSuppressions({ file, uses, malformed, rules, config: resolveConfig(file.path) }));
  const said = { suppressed, uses, malformed };
  return { problems: left, notText, ...(file.map === undefined ? said : suppressionsInFile(file, said)) };
}

/** Whether a server does not start with what the problem is about, or does not take the file. */
function isRefused({ concern }: Problem): boolean {
  return concern === 'start' || concern === 'file';
}
