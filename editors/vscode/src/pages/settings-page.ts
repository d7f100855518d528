import type { SettingsAnswer } from '../answers.js';
import { link, page, remarks as remarksOf, table, text } from './page.js';

type Setting = SettingsAnswer['settings'][number];

const headings = ['Name', 'Value', 'Default', 'Set by'];

/**
 * The page of the settings in force: first those that the files set, and below them the defaults, folded.
 *
 * @param name the file that the cluster starts from, as the person knows it
 * @param nonce random; only what carries it may run or style the page
 * @returns HTML
 */
export function settingsPage({ target, settings, remarks }: SettingsAnswer, name: string, nonce: string): string {
  const given = settings.filter(({ uri }) => uri !== null);
  const others = settings.filter(({ uri }) => uri === null);
  const parts = [
    `<p>What PostgreSQL ${target} uses after all files are read. Of several lines that set a parameter, the last one counts.</p>`,
    remarksOf(remarks),
    given.length === 0 ? '<p>The files set nothing.</p>' : table(headings, given.flatMap(rowsOf)),
    `<details><summary>${others.length} parameters have their defaults</summary>`,
    table(
      headings.slice(0, 2),
      others.map(({ name: parameter, value }) => ({ look: '', cells: [parameter, shown(value)].map(text) })),
    ),
    '</details>',
  ];
  return page(`Settings in force: ${name}`, parts.join('\n'), nonce);
}

/** A setting with the lines that it overrides below it. */
function rowsOf(setting: Setting): { look: string; cells: string[] }[] {
  const { name, value, error, overrides } = setting;
  const why = error === null ? '' : `<div class="error">${text(error)}</div>`;
  const own = [text(name), text(shown(value)) + why, text(shown(setting.default)), placeOf(setting)];
  const lost = overrides.map((one) => ({
    look: '',
    cells: ['', `<span class="overridden">${text(shown(one.value))}</span>`, '', `${placeOf(one)} (overridden)`],
  }));
  return [{ look: '', cells: own }, ...lost];
}

function placeOf({ uri, sourcefile, sourceline }: Pick<Setting, 'uri' | 'sourcefile' | 'sourceline'>): string {
  if (uri === null || sourceline === null) return '';
  return link({ uri, line: sourceline }, `${sourcefile}:${sourceline}`);
}

/** An empty text is shown as a file would hold it; what is not known, with a dash. */
function shown(value: string | null): string {
  if (value === null) return '–';
  return value === '' ? "''" : value;
}
