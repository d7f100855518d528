import { ClusterFinder, type FindOptions, type FoundCluster, workspaceOf } from '../cluster/find/find.js';
import { loadCluster } from '../cluster/load.js';
import type { FileSystem } from '../files/file-system.js';
import { folderOf } from '../files/paths.js';
import type { FileReaderOptions } from '../formats/reader.js';
import type { Configuration } from '../linter/configuration/configuration.js';
import type { LintSource } from '../linter/engine/lint.js';

/** Where clusters are looked for. */
export interface ClusterSearch extends Pick<FindOptions, 'kindOf' | 'trees' | 'followOutside'> {
  /** Leaves out what git ignores. */
  ignores?: FindOptions['ignores'] | undefined;
  /** Absolute paths of things that exist; a folder stands for the configuration files below it. */
  paths: readonly string[];
  fileSystem: FileSystem;
  /** The current folder. */
  cwd: string;
}

/** The bounds of a search: the folders within which files may be read. */
export function boundsOf({ paths, fileSystem, cwd, followOutside = false }: ClusterSearch): {
  workspace: string[];
  followOutside: boolean;
} {
  return { workspace: workspaceOf(paths, cwd, fileSystem), followOutside };
}

/**
 * Makes the finder that every command uses: clusters that the project's configuration describes, and files that it
 * leaves out, count for all of them.
 *
 * @throws what looking a configuration up throws
 */
export function finderFor(
  search: ClusterSearch,
  configuration: Configuration,
  options: Pick<FindOptions, 'recallRoot'> = {},
): ClusterFinder {
  const { paths, fileSystem, ignores, kindOf, trees } = search;
  const isFolder = (path: string) => fileSystem.kind(path) === 'directory';
  return new ClusterFinder(fileSystem, {
    ...boundsOf(search),
    ...options,
    ...(trees === undefined ? {} : { trees }),
    ...(kindOf === undefined ? {} : { kindOf }),
    clusters: configuration.clustersFor(paths.map((path) => (isFolder(path) ? path : folderOf(path)))),
    ignores: (path, folder) => ignores?.(path, folder) === true || configuration.isIgnored(path),
  });
}

/** A cluster to lint that was found in files. */
export interface FoundSource extends LintSource {
  cluster: FoundCluster;
}

/** Makes a cluster that was found ready to be judged. */
export function sourceOf(cluster: FoundCluster, fileSystem: FileSystem, options: FileReaderOptions): FoundSource {
  const { definition, asked } = cluster;
  return {
    cluster,
    path: definition.path,
    targets: definition.targets,
    targetsGiven: definition.targetsGiven,
    asked,
    load: (target) => loadCluster(definition, fileSystem, target, options),
  };
}
