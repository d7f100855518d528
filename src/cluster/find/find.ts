import type { FileSystem } from '../../files/file-system.js';
import { baseNameOf, compareBytes, folderOf, isInside } from '../../files/paths.js';
import { walk } from '../../files/walk.js';
import { isAutoName, isMainName } from '../../formats/names.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReaderOptions, TreeCache } from '../../formats/reader.js';
import { kindByContent, kindByName } from '../../formats/recognize.js';
import { authKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import type { ClusterDefinition, ExplicitCluster } from './definition.js';
import { type ClusterRoot, RootMaker, type RootOptions } from './roots.js';

/** How clusters are looked for. */
export interface FindOptions extends RootOptions {
  /** Clusters that the project's configuration describes; they come before what is found. */
  clusters?: readonly ExplicitCluster[];
  /** Leaves out files and folders that the project ignores; files that are asked for by name are never left out. */
  ignores?: (path: string, isFolder: boolean) => boolean;
  /** The format that an editor or the project's configuration gives a file; a root that includes the file knows better. */
  kindOf?: (path: string) => FileKind | undefined;
}

/** A cluster with those of its files that were asked for. */
export interface FoundCluster {
  definition: ClusterDefinition;
  /** In byte order; empty never. */
  asked: string[];
}

/** Folders above a file that are looked through for a root that includes it, and folders below each of them. */
const levelsAbove = 8;
const levelsBelow = 3;
const foldersBelow = 300;

/**
 * Finds the clusters to which files belong, for one run over files that do not change meanwhile.
 */
export class ClusterFinder {
  readonly #fileSystem: FileSystem;
  readonly #options: FindOptions;
  readonly #maker: RootMaker;
  /** The paths of all roots. */
  readonly #roots = new Set<string>();
  readonly #described = new Set<ClusterRoot>();
  /** The roots of every file that is known to belong to one. */
  readonly #claims = new Map<string, Set<ClusterRoot>>();
  readonly #candidates = new Map<string, string[]>();

  /**
   * @param fileSystem where the files are; a SnapshotFileSystem reads nothing twice
   * @param options the workspace, and what a project's configuration says
   */
  constructor(fileSystem: FileSystem, options: FindOptions) {
    this.#fileSystem = fileSystem;
    const trees: TreeCache = options.trees ?? new Map();
    this.#options = { ...options, trees };
    this.#maker = new RootMaker(fileSystem, this.#options);
    for (const cluster of options.clusters ?? []) {
      const root = this.#maker.fromExplicit(cluster);
      if (root === undefined) continue;
      this.#described.add(root);
      this.#accept(root);
    }
  }

  /**
   * Finds the clusters of some files and folders.
   *
   * @param paths absolute paths of things that exist; a folder stands for the configuration files below it
   * @returns each cluster once, in the order of their paths
   */
  find(paths: readonly string[]): FoundCluster[] {
    const asked = new Map<ClusterRoot, Set<string>>();
    const add = (root: ClusterRoot, path: string) => {
      const files = asked.get(root) ?? new Set<string>();
      asked.set(root, files.add(path));
    };
    for (const path of paths) {
      const files = this.#fileSystem.kind(path) === 'directory' ? this.#filesBelow(path) : [path];
      const isFolder = files[0] !== path;
      for (const file of files) for (const root of this.#rootsOf(file, isFolder)) add(root, file);
    }
    return [...asked]
      .map(([{ definition }, files]) => ({ definition, asked: [...files].sort(compareBytes) }))
      .sort((a, b) => compareBytes(a.definition.path, b.definition.path));
  }

  /** What loadCluster needs so that it reads no file again. */
  get readerOptions(): FileReaderOptions {
    return this.#options;
  }

  #filesBelow(folder: string): string[] {
    const limits = { depth: 64, folders: 200_000, ignores: this.#ignores };
    const files = walk(this.#fileSystem, folder, limits, isCandidateName);
    const above = this.#foldersAbove(folder).flatMap((one) => this.#candidatesIn(one));
    this.#acceptRoots([...files, ...above]);
    return files;
  }

  readonly #ignores = (path: string, isFolder: boolean): boolean =>
    (this.#options.ignores?.(path, isFolder) ?? false) || !this.#maker.reader().isReachable(path);

  /** The roots to which a file belongs; a root of its own where none has it. */
  #rootsOf(path: string, fromFolder: boolean): ClusterRoot[] {
    if (!fromFolder) this.#acceptRoots(this.#foldersAbove(path).flatMap((folder) => this.#candidatesIn(folder)));
    const claimed = this.#claims.get(path);
    if (claimed !== undefined) return this.#outermost([...claimed]);
    const kind = fromFolder ? kindOfFound(path) : this.#kindOfAsked(path);
    if (kind === undefined) return [];
    const root = this.#maker.fromFile(path, kind);
    this.#accept(root);
    return [root];
  }

  /** Leaves out roots that are only a part of another one: a main file that is included, a pg_hba.conf of a cluster. */
  #outermost(claimed: ClusterRoot[]): ClusterRoot[] {
    const described = claimed.filter((root) => this.#described.has(root));
    if (described.length > 0 || claimed.length === 1) return described.length > 0 ? described : claimed;
    const complete = claimed.filter((root) => root.definition.main !== undefined);
    const sorted = (complete.length > 0 ? complete : claimed).sort((a, b) =>
      compareMains(a.definition.path, b.definition.path),
    );
    return sorted.filter(
      (root, index) => !sorted.some((other, at) => other !== root && isPartOf(root, other, at < index)),
    );
  }

  #foldersAbove(path: string): string[] {
    const folders: string[] = [];
    const reader = this.#maker.reader();
    for (let at = folderOf(path); folders.length < levelsAbove; at = folderOf(at)) {
      // What may be followed out of the workspace is what files name; nothing is looked for there.
      if (!reader.isInWorkspace(at) || !reader.isReachable(at)) break;
      folders.push(at);
      if (at === folderOf(at)) break;
    }
    return folders;
  }

  /** Files in a folder and a few below it that are roots by their names, or loose files. */
  #candidatesIn(folder: string): string[] {
    const known = this.#candidates.get(folder);
    if (known !== undefined) return known;
    const limits = { depth: levelsBelow, folders: foldersBelow, ignores: this.#ignores };
    const isWanted = (name: string) => kindByName(name) !== undefined || isMainName(name);
    const files = walk(this.#fileSystem, folder, limits, isWanted);
    this.#candidates.set(folder, files);
    return files;
  }

  /** Makes roots of main files first, then of authentication files that none of those has. */
  #acceptRoots(files: readonly string[]): void {
    for (const path of files) if (isMainName(path)) this.#acceptFile(path, 'conf');
    for (const kind of authKinds) {
      for (const path of files) if (kindByName(path) === kind && !this.#claims.has(path)) this.#acceptFile(path, kind);
    }
  }

  #acceptFile(path: string, kind: FileKind): void {
    if (this.#roots.has(path)) return;
    this.#accept(this.#maker.fromFile(path, kind));
  }

  #accept(root: ClusterRoot): void {
    for (const path of new Set([root.definition.path, ...root.members.all])) {
      const roots = this.#claims.get(path) ?? new Set<ClusterRoot>();
      this.#claims.set(path, roots.add(root));
    }
    this.#roots.add(root.definition.path);
  }

  #kindOfAsked(path: string): FileKind {
    const told = this.#options.kindOf?.(path) ?? kindByName(path);
    if (told !== undefined) return told;
    const file = this.#maker.reader().open(path, 'conf');
    return (isOpenError(file) ? undefined : kindByContent(file.text)) ?? 'conf';
  }
}

/** Whether a root is a file of another one; of two that include each other, the first one is the root. */
function isPartOf(root: ClusterRoot, other: ClusterRoot, isLater: boolean): boolean {
  if (!other.members.all.has(root.definition.path)) return false;
  return isLater || !root.members.all.has(other.definition.path);
}

/** The plain name comes first, then what stands nearer to the top. */
function compareMains(left: string, right: string): number {
  const isPlain = (path: string) => (baseNameOf(path) === 'postgresql.conf' ? 0 : 1);
  const depth = (path: string) => path.split('/').length;
  return isPlain(left) - isPlain(right) || depth(left) - depth(right) || compareBytes(left, right);
}

/** What a walk over a whole folder looks at: what its name tells, and any `.conf`, which some root may include. */
function isCandidateName(name: string): boolean {
  return kindByName(name) !== undefined || isMainName(name) || name.endsWith('.conf');
}

/** The format of a file that a walk came upon and that no root has; undefined where it is not PostgreSQL's. */
function kindOfFound(path: string): FileKind | undefined {
  const told = kindByName(path) ?? (isMainName(path) || isAutoName(path) ? 'conf' : undefined);
  if (told !== undefined) return told;
  const folder = folderOf(path);
  return folder.endsWith('/conf.d') && /postgres|pgsql/i.test(folder) ? 'conf' : undefined;
}

/**
 * The folders within which files may be read for some paths: the current folder where it holds them, else the repository
 * or the layout around each of them.
 *
 * @param paths absolute paths
 * @param cwd the current folder
 */
export function workspaceOf(paths: readonly string[], cwd: string, fileSystem: FileSystem): string[] {
  const folders = paths.map((path) => {
    // Run from the root, as in containers, the current folder would be the whole disk.
    if (cwd !== folderOf(cwd) && isInside(path, cwd)) return cwd;
    const start = fileSystem.kind(path) === 'directory' ? path : folderOf(path);
    for (let at = start; at !== folderOf(at); at = folderOf(at)) {
      if (fileSystem.kind(at.endsWith('/') ? `${at}.git` : `${at}/.git`) !== 'missing') return at;
    }
    // A snippet in conf.d belongs to the configuration above it.
    return start.endsWith('.d') ? folderOf(start) : start;
  });
  return [...new Set(folders)];
}
