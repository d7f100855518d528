/** Settings for which YAML needs quotes: without them the whole file does not load. */
import { majors } from '../../catalog/majors.js';
import { findParameter } from '../../catalog/parameters.js';
import type { CarriedText } from '../../documents/carrier.js';
import type { Replacement } from '../../documents/map.js';
import { quoteValue } from '../../values/quote.js';
import { documentOfItems, type Item } from './items.js';
import type { Writing } from './written.js';
import { readYaml } from './yaml.js';

/** A setting on one line, with a value that starts as no plain scalar may, or that goes on after its quotes. */
const line =
  /^(?<head>[ \t]+(?<name>[A-Za-z_][\w.]*):[ \t]+)(?<value>[*%@`](?:[^#\r\n]|[^ \t\r\n]#)*?|"[^"\r\n]*",[^#\r\n]*?)[ \t]*(?:[ \t]#.*)?$/gm;

/**
 * The settings of a YAML file that does not load, which are the reason: with quotes around their values it does.
 *
 * @returns undefined where the file loads, or something else is wrong with it
 */
export function unreadableSettings(fileText: string): CarriedText | undefined {
  const found = [...fileText.matchAll(line)].filter(({ groups }) => isParameter(groups!['name']!));
  if (found.length === 0 || isReadable(fileText)) return undefined;
  let fixed = '';
  let before = 0;
  const items = found.map(({ index, groups }): Item => {
    const { head, name, value } = groups as { head: string; name: string; value: string };
    const start = index + head.length;
    const end = start + value.length;
    fixed += fileText.slice(before, start) + inQuotes(value);
    before = end;
    const nameStart = index + head.length - head.trimStart().length;
    const parts = [sameText(fileText, nameStart, name), ' = ', valueAt(start, value)];
    return { parts, at: { start: nameStart, end }, isOwn: false, remark: { about: 'unquoted', data: { value } } };
  });
  if (!isReadable(fixed + fileText.slice(before))) return undefined;
  return documentOfItems(fileText, 'conf', items, Number.POSITIVE_INFINITY, () => undefined);
}

function isParameter(name: string): boolean {
  return majors.some((major) => findParameter(name.toLowerCase(), major) !== undefined);
}

function isReadable(text: string): boolean {
  return readYaml(text, true).length > 0;
}

function inQuotes(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function sameText(fileText: string, start: number, text: string): Writing {
  const at = Array.from({ length: text.length + 1 }, (_, index) => index);
  return {
    text: fileText.slice(start, start + text.length),
    at,
    file: { start, end: start + text.length },
    rewrite: () => undefined,
  };
}

/** The value as postgresql.conf would have it. The only change is to write all of it, in quotes. */
function valueAt(start: number, value: string): Writing {
  const text = quoteValue(value);
  const at = [0, ...Array.from(text.slice(1), (_, index) => Math.min(index, value.length))];
  at[at.length - 1] = value.length;
  const rewrite = (change: Replacement) => {
    const isWhole = change.start === 0 && change.end === text.length && change.text === text;
    return isWhole ? { start: 0, end: value.length, text: inQuotes(value) } : undefined;
  };
  return { text, at: [...at, value.length], file: { start, end: start + value.length }, rewrite };
}
