import { loadCluster } from '../cluster/load.js';
import type { Cluster, HbaReading } from '../cluster/types.js';
import { resolvePath, toCorePath } from '../files/paths.js';
import { createFileReader } from '../formats/file-reader.js';
import { readHba } from '../formats/hba/read.js';
import { isOpenError } from '../formats/open-error.js';
import { readingsOf } from '../formats/readings.js';
import { saysUnread } from '../project/cannot-read.js';
import { CommandError, type Terminal } from './command.js';
import { type ChosenCluster, type ClusterChoice, chooseCluster } from './one-cluster.js';

/** A cluster with the pg_hba.conf that a command was asked about. */
export interface ChosenHba extends ChosenCluster {
  cluster: Cluster;
  hba: HbaReading;
}

/**
 * Finds and reads the pg_hba.conf of a path that was given on the command line: the cluster's; a file that is no part of
 * its settings or of its pg_hba.conf is read itself.
 *
 * @throws CommandError where there is none
 */
export async function chooseHba(
  path: string | undefined,
  terminal: Terminal,
  choice: ClusterChoice,
): Promise<ChosenHba> {
  const chosen = await chooseCluster(path, terminal, { ...choice, kind: 'hba' });
  return readChosenHba(chosen, resolvePath(toCorePath(terminal.cwd), toCorePath(path ?? '.')));
}

/**
 * Reads the pg_hba.conf of a cluster.
 *
 * @param start the absolute path that was asked about
 * @throws CommandError where there is none
 */
export function readChosenHba(chosen: ChosenCluster, start: string): ChosenHba {
  const found = hbaOf(chosen, start);
  if (found) return found;
  throw new CommandError(`${start} has no pg_hba.conf.`);
}

/**
 * The same; undefined where the cluster has none.
 *
 * @throws CommandError where it has one that cannot be read
 */
export function hbaOf(chosen: ChosenCluster, start: string): ChosenHba | undefined {
  const { definition, fileSystem, target, options } = chosen;
  const cluster = loadCluster(definition, fileSystem, target, options);
  const hba = fileSystem.kind(start) === 'file' ? readAsked(start, chosen, cluster) : cluster.hba;
  if (hba !== undefined) return { ...chosen, cluster, hba };
  const [failure] = cluster.unreadFiles ?? [];
  if (failure !== undefined) throw new CommandError(saysUnread(failure, failure.path));
  return undefined;
}

function readAsked(start: string, chosen: ChosenCluster, cluster: Cluster): HbaReading | undefined {
  const { configuration, hba } = cluster;
  const belongs = [...configuration.files, ...(hba?.files ?? [])].some((file) => file.path === start);
  const others = readingsOf(cluster).filter(({ kind }) => kind !== 'hba');
  const ownKinds = others.map(({ reading }) => reading.main.path);
  if (belongs || ownKinds.includes(start)) return hba;
  const reader = createFileReader(chosen.fileSystem, chosen.target, chosen.options);
  const reading = readHba(start, reader, configuration, chosen.target);
  if (isOpenError(reading)) throw new CommandError(saysUnread(reading, reading.path));
  return reading;
}
