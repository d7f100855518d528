import { applyEdits } from '../linter/fixes.js';
import type { FileResult, LintResult } from '../linter/lint.js';
import type { Edit, Problem } from '../linter/problem.js';
import { LineTable } from '../syntax/positions.js';
import { countProblems } from './counts.js';
import type { Reporter } from './reporter.js';

/** ESLint's result shape, with `url`, `related` and `targets` beside it, so that tools for ESLint's output can read ours. */
export const json: Reporter = (result) => pieces(result);

function* pieces(result: LintResult): Generator<string> {
  const tables = new Map<string, LineTable>();
  const texts = new Map(result.files.map((file) => [file.path, file.text]));
  const tableOf = (path: string): LineTable => {
    const known = tables.get(path);
    if (known !== undefined) return known;
    const table = new LineTable(texts.get(path) ?? '');
    tables.set(path, table);
    return table;
  };
  let before = '[';
  for (const file of result.files) {
    yield before;
    yield* filePieces(file, tableOf);
    before = ',';
  }
  yield result.files.length === 0 ? '[]\n' : ']\n';
}

/** So many problems are written at a time: a report of a hundred thousand need not be held at once. */
const problemsAtOnce = 500;

/** The object of a file, its messages piece by piece. */
function* filePieces(file: FileResult, tableOf: (path: string) => LineTable): Generator<string> {
  const { problems } = file;
  yield `{"filePath":${JSON.stringify(file.path)},"messages":[`;
  for (let at = 0; at < problems.length; at += problemsAtOnce) {
    const some = problems.slice(at, at + problemsAtOnce).map((problem) => message(problem, file.text, tableOf));
    yield (at === 0 ? '' : ',') + JSON.stringify(some).slice(1, -1);
  }
  yield `],${JSON.stringify(restOfFile(file, tableOf)).slice(1)}`;
}

function restOfFile(file: FileResult, tableOf: (path: string) => LineTable): object {
  const counts = countProblems(file.problems);
  return {
    suppressedMessages: [
      ...file.suppressed.map(({ problem, suppression }) => ({
        ...message(problem, file.text, tableOf),
        suppressions: [{ kind: 'directive', justification: suppression.reason ?? '', until: suppression.until }],
      })),
      // ESLint's kind for what its bulk suppressions hold.
      ...file.recorded.map((problem) => ({
        ...message(problem, file.text, tableOf),
        suppressions: [{ kind: 'file', justification: '' }],
      })),
    ],
    errorCount: counts.errors,
    fatalErrorCount: 0,
    warningCount: counts.warnings,
    fixableErrorCount: counts.fixableErrors,
    fixableWarningCount: counts.fixableWarnings,
    usedDeprecatedRules: [],
    // ESLint's name for the text that fixes have made.
    output: file.fixed === true ? file.text : undefined,
  };
}

function message(problem: Problem, text: string, tableOf: (path: string) => LineTable): object {
  const { ruleId, severity, messageId, url, targets, fix, suggestions } = problem;
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message: problem.message,
    messageId,
    ...place(problem, tableOf(problem.file)),
    fix: fix?.safety === 'safe' ? oneEdit(fix.edits, problem.file, text) : undefined,
    suggestions: suggestionsOf(problem, text),
    url,
    related: problem.related.map((other) => ({
      filePath: other.file,
      message: other.message,
      ...place(other, tableOf(other.file)),
    })),
    targets: targets ?? null,
    fixes:
      fix === undefined
        ? undefined
        : { title: fix.title, safety: fix.safety, changes: fix.changes, edits: fix.edits.map(editObject) },
    allSuggestions:
      suggestions.length === 0
        ? undefined
        : suggestions.map(({ title, edits }) => ({ title, edits: edits.map(editObject) })),
  };
}

/** ESLint knows one edit in the problem's own file for a suggestion; an unsafe fix is one to a tool that reads that shape. */
function suggestionsOf(problem: Problem, text: string): object[] | undefined {
  const offers = [...(problem.fix?.safety === 'unsafe' ? [problem.fix] : []), ...problem.suggestions];
  const known = offers.flatMap(({ title, edits }) => {
    const fix = oneEdit(edits, problem.file, text);
    return fix === undefined ? [] : [{ desc: title, fix }];
  });
  return known.length === 0 ? undefined : known;
}

/** Joins the edits into one, as ESLint has them; undefined where one of them stands in another file. */
function oneEdit(edits: readonly Edit[], file: string, text: string): object | undefined {
  if (edits.length === 0 || edits.some((edit) => edit.file !== file)) return undefined;
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), moved) };
}

function editObject({ file, start, end, text }: Edit): object {
  return { filePath: file, range: [start, end], text };
}

function place({ start, end }: { start: number; end: number }, table: LineTable): object {
  const from = table.positionAt(start);
  const to = table.positionAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
