/** Values of Helm’s charts that run PostgreSQL, wherever in the values their chart has its own. */
import { readVersion } from '../../../cluster/find/versions.js';
import type { CarriedCluster } from '../../../documents/carrier.js';
import type { Entry, Value, YamlTree } from '../../shapes/yaml.js';
import { clusterOfSettings as cloudNativePg, majorOf } from '../cloudnative-pg/cloudnative-pg.js';
import { patroniCluster } from '../patroni/patroni.js';
import { crunchy, percona } from '../pgo/facts.js';
import { clusterOfSpec } from '../pgo/pgo.js';
import type { ReadPlatform } from '../platform.js';
import { clusterOfSettings as stackGres } from '../stackgres/stackgres.js';
import { clustersOfBitnami } from './bitnami.js';
import { clustersInValues } from './values.js';

export const clustersOfHelm: ReadPlatform = ({ trees }) =>
  trees.flatMap((tree) => clustersInValues(tree, (values, root) => clustersBelow(values, root, '', 0)));

/** A chart within a chart has its values below its name, and few are more than four deep. */
function clustersBelow(tree: YamlTree, values: Value | undefined, path: string, depth: number): CarriedCluster[] {
  if (values === undefined || !tree.isMap(values) || depth > 4) return [];
  return tree.entries(values).flatMap((entry) => {
    const found = [...clustersOfBitnami(tree, entry, values), ...chartsBelow(tree, entry, values)];
    const named = found.map((cluster) => ({ ...cluster, name: path + cluster.name }));
    // What a chart reads is no chart within it.
    return named.length > 0 ? named : clustersBelow(tree, entry.value, `${path}${entry.name}/`, depth + 1);
  });
}

function chartsBelow(tree: YamlTree, { name, value }: Entry, values: Value): CarriedCluster[] {
  switch (name) {
    case 'patroni':
      // timescale/helm-charts at 8b6fe063, charts/timescaledb-single/templates/configmap-patroni.yaml: the map is Patroni’s
      // configuration.
      return named(
        name,
        tree.at(value, 'dynamicConfiguration') === undefined
          ? patroniCluster(tree, value, true)
          : ofOperators(tree, values),
      );
    case 'configurations':
      return named(name, ofStackGres(tree, value, values));
    case 'cluster':
      return named(name, ofCloudNativePg(tree, value, values));
    default:
      return [];
  }
}

function named(name: string, cluster: Omit<CarriedCluster, 'name'> | undefined): CarriedCluster[] {
  return cluster === undefined ? [] : [{ ...cluster, name }];
}

/** The charts pg-db and postgrescluster put the values into the `spec` of their objects, name by name. */
function ofOperators(tree: YamlTree, values: Value): Omit<CarriedCluster, 'name'> | undefined {
  const isPercona = ['crVersion', 'pmm'].some((name) => tree.at(values, name) !== undefined);
  return clusterOfSpec(tree, values, isPercona ? percona : crunchy);
}

/** ongres/stackgres at 085f6d0e, stackgres-k8s/install/helm/stackgres-cluster/values.yaml. */
function ofStackGres(
  tree: YamlTree,
  configurations: Value | undefined,
  values: Value,
): Omit<CarriedCluster, 'name'> | undefined {
  const map = tree.at(configurations, 'postgresconfig', 'postgresql.conf');
  return stackGres(tree, map, tree.text(tree.at(values, 'cluster', 'postgres', 'version')) ?? '');
}

/** cloudnative-pg/charts at b21ad2da, charts/cluster/templates/cluster.yaml. */
function ofCloudNativePg(
  tree: YamlTree,
  cluster: Value | undefined,
  values: Value,
): Omit<CarriedCluster, 'name'> | undefined {
  const settings = tree.at(cluster, 'postgresql');
  const isTold =
    tree.entries(tree.at(settings, 'parameters')).length > 0 ||
    ['pg_hba', 'pg_ident'].some((name) => tree.items(tree.at(settings, name)).length > 0);
  if (!isTold) return undefined;
  const ofImage = majorOf(tree, cluster);
  const version = readVersion(tree.text(tree.at(values, 'version', 'postgresql')) ?? '');
  const ofValues = version !== undefined && 'major' in version ? version.major : undefined;
  const told = ofImage.major === undefined ? { major: ofValues, source: 'version.postgresql' } : ofImage;
  const counts = tree.text(tree.at(cluster, 'monitoring', 'instrumentation', 'pgStatStatements'));
  const skips = tree.text(tree.at(cluster, 'annotations', 'cnpg.io/skipWalArchiving')) === 'enabled';
  const archiveMode = skips ? 'off' : tree.text(tree.at(values, 'mode')) === 'replica' ? 'always' : 'on';
  const libraries = [
    ...(tree.text(tree.at(values, 'type')) === 'timescaledb' ? ['timescaledb'] : []),
    ...(counts === 'true' ? ['pg_stat_statements'] : []),
  ];
  return cloudNativePg(tree, settings, { ...told, archiveMode, libraries });
}
