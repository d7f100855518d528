import type { FileResult } from '../../linter/engine/lint.js';
import { fixSafetyOf } from '../../linter/places.js';
import { concerns, type Problem, type Related } from '../../linter/problem.js';
import { Places } from '../places.js';
import { asIs, join, lineEnd, nothing, type Printable, say, visible } from '../printable.js';
import type { Reporter } from '../reporter.js';
import { fitted, hanging, readingWidth } from '../text/wrap.js';
import { counted, headlineWithTargets } from '../wording.js';
import { footer, judgedFiles } from './footer.js';
import { type Drawing, type FramePart, frame, severityColors } from './frame.js';
import { styleFor } from './style.js';

/** Nobody reads on after so many problems: on a terminal, and where the text goes elsewhere. */
const mostOnTerminal = 50;
const mostElsewhere = 1000;
/** Of one cause a reader needs a few places to see what is meant; the others are named. */
const shownRelated = 4;
/** So many further lines are named. */
const namedLines = 10;

/**
 * The report for people, files with the worst problems first: each problem with its headline, its place, the lines that
 * it is about, why it is one and what to write; at the end what was checked. Where there is no problem, the end alone goes
 * beside the report.
 */
export const stylish: Reporter = (result, context) => {
  const files = judgedFiles(result);
  if (files.length === 0) return nothing;
  const places = new Places(result, context.cwd);
  const width = readingWidth(context.columns);
  const end = footer(files, context, (path) => places.shown(path), width);
  const problems = worstFirst(files).flatMap((file) => file.problems);
  if (problems.length === 0) {
    const verdict = lines(end);
    if (context.beside === undefined) return verdict;
    context.beside(verdict);
    return nothing;
  }
  const style = styleFor(context.color, context.links === true);
  const drawing: Drawing = { places, style, width };
  const shown = problems.slice(0, context.onTerminal === true ? mostOnTerminal : mostElsewhere);
  const left = problems.length - shown.length;
  const more = left === 0 ? [] : [...fitted([leftText(left)], width), nothing];
  const why = hanging(nothing, say`Why? pgconflint explain ${problems[0]!.ruleId}`, width, 2);
  return join([
    ...shown.map((problem) => lines([...describe(problem, drawing), nothing])),
    lines([...more, ...end, ...why]),
  ]);
};

/** Files that keep a server from starting before those that say who gets in, and these before all others. */
function worstFirst(files: readonly FileResult[]): FileResult[] {
  const worst = ({ problems }: FileResult) =>
    Math.min(concerns.length, ...problems.map(({ concern }) => concerns.indexOf(concern)));
  return files
    .map((file) => ({ file, rank: worst(file) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ file }) => file);
}

function leftText(left: number): Printable {
  return say`${counted(left, 'more problem')} not shown; --format concise lists all of them.`;
}

function lines(texts: readonly Printable[]): Printable {
  return join(texts.map((text) => join([text, lineEnd])));
}

function describe(problem: Problem, drawing: Drawing): Printable[] {
  const { gutter, parts, further } = framed(problem, drawing);
  const { places, width } = drawing;
  const body =
    problem.wholeFile === true
      ? [
          ...hanging(asIs(`${' '.repeat(gutter)}--> `), visible(places.shown(problem.file)), width),
          ...frame(parts.slice(1), problem.severity, gutter, drawing),
        ]
      : frame(parts, problem.severity, gutter, drawing);
  const note = (name: string, text: string | undefined) =>
    text === undefined ? [] : hanging(asIs(`${' '.repeat(gutter)} = ${name} `), visible(text), width);
  return [
    ...heading(problem, drawing),
    ...body,
    ...note('why: ', problem.why),
    ...note('help:', problem.help),
    ...problem.related.filter(isWholeFile).flatMap(({ message }) => note('also:', message)),
    ...note('also:', further),
  ];
}

/** `error[hba/no-trust]: headline [*]`, where the mark says that `--fix` fixes it. */
function heading(problem: Problem, { style, width }: Drawing): Printable[] {
  const { ruleId, severity, url } = problem;
  const head = say`${severity}[${ruleId}]: `;
  const color = severityColors[severity];
  const [first, ...rest] = hanging(
    head,
    visible(`${headlineWithTargets(problem)}${fixSafetyOf(problem) === 'safe' ? ' [*]' : ''}`),
    width,
    4,
  );
  const id = style.link(visible(ruleId), url);
  const painted = join([
    style.paint(color, say`${severity}[`),
    style.paint(color, id),
    style.paint(color, asIs(']')),
    style.paint('bold', asIs(first!.slice(head.length - 2))),
  ]);
  return [first!.startsWith(head.trimEnd()) ? painted : first!, ...rest.map((line) => style.paint('bold', line))];
}

/** Whether a place is a file as a whole, such as what it lacks: no line is about it. */
function isWholeFile({ end }: Related): boolean {
  return end === 0;
}

/** The places of a problem that its frame shows, and in words those that it does not. */
function framed(
  problem: Problem,
  { places }: Drawing,
): { gutter: number; parts: FramePart[]; further: string | undefined } {
  const related = problem.related.filter((one) => !isWholeFile(one));
  const shown = related.slice(0, shownRelated);
  const parts: FramePart[] = [problem, ...shown.map((other) => ({ ...other, label: visible(other.message) }))].map(
    ({ file, start, end, ...rest }) => ({ file, start, end, ...('label' in rest ? { label: rest.label } : {}) }),
  );
  const numbers = (problem.wholeFile === true ? parts.slice(1) : parts).map((part) => places.of(part).line);
  const gutter = Math.max(1, ...numbers.map((number) => String(number).length));
  const others = related.slice(shownRelated);
  if (others.length === 0) return { gutter, parts, further: undefined };
  const named = others.slice(0, namedLines);
  const inFile = named.filter(({ file }) => file === problem.file).map((other) => places.of(other).line);
  const elsewhere = named
    .filter(({ file }) => file !== problem.file)
    .map((other) => `${places.shown(other.file)}:${places.of(other).line}`);
  const lines = inFile.length === 0 ? [] : [`line${inFile.length === 1 ? '' : 's'} ${inFile.join(', ')}`];
  const more = others.length - named.length;
  const further = `${[...lines, ...elsewhere].join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
  return { gutter, parts, further };
}
