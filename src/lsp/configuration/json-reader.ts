import { findNodeAtLocation, getLocation, getNodePath, type Node, parseTree, visit } from 'jsonc-parser';
import type { ConfigPlace, ConfigReader } from './place.js';

const options = { allowTrailingComma: true };

/** JSON with comments, also while half of it is missing. */
export const reader: ConfigReader = {
  placeAt(text, offset) {
    if (isComment(text, offset)) return undefined;
    const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
    const word = wordAround(text, offset, previousNode);
    const hasColon = /^\s*:/.test(text.slice(word.end));
    const keys = isAtPropertyKey ? path.slice(0, -1) : path;
    const siblings = isAtPropertyKey ? siblingsOf(text, keys, word.start) : [];
    return { keys, role: isAtPropertyKey ? 'key' : 'value', replace: word, siblings, hasColon } satisfies ConfigPlace;
  },

  wordAt(text, offset) {
    const tree = parseTree(text, [], options);
    const node = tree === undefined ? undefined : scalarAt(tree, offset);
    if (node === undefined) return undefined;
    const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
    const start = node.offset;
    return { start, end: start + node.length, keys: getNodePath(node), isKey, value: node.value };
  },

  write: (value) => JSON.stringify(value),
};

function isComment(text: string, offset: number): boolean {
  let found = false;
  const onComment = (start: number, length: number) => {
    // Behind the end of a line comment one is still in it; behind the end of a block comment one is not.
    const end = start + length - (text[start + 1] === '*' ? 1 : 0);
    found ||= start < offset && offset <= end;
  };
  visit(text, { onComment }, options);
  return found;
}

/** The string around the cursor, or the bare word that is to become one. */
function wordAround(text: string, offset: number, node: Node | undefined): { start: number; end: number } {
  if (node !== undefined && node.offset < offset && offset <= node.offset + node.length) {
    const whole = text.slice(node.offset, node.offset + node.length);
    // A string that nobody has closed yet runs to the end of the line.
    const open = whole.startsWith('"') && !/^"(?:[^"\\]|\\.)*"$/.test(whole);
    const end = open ? node.offset + /^"[\w/.@-]*/.exec(whole)![0].length : node.offset + node.length;
    return { start: node.offset, end: Math.max(end, offset) };
  }
  let start = offset;
  while (start > 0 && /[\w/.@-]/.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < text.length && /[\w/.@-]/.test(text[end]!)) end++;
  return { start, end };
}

function siblingsOf(text: string, keys: readonly (string | number)[], at: number): string[] {
  const tree = parseTree(text, [], options);
  const object = tree === undefined ? undefined : findNodeAtLocation(tree, [...keys]);
  const names = (object?.children ?? []).map((property) => property.children?.[0]);
  return names.filter((name) => name !== undefined && name.offset !== at).map((name) => String(name!.value));
}

function scalarAt(node: Node, offset: number): Node | undefined {
  if (offset < node.offset || offset > node.offset + node.length) return undefined;
  if (node.children === undefined) return node;
  for (const child of node.children) {
    const found = scalarAt(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
