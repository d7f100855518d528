import { resolve } from 'node:path';
import { type Decision, decide } from '../access/decide.js';
import type { Knowledge, Login } from '../access/login.js';
import { defaultMajor, type Major } from '../catalog/majors.js';
import { ClusterFinder, workspaceOf } from '../cluster/find/find.js';
import { loadCluster } from '../cluster/load.js';
import type { Cluster } from '../cluster/types.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';

export interface OpenClusterOptions {
  /** The folder that the path is relative to, and outside of which nothing is read; the current one. */
  cwd?: string;
  /** The major that reads the files; where left out, the one that they tell. */
  postgres?: Major;
}

/**
 * Reads a cluster from the disk as a server of one major does: settings in force, records, mappings and host entries.
 *
 * @param path a file of the cluster, or its folder
 * @returns undefined where no cluster is there; the first one where there are several
 */
export function openCluster(
  path: string,
  { cwd = process.cwd(), postgres }: OpenClusterOptions = {},
): Cluster | undefined {
  const fileSystem = new SnapshotFileSystem(nodeFileSystem);
  const start = toCorePath(resolve(cwd, path));
  if (fileSystem.kind(start) === 'missing') return undefined;
  const finder = new ClusterFinder(fileSystem, { workspace: workspaceOf([start], toCorePath(cwd), fileSystem) });
  const definition = finder.find([start])[0]?.definition;
  if (definition === undefined) return undefined;
  const target = postgres ?? definition.targets?.[0] ?? defaultMajor;
  return loadCluster(definition, fileSystem, target, finder.readerOptions);
}

/**
 * Tells which record of pg_hba.conf decides a login.
 *
 * @param login who connects, from where, to what
 * @param knowledge what the files cannot tell: memberships of roles, addresses of the server's machine
 */
export function who(cluster: Cluster, login: Login, knowledge: Omit<Knowledge, 'target'> = {}): Decision {
  return decide(login, cluster.hba?.records ?? [], { ...knowledge, target: cluster.target });
}
