import type { SettingInForce } from '../formats/conf/effective-settings.js';
import type { Printable } from '../report/printable.js';
import { formatTable, type TableRow } from '../report/text/table.js';

/**
 * Settings as a table; what is overridden is below the setting that wins, and so is what is wrong with a value. Where one
 * file sets all of them, it is named once.
 *
 * @param settings what to print
 * @param width no line gets wider
 */
export function formatSettings(settings: readonly SettingInForce[], width: number): Printable {
  const rows = settings.flatMap(rowsOf);
  const files = new Set(rows.map(({ file }) => file).filter((file) => file !== ''));
  const note = 'note';
  if (files.size !== 1) {
    const shown = rows.map(({ file, line, ...rest }) => ({ ...rest, 'set by': file === '' ? '' : `${file}:${line}` }));
    return formatTable(['name', 'value', 'default', 'set by'], shown, { width, note });
  }
  const [file] = files;
  const shown = rows.map((row) => ({ ...row, file }));
  return formatTable(['name', 'value', 'default', 'file', 'line'], shown, { width, note, once: 'file' });
}

type SettingRow = TableRow & { file: string; line: string };

function rowsOf(setting: SettingInForce): SettingRow[] {
  const { name, value, unit, sourcefile, sourceline, error, overrides } = setting;
  const own: SettingRow = {
    name,
    value: display(value, unit),
    default: display(setting.default),
    file: sourcefile ?? '',
    line: sourcefile === null ? '' : String(sourceline),
    note: error,
  };
  const lost = overrides.map((entry): SettingRow => {
    const spelling = entry.name === name ? '' : `as ${entry.name}`;
    const line = `${entry.sourceline} (overridden)`;
    return { name: spelling, value: display(entry.value, unit), file: entry.sourcefile, line };
  });
  return [own, ...lost];
}

/** An empty text is shown as a file would hold it, a bare number with the unit that it counts. */
function display(value: string | null, unit: string | null = null): string {
  if (value === null) return '';
  if (unit !== null && /^[1-9][0-9]*$/.test(value)) return `${value} (${unit})`;
  return value === '' ? "''" : value;
}
