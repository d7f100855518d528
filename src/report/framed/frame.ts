import type { Severity } from '../../linter/problem.js';
import type { PlaceInFile, Places } from '../places.js';
import { asIs, type Printable, say, visibleInPlace } from '../printable.js';
import { hanging, prefixWithin } from '../text/wrap.js';
import columnsOf from '../vfile-reporter/string-width.js';
import type { Color, Style } from './style.js';

/** A place that a frame shows: of the problem itself, or one that it speaks of. */
export interface FramePart {
  file: string;
  start: number;
  end: number;
  /** What is said of it; undefined for the place of the problem. */
  label?: Printable;
}

/** What a frame is drawn with. */
export interface Drawing {
  places: Places;
  style: Style;
  /** No line gets wider. */
  width: number;
}

export const severityColors: Readonly<Record<Severity, Color>> = { error: 'red', warning: 'yellow' };

/** A whole record is marked by its start: a row of marks below all of it says no more. */
const mostMarks = 20;
/** So many characters before and after the start of a mark are more than a terminal is wide. */
const mostAround = 1000;
/** Tabs lead to the next of these columns, as they do in most editors and terminals. */
const tabStop = 8;

interface MarkedLine extends PlaceInFile {
  part: FramePart;
}

/**
 * The lines that a problem is about, each with marks below it, in the order of the file; places in other files follow.
 *
 * @param parts the one without a label is the problem's own place
 * @param gutter how wide the line numbers are
 */
export function frame(parts: readonly FramePart[], severity: Severity, gutter: number, drawing: Drawing): Printable[] {
  const own = parts.find(({ label }) => label === undefined);
  const { places, style, width } = drawing;
  const files = [...new Set(parts.map(({ file }) => file))];
  const lines: Printable[] = [];
  for (const file of files) {
    const marked = parts
      .filter((part) => part.file === file)
      .map((part): MarkedLine => ({ ...places.of(part), part }))
      .sort((a, b) => a.line - b.line || order(a) - order(b));
    const isOwn = own !== undefined && file === own.file;
    const at = isOwn ? places.of(own) : marked[0]!;
    const arrow = isOwn ? '-->' : ':::';
    const place = say`${places.shown(file)}:${at.line}:${at.column}`;
    const [first, ...rest] = hanging(asIs(`${' '.repeat(gutter)}${arrow} `), place, width);
    lines.push(asIs(first!.replace(arrow, style.paint('blue', asIs(arrow)))), ...rest);
    lines.push(bar(gutter, style));
    let before: number | undefined;
    for (const one of marked) {
      if (before !== undefined && one.line > before + 1) lines.push(style.paint('blue', asIs('...')));
      lines.push(...markedLine(one, one.line === before, severity, gutter, drawing));
      before = one.line;
    }
  }
  return lines;
}

/** Of several places in a line, the problem's own comes first. */
function order({ part, column }: MarkedLine): number {
  return part.label === undefined ? 0 : column;
}

function bar(gutter: number, style: Style): Printable {
  return asIs(`${' '.repeat(gutter)} ${style.paint('blue', asIs('|'))}`);
}

/** A line with the marks below it, and what is said of it; the line itself only once for several places in it. */
function markedLine(
  { line, column, endLine, endColumn, part }: MarkedLine,
  isAgain: boolean,
  severity: Severity,
  gutter: number,
  { places, style, width }: Drawing,
): Printable[] {
  const source = places.lineText(part.file, line).replace(/^\uFEFF/, ' ');
  const until = endLine === line ? endColumn - 1 : source.trimEnd().length;
  const room = Math.max(2, width - gutter - 3);
  // A line can be as long as a file: what is far from the mark is not looked at.
  const first = Math.max(0, column - 1 - mostAround);
  const near = source.slice(first, column - 1 + mostAround);
  const { text, from, to } = cropped(near, column - 1 - first, Math.max(until, column - 1) - first, room, first > 0);
  const isWhole = source.slice(0, column - 1).trim() === '' && source.slice(until).trim() === '';
  const count = Math.max(1, Math.min(to - from, isWhole ? mostMarks : room, room - from));
  const color = part.label === undefined ? severityColors[severity] : 'cyan';
  const mark = (part.label === undefined ? '^' : '-').repeat(count);
  const number = style.paint('blue', asIs(`${String(line).padStart(gutter)} |`));
  const edge = bar(gutter, style);
  const label = part.label ?? asIs('');
  const labelled = label === '' ? { text: asIs(mark), from } : beside(label, mark, from, room);
  const { text: shown, from: start } = labelled ?? { text: asIs(mark), from };
  const marks = asIs(`${' '.repeat(start)}${style.paint(color, shown)}`);
  const below = labelled === undefined ? hanging(asIs(''), label, room - 2) : [];
  return [
    ...(isAgain ? [] : [text === '' ? number : asIs(`${number} ${text}`)]),
    asIs(`${edge} ${marks}`),
    ...below.map((one) => asIs(`${edge}   ${style.paint(color, one)}`)),
  ];
}

/** A mark with its label after it, or before it where there is no room; undefined where there is none on either side. */
function beside(
  label: Printable,
  mark: string,
  from: number,
  room: number,
): { text: Printable; from: number } | undefined {
  const width = columnsOf(label) + 1;
  if (from + mark.length + width <= room) return { text: asIs(`${mark} ${label}`), from };
  return width <= from ? { text: asIs(`${label} ${mark}`), from: from - width } : undefined;
}

interface Cropped {
  text: Printable;
  /** The columns of the mark in it. */
  from: number;
  to: number;
}

/**
 * The part of a line around a mark that fits, tabs as spaces; `…` stands for what is left out.
 *
 * @param isCut whether the source is not the start of the line
 */
function cropped(source: string, start: number, end: number, room: number, isCut: boolean): Cropped {
  const shown = visibleInPlace(source);
  const before = spaced(shown.slice(0, start), 0);
  const marked = spaced(shown.slice(start, end), columnsOf(before));
  const after = spaced(shown.slice(end), columnsOf(before) + columnsOf(marked)).trimEnd();
  const [from, to] = [columnsOf(before), columnsOf(before) + columnsOf(marked)];
  const whole = after === '' ? `${before}${marked}`.trimEnd() : before + marked + after;
  const columns = columnsOf(whole);
  if (columns <= room && !isCut) return { text: asIs(whole), from, to };
  // The line from its start where that shows the mark; else with a quarter of the room before it at least.
  const context = Math.min(Math.max(room - (to - from) - 2, room / 4), room * 0.7);
  const left = to < room && !isCut ? 0 : Math.min(columns - room, from - Math.ceil(context));
  const lost = left <= 0 ? '' : whole.slice(0, prefixWithin(whole, left + 1));
  const rest = lost === '' ? whole : `…${whole.slice(lost.length)}`;
  const moved = lost === '' ? 0 : columnsOf(lost) - 1;
  const kept = columnsOf(rest) <= room ? rest : `${rest.slice(0, prefixWithin(rest, room - 1)).trimEnd()}…`;
  return { text: asIs(kept), from: Math.max(0, from - moved), to: to - moved };
}

/** Tabs as spaces, from a column on. */
function spaced(text: string, column: number): string {
  if (!text.includes('\t')) return text;
  let made = '';
  for (const [index, piece] of text.split('\t').entries()) {
    if (index > 0) made += ' '.repeat(tabStop - ((column + columnsOf(made)) % tabStop));
    made += piece;
  }
  return made;
}
