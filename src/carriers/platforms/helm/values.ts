/** Where the values of a chart stand: in a file of their own, or in an object that installs a chart. */
import type { CarriedCluster } from '../../../documents/carrier.js';
import { nestedClusters } from '../../shapes/nested.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import { idOf, objectsOf } from '../manifest.js';

/** Finds clusters in a map of values. */
export type ReadValues = (tree: YamlTree, values: Value | undefined) => CarriedCluster[];

/**
 * The clusters of all values in a document.
 *
 * @param read finds those of one map of values
 */
export function clustersInValues(tree: YamlTree, read: ReadValues): CarriedCluster[] {
  const isManifest = tree.at(tree.root, 'apiVersion') !== undefined && tree.at(tree.root, 'kind') !== undefined;
  if (!isManifest) return read(tree, tree.root);
  return objectsOf(tree).flatMap((object) => {
    const id = idOf({ tree, object });
    const found = placesIn(tree, object).flatMap((place) => {
      if (tree.isMap(place)) return read(tree, place);
      const writing = tree.writing(place);
      return writing === undefined ? [] : nestedClusters(tree, writing, (inner) => read(inner, inner.root));
    });
    return found.map((cluster) => ({ ...cluster, name: `${id}/${cluster.name}` }));
  });
}

/**
 * Maps of values, and texts that are such maps: Argo CD’s Application and ApplicationSet (argo-cd, application_types.go,
 * ApplicationSourceHelm: `values`, `valuesObject`), Flux’s HelmRelease (helm-controller, HelmReleaseSpec: `values`), and the
 * HelmChart of k3s (helm-controller, HelmChartSpec: `valuesContent`).
 */
function placesIn(tree: YamlTree, object: Value): (Value | undefined)[] {
  const spec = tree.at(object, 'spec');
  const group = (tree.text(tree.at(object, 'apiVersion')) ?? '').replace(/\/.*/, '');
  switch (group) {
    case 'argoproj.io':
      return [spec, tree.at(spec, 'template', 'spec')].flatMap((one) =>
        [tree.at(one, 'source'), ...tree.items(tree.at(one, 'sources'))].flatMap((source) =>
          ['valuesObject', 'values'].map((name) => tree.at(source, 'helm', name)),
        ),
      );
    case 'helm.toolkit.fluxcd.io':
      return [tree.at(spec, 'values')];
    case 'helm.cattle.io':
      return [tree.at(spec, 'valuesContent')];
    default:
      return [];
  }
}
