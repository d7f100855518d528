import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import type { FileResult } from '../linter/engine/lint.js';
import { listMajors } from '../linter/engine/targets.js';
import type { Problem } from '../linter/problem.js';
import { LineTable } from '../syntax/positions.js';
import { countProblems } from './counts.js';
import { asIs, nothing, say, visible } from './printable.js';
import type { ReportContext, Reporter } from './reporter.js';
import { fitted, hanging, wrapped } from './text/wrap.js';
import { whatFor, whatStops } from './wording.js';

/** Nobody reads on behind so many problems of one file, and the table takes half a millisecond for each. */
const shownPerFile = 1000;

/** A list made by vfile-reporter: a heading a file, a line a problem, related places below it. */
export const vfile: Reporter = (result, context) => {
  const tables = new Map(result.files.map((file) => [file.path, new LineTable(file.text)]));
  const withProblems = result.files.filter((file) => file.problems.length > 0);
  if (withProblems.length === 0) return nothing;
  const room = roomFor(withProblems, context, tables);
  const files = withProblems.map((file) => makeFile(file, context, tables, room));
  const text = reporter(files, { color: context.color, quiet: true });
  const stops = whatStops(withProblems.flatMap((file) => file.problems));
  const footer = [
    ...(stops === undefined ? [] : [stops]),
    ...whatFor(withProblems, (path) => relative(path, context.cwd)).map(visible),
  ];
  // What came from files was made visible piece by piece; the colours are the library's.
  const list = text.replace(/[ \t]+$/gm, '');
  return asIs(`${list}\n${fitted(footer, context.columns).join('\n')}\n${leftOut(withProblems, context)}`);
};

/** What the report does not show, and how many there are in all. */
function leftOut(files: readonly FileResult[], { cwd }: ReportContext): string {
  const cut = files.filter((file) => file.problems.length > shownPerFile);
  if (cut.length === 0) return '';
  const lines = cut.map(
    (file) =>
      `${file.problems.length - shownPerFile} more problems of ${visible(relative(file.path, cwd))} are not shown.`,
  );
  const { errors, warnings } = countProblems(files.flatMap((file) => file.problems));
  return `\n${lines.join('\n')}\n${errors} errors and ${warnings} warnings in all; --format json lists them.\n`;
}

type Tables = ReadonlyMap<string, LineTable>;

function makeFile(file: FileResult, context: ReportContext, tables: Tables, room: Room): VFile {
  const made = new VFile({ path: visible(relative(file.path, context.cwd)), value: file.text });
  for (const problem of file.problems.slice(0, shownPerFile)) addMessage(made, problem, context, tables, room);
  return made;
}

function addMessage(file: VFile, problem: Problem, { cwd }: ReportContext, tables: Tables, room: Room): void {
  const targets = problem.targets === undefined ? '' : ` (PostgreSQL ${listMajors(problem.targets)})`;
  const related = problem.related.slice(0, shownRelated).map((other) => {
    const { start } = placeOf(other, tables.get(other.file) ?? new LineTable(''));
    return visible(`${relative(other.file, cwd)}:${start.line}:${start.column}: ${other.message}`);
  });
  const more = problem.related.length - related.length;
  if (more > 0) related.push(say`and ${more} more`);
  const lines = [
    ...wrapped(visible(problem.message + targets), room.width),
    ...related.flatMap((line) => hanging(asIs('  '), line, room.width, 4)),
  ];
  const place = problem.wholeFile === true ? undefined : placeOf(problem, tables.get(problem.file)!);
  const message = file.message(lines.join(`\n${' '.repeat(room.indent)}`), { place, ruleId: problem.ruleId });
  message.fatal = problem.severity === 'error';
  message.url = problem.url;
  if (related.length > 0) message.note = related.join('\n');
}

/** Of one cause a reader needs a few places to see what is meant; the message names the lines. */
const shownRelated = 6;

/** Where messages stand: vfile-reporter prints place and severity before them, and the rule after them. */
interface Room {
  /** Further lines of a message stand below its first one. */
  indent: number;
  width: number;
}

const narrowest = 20;
const severityColumns = 'warning'.length;

function roomFor(files: readonly FileResult[], { columns }: ReportContext, tables: Tables): Room {
  const shown = files.flatMap((file) => file.problems.slice(0, shownPerFile));
  const longest = (textOf: (problem: Problem) => string) =>
    shown.reduce((most, problem) => Math.max(most, textOf(problem).length), 0);
  const place = longest((problem) => {
    if (problem.wholeFile === true) return '';
    const { start, end } = placeOf(problem, tables.get(problem.file)!);
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  });
  const indent = place + severityColumns + 2;
  return { indent, width: Math.max(narrowest, columns - indent - 1 - longest(({ ruleId }) => ruleId)) };
}

function placeOf({ start, end }: { start: number; end: number }, table: LineTable) {
  return { start: table.positionAt(start), end: table.positionAt(end) };
}

function relative(path: string, cwd: string): string {
  return path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}
