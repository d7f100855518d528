import type { CarriedText } from '../../documents/carrier.js';
import type { AuthKind } from '../../syntax/nodes.js';
import { quotedScalar } from './flow-scalar.js';
import { documentOfItems, type Item, type Surroundings, type WriteItem } from './items.js';
import { isTyped } from './plain-types.js';
import type { Value, YamlTree } from './yaml.js';

/**
 * The document that a list of records makes, a record an item; items that are no texts make no line.
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

/** The items of a list that are texts. */
export function recordItems(tree: YamlTree, list: Value | undefined): Item[] {
  return tree.items(list).flatMap((value): Item[] => {
    const writing = tree.writing(value);
    if (writing === undefined || (writing.style === 'plain' && isTyped(writing.text))) return [];
    const { start, end } = writing.outer;
    const dash = tree.fileText.slice(0, start).search(/-[ \t]+$/);
    const isOwn = !value.isShared && !value.inFlow && dash !== -1;
    return [{ parts: [writing], at: { start: isOwn ? dash : start, end: endOf(writing, end) }, isOwn }];
  });
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

/** A block ends where its text does. */
function endOf({ style, file }: { style: string; file: { end: number } }, outer: number): number {
  return style === 'literal' || style === 'folded' ? file.end : outer;
}
