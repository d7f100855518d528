import type { FileResult, LintResult } from '../linter/engine/lint.js';
import { explainChoice } from '../linter/engine/target-choice.js';
import { applyEdits } from '../linter/fixes.js';
import type { Edit, Problem } from '../linter/problem.js';
import { LineTable } from '../syntax/positions.js';
import { countProblems } from './counts.js';
import { type Printable, printableJsonText } from './printable.js';
import type { Reporter } from './reporter.js';

/** ESLint's result shape, with `url`, `related` and `targets` beside it, so that tools for ESLint's output can read ours. */
export const json: Reporter = (result) => pieces(result);

function* pieces(result: LintResult): Generator<Printable> {
  for (const piece of jsonPieces(result)) yield printableJsonText(piece);
}

function* jsonPieces(result: LintResult): Generator<string> {
  const tables = new Map<string, LineTable>();
  const texts = new Map(result.files.map((file) => [file.path, file.text]));
  const tableOf: TableOf = (path) => {
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

/** Where the problems of a run stand, by the files' paths. */
type TableOf = (path: string) => LineTable;

/** The object of a file, its messages piece by piece. */
function* filePieces(file: FileResult, tableOf: TableOf): Generator<string> {
  const { problems } = file;
  const quoted = rememberedQuotes();
  yield `{"filePath":${JSON.stringify(file.path)},"messages":[`;
  for (let at = 0; at < problems.length; at += problemsAtOnce) {
    let piece = '';
    for (const problem of problems.slice(at, at + problemsAtOnce)) {
      piece += `${at === 0 && piece === '' ? '' : ','}{${message(problem, file.text, tableOf, quoted)}}`;
    }
    yield piece;
  }
  yield `],"suppressedMessages":[${suppressedMessages(file, tableOf, quoted).join(',')}],${restOfFile(file)}}`;
}

function suppressedMessages({ text, suppressed, recorded }: FileResult, tableOf: TableOf, quoted: Quoted): string[] {
  const kept = (problem: Problem, suppression: object) =>
    `{${message(problem, text, tableOf, quoted)},"suppressions":${JSON.stringify([suppression])}}`;
  return [
    ...suppressed.map(({ problem, suppression: { reason, until } }) =>
      kept(problem, { kind: 'directive', justification: reason ?? '', until }),
    ),
    // ESLint's kind for what its bulk suppressions hold.
    ...recorded.map((problem) => kept(problem, { kind: 'file', justification: '' })),
  ];
}

/** The members behind the messages. */
function restOfFile(file: FileResult): string {
  const counts = countProblems(file.problems);
  return members({
    errorCount: counts.errors,
    fatalErrorCount: 0,
    warningCount: counts.warnings,
    fixableErrorCount: counts.fixableErrors,
    fixableWarningCount: counts.fixableWarnings,
    usedDeprecatedRules: [],
    postgres: { majors: file.judgedFor.targets, checked: `Checked ${explainChoice(file.judgedFor)}.` },
    // ESLint's name for the text that fixes have made.
    output: file.fixed === true ? file.text : undefined,
  });
}

/** The members of an object as JSON, without its braces. */
function members(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

/** Writes a text as JSON. */
type Quoted = (text: string) => string;

/** A rule of a plugin may leave out a text that the types demand: the report must be JSON all the same. */
function quote(text: string | undefined): string {
  return JSON.stringify(text) ?? 'null';
}

/** So many texts are remembered; a run has fewer rules, messages and files than that nearly always. */
const mostRemembered = 1000;

/** Remembers how texts that come again and again are written. */
function rememberedQuotes(): Quoted {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const written = quote(text);
    if (known.size < mostRemembered) known.set(text, written);
    return written;
  };
}

/**
 * The members of a problem's object. They are put together as text: the objects that JSON.stringify would need cost several
 * times as much where each of a hundred thousand records has a problem.
 */
function message(problem: Problem, text: string, tableOf: TableOf, quoted: Quoted): string {
  const { ruleId, severity, messageId, url, targets, fix, suggestions, related } = problem;
  let written = `"ruleId":${quoted(ruleId)},"severity":${severity === 'error' ? 2 : 1}`;
  written += `,"message":${quote(problem.message)},${parts(problem, quoted)},"messageId":${quoted(messageId)}`;
  written += `,${place(problem, tableOf(problem.file))}`;
  const edit = fix?.safety === 'safe' ? oneEdit(fix.edits, problem.file, text) : undefined;
  if (edit !== undefined) written += `,"fix":${edit}`;
  const known = suggestionsOf(problem, text, quoted);
  if (known !== '') written += `,"suggestions":[${known}]`;
  written += `,"url":${quoted(url)},"related":[`;
  written += related
    .map(
      (other) =>
        `{"filePath":${quoted(other.file)},"message":${quote(other.message)},${place(other, tableOf(other.file))}}`,
    )
    .join(',');
  written += `]`;
  if (problem.wholeFile === true) written += `,"wholeFile":true`;
  if (problem.places !== undefined) written += `,"places":[${placeObjects(problem.places, tableOf, quoted)}]`;
  written += `,"targets":${targets === undefined ? 'null' : JSON.stringify(targets)}`;
  if (fix !== undefined) {
    const { title, safety, changes, edits } = fix;
    written += `,"fixes":{${members({ title, safety, changes })},"edits":[${editObjects(edits, quoted)}]}`;
  }
  if (suggestions.length === 0) return written;
  const all = suggestions.map(({ title, edits }) => {
    return `{"title":${quoted(title)},"edits":[${editObjects(edits, quoted)}]}`;
  });
  return `${written},"allSuggestions":[${all.join(',')}]`;
}

/** The parts of the message, which many problems share. */
function parts({ headline, why, help }: Problem, quoted: Quoted): string {
  const members = [`"headline":${quote(headline)}`];
  if (why !== undefined) members.push(`"why":${quoted(why)}`);
  if (help !== undefined) members.push(`"help":${quoted(help)}`);
  return members.join(',');
}

/** The other places of a problem: where they are, and what mends each of them. */
function placeObjects(problems: readonly Problem[], tableOf: TableOf, quoted: Quoted): string {
  return problems
    .map(({ ruleId, messageId, file, message: text, fix, ...at }) => {
      const about = `"ruleId":${quoted(ruleId)},"messageId":${quoted(messageId)},"message":${quote(text)}`;
      const fixes =
        fix === undefined
          ? ''
          : `,"fixes":{${members({ title: fix.title, safety: fix.safety })},"edits":[${editObjects(fix.edits, quoted)}]}`;
      return `{"filePath":${quoted(file)},${about},${place(at, tableOf(file))}${fixes}}`;
    })
    .join(',');
}

/** ESLint knows one edit in the problem's own file for a suggestion; an unsafe fix is one to a tool that reads that shape. */
function suggestionsOf({ fix, suggestions, file }: Problem, text: string, quoted: Quoted): string {
  if (fix?.safety !== 'unsafe' && suggestions.length === 0) return '';
  const offers = fix?.safety === 'unsafe' ? [fix, ...suggestions] : suggestions;
  let known = '';
  for (const { title, edits } of offers) {
    const edit = oneEdit(edits, file, text);
    if (edit !== undefined) known += `${known === '' ? '' : ','}{"desc":${quoted(title)},"fix":${edit}}`;
  }
  return known;
}

/** Joins the edits into one, as ESLint has them; undefined where one of them stands in another file. */
function oneEdit(edits: readonly Edit[], file: string, text: string): string | undefined {
  if (edits.length === 0 || edits.some((edit) => edit.file !== file)) return undefined;
  const [first] = edits;
  if (edits.length === 1) return `{"range":[${first!.start},${first!.end}],"text":${quote(first!.text)}}`;
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return JSON.stringify({ range: [start, end], text: applyEdits(text.slice(start, end), moved) });
}

function editObjects(edits: readonly Edit[], quoted: Quoted): string {
  return edits
    .map(({ file, start, end, text }) => `{"filePath":${quoted(file)},"range":[${start},${end}],"text":${quote(text)}}`)
    .join(',');
}

function place({ start, end }: { start: number; end: number }, table: LineTable): string {
  const from = table.positionAt(start);
  const to = table.positionAt(end);
  return `"line":${from.line},"column":${from.column},"endLine":${to.line},"endColumn":${to.column}`;
}
