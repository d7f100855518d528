import type { CarriedCluster, ReadBeside, ServerRun } from '../documents/carrier.js';
import type { Platform } from './marks.js';
import { clustersOfCloudNativePg } from './platforms/cloudnative-pg/cloudnative-pg.js';
import { clustersOfCompose, runsOfCompose } from './platforms/compose/compose.js';
import { clustersOfHelm } from './platforms/helm/helm.js';
import { clustersOfKubernetes } from './platforms/kubernetes/kubernetes.js';
import { clustersOfPatroni } from './platforms/patroni/patroni.js';
import { clustersOfCrunchy, clustersOfPercona } from './platforms/pgo/pgo.js';
import type { ReadPlatform } from './platforms/platform.js';
import { clustersOfSpilo } from './platforms/spilo/spilo.js';
import { clustersOfStackGres } from './platforms/stackgres/stackgres.js';
import { clustersOfZalando } from './platforms/zalando/zalando.js';
import { unreadableSettings } from './shapes/unreadable.js';
import { readYaml } from './shapes/yaml.js';

const readers: Readonly<Record<Platform, ReadPlatform>> = {
  'cloudnative-pg': clustersOfCloudNativePg,
  compose: clustersOfCompose,
  crunchy: clustersOfCrunchy,
  helm: clustersOfHelm,
  kubernetes: clustersOfKubernetes,
  patroni: clustersOfPatroni,
  percona: clustersOfPercona,
  spilo: clustersOfSpilo,
  stackgres: clustersOfStackGres,
  zalando: clustersOfZalando,
};

/**
 * Reads what a YAML file carries.
 *
 * @param platforms those whose marks stand in the text
 * @returns empty where it is none of their files after all, or not YAML
 */
export function clustersInYaml(
  path: string,
  text: string,
  platforms: readonly Platform[],
  beside: ReadBeside,
): CarriedCluster[] {
  const trees = readYaml(text);
  const found = platforms.flatMap((platform) => readers[platform]({ path, trees, beside }));
  const unreadable = platforms.length === 0 ? undefined : unreadableSettings(text);
  if (unreadable !== undefined) found.push({ name: 'unreadable', extent: 'snippet', texts: [unreadable] });
  return withNames(found);
}

/** The servers that a Compose file starts. */
export function runsInYaml(path: string, text: string, beside: ReadBeside): ServerRun[] {
  return runsOfCompose({ path, trees: readYaml(text), beside });
}

/** Two manifests of one name stand beside each other in a file: then their order tells them apart. */
function withNames(clusters: readonly CarriedCluster[]): CarriedCluster[] {
  const seen = new Map<string, number>();
  return clusters.map((cluster) => {
    const count = (seen.get(cluster.name) ?? 0) + 1;
    seen.set(cluster.name, count);
    return count === 1 ? cluster : { ...cluster, name: `${cluster.name} ${count}` };
  });
}
