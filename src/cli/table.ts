import { asLines, type Printable, visible } from '../report/printable.js';

/** A column is padded to so many characters at most; what is longer stands out of its column. */
const widest = 60;

/**
 * A table of plain text, its columns as wide as their longest value, within bounds: one long value must not widen every line.
 *
 * @param rows what to print; every row has the keys of the first one, which are the headings
 * @returns lines with a line end each; the headings alone where there is no row
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Printable {
  const lines = [[...headings], ...rows.map((row) => headings.map((heading) => cell(row[heading])))];
  const widths = headings.map((_, column) => {
    const longest = lines.reduce((width, line) => Math.max(width, line[column]!.length), 0);
    return Math.min(longest, widest);
  });
  lines.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  return asLines(
    lines.map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    ),
  );
}

/** Lists as the server prints arrays, without its quotes. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return visible(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}
