/** Documents of YAML that stand in a scalar of another one: values of a chart in a manifest, a configuration in a variable. */
import type { CarriedCluster } from '../../documents/carrier.js';
import type { DocumentMap, Replacement } from '../../documents/map.js';
import type { Span } from '../../syntax/nodes.js';
import { encodingOf, type Writing } from './written.js';
import { readYaml, type YamlTree } from './yaml.js';

/**
 * What a text carries that is a document itself.
 *
 * @param tree the document in which the text stands
 * @param writing how it is written there
 * @param read finds the clusters of the text
 * @returns clusters whose places are those in the file
 */
export function nestedClusters(
  tree: YamlTree,
  writing: Writing,
  read: (inner: YamlTree) => CarriedCluster[],
): CarriedCluster[] {
  return readYaml(writing.text)
    .flatMap(read)
    .map((cluster) => ({
      ...cluster,
      texts: cluster.texts.map((text) => ({ ...text, map: new NestedMap(tree.fileText, text.map, writing) })),
    }));
}

/** Two maps one after the other: from the document to the text, and from the text to the file. */
class NestedMap implements DocumentMap {
  readonly fileText: string;
  readonly #inner: DocumentMap;
  readonly #outer: Writing;

  constructor(fileText: string, inner: DocumentMap, outer: Writing) {
    this.fileText = fileText;
    this.#inner = inner;
    this.#outer = outer;
  }

  placeOf(span: Span): Span {
    const { start, end } = this.#inner.placeOf(span);
    const { at, file } = this.#outer;
    return { start: file.start + at[start]!, end: file.start + at[end]! };
  }

  holds(span: Span): boolean {
    return this.#inner.holds(span);
  }

  offsetAt(offset: number): number | undefined {
    const { file } = this.#outer;
    return offset < file.start || offset > file.end ? undefined : this.#inner.offsetAt(this.#read(offset));
  }

  nearestOffset(offset: number): number {
    const { file } = this.#outer;
    return this.#inner.nearestOffset(this.#read(Math.min(Math.max(offset, file.start), file.end)));
  }

  write(change: Replacement): Replacement | undefined {
    const inner = this.#inner.write(change);
    const written = inner && this.#outer.rewrite(inner);
    if (written === undefined) return undefined;
    const from = this.#outer.file.start;
    return { start: from + written.start, end: from + written.end, text: written.text };
  }

  #read(offset: number): number {
    return encodingOf(this.#outer).read(offset - this.#outer.file.start);
  }
}
