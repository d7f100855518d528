import { isCarried } from '../../documents/document.js';
import type { FileSystem } from '../../files/file-system.js';
import { type LookBounds, stepsPerFile } from '../../files/look-bound.js';
import { baseNameOf, compareBytes, folderOf, isInside } from '../../files/paths.js';
import { walk } from '../../files/walk.js';
import { isAutoName, isMainName } from '../../formats/names.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReaderOptions, TreeCache } from '../../formats/reader.js';
import { kindByContent, kindByName } from '../../formats/recognize.js';
import { authKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import { Candidates } from './candidates.js';
import type { ClusterDefinition, ExplicitCluster } from './definition.js';
import { type ClusterRoot, RootMaker, type RootOptions } from './roots.js';
import { testPlaceOf } from './test-folder.js';

/** How clusters are looked for. */
export interface FindOptions extends RootOptions {
  /** Clusters that the project's configuration describes; they come before what is found. */
  clusters?: readonly ExplicitCluster[];
  /**
   * Leaves out files and folders that the project ignores while something is looked for; `asked` is the path on whose
   * behalf. Files that are asked for by name are never left out.
   */
  ignores?: (path: string, isFolder: boolean, asked: string) => boolean;
  /** Leaves out a file in a folder that was asked for; called only for what would be judged. */
  leavesOut?: (path: string) => boolean;
  /** The format that an editor or the project's configuration gives a file; a root that includes the file knows better. */
  kindOf?: (path: string) => FileKind | undefined;
  /** Whether a tool named the files, such as a hook that names whatever changed: what a person names is meant, tests too. */
  namedByTool?: boolean;
  /** What looking through folders that are asked for may cost; without it, all of them are looked through. */
  look?: LookBounds | undefined;
}

/** A cluster with those of its files that were asked for. */
export interface FoundCluster {
  definition: ClusterDefinition;
  /** In byte order; empty never. */
  asked: string[];
  /** What tells that it is there for tests, or is the work of others: a folder or a file, by its path from where it was looked for. */
  testPlace?: string;
}

/**
 * Finds the clusters to which files belong, for one run over files that do not change meanwhile.
 */
export class ClusterFinder {
  readonly #fileSystem: FileSystem;
  readonly #options: FindOptions;
  readonly #maker: RootMaker;
  /** The ids of all roots. */
  readonly #roots = new Set<string>();
  readonly #described = new Set<ClusterRoot>();
  /** The roots of every file that is known to belong to one. */
  readonly #claims = new Map<string, Set<ClusterRoot>>();
  readonly #candidates: Candidates;

  /**
   * @param fileSystem where the files are; a SnapshotFileSystem reads nothing twice
   * @param options the workspace, and what a project's configuration says
   */
  constructor(fileSystem: FileSystem, options: FindOptions) {
    this.#fileSystem = fileSystem;
    const trees: TreeCache = options.trees ?? new Map();
    this.#options = { ...options, trees };
    this.#maker = new RootMaker(fileSystem, this.#options);
    const reader = this.#maker.reader();
    this.#candidates = new Candidates(fileSystem, {
      // What may be followed out of the workspace is what files name; nothing is looked for there.
      mayLook: (folder) => reader.isInWorkspace(folder) && reader.isReachable(folder),
      ignores: this.#ignores,
    });
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
    const testPlaces = new Map<ClusterRoot, string | undefined>();
    const add = (root: ClusterRoot, path: string, base: string | undefined) => {
      const files = asked.get(root) ?? new Set<string>();
      if (!asked.has(root) || testPlaces.get(root) !== undefined) testPlaces.set(root, this.#testPlaceOf(root, base));
      asked.set(root, files.add(path));
    };
    // What one path brings may have a file of another one: first all roots, then who has what, so that no order matters.
    for (const path of paths) if (this.#fileSystem.kind(path) !== 'directory') this.#lookAround(path);
    for (const path of paths) {
      if (this.#fileSystem.kind(path) !== 'directory') {
        const base = this.#options.namedByTool === true ? this.#workspaceOf(path) : undefined;
        for (const root of this.#rootsOf(path)) add(root, path, base);
      } else for (const [file, roots] of this.#filesBelow(path)) for (const root of roots) add(root, file, path);
    }
    return [...asked]
      .map(([root, files]) => {
        const testPlace = testPlaces.get(root);
        const told = testPlace === undefined ? {} : { testPlace };
        return { definition: root.definition, asked: [...files].sort(compareBytes), ...told };
      })
      .sort((a, b) => compareBytes(a.definition.path, b.definition.path));
  }

  /** What the project's configuration describes is meant, wherever it stands. */
  #testPlaceOf(root: ClusterRoot, base: string | undefined): string | undefined {
    if (base === undefined || this.#described.has(root)) return undefined;
    return testPlaceOf(root.definition.path, base, this.#fileSystem);
  }

  #workspaceOf(path: string): string {
    return this.#options.workspace.find((folder) => isInside(path, folder)) ?? folderOf(path);
  }

  /** Whether a path is a file of one of the clusters that were looked at. */
  isMember(path: string): boolean {
    return this.#claims.has(path);
  }

  /** What loadCluster needs so that it reads no file again. */
  get readerOptions(): FileReaderOptions {
    return this.#options;
  }

  /** The files below a folder that belong to a cluster, with its root. */
  *#filesBelow(folder: string): Generator<[file: string, roots: ClusterRoot[]]> {
    const ignores = (path: string, isFolder: boolean) => this.#ignores(path, isFolder, folder);
    const isLeftOut = this.#options.leavesOut ?? (() => false);
    const all = walk(
      this.#fileSystem,
      folder,
      { depth: 64, folders: 200_000, ignores, bound: this.#options.look?.names },
      (name) => isCandidateName(name) || this.#mayCarry(name),
    );
    const files = all.filter((path) =>
      isCandidateName(baseNameOf(path))
        ? !isRootName(path) || !isLeftOut(path)
        : this.#mayRead() && this.#carries(path) && !isLeftOut(path),
    );
    this.#acceptRoots([...files, ...this.#candidates.near(folder)]);
    // Whatever has a file in the folder and stands outside of it names the folder.
    if (files.some((file) => !this.#isSettled(file)))
      for (const level of this.#candidates.far(folder)) this.#acceptRoots(level);
    for (const file of files) {
      const kind = kindOfFound(file);
      if (kind === undefined && !this.#claims.has(file)) continue;
      if (!isRootName(file) && isLeftOut(file)) continue;
      if (!this.#claims.has(file) && !this.#mayRead()) continue;
      yield [file, this.#claimedBy(file, () => kind!)];
    }
  }

  readonly #ignores = (path: string, isFolder: boolean, asked: string): boolean =>
    (this.#options.ignores?.(path, isFolder, asked) ?? false) || !this.#maker.reader().isReachable(path);

  /** The roots of a file that was asked for: those above it, else those that stand around it, else it is one itself. */
  #rootsOf(path: string): ClusterRoot[] {
    return this.#claimedBy(path, () => this.#kindOfAsked(path));
  }

  /** Makes the roots around a file; those further away only where none of the near ones has it. */
  #lookAround(path: string): void {
    if (this.#mayCarry(path)) this.#acceptCarried(path);
    this.#acceptRoots(this.#candidates.near(path));
    for (const level of this.#isSettled(path) ? [] : this.#candidates.far(path)) {
      this.#acceptRoots(level);
      if (this.#isSettled(path)) break;
    }
  }

  /** Whether it is known where a file belongs: it is a main file, carries clusters, or a root beside it or above it has it. */
  #isSettled(path: string): boolean {
    const isElsewhere = ({ definition }: ClusterRoot) => definition.path !== path || isCarried(definition.id);
    return isMainName(path) || [...(this.#claims.get(path) ?? [])].some(isElsewhere);
  }

  #claimedBy(path: string, kindOf: () => FileKind): ClusterRoot[] {
    const claimed = this.#claims.get(path);
    if (claimed !== undefined) return this.#outermost([...claimed]);
    const root = this.#maker.fromFile(path, kindOf());
    this.#accept(root);
    return [root];
  }

  /** Leaves out roots that are only a part of another one: a main file that is included, a pg_hba.conf of a cluster. */
  #outermost(claimed: ClusterRoot[]): ClusterRoot[] {
    const described = claimed.filter((root) => this.#described.has(root));
    if (described.length > 0 || claimed.length === 1) return described.length > 0 ? described : claimed;
    // Clusters that one file carries stand beside each other, whether each has settings or not.
    const isWhole = ({ definition }: ClusterRoot) => definition.main !== undefined || isCarried(definition.id);
    const whole = claimed.filter(isWhole);
    const sorted = (whole.length > 0 ? whole : claimed).sort((a, b) =>
      compareMains(a.definition.path, b.definition.path),
    );
    return sorted.filter(
      (root, index) => !sorted.some((other, at) => other !== root && isPartOf(root, other, at < index)),
    );
  }

  /** Makes roots of main files first, then of authentication files that none of those has. */
  #acceptRoots(files: readonly string[]): void {
    for (const path of files) if (this.#mayCarry(path) && this.#mayRead()) this.#acceptCarried(path);
    for (const path of files) if (isMainName(path) && this.#mayRead()) this.#acceptFile(path, 'conf');
    for (const kind of authKinds) {
      for (const path of files)
        if (kindByName(path) === kind && !this.#claims.has(path) && this.#mayRead()) this.#acceptFile(path, kind);
    }
  }

  /** Whether the look through a folder may go on to another file. */
  #mayRead(): boolean {
    const files = this.#options.look?.files;
    if (files?.isOver) return false;
    files?.spend(stepsPerFile);
    return true;
  }

  #acceptFile(path: string, kind: FileKind): void {
    if (this.#roots.has(path)) return;
    this.#accept(this.#maker.fromFile(path, kind));
  }

  /** Whether a file may carry documents, by its name. */
  #mayCarry(path: string): boolean {
    return this.#options.carriers?.some((carrier) => carrier.mayCarry(path)) === true;
  }

  /** Whether a file carries documents: what does not is nothing that was looked for. */
  #carries(path: string): boolean {
    return this.#maker.reader().carriedBy(path).length > 0;
  }

  #acceptCarried(path: string): void {
    for (const root of this.#maker.fromCarrier(path)) if (!this.#roots.has(root.definition.id)) this.#accept(root);
  }

  #accept(root: ClusterRoot): void {
    for (const path of new Set([root.definition.path, ...root.members.all])) {
      const roots = this.#claims.get(path) ?? new Set<ClusterRoot>();
      this.#claims.set(path, roots.add(root));
    }
    this.#roots.add(root.definition.id);
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
  if (isCarried(root.definition.id)) return false;
  if (!other.members.all.has(root.definition.path)) return false;
  return isLater || !root.members.all.has(other.definition.path);
}

/** The plain name comes first, then what stands nearer to the top. */
function compareMains(left: string, right: string): number {
  const isPlain = (path: string) => (baseNameOf(path) === 'postgresql.conf' ? 0 : 1);
  const depth = (path: string) => path.split('/').length;
  return isPlain(left) - isPlain(right) || depth(left) - depth(right) || compareBytes(left, right);
}

/** Whether a file's name makes it a root: its folder need not say anything else. */
function isRootName(path: string): boolean {
  return kindByName(path) !== undefined || isMainName(path);
}

/** What a walk over a whole folder looks at: what its name tells, and any `.conf`, which some root may include. */
function isCandidateName(name: string): boolean {
  return isRootName(name) || name.endsWith('.conf');
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
