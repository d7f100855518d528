/** Settings among the words of the server's command line (PostgreSQL: postmaster.c, PostmasterMain; guc.c, ParseLongOption). */
import type { CarriedText } from '../../documents/carrier.js';
import type { Replacement } from '../../documents/map.js';
import { parseConf } from '../../syntax/conf.js';
import { quoteValue } from '../../values/quote.js';
import { documentOfItems, type Item } from './items.js';
import { changed, fixed, type Writing } from './written.js';

/** Short options with a value, and what they set. */
const withValue: Readonly<Record<string, string>> = {
  B: 'shared_buffers',
  h: 'listen_addresses',
  k: 'unix_socket_directories',
  N: 'max_connections',
  p: 'port',
  S: 'work_mem',
};
/** Short options without, and what they set to what. */
const alone: Readonly<Record<string, readonly [name: string, value: string]>> = {
  F: ['fsync', 'off'],
  i: ['listen_addresses', '*'],
  l: ['ssl', 'on'],
};
/** Short options with a value that set nothing which is read here. */
const others = new Set(['d', 'D', 'f', 'o', 'r', 't', 'v', 'W', 'C', 'T']);

/** A setting that words make. */
export interface WordSetting {
  name: string;
  value: string;
  /** The stretches of words that are its name and its value; one writing where both are in the same letter. */
  nameAt: Writing;
  valueAt: Writing | undefined;
}

/** What the server reads in the words after its own name; undefined words are not known, and end nothing. */
export function settingsInWords(words: readonly (Writing | undefined)[]): WordSetting[] {
  const found: WordSetting[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const { text } = word;
    const letter = text[1] ?? '';
    if (text.startsWith('--')) found.push(...assignment(partOf(word, 2, text.length)));
    else if (/^-c/.test(text)) found.push(...assignment(text === '-c' ? words[++index] : partOf(word, 2, text.length)));
    else if (/^-\w/.test(text) && withValue[letter] !== undefined) {
      const value = text.length === 2 ? words[++index] : partOf(word, 2, text.length);
      const nameAt = partOf(word, 0, 2);
      if (value !== undefined) found.push({ name: withValue[letter], value: value.text, nameAt, valueAt: value });
    } else if (/^-\w$/.test(text) && alone[letter] !== undefined) {
      const [name, value] = alone[letter];
      found.push({ name, value, nameAt: word, valueAt: undefined });
    } else if (/^-\w$/.test(text) && others.has(letter)) index++;
  }
  return found;
}

/** `name=value`: dashes of the name are underscores, and nothing is taken from the value. */
function assignment(word: Writing | undefined): WordSetting[] {
  const equals = word?.text.indexOf('=') ?? -1;
  if (word === undefined || equals < 1) return [];
  const name = word.text.slice(0, equals).replaceAll('-', '_');
  const valueAt = partOf(word, equals + 1, word.text.length);
  return [{ name, value: valueAt.text, nameAt: partOf(word, 0, equals), valueAt }];
}

/** A stretch of a writing. */
export function partOf(writing: Writing, start: number, end: number): Writing {
  const { text, at, file } = writing;
  const first = at[start]!;
  const rewrite = (change: Replacement) => {
    const edit = writing.rewrite({ start: start + change.start, end: start + change.end, text: change.text });
    return edit && { start: edit.start - first, end: edit.end - first, text: edit.text };
  };
  return {
    text: text.slice(start, end),
    at: at.slice(start, end + 1).map((place) => place - first),
    file: { start: file.start + first, end: file.start + at[end]! },
    rewrite,
  };
}

/**
 * The document that settings on a command line make: `name = 'value'`, a setting a line.
 *
 * @param before what stands in a file of settings, over which they count
 * @returns undefined where there is none
 */
export function settingsOnCommandLine(
  fileText: string,
  settings: readonly WordSetting[],
  before: readonly Item[] = [],
): CarriedText | undefined {
  const items = settings.map(({ name, value, nameAt, valueAt }): Item => {
    const token = quoteValue(value);
    const first = nameAt.text === name ? nameAt : collapsed(name, nameAt);
    const start = nameAt.file.start;
    if (valueAt === undefined) return { parts: [first, ` = ${token}`], at: nameAt.file, isOwn: false };
    return {
      parts: [first, ' = ', quotedToken(value, token, valueAt)],
      at: { start, end: valueAt.file.end },
      isOwn: false,
      remark: /^'.*'$/s.test(value) ? { about: 'quoted', data: { name, value } } : undefined,
    };
  });
  return documentOfItems(fileText, 'conf', [...before, ...items], Number.POSITIVE_INFINITY, () => undefined);
}

/** A text that stands for what is written, and never changes. */
function collapsed(text: string, writing: Writing): Writing {
  const length = writing.file.end - writing.file.start;
  return fixed({ ...writing, text, at: [...Array.from(text, () => 0), length] });
}

/** A value in the quotes of postgresql.conf, written as it is. */
function quotedToken(value: string, token: string, valueAt: Writing): Writing {
  const at = [0];
  for (let index = 0; index < value.length; index++) {
    for (let count = quoteValue(value[index]!).length - 2; count > 0; count--) at.push(valueAt.at[index]!);
  }
  const end = valueAt.at.at(-1)!;
  at.push(end, end);
  const rewrite = (change: Replacement) => {
    const [line, ...more] = parseConf(`name = ${changed(token, change)}`).lines;
    if (line?.type !== 'Setting' || more.length > 0) return undefined;
    return valueAt.rewrite({ start: 0, end: value.length, text: line.value.value });
  };
  return { text: token, at, file: valueAt.file, rewrite };
}
