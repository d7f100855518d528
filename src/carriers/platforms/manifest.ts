/** Objects of Kubernetes, as manifests write them. */
import type { Value, YamlTree } from '../shapes/yaml.js';

/** An object of a manifest, in the document that holds it. */
export interface ManifestObject {
  tree: YamlTree;
  object: Value;
}

/** The object of a document, or those of a list of objects. */
export function objectsOf(tree: YamlTree): Value[] {
  if (tree.root === undefined) return [];
  return tree.text(tree.at(tree.root, 'kind')) === 'List' ? tree.items(tree.at(tree.root, 'items')) : [tree.root];
}

/** The objects of one kind in a file, whatever the version of their group. */
export function objectsOfKind(trees: readonly YamlTree[], group: RegExp, kind: string): ManifestObject[] {
  return trees.flatMap((tree) =>
    objectsOf(tree)
      .filter((object) => tree.text(tree.at(object, 'kind')) === kind)
      .filter((object) => group.test(tree.text(tree.at(object, 'apiVersion')) ?? ''))
      .map((object) => ({ tree, object })),
  );
}

/** What tells an object from others: its kind, its namespace where it says one, and its name. */
export function idOf({ tree, object }: ManifestObject): string {
  const metadata = tree.at(object, 'metadata');
  const names = ['namespace', 'name'].flatMap((name) => tree.text(tree.at(metadata, name)) ?? []);
  return [tree.text(tree.at(object, 'kind')) ?? '', ...names].join('/');
}
