/** The two sides of a comparison: folders or files on disk, or revisions of a git repository. */
import { existsSync } from 'node:fs';
import { loadCluster } from '../../../cluster/load.js';
import type { Cluster } from '../../../cluster/types.js';
import type { FileSystem } from '../../../files/file-system.js';
import { nodeFileSystem } from '../../../files/node-file-system.js';
import { folderOf, isInside, relativePath, resolvePath, toCorePath } from '../../../files/paths.js';
import { SnapshotFileSystem } from '../../../files/snapshot-file-system.js';
import type { Configuration } from '../../../linter/configuration/configuration.js';
import { targetsOf } from '../../../linter/engine/target-choice.js';
import { boundsOf, type ClusterSearch, finderFor } from '../../../project/find-clusters.js';
import { ignoredBelow } from '../../../project/find-files.js';
import { CommandError, type Terminal } from '../../command.js';
import { configureProject } from '../../config-options.js';
import { type ClusterChoice, readTarget } from '../../one-cluster.js';
import type { AskedSides } from './asked-sides.js';
import { GitFileSystem } from './git-file-system.js';
import { runGit } from './run-git.js';

/** One cluster of a side. */
export interface SideCluster {
  /** Relative to the side's folder: what the other side's like is found by. */
  name: string;
  cluster: Cluster;
  /** File names are printed relative to it. */
  folder: string;
}

export type SideOptions = Omit<ClusterChoice, 'kind'>;

/** What both sides are read with. */
interface Readers extends SideOptions {
  /** The paths after `--`, as written. */
  paths: readonly string[];
  configuration: Configuration;
  ignores: ClusterSearch['ignores'];
  /** The files of a side that is no revision. */
  files: FileSystem;
}

/** A side that was found, before its clusters are read. */
type Found = { kind: 'disk'; path: string } | { kind: 'revision'; root: string; commit: string; name: string };

/**
 * Reads the clusters of both sides. Two paths that exist are compared on disk; else a name that is a revision counts as
 * one, even where a folder has it too, and one that is not must be a path.
 *
 * @throws CommandError where one is neither
 */
export async function readSides(
  { sides, paths, cwd, isWorkingTree }: AskedSides,
  terminal: Terminal,
  options: SideOptions,
): Promise<[SideCluster[], SideCluster[]]> {
  const exists = (side: string) => existsSync(resolvePath(cwd, toCorePath(side)));
  const areOnDisk = !isWorkingTree && paths.length === 0 && sides.every(exists);
  const [before, after] = isWorkingTree
    ? [findRevision(sides[0], cwd), { kind: 'disk' as const, path: cwd }]
    : (sides.map((side) => findSide(side, cwd, areOnDisk)) as [Found, Found]);
  const target = readTarget(options.postgres);
  const over = target === undefined ? {} : { targets: [target] };
  const { configuration, work } = await configureProject({ ...options, over }, terminal);
  // What git ignores is in no revision; on the disk it is left out as everywhere.
  const folders = [before, after].flatMap((side) => (side.kind === 'disk' && isFolder(side.path) ? [side.path] : []));
  const { files = nodeFileSystem } = terminal;
  const readers = { ...options, paths, configuration, ignores: ignoredBelow(folders), files };
  return work(() => [readSide(before, after, cwd, readers), readSide(after, before, cwd, readers)]);
}

function isFolder(path: string): boolean {
  return nodeFileSystem.kind(path) === 'directory';
}

function findSide(side: string, cwd: string, areOnDisk: boolean): Found {
  const path = resolvePath(cwd, toCorePath(side));
  if (areOnDisk) return { kind: 'disk', path };
  const { root, found } = lookUp(side, cwd);
  if (found) return found;
  if (existsSync(path)) return { kind: 'disk', path };
  if (!root) throw new CommandError(`${side} does not exist, and this is not a folder of a git repository.`);
  throw new CommandError(`${side} is neither a file or folder nor a revision of this git repository.`);
}

/** The revision that the files as they are now are compared with. */
function findRevision(name: string, cwd: string): Found {
  const { root, found } = lookUp(name, cwd);
  if (found) return found;
  if (!root) {
    throw new CommandError(
      name === 'HEAD'
        ? 'This is not a folder of a git repository, so there is nothing to compare with: name OLD and NEW.'
        : `${name} does not exist, and this is not a folder of a git repository.`,
    );
  }
  if (name !== 'HEAD') {
    throw new CommandError(`${name} is neither a file or folder nor a revision of this git repository.`);
  }
  throw new CommandError('This git repository has no commit yet, so there is nothing to compare with.');
}

/** What git knows a name as. */
function lookUp(side: string, cwd: string): { root: string | undefined; found: Found | undefined } {
  const output = (args: string[]) => runGit(cwd, args)?.toString('utf8').replace(/\n$/, '');
  const root = output(['rev-parse', '--show-toplevel']);
  const commit = output(['rev-parse', '--verify', '--quiet', '--end-of-options', `${side}^{commit}`]);
  const found: Found | undefined =
    root && commit ? { kind: 'revision', root: toCorePath(root), commit, name: side } : undefined;
  return { root, found };
}

function readSide(side: Found, other: Found, cwd: string, options: Readers): SideCluster[] {
  const paths = options.paths.map(toCorePath);
  if (side.kind === 'disk') {
    const fileSystem = new SnapshotFileSystem(options.files);
    const folder = fileSystem.kind(side.path) === 'directory' ? side.path : folderOf(side.path);
    const starts = paths.length > 0 ? paths.map((path) => resolvePath(folder, path)) : [side.path];
    // Beside a revision, names start where the revision's do.
    const base = other.kind === 'revision' && isInside(folder, other.root) ? other.root : folder;
    return readClusters(fileSystem, starts, base, cwd, options);
  }
  const { root, commit, name } = side;
  const fileSystem = new SnapshotFileSystem(new GitFileSystem(root, commit, name));
  // The folder may be named through symbolic links, which git has resolved.
  const here = nodeFileSystem.realPath(cwd);
  const starts = (paths.length > 0 ? paths : ['.']).map((path) => resolvePath(here, path));
  return readClusters(fileSystem, starts, root, root, options);
}

function readClusters(
  fileSystem: FileSystem,
  starts: readonly string[],
  folder: string,
  cwd: string,
  { configuration, ignores, followOutside = false }: Readers,
): SideCluster[] {
  // What a side does not have was added or removed.
  const existing = starts.filter((path) => ['file', 'directory'].includes(fileSystem.kind(path)));
  if (existing.length === 0) return [];
  const bounds = boundsOf(existing, cwd, fileSystem, followOutside);
  const finder = finderFor({ paths: existing, fileSystem, bounds, ignores }, configuration);
  return finder.find(existing).map(({ definition }) => {
    const [target] = targetsOf(definition, (file) => configuration.resolve(file));
    return {
      name: relativePath(definition.path, folder),
      cluster: loadCluster(definition, fileSystem, target!, finder.readerOptions),
      folder,
    };
  });
}
