import type { CarriedText } from '../../documents/carrier.js';
import type { Replacement } from '../../documents/map.js';
import { parseConf } from '../../syntax/conf.js';
import type { Setting } from '../../syntax/nodes.js';
import { quoteValue } from '../../values/quote.js';
import { quotedScalar } from './flow-scalar.js';
import { documentOfItems, type Item, type Part, type Surroundings } from './items.js';
import type { ScalarWriting } from './scalar.js';
import { changed, fixed, type Writing } from './written.js';
import type { Value, YamlTree } from './yaml.js';

/** What a platform makes of an entry. */
export interface Rendered {
  value: string;
  /** Whether the server never gets it. */
  isOff?: boolean;
  remark?: Item['remark'];
}

/**
 * Renders an entry as a platform does.
 *
 * @param text the value as YAML writes it
 * @param isQuoted whether it is a text for every reader
 * @returns undefined where it leaves no trace
 */
export type RenderValue = (name: string, text: string, isQuoted: boolean) => Rendered | undefined;

/** Which maps make a document, the later ones over the earlier ones. */
export interface SettingSource {
  map: Value | undefined;
  render: RenderValue;
}

/**
 * The document that maps of settings make: `name = 'value'`, an entry a line.
 *
 * @param quotes whether values are written in quotes whatever they are, since the platform wants texts
 * @returns undefined where there is nothing in them that the server gets, and no anchor
 */
export function settingMaps(
  tree: YamlTree,
  sources: readonly SettingSource[],
  around: Surroundings = {},
  quotes = false,
): CarriedText | undefined {
  const items = sources.flatMap(({ map, render }) => (map === undefined ? [] : itemsOf(tree, map, render, quotes)));
  const from = items[0] === undefined ? 0 : tree.endBefore(items[0].at.start);
  return documentOfItems(tree.fileText, 'conf', items, from, writeEntry, around);
}

function itemsOf(tree: YamlTree, map: Value, render: RenderValue, quotes: boolean): Item[] {
  const items = tree.entries(map).flatMap((entry): Item[] => {
    const key = tree.keyWriting(entry, map);
    const value = tree.writing(entry.value);
    if (key === undefined || value === undefined) return [];
    const rendered = render(entry.name, value.text, value.style !== 'plain');
    if (rendered === undefined) return [];
    const parts: Part[] = [key, ' = ', valueToken(value, rendered.value, quotes)];
    const isOwn = !map.isShared && !map.inFlow && !entry.isMerged && !entry.value!.isShared;
    const isBlock = value.style === 'literal' || value.style === 'folded';
    const end = isBlock ? value.file.end : value.outer.end;
    const at = { start: key.outer.start, end: Math.max(key.outer.end, isOwn ? end : 0) };
    const { isOff = false, remark } = rendered;
    return [{ parts, at, isOwn, isOff, remark }];
  });
  // What is merged stands elsewhere; the server reads no order into it, as each name is there once.
  return items.sort((a, b) => a.at.start - b.at.start);
}

/** `name = 'value'` as an entry of the map; values in quotes are texts for every reader. */
function writeEntry(line: string): string | undefined {
  const setting = settingIn(line);
  return setting && `${setting.name.value}: ${quotedScalar(setting.value.value)}`;
}

/** The setting that a text is, with nothing after it. */
function settingIn(text: string): Setting | undefined {
  const { lines } = parseConf(text);
  const [setting] = lines;
  if (lines.length !== 1 || setting?.type !== 'Setting') return undefined;
  return text.slice(setting.value.end).trim() === '' ? setting : undefined;
}

/** A value in the quotes of postgresql.conf, written as a scalar. */
function valueToken(value: ScalarWriting, rendered: string, quotes: boolean): Writing {
  const text = quoteValue(rendered);
  const { outer } = value;
  const at = placesOf(value, rendered, text);
  const writing = { text, at, file: outer };
  const rewrite = (change: Replacement): Replacement | undefined => {
    const setting = settingIn(`name = ${changed(text, change)}`);
    if (setting === undefined) return undefined;
    const { value: now } = setting.value;
    const edit = value.rewrite({ start: 0, end: value.text.length, text: now });
    if (edit !== undefined && quotes && value.style === 'plain')
      return { start: 0, end: outer.end - outer.start, text: quotedScalar(now) };
    const shift = value.file.start - outer.start;
    return edit && { start: edit.start + shift, end: edit.end + shift, text: edit.text };
  };
  return value.style === 'folded' ? fixed({ ...writing, rewrite }) : { ...writing, rewrite };
}

/** Where each character of the token is written; of what the platform makes something else of, all at its start. */
function placesOf(value: ScalarWriting, rendered: string, text: string): number[] {
  const { outer, file } = value;
  const length = outer.end - outer.start;
  const at = [0];
  if (rendered !== value.text) {
    for (let index = 1; index < text.length; index++) at.push(0);
    return [...at, length];
  }
  for (let index = 0; index < rendered.length; index++) {
    const place = file.start - outer.start + value.at[index]!;
    for (let count = quoteValue(rendered[index]!).length - 2; count > 0; count--) at.push(place);
  }
  at.push(file.start - outer.start + value.at[rendered.length]!);
  return [...at, length];
}
