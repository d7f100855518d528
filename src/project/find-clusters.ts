import { carriers as allCarriers } from '../carriers/index.js';
import { ClusterFinder, type FindOptions, type FoundCluster, workspaceOf } from '../cluster/find/find.js';
import { loadCluster } from '../cluster/load.js';
import type { FileSystem } from '../files/file-system.js';
import { folderOf } from '../files/paths.js';
import type { FileReaderOptions } from '../formats/reader.js';
import type { Configuration } from '../linter/configuration/configuration.js';
import type { LintSource } from '../linter/engine/lint.js';

/** The folders within which files may be read. */
export interface Bounds {
  workspace: readonly string[];
  followOutside: boolean;
}

/** Where clusters are looked for. */
export interface ClusterSearch
  extends Pick<FindOptions, 'look' | 'carriers' | 'kindOf' | 'namedByTool' | 'trees' | 'recallRoot'> {
  /** Absolute paths of things that exist; a folder stands for the configuration files below it. */
  paths: readonly string[];
  fileSystem: FileSystem;
  bounds: Bounds;
  /** Leaves out what git ignores. */
  ignores?: ((path: string, isFolder: boolean) => boolean) | undefined;
}

/** What a search asks of configurations. */
export type SearchConfiguration = Pick<Configuration, 'clustersFor' | 'isIgnored'>;

/**
 * The bounds of what is asked for.
 *
 * @param cwd the current folder
 * @param followOutside whether a person said that files outside are to be read as well
 */
export function boundsOf(paths: readonly string[], cwd: string, fileSystem: FileSystem, followOutside = false): Bounds {
  return { workspace: workspaceOf(paths, cwd, fileSystem), followOutside };
}

/**
 * Makes the finder that everything uses: clusters that the project's configuration describes, and files that it leaves out,
 * count for all.
 *
 * @throws what looking a configuration up throws
 */
export function finderFor(search: ClusterSearch, configuration: SearchConfiguration): ClusterFinder {
  const {
    paths,
    fileSystem,
    bounds,
    ignores,
    carriers = allCarriers,
    kindOf,
    namedByTool,
    trees,
    recallRoot,
    look,
  } = search;
  const folderFor = (path: string) => (fileSystem.kind(path) === 'directory' ? path : folderOf(path));
  return new ClusterFinder(fileSystem, {
    ...bounds,
    recallRoot,
    look,
    carriers,
    ...(trees === undefined ? {} : { trees }),
    ...(kindOf === undefined ? {} : { kindOf }),
    ...(namedByTool === undefined ? {} : { namedByTool }),
    clusters: configuration.clustersFor(paths.map(folderFor)),
    // The configurations of what is only looked at do not matter, be they broken or not.
    ignores: (path, isFolder, asked) =>
      ignores?.(path, isFolder) === true || configuration.isIgnored(path, folderFor(asked)),
    leavesOut: (path) => configuration.isIgnored(path),
  });
}

/** A cluster to lint that was found in files. */
export interface FoundSource extends LintSource {
  cluster: FoundCluster;
}

/** Makes a cluster that was found ready to be judged. */
export function sourceOf(cluster: FoundCluster, fileSystem: FileSystem, options: FileReaderOptions): FoundSource {
  const { definition, asked, testPlace } = cluster;
  return {
    cluster,
    path: definition.path,
    targets: definition.targets,
    targetSource: definition.targetSource,
    targetsGiven: definition.targetsGiven,
    oneOfTargets: definition.oneOfTargets,
    oldestTarget: definition.oldestTarget,
    oldVersion: definition.oldVersion,
    testPlace,
    asked,
    load: (target) => loadCluster(definition, fileSystem, target, options),
  };
}
