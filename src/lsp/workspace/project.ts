import { defaultMajor, type Major } from '../../catalog/majors.js';
import type { ClusterFinder, FoundCluster } from '../../cluster/find/find.js';
import { loadCluster } from '../../cluster/load.js';
import type { Cluster, SourceFile } from '../../cluster/types.js';
import type { Carrier } from '../../documents/carrier.js';
import { isCarried } from '../../documents/document.js';
import { textOfFile } from '../../documents/places.js';
import type { FileSystem } from '../../files/file-system.js';
import type { LookBounds } from '../../files/look-bound.js';
import { createFileReader } from '../../formats/file-reader.js';
import { isOpenError } from '../../formats/open-error.js';
import { type FileReader, targetOfKey } from '../../formats/reader.js';
import type { RecordedFile } from '../../linter/baseline/baseline.js';
import type { InForce, ResolveConfig } from '../../linter/configuration/config.js';
import { type FileResult, type LintSource, lint } from '../../linter/engine/lint.js';
import { RecordMemory } from '../../linter/engine/record-memory.js';
import { chooseTargets, type TargetChoice, targetsOf } from '../../linter/engine/target-choice.js';
import { type ClusterSearch, finderFor, type SearchConfiguration } from '../../project/find-clusters.js';
import type { FileKind } from '../../syntax/nodes.js';
import { structureOf } from './structure.js';

/** How a whole folder is looked through. */
export interface FolderLooks {
  /** Leaves out what git ignores. */
  ignores?: ClusterSearch['ignores'];
  /** What it may cost. */
  makeBounds?: () => LookBounds;
}

/** What a project needs from outside; the settings in force may change at any time. */
export interface ProjectSurroundings extends FolderLooks {
  fileSystem: FileSystem;
  /** Formats of files that carry documents. */
  carriers?: readonly Carrier[];
  /** The format that the name, or else the editor, gives a file. */
  kindOf(path: string): FileKind | undefined;
  /** Whether an open buffer is meant for us at all. */
  isConfiguration(path: string): boolean;
  inForceFor(paths: Iterable<string>): InForce;
  resolveConfig: ResolveConfig;
  /** What the project's configurations say of clusters and of files that are left out. */
  configuration: SearchConfiguration;
  /** What a baseline records for a file. */
  baselineOf(path: string): RecordedFile | undefined;
  /** `YYYY-MM-DD`. */
  today(): string;
}

/** A cluster with what was loaded of it. */
interface LoadedSource extends LintSource {
  clusters: Map<Major, Cluster>;
  /** Whether an open buffer, or the folder that is looked through, belongs to it: else it only shares a file. */
  wanted: boolean;
}

/** What a file is judged with. */
export interface Judged {
  /** Where its cluster starts. */
  path: string;
  choice: TargetChoice;
}

/** Clusters that share files: they are linted together, as the command line does it. */
interface Group {
  sources: LoadedSource[];
  files: FileResult[] | undefined;
}

/** The clusters of one folder, as far as open buffers belong to them; what did not change is not read again. */
export class Project {
  /** Nothing outside this folder is read. */
  readonly root: string;
  readonly #surroundings: ProjectSurroundings;
  readonly #trees: Map<string, SourceFile> = new Map();
  readonly #changed = new Set<string>();
  #finder: ClusterFinder | undefined;
  #groups: Group[] = [];
  #asked = '';
  #isUnfinished = false;

  /**
   * @param root the folder
   * @param surroundings everything from outside
   */
  constructor(root: string, surroundings: ProjectSurroundings) {
    this.root = root;
    this.#surroundings = surroundings;
  }

  /** Says that the text at a path is another one. */
  textChanged(path: string): void {
    this.#changed.add(path);
  }

  /** Says that files came or went, or that what decides about clusters is different. */
  structureChanged(): void {
    this.#finder = undefined;
  }

  /** Says that the same clusters are to be judged anew: by other rules, for other targets. */
  configChanged(): void {
    this.#finder = undefined;
  }

  /**
   * Brings everything up to date.
   *
   * @param paths the open buffers that belong here; the root itself stands for everything in it
   * @returns what was found in each file of their clusters
   * @throws RuleError where a rule throws or breaks its contract
   */
  update(paths: readonly string[]): FileResult[] {
    this.find(paths);
    return this.#groups.flatMap((group) => this.#filesOf(group));
  }

