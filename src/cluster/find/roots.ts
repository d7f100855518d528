import { defaultMajor, type Major } from '../../catalog/majors.js';
import type { FileSystem } from '../../files/file-system.js';
import { baseNameOf, folderOf, resolvePath } from '../../files/paths.js';
import { createFileReader } from '../../formats/file-reader.js';
import { isAutoName, isMainName } from '../../formats/names.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReader, FileReaderOptions, TreeCache } from '../../formats/reader.js';
import { authKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import { type ClusterDefinition, type ExplicitCluster, recordFiles } from './definition.js';
import { type ClusterMembers, collectMembers } from './members.js';
import { type TargetClue, targetOfPath, targetOfVersionFile, targetsOfComment } from './target-clues.js';

/** A file from which a cluster is read, with all files that belong to it. */
export interface ClusterRoot {
  definition: ClusterDefinition;
  members: ClusterMembers;
}

/** Recalls a root that an earlier run made, or has it made out of what the given file system and trees hold. */
export type RecallRoot = (
  definition: ClusterDefinition,
  make: (fileSystem: FileSystem, trees: TreeCache) => ClusterRoot,
) => ClusterRoot;

export interface RootOptions extends FileReaderOptions {
  recallRoot?: RecallRoot | undefined;
}

/** Makes roots for one run: looks at a file, its neighbours and its place. */
export class RootMaker {
  readonly #fileSystem: FileSystem;
  readonly #options: RootOptions;

  /**
   * @param fileSystem where the files are
   * @param options the bounds of reading, and what earlier runs made
   */
  constructor(fileSystem: FileSystem, options: RootOptions) {
    this.#fileSystem = fileSystem;
    this.#options = options;
  }

  /** A reader for files of any target, for looking at a file before its cluster is known. */
  reader(target: Major = defaultMajor): FileReader {
    return createFileReader(this.#fileSystem, target, this.#options);
  }

  /**
   * The root that a file is by itself.
   *
   * @param path an absolute path
   * @param kind the file's format
   */
  fromFile(path: string, kind: FileKind): ClusterRoot {
    const isAuto = kind === 'conf' && isAutoName(path);
    return this.#make({
      path,
      folder: folderOf(path),
      main: kind === 'conf' && !isAuto ? path : undefined,
      complete: kind === 'conf' && isMainName(path),
      auto: isAuto ? path : undefined,
      ...recordFiles((each) => (each === kind ? path : undefined)),
      targets: undefined,
      targetSource: undefined,
    });
  }

  /** The root that the project's configuration describes; undefined where it names no file. */
  fromExplicit(cluster: ExplicitCluster): ClusterRoot | undefined {
    const { main, auto, targets } = cluster;
    const records = recordFiles((kind) => cluster[kind]);
    const path = main ?? authKinds.map((kind) => records[kind]).find((each) => each !== undefined) ?? auto;
    if (path === undefined) return undefined;
    const targetSource = targets === undefined ? undefined : 'the configuration';
    const complete = main !== undefined;
    const targetsGiven = targets !== undefined;
    const folder = folderOf(path);
    return this.#make({ path, folder, main, complete, auto, ...records, targets, targetSource, targetsGiven });
  }

  #make(definition: ClusterDefinition): ClusterRoot {
    const { recallRoot, ...options } = this.#options;
    if (recallRoot === undefined) return this.#makeAnew(definition);
    return recallRoot(definition, (fileSystem, trees) =>
      new RootMaker(fileSystem, { ...options, trees }).#makeAnew(definition),
    );
  }

  #makeAnew(definition: ClusterDefinition): ClusterRoot {
    const own = definition.targets === undefined ? this.#ownClue(definition) : undefined;
    let made = own === undefined ? definition : { ...definition, targets: own.targets, targetSource: own.source };
    const members = collectMembers(made, this.reader(made.targets?.[0]));
    if (made.targets === undefined && members.dataDirectory !== undefined) {
      const clue = this.#clueOfFolder(members.dataDirectory);
      if (clue !== undefined) made = { ...made, targets: clue.targets, targetSource: clue.source };
    }
    return { definition: made, members };
  }

  /** What the file itself and its folder tell. */
  #ownClue({ path, folder, main }: ClusterDefinition): TargetClue | undefined {
    const file = this.reader().open(path, main === path ? 'conf' : 'hba');
    const named = isOpenError(file) ? undefined : targetsOfComment(file.text);
    if (named !== undefined) return { targets: named, source: `a comment in ${baseNameOf(path)}` };
    return this.#clueOfFolder(folder);
  }

  #clueOfFolder(folder: string): TargetClue | undefined {
    const reader = this.reader();
    const versionFile = resolvePath(folder, 'PG_VERSION');
    if (reader.isReachable(versionFile) && this.#fileSystem.kind(versionFile) === 'file') {
      const target = targetOfVersionFile(this.#fileSystem.read(versionFile)?.text ?? '');
      if (target !== undefined) return { targets: [target], source: 'PG_VERSION' };
    }
    const target = targetOfPath(folder, this.#options.workspace);
    return target === undefined ? undefined : { targets: [target], source: 'the path' };
  }
}
