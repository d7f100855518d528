import type { SettingInForce } from '../formats/conf/effective-settings.js';
import { asLines, type Printable, visible } from '../report/printable.js';

const headings = ['name', 'value', 'default', 'set by'] as const;
const gap = 2;
/** Columns never get narrower, and only values and defaults get narrower than their texts. */
const narrowest = 16;

/**
 * Settings as a table; what is overridden stands below the setting that wins. Long values go on in the next line.
 *
 * @param settings what to print
 * @param width the columns of the terminal
 */
export function formatSettings(settings: readonly SettingInForce[], width: number): Printable {
  const rows = settings.flatMap(rowsOf);
  const widths = columnWidths([headings, ...rows.map((row) => row.cells)], width);
  const lines = [
    ...formatRow(headings, widths),
    ...formatRow(
      widths.map((count) => '-'.repeat(count)),
      widths,
    ),
  ];
  for (const { cells, note } of rows) {
    lines.push(...formatRow(cells, widths));
    if (note !== undefined) for (const line of wrap(note, Math.max(width - 4, 40), ' ')) lines.push(`    ${line}`);
  }
  return asLines(lines.map((line) => line.trimEnd()));
}

interface TableRow {
  cells: readonly string[];
  note: string | undefined;
}

function rowsOf(setting: SettingInForce): TableRow[] {
  const { name, value, unit, sourcefile, sourceline, error, overrides } = setting;
  const place = sourcefile === null ? '' : visible(`${sourcefile}:${sourceline}`);
  const cells = [visible(name), display(value, unit), display(setting.default), place];
  const lost = overrides.map((entry) => {
    const spelling = entry.name === name ? '' : visible(`  as ${entry.name}`);
    const by = visible(`${entry.sourcefile}:${entry.sourceline} (overridden)`);
    return { cells: [spelling, display(entry.value, unit), '', by], note: undefined };
  });
  return [{ cells, note: error ?? undefined }, ...lost];
}

/** An empty text is shown as a file would hold it, a bare number with the unit that it counts. */
function display(value: string | null, unit: string | null = null): string {
  if (value === null) return '';
  if (unit !== null && /^[1-9][0-9]*$/.test(value)) return `${value} (${unit})`;
  if (value === '') return "''";
  return visible(value);
}

/** As wide as the longest text; where that is too much, values and defaults share what is left. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const natural = headings.map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]!.length), 0));
  const fixed = natural[0]! + natural[3]! + 3 * gap;
  const left = Math.max(width - fixed, 2 * narrowest);
  const [, value, own] = natural as [number, number, number, number];
  if (value + own <= left) return natural;
  const ownWidth = Math.min(own, Math.max(narrowest, Math.min(left - value, left), Math.floor(left / 3)));
  return [natural[0]!, Math.min(value, left - ownWidth), ownWidth, natural[3]!];
}

function formatRow(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column]!, ','));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    wrapped.map((lines, column) => (lines[index] ?? '').padEnd(widths[column]! + gap)).join(''),
  );
}

/** Breaks a text behind a separator where one is near the end of a line, else in the middle. */
function wrap(text: string, width: number, separator: string): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const last = rest.lastIndexOf(separator, width - 1);
    const cut = last >= width / 3 ? last + 1 : width;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}