  /** Looks which clusters there are, and judges none of them. */
  find(paths: readonly string[]): void {
    this.#takeChanges();
    const asked = paths.join('\n');
    if (this.#finder === undefined || asked !== this.#asked) {
      this.#asked = asked;
      try {
        this.#rebuild(paths);
      } catch (error) {
        // Half of it is nothing to go on with.
        this.#finder = undefined;
        throw error;
      }
    }
  }

  /** What is found in the clusters, those that share files together: judged when it is asked for, after `find`. */
  judgements(): (() => FileResult[])[] {
    return this.#groups.map((group) => () => this.#filesOf(group));
  }

  /** Whether the folder is too large to be looked through: then what is found is not all. */
  get isUnfinished(): boolean {
    return this.#isUnfinished;
  }

  /** The clusters that read a file, as their first target reads them; after an update. */
  clustersOf(path: string): Cluster[] {
    return this.#sources()
      .map((source) => this.#load(source, targetsOf(source, this.#surroundings.resolveConfig)[0]!))
      .filter((cluster) => cluster.files.some((file) => file.path === path));
  }

  /** Every cluster, as its first target reads it; after an update. */
  clusters(): Cluster[] {
    const { resolveConfig } = this.#surroundings;
    return this.#sources().map((source) => this.#load(source, targetsOf(source, resolveConfig)[0]!));
  }

  /** What a file is judged with, by the first cluster that reads it; after an update. */
  judgedWith(path: string): Judged | undefined {
    for (const source of this.#sources()) {
      const choice = this.#choiceFor(source);
      if (!this.#load(source, choice.targets[0]!).files.some((file) => file.path === path)) continue;
      return { path: source.path, choice };
    }
    return undefined;
  }

  #sources(): LoadedSource[] {
    return this.#groups.flatMap((group) => group.sources);
  }

  /** The files that were read, as far as they are kept. */
  get readPaths(): string[] {
    return [...new Set([...this.#trees.values()].map((file) => file.path))];
  }

  #takeChanges(): void {
    for (const path of this.#changed) {
      const before = [...this.#trees].filter(([, file]) => file.path === path);
      if (before.length === 0) this.#finder = undefined;
      for (const [key] of before) this.#trees.delete(key);
      const files = before.map(([, file]) => file);
      const edited = new Map(before);
      if (
        !this.#carriesTheSame(path, files) ||
        !before.every(([key, file]) => this.#keepsStructure(file, targetOfKey(key), edited))
      )
        this.#finder = undefined;
      for (const group of this.#groups) this.#invalidate(group, path);
    }
    this.#changed.clear();
  }

  #reader(target: Major, edited: ReadonlyMap<string, SourceFile> = new Map()): FileReader {
    const { fileSystem, carriers = [] } = this.#surroundings;
    return createFileReader(fileSystem, target, { workspace: [this.root], carriers, trees: this.#trees, edited });
  }

  /** Whether a file still carries the same documents, if it carries any. */
  #carriesTheSame(path: string, before: readonly SourceFile[]): boolean {
    const now = this.#reader(defaultMajor).carriedBy(path);
    const ids = new Set(now.flatMap(({ documents }) => documents.map(({ id }) => id)));
    const known = new Set(before.filter(({ id }) => isCarried(id)).map(({ id }) => id));
    return ids.size === known.size && [...ids].every((id) => known.has(id));
  }

  /** Reads the new text, which the clusters then find in the cache, and compares what matters for which clusters there are. */
  #keepsStructure(before: SourceFile, target: Major, edited: ReadonlyMap<string, SourceFile>): boolean {
    const { kindOf } = this.#surroundings;
    const guessed = before.map === undefined && kindOf(before.path) === undefined;
    // Reading the new text uses the old tree up.
    const structure = structureOf(before, guessed);
    const now = this.#reader(target, edited).open(before.id, before.kind);
    return !isOpenError(now) && structure === structureOf(now, guessed);
  }

  #invalidate(group: Group, path: string): void {
    for (const source of group.sources) {
      for (const [target, cluster] of source.clusters) {
        if (!cluster.files.some((file) => file.path === path)) continue;
        source.clusters.delete(target);
        group.files = undefined;
      }
    }
  }

  #rebuild(paths: readonly string[]): void {
    const { fileSystem, carriers = [], kindOf, configuration, ignores, isConfiguration } = this.#surroundings;
    this.#forgetChangedTrees();
    const existing = paths.filter((path) => fileSystem.kind(path) !== 'missing');
    const bounds = { workspace: [this.root], followOutside: false };
    const found = { paths: existing, fileSystem, bounds, trees: this.#trees };
    const look = this.#surroundings.makeBounds?.();
    const search = { ...found, ignores, kindOf, carriers, namedByTool: true, look };
    this.#finder = finderFor(search, configuration);
    const clusters = this.#finder
      .find(existing)
      .filter(({ definition: { id, path } }) => isCarried(id) || !existing.includes(path) || isConfiguration(path));
    const sources = new Map<string, LoadedSource>();
    for (const cluster of clusters) sources.set(cluster.definition.id, this.#makeSource(cluster, true));
    this.#isUnfinished = look !== undefined && (look.names.cutShort || look.files.cutShort);
    this.#addNeighbours(sources);
    this.#groups = group([...sources.values()]);
  }

  /** A file that several clusters share has the problems of all of them. */
  #addNeighbours(sources: Map<string, LoadedSource>): void {
    const seen = new Set<string>();
    for (let news = [...sources.values()]; news.length > 0; ) {
      const files = news.flatMap((source) => this.#loadAll(source)).filter((path) => !seen.has(path));
      for (const path of files) seen.add(path);
      news = [];
      for (const cluster of this.#finder!.find([...new Set(files)])) {
        if (sources.has(cluster.definition.id)) continue;
        const source = this.#makeSource(cluster, false);
        sources.set(cluster.definition.id, source);
        news.push(source);
      }
    }
  }

  #choiceFor(source: LoadedSource): TargetChoice {
    const { resolveConfig, today } = this.#surroundings;
    return chooseTargets(source, { resolveConfig, today: today() });
  }

  /** Loads a cluster for all of its targets and gives the paths that it reads. */
  #loadAll(source: LoadedSource): string[] {
    const { targets } = this.#choiceFor(source);
    return targets.flatMap((target) => this.#load(source, target).files.map((file) => file.path));
  }

  #makeSource({ definition, testPlace }: FoundCluster, wanted: boolean): LoadedSource {
    const clusters = new Map<Major, Cluster>();
    const { fileSystem } = this.#surroundings;
    const options = this.#finder!.readerOptions;
    return {
      path: definition.path,
      targets: definition.targets,
      targetSource: definition.targetSource,
      targetsGiven: definition.targetsGiven,
      oneOfTargets: definition.oneOfTargets,
      oldestTarget: definition.oldestTarget,
      oldVersion: definition.oldVersion,
      testPlace,
      clusters,
      wanted,
      memory: new RecordMemory(),
      load(target) {
        const known = clusters.get(target);
        if (known !== undefined) return known;
        const cluster = loadCluster(definition, fileSystem, target, options);
        clusters.set(target, cluster);
        return cluster;
      },
    };
  }

  #load(source: LoadedSource, target: Major): Cluster {
    return source.load(target);
  }

  #filesOf(group: Group): FileResult[] {
    if (group.files !== undefined) return group.files;
    const { inForceFor, baselineOf, today } = this.#surroundings;
    const { files } = lint({
      sources: group.sources,
      ...inForceFor(group.sources.map(({ path }) => path)),
      baselineOf,
      today: today(),
    });
    // Majors that were not asked read no file of which something was found.
    const loaded = group.sources.filter(({ wanted }) => wanted).flatMap(({ clusters }) => [...clusters.values()]);
    const wanted = new Set(loaded.flatMap((cluster) => cluster.files.map((file) => file.path)));
    group.files = files.filter((file) => wanted.has(file.path));
    return group.files;
  }

  #forgetChangedTrees(): void {
    const { fileSystem } = this.#surroundings;
    for (const [key, file] of this.#trees) {
      const isFile = fileSystem.kind(file.path) === 'file';
      if (!isFile || fileSystem.read(file.path)?.text !== textOfFile(file)) this.#trees.delete(key);
    }
  }
}

/** Puts clusters that share files together. */
function group(sources: readonly LoadedSource[]): Group[] {
  const groups = new Map<LoadedSource, Group>();
  const owners = new Map<string, LoadedSource>();
  for (const source of sources) {
    groups.set(source, { sources: [source], files: undefined });
    for (const cluster of source.clusters.values()) {
      for (const { path } of cluster.files) {
        const owner = owners.get(path);
        if (owner === undefined) owners.set(path, source);
        else merge(groups, owner, source);
      }
    }
  }
  return [...new Set(groups.values())];
}

function merge(groups: Map<LoadedSource, Group>, left: LoadedSource, right: LoadedSource): void {
  const [kept, gone] = [groups.get(left)!, groups.get(right)!];
  if (kept === gone) return;
  kept.sources.push(...gone.sources);
  for (const source of gone.sources) groups.set(source, kept);
}
