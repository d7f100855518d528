/** YAML files as trees whose scalars know how they are written. */

import type { Document } from 'yaml';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type ScalarWriting, writingOfScalar } from './scalar.js';

/** A value of a map or a list. */
export interface Value {
  node: Node;
  /** Whether more than this place gets it: an alias, or a map that is merged (`<<`). */
  isShared: boolean;
  inFlow: boolean;
}

/** An entry of a map. */
export interface Entry {
  key: Scalar;
  name: string;
  value: Value | undefined;
  /** Whether it comes out of another map (`<<`). */
  isMerged: boolean;
}

/** Maps within merged maps, and so on. */
const mostMerges = 8;

/** One document of a YAML file. */
export class YamlTree {
  readonly root: Value | undefined;
  readonly fileText: string;
  readonly #document: Document.Parsed;
  readonly #entries = new Map<Node, Map<string, ReadonlyMap<string, Entry>>>();
  #targets: ReadonlyMap<Node, Node | undefined> | undefined;

  constructor(document: Document.Parsed, fileText: string) {
    this.#document = document;
    this.fileText = fileText;
    const node = document.contents as Node | null;
    this.root = node === null ? undefined : { node, isShared: false, inFlow: false };
  }

  /** The entries of a map, those that are merged into it after its own; of several with one name the last counts. */
  entries(value: Value | undefined): Entry[] {
    return [...this.#entriesOf(value, 0).values()];
  }

  /** Maps that are merged into maps may be wanted very often: each is looked through once in each way. */
  #entriesOf(value: Value | undefined, depth: number): ReadonlyMap<string, Entry> {
    if (value === undefined || !isMap(value.node) || depth > mostMerges) return new Map();
    const way = `${depth} ${value.isShared} ${value.inFlow}`;
    let ways = this.#entries.get(value.node);
    if (ways === undefined) this.#entries.set(value.node, (ways = new Map()));
    let known = ways.get(way);
    if (known === undefined) ways.set(way, (known = this.#makeEntries(value, depth)));
    return known;
  }

  #makeEntries(value: Value, depth: number): Map<string, Entry> {
    const found = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const { key, value: node } of (value.node as YAMLMap<Node, Node | null>).items) {
      if (!isScalar(key)) continue;
      const below = node === null ? undefined : this.#follow(node, value);
      if (key.value !== '<<' || key.type !== 'PLAIN') {
        const name = String(key.value);
        found.set(name, { key, name, value: below, isMerged: false });
        continue;
      }
      for (const from of isSeq(below?.node) ? this.items(below) : [below])
        for (const entry of this.#entriesOf(from && { ...from, isShared: true }, depth + 1).values())
          merged.push(entry);
    }
    for (const entry of merged) if (!found.has(entry.name)) found.set(entry.name, { ...entry, isMerged: true });
    return found;
  }

  /** The value under a path of names; undefined where there is none. */
  at(value: Value | undefined, ...names: readonly string[]): Value | undefined {
    let here = value;
    for (const name of names) here = this.#entriesOf(here, 0).get(name)?.value;
    return here;
  }

  /** The items of a list. */
  items(value: Value | undefined): Value[] {
    if (value === undefined || !isSeq(value.node)) return [];
    return (value.node as YAMLSeq<Node>).items.flatMap((node) => this.#follow(node, value) ?? []);
  }

  isMap(value: Value | undefined): boolean {
    return isMap(value?.node);
  }

  isList(value: Value | undefined): boolean {
    return isSeq(value?.node);
  }

  /** The text of a scalar, whatever type readers give it; undefined where it is not one. */
  text(value: Value | undefined): string | undefined {
    return isScalar(value?.node) && value.node.range?.[0] !== value.node.range?.[1]
      ? String(value.node.value)
      : undefined;
  }

  /** How a scalar is written; undefined where it is not one, or that is not known. */
  writing(value: Value | undefined): ScalarWriting | undefined {
    if (!isScalar(value?.node)) return undefined;
    return writingOfScalar(value.node, { fileText: this.fileText, isShared: value.isShared, inFlow: value.inFlow });
  }

  /** How the name of an entry is written. */
  keyWriting({ key, isMerged }: Entry, map: Value): ScalarWriting | undefined {
    return writingOfScalar(key, {
      fileText: this.fileText,
      isShared: map.isShared || isMerged || hasAnchor(map.node),
      inFlow: isMap(map.node) && map.node.flow === true,
    });
  }

  /** The end of the last line before an offset that holds more than a comment: what may belong to what starts there. */
  endBefore(offset: number): number {
    const { fileText } = this;
    let start = fileText.lastIndexOf('\n', offset - 1) + 1;
    while (start > 0) {
      const above = fileText.lastIndexOf('\n', start - 2) + 1;
      if (!/^[ \t]*(?:#.*)?\r?$/.test(fileText.slice(above, start - 1))) break;
      start = above;
    }
    return Math.max(0, start - 1);
  }

  /** An alias stands for the value that it names, which then is not for this place alone. */
  #follow(node: Node, above: Value): Value | undefined {
    const inFlow = above.inFlow || ((isMap(above.node) || isSeq(above.node)) && above.node.flow === true);
    if (!isAlias(node)) return { node, isShared: above.isShared || hasAnchor(above.node), inFlow };
    this.#targets ??= aliasTargets(this.#document);
    const target = this.#targets.get(node);
    return target === undefined || isAlias(target) ? undefined : { node: target, isShared: true, inFlow };
  }
}

/** What each alias stands for, found in one pass: the library goes through the document for each of them. */
function aliasTargets(document: Document.Parsed): Map<Node, Node | undefined> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Node, Node | undefined>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) targets.set(node, anchored.get(node.source));
      else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function hasAnchor(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && node.anchor !== undefined;
}

/**
 * Reads the documents of a YAML file; one that is not well-formed is left out, whatever made it so: a template, as a rule.
 * No reader's types are applied: the readers of the platforms differ in them.
 *
 * @param isStrict whether one such document leaves all of them out
 */
export function readYaml(fileText: string, isStrict = false): YamlTree[] {
  const options = {
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const documents = parseAllDocuments(fileText, options);
  if (!Array.isArray(documents)) return [];
  if (isStrict && documents.some(({ errors }) => errors.length > 0)) return [];
  return documents.filter(({ errors }) => errors.length === 0).map((document) => new YamlTree(document, fileText));
}
