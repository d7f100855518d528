import type { CarriedText } from '../../documents/carrier.js';
import type { AuthKind } from '../../syntax/nodes.js';
import { quotedScalar } from './flow-scalar.js';
import { documentOfItems, type Item, type Surroundings, type WriteItem } from './items.js';
import { isTyped } from './plain-types.js';
import { fixed } from './written.js';
import type { Value, YamlTree } from './yaml.js';

/**
 * The document that a list of records makes, a record an item. Items that are not texts make no line, and no records come
 * out of one text in place of a list: of both a comment of the document tells.
 *
 * @returns undefined where there is no list, or no text in it
 */
export function recordList(
  tree: YamlTree,
  kind: AuthKind,
  list: Value | undefined,
  around: Surroundings = {},
): CarriedText | undefined {
  return documentOfRecords(tree, kind, recordItems(tree, list), writeListItem, around);
}

/** The items of a list that are texts; what is not one leaves a comment. */
export function recordItems(tree: YamlTree, list: Value | undefined): Item[] {
  return tree.isList(list) ? itemsOf(tree, list) : notList(tree, list);
}

/** A record as an item of a list of texts. */
export const writeListItem: WriteItem = (line) => (line === '' ? undefined : `- ${quotedScalar(line)}`);

/**
 * The document that items of lists make, and what the platform puts around them.
 *
 * @returns undefined where there is no item, and no anchor
 */
export function documentOfRecords(
  tree: YamlTree,
  kind: AuthKind,
  items: readonly Item[],
  writeItem: WriteItem,
  around: Surroundings = {},
): CarriedText | undefined {
  const [first] = items;
  if (first === undefined)
    return around.anchor === undefined
      ? undefined
      : documentOfItems(tree.fileText, kind, [], 0, () => undefined, around);
  const from = tree.endBefore(first.at.start);
  return documentOfItems(tree.fileText, kind, items, from, writeItem, around);
}

function itemsOf(tree: YamlTree, list: Value | undefined): Item[] {
  return tree.items(list).flatMap((value): Item[] => {
    const writing = tree.writing(value);
    // A text whose way of writing is not known stays one.
    if (writing === undefined) return tree.text(value) === undefined ? lost(tree, value, 'no-record') : [];
    if (writing.style === 'plain' && isTyped(writing.text)) return lost(tree, value, 'no-record');
    const { start, end } = writing.outer;
    const dash = tree.fileText.slice(0, start).search(/-[ \t]+$/);
    const isOwn = !value.isShared && !value.inFlow && dash !== -1;
    return [{ parts: [writing], at: { start: isOwn ? dash : start, end: endOf(writing, end) }, isOwn }];
  });
}

/** All records in one text. */
function notList(tree: YamlTree, value: Value | undefined): Item[] {
  return tree.text(value) === undefined || /^(?:~|null|\{\{.*)$/is.test(tree.text(value)!)
    ? []
    : lost(tree, value, 'no-list');
}

/** What the server gets no record of, as a comment: its first line. */
function lost(tree: YamlTree, value: Value | undefined, about: 'no-record' | 'no-list'): Item[] {
  const range = value?.node.range;
  if (range == null || range[0] === range[1]) return [];
  const [start] = range;
  const text = tree.fileText.slice(start, range[1]).split(/\r?\n/)[0]!.trimEnd();
  const at = { start, end: start + text.length };
  const part = fixed({
    text,
    at: Array.from({ length: text.length + 1 }, (_, index) => index),
    file: at,
    rewrite: () => undefined,
  });
  return [{ parts: [part], at, isOwn: false, isOff: true, remark: { about, data: {} } }];
}

/** A block ends where its text does. */
function endOf({ style, file }: { style: string; file: { end: number } }, outer: number): number {
  return style === 'literal' || style === 'folded' ? file.end : outer;
}
