import type { Major } from '../catalog/majors.js';
import type { SourceText } from '../files/file-system.js';
import { folderOf } from '../files/paths.js';
import type { FileKind } from '../syntax/nodes.js';
import type { Container } from './container.js';
import { carriedId, type Document, type Remark } from './document.js';
import type { DocumentMap } from './map.js';

/**
 * How much of a cluster's settings its files show: all of them (a whole postgresql.conf), a part (a snippet, or no file of
 * settings), or all that a person says, to which a platform adds its own.
 */
export type Extent = 'whole' | 'snippet' | 'extended';

/** A document as a carrier finds it in a file. */
export interface CarriedText {
  kind: FileKind;
  /** Tells it from other documents of its kind in the same cluster; mostly there is one, and none is needed. */
  name?: string;
  text: string;
  map: DocumentMap;
  /** Where relative names start; the file's own folder where left out. */
  folder?: string;
  /** What the platform does with parts of it. */
  remarks?: readonly Remark[];
}

/** What a file carries for one cluster. */
export interface CarriedCluster {
  /** Tells the cluster from others in the file, and stays the same while the file is edited. */
  name: string;
  extent: Extent;
  /** Where the cluster starts comes first. */
  texts: readonly CarriedText[];
  /** The majors that the file tells, and how it tells them. */
  targets?: readonly Major[];
  targetSource?: string;
  /** What the server is told on its command line beside: values by lower-case names. */
  commandLine?: Readonly<Record<string, string>>;
  /** Whether it is for a container, and what the file tells of that. */
  isContainer?: true;
  container?: Container;
}

/** A server that a file starts, beside what the file carries. */
export interface ServerRun {
  /** What tells its version: an image with its tag. */
  image: string;
  /** Which files and folders it gets to see. */
  mounts: readonly Mount[];
  /** What it is told on its command line: values by lower-case names. */
  commandLine: Readonly<Record<string, string>>;
  /** What the file tells of its container. */
  container?: Container;
  /** Whether the server reads no file but those at its own places and those that parameters name. */
  readsNamedOnly?: true;
}

/** A file or a folder that a container gets to see. */
export interface Mount {
  /** Its absolute path. */
  source: string;
  /** Where it lies for the server. */
  target: string;
}

/**
 * The text of another file, for what a file draws in from there; undefined where there is none that may be read. What it
 * tells is no text of a document: that stands in the file itself.
 */
export type ReadBeside = (path: string) => string | undefined;

/** A format of files in which PostgreSQL's files are carried. */
export interface Carrier {
  /** Whether a file may be one by its name; nothing else is looked into. */
  mayCarry(path: string): boolean;
  /** What a file carries; empty where it is not of the format. Never fails. */
  clustersIn(path: string, source: SourceText, beside: ReadBeside): readonly CarriedCluster[];
  /** The servers that a file starts; left out by formats that start none. Never fails. */
  runsIn?(path: string, source: SourceText, beside: ReadBeside): readonly ServerRun[];
}

/** What a file carries for one cluster, as documents. */
export interface DocumentsOfCluster extends Omit<CarriedCluster, 'texts'> {
  documents: readonly Document[];
}

/**
 * The documents that a file carries; none where it is its own document.
 *
 * @param carriers the formats that are looked for
 * @param beside reads other files; none where left out
 */
export function documentsIn(
  path: string,
  source: SourceText,
  carriers: readonly Carrier[],
  beside: ReadBeside = () => undefined,
): DocumentsOfCluster[] {
  return carriers
    .filter((carrier) => carrier.mayCarry(path))
    .flatMap((carrier) => carrier.clustersIn(path, source, beside))
    .map(({ texts, ...cluster }) => ({
      ...cluster,
      documents: texts.map(({ kind, name, text, map, folder, remarks }) => ({
        id: carriedId(path, cluster.name, kind, ...(name === undefined ? [] : [name])),
        path,
        folder: folder ?? folderOf(path),
        kind,
        text,
        encoding: source.encoding,
        map,
        ...(remarks === undefined ? {} : { remarks }),
      })),
    }));
}
