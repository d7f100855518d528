import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { lineAround } from '../features/completion/suggestion.js';
import type { ConfigReader } from './place.js';
import type { Keys } from './schema-at.js';

/** What stands in the text in place of the word under the cursor, so that the parser says where it is. */
const marker = 'pgconflint_cursor';

/** YAML, also while half of it is missing. */
export const reader: ConfigReader = {
  placeAt(text, offset) {
    const line = lineAround(text, offset);
    const before = text.slice(line.start, offset);
    if (/^\s*#|\s#/.test(before)) return undefined;
    const typed = /(?:"[^"]*|'[^']*|[^\s,[\]{}:"']*)$/.exec(before)![0];
    const rest = /^[^\s,[\]{}:"']*["']?/.exec(text.slice(offset, line.end))![0];
    const replace = { start: offset - typed.length, end: offset + rest.length };
    const behind = text.slice(replace.end, line.end);
    const hasColon = /^\s*:(?:\s|$)/.test(behind);
    // Behind a colon stands a value; anything else may still become a key.
    const isOpen = /^\s*(?:-\s+)*$/.test(before.slice(0, before.length - typed.length)) && !hasColon;
    const marked = text.slice(0, replace.start) + (isOpen ? `${marker}: ` : marker) + text.slice(replace.end);
    const found = findMarker(marked);
    if (found === undefined) return undefined;
    const role = found.role === 'value' ? 'value' : isOpen && found.siblings.length === 0 ? 'either' : 'key';
    return { keys: found.keys, role, replace, siblings: found.siblings, hasColon };
  },

  wordAt(text, offset) {
    return wordIn(parseDocument(text, { prettyErrors: false }).contents, [], offset);
  },

  write: (value) => (typeof value === 'string' && needsQuotes(value) ? JSON.stringify(value) : String(value)),
};

interface FoundMarker {
  keys: Keys;
  role: 'key' | 'value';
  siblings: string[];
}

function findMarker(text: string): FoundMarker | undefined {
  return search(parseDocument(text, { prettyErrors: false }).contents, []);
}

function search(node: unknown, keys: Keys): FoundMarker | undefined {
  if (isScalar(node)) return node.value === marker ? { keys, role: 'value', siblings: [] } : undefined;
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = search(item, [...keys, index]);
      if (found !== undefined) return found;
    }
  }
  if (!isMap(node)) return undefined;
  const names = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  if (names.includes(marker)) return { keys, role: 'key', siblings: names.filter((name) => name !== marker) };
  for (const [index, { value }] of node.items.entries()) {
    const found = search(value, [...keys, names[index]!]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wordIn(node: unknown, keys: Keys, offset: number): ReturnType<ConfigReader['wordAt']> {
  if (isScalar(node)) {
    const [start, end] = node.range ?? [0, -1];
    return start <= offset && offset <= end ? { start, end, keys, isKey: false, value: node.value } : undefined;
  }
  if (isSeq(node)) return firstOf(node.items, (item, index) => wordIn(item, [...keys, index], offset));
  if (!isMap(node)) return undefined;
  return firstOf(node.items, (pair) => {
    if (!isPair(pair) || !isScalar(pair.key)) return undefined;
    const inner = [...keys, String(pair.key.value)];
    const key = wordIn(pair.key, inner, offset);
    return key === undefined ? wordIn(pair.value, inner, offset) : { ...key, isKey: true };
  });
}

function firstOf<T, U>(items: readonly T[], find: (item: T, index: number) => U | undefined): U | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function needsQuotes(value: string): boolean {
  return !/^[A-Za-z./$_][\w./@ -]*$/.test(value) || /^(?:true|false|null|~)$/i.test(value);
}
