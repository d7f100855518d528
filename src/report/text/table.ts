import { asLines, type Printable, visible } from '../printable.js';
import columnsOf from '../vfile-reporter/string-width.js';
import { fitted, hanging, wrapped } from './wrap.js';

/** How a table is fitted into a width. */
export interface TableLayout {
  width: number;
  /** A column whose texts go below their rows in any case, without its heading. */
  note?: string;
  /** A column that is said once above the table where all rows have the same in it. */
  once?: string;
  /** The columns that go below their row, `heading: text`, as far as the table does not fit: the first one first. */
  below?: readonly string[];
}

/** A row by its headings; lists are shown as the server prints arrays, without its quotes. */
export type TableRow = Readonly<Record<string, unknown>>;

const gap = 2;
/** What is below a row stands so far to the right. */
const belowIndent = '    ';
/** Longer words are broken where their parts end. */
const longWord = 20;
/** A column gets no narrower. */
const narrowest = 6;

interface Row {
  cells: Readonly<Record<string, string>>;
  below: readonly string[];
}

/**
 * A table of plain text that is no wider than it may be: cells are wrapped between words.
 *
 * @param headings the columns, and what each row has in them
 * @returns lines with a line end each; the headings alone where there is no row
 */
export function formatTable(headings: readonly string[], rows: readonly TableRow[], layout: TableLayout): Printable {
  return asLines(tableLines(headings, rows, layout));
}

/** The lines of the same table. */
export function tableLines(headings: readonly string[], rows: readonly TableRow[], layout: TableLayout): string[] {
  const { width, once, note, below = [] } = layout;
  let shown = rows.map((row): Row => {
    const remark = note === undefined ? '' : cell(row[note]);
    const cells = Object.fromEntries(headings.map((heading) => [heading, cell(row[heading])]));
    return { cells, below: remark === '' ? [] : [remark] };
  });
  let columns = [...headings];
  const above: string[] = [];
  const [first] = shown;
  if (once !== undefined && first !== undefined && shown.every(({ cells }) => cells[once] === first.cells[once])) {
    columns = columns.filter((heading) => heading !== once);
    above.push(...fitted([`${once}: ${first.cells[once]!}`], width), '');
  }
  if (widthOf(columns, shown, naturalWidth) > width && shown.length > 0) {
    columns = columns.filter((heading) => shown.some(({ cells }) => cells[heading] !== ''));
  }
  for (const heading of below) {
    if (!columns.includes(heading) || widthOf(columns, shown, naturalWidth) <= width) continue;
    // What is short may stay as long as no word is broken for it.
    if (heading !== below[0] && widthOf(columns, shown, wordWidth) <= width) continue;
    columns = columns.filter((other) => other !== heading);
    shown = shown.map(({ cells, below: before }) => {
      const text = cells[heading]!;
      return { cells, below: text === '' ? before : [...before, `${heading}: ${text}`] };
    });
  }
  const widths = fittedWidths(columns, shown, width);
  return [...above, ...(widths === undefined ? blocks(columns, shown, width) : table(columns, shown, widths, width))];
}

function table(columns: readonly string[], rows: readonly Row[], widths: readonly number[], width: number): string[] {
  const heads = Object.fromEntries(columns.map((heading) => [heading, heading]));
  return [
    ...rowLines(columns, heads, widths),
    widths.map((count) => '-'.repeat(count)).join(' '.repeat(gap)),
    ...rows.flatMap(({ cells, below }) => [
      ...rowLines(columns, cells, widths),
      ...below.flatMap((text) => hanging(belowIndent, text, width, belowIndent.length + 2)),
    ]),
  ];
}

/** The lines of a row, each cell wrapped to its column. */
function rowLines(columns: readonly string[], cells: Row['cells'], widths: readonly number[]): string[] {
  const wrappedCells = columns.map((heading, at) => wrapped(cells[heading]!, widths[at]!));
  const height = Math.max(...wrappedCells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    wrappedCells
      .map((lines, at) => padded(lines[index] ?? '', widths[at]!))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** Where not even narrow columns fit: a line for each cell, and an empty one between rows. */
function blocks(columns: readonly string[], rows: readonly Row[], width: number): string[] {
  return rows.flatMap(({ cells, below }, index) => [
    ...(index === 0 ? [] : ['']),
    ...columns
      .filter((heading) => cells[heading] !== '')
      .flatMap((heading) => hanging('', `${heading}: ${cells[heading]!}`, width, 2)),
    ...below.flatMap((text) => hanging('', text, width, 2)),
  ]);
}

/** How wide each column gets: as its texts where all fit, else the widest are narrowed first, down to their words if possible. */
function fittedWidths(columns: readonly string[], rows: readonly Row[], width: number): number[] | undefined {
  const widths = columns.map((heading) => columnWidth(heading, rows, naturalWidth));
  const left = width - gap * (columns.length - 1);
  const words = columns.map((heading, at) => Math.min(widths[at]!, columnWidth(heading, rows, wordWidth)));
  for (const least of [words, widths.map((natural) => Math.min(natural, narrowest))]) {
    for (let over = sum(widths) - left; over > 0; over--) {
      const at = widestAbove(widths, least);
      if (at === -1) break;
      widths[at]!--;
    }
  }
  return sum(widths) <= left ? widths : undefined;
}

function widestAbove(widths: readonly number[], least: readonly number[]): number {
  let found = -1;
  for (const [at, width] of widths.entries()) {
    if (width > least[at]! && (found === -1 || width > widths[found]!)) found = at;
  }
  return found;
}

type Measure = (text: string) => number;

const naturalWidth: Measure = columnsOf;

/** The width of the longest word, or of the longest part of a word that may be broken. */
const wordWidth: Measure = (text) =>
  Math.max(
    0,
    ...text.split(' ').map((word) => {
      const columns = columnsOf(word);
      if (columns <= longWord) return columns;
      return Math.max(...word.split(/(?<=[/,;=_&|-])/).map(columnsOf), longWord / 2);
    }),
  );

function columnWidth(heading: string, rows: readonly Row[], measure: Measure): number {
  return rows.reduce((most, { cells }) => Math.max(most, measure(cells[heading]!)), headingWidth(heading, measure));
}

/** Headings are broken where their words end, if anything is: `rule_number`. */
function headingWidth(heading: string, measure: Measure): number {
  return measure === naturalWidth ? columnsOf(heading) : Math.max(...heading.split(/(?<=_)| /).map(columnsOf));
}

function widthOf(columns: readonly string[], rows: readonly Row[], measure: Measure): number {
  return sum(columns.map((heading) => columnWidth(heading, rows, measure))) + gap * (columns.length - 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return visible(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}
