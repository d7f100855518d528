import { defaultMajor, type Major } from '../../catalog/majors.js';
import { isCarried } from '../../documents/document.js';
import type { FileSystem } from '../../files/file-system.js';
import { folderOf, isInside } from '../../files/paths.js';
import { createFileReader } from '../../formats/file-reader.js';
import { isAutoName, isMainName } from '../../formats/names.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReader, FileReaderOptions, TreeCache } from '../../formats/reader.js';
import { authKinds } from '../../syntax/kinds.js';
import type { FileKind } from '../../syntax/nodes.js';
import { type ClusterDefinition, type ExplicitCluster, recordFiles } from './definition.js';
import { isFragment } from './fragment.js';
import { inferTargets } from './infer-targets.js';
import { type ClusterMembers, collectMembers } from './members.js';
import { neighboursOf, noNeighbours } from './neighbours.js';

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
      id: path,
      path,
      folder: folderOf(path),
      main: kind === 'conf' && !isAuto ? path : undefined,
      extent: kind === 'conf' && isMainName(path) ? 'whole' : 'snippet',
      auto: isAuto ? path : undefined,
      ...recordFiles((each) => (each === kind ? path : undefined)),
      targets: undefined,
      targetSource: undefined,
    });
  }

  /** The roots of what a file carries; none for a file that is its own document. */
  fromCarrier(path: string): ClusterRoot[] {
    return this.reader()
      .carriedBy(path)
      .flatMap(({ documents, extent, targets, targetSource, isContainer, container, commandLine }) => {
        const [first] = documents;
        if (first === undefined) return [];
        const idOf = (kind: FileKind) => documents.find((document) => document.kind === kind)?.id;
        const main = idOf('conf');
        const { id, folder } = first;
        const told = {
          targets,
          targetSource,
          ...(isContainer === undefined ? {} : { isContainer, container: container ?? {} }),
          ...(commandLine === undefined ? {} : { commandLine }),
        };
        return this.#make({ id, path, folder, main, extent, auto: undefined, ...recordFiles(idOf), ...told });
      });
  }

  /** The root that the project's configuration describes; undefined where it names no file. */
  fromExplicit(cluster: ExplicitCluster): ClusterRoot | undefined {
    const { main, auto, targets } = cluster;
    const records = recordFiles((kind) => cluster[kind]);
    const path = main ?? authKinds.map((kind) => records[kind]).find((each) => each !== undefined) ?? auto;
    if (path === undefined) return undefined;
    const targetSource = targets === undefined ? undefined : 'the configuration';
    const extent = main === undefined ? 'snippet' : 'whole';
    const targetsGiven = targets !== undefined;
    const folder = folderOf(path);
    return this.#make({ id: path, path, folder, main, extent, auto, ...records, targets, targetSource, targetsGiven });
  }

  #make(definition: ClusterDefinition): ClusterRoot {
    const { recallRoot, ...options } = this.#options;
    if (recallRoot === undefined) return this.#makeAnew(definition);
    return recallRoot(definition, (fileSystem, trees) =>
      new RootMaker(fileSystem, { ...options, trees }).#makeAnew(definition),
    );
  }

  #makeAnew(definition: ClusterDefinition): ClusterRoot {
    const reader = this.reader();
    const isWhole = definition.extent === 'whole' && !isCarried(definition.id);
    const main = isWhole ? reader.open(definition.path, 'conf') : undefined;
    if (main !== undefined && !isOpenError(main) && isFragment(main)) definition = { ...definition, extent: 'snippet' };
    const neighbours = isCarried(definition.id) ? noNeighbours : neighboursOf(definition.path, reader);
    const { isContainer, container, commandLine } = neighbours;
    const placed: ClusterDefinition = {
      ...definition,
      ...(isContainer || isForContainer(definition.path, this.#options.workspace) ? { isContainer: true } : {}),
      ...(container === undefined ? {} : { container }),
      ...(Object.keys(commandLine).length === 0 ? {} : { commandLine }),
    };
    // Which files belong together hardly depends on the major.
    const members = collectMembers(placed, this.reader(placed.targets?.[0]));
    if (placed.targets !== undefined) return { definition: placed, members };
    const { dataDirectory } = members;
    const { workspace } = this.#options;
    const clue = inferTargets({ definition, dataDirectory, neighbours, reader, workspace });
    if (clue === undefined) return { definition: placed, members };
    const { targets, source, old, oneOf, oldest } = clue;
    const told = {
      ...placed,
      targets,
      targetSource: source,
      ...(old === undefined ? {} : { oldVersion: old }),
      ...(oldest === undefined ? {} : { oldestTarget: oldest }),
      ...(oneOf === undefined ? {} : { oneOfTargets: oneOf }),
    };
    return {
      definition: told,
      members: targets === undefined ? members : collectMembers(told, this.reader(targets[0])),
    };
  }
}

/** Folders that people keep for containers: the workspace itself (a repository called docker-postgres), and those below it. */
const containerFolder = /(?:^|\/)[^/]*(?:docker|container|compose|k8s|kubernetes|podman)[^/]*\//i;

function isForContainer(path: string, workspace: readonly string[]): boolean {
  const root = workspace.find((folder) => isInside(path, folder)) ?? '';
  return containerFolder.test(path.slice(root.replace(/\/$/, '').lastIndexOf('/') + 1));
}
