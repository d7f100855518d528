/** How files are opened: the contract between who finds files and who reads what they hold. */
import { defaultMajor, isMajor, type Major } from '../catalog/majors.js';
import type { Carrier, DocumentsOfCluster, ServerRun } from '../documents/carrier.js';
import type { Encoding } from '../files/encoding.js';
import type { FileSystem } from '../files/file-system.js';
import { dialectOf } from '../syntax/dialects.js';
import type { AuthKind, AuthTree, ConfTree, FileKind } from '../syntax/nodes.js';
import type { OpenError } from './open-error.js';
import type { AuthFile, ConfFile, SourceFile } from './types.js';

/** Turns a text into the tree of its format, as the target reads it. */
export type ParseSource = (text: string, kind: FileKind, target: Major, encoding: Encoding) => ConfTree | AuthTree;

/** What bounds a reader. */
export interface FileReaderOptions {
  /** Folders whose files may be read. */
  workspace: readonly string[];
  /** Whether files outside the workspace may be read as well. */
  followOutside?: boolean;
  /** In bytes; files above it are not read. */
  maximumSize?: number;
  /** Turns a text into its tree; a caller may keep trees that do not change from run to run. */
  parse?: ParseSource;
  /** Formats of files that carry documents. */
  carriers?: readonly Carrier[];
  /** Trees that earlier readers of the same run made, and that this one adds to. */
  trees?: TreeCache;
  /** Documents as they were before an edit, by their `treeKey`: what did not change of their trees goes on. They are used up. */
  edited?: ReadonlyMap<string, SourceFile>;
}

/** Documents already read, by their `treeKey`. */
export type TreeCache = Pick<Map<string, SourceFile>, 'get' | 'set'>;

/** The key of a document among trees: its kind, its id and, where majors read that kind differently, the first that reads as the target does. */
export function treeKey(kind: FileKind, target: Major, id: string): string {
  return kind === 'conf' ? `conf ${id}` : `${kind} ${dialectOf(target)} ${id}`;
}

/** A major that reads a document as its key among trees says. */
export function targetOfKey(key: string): Major {
  const [, dialect] = key.split(' ', 2);
  return isMajor(Number(dialect)) ? (Number(dialect) as Major) : defaultMajor;
}

/** What include_dir takes from a folder. */
export type FolderListing = { paths: string[] } | OpenError;

/** Reads files for one run over one cluster and one target; each file is read and parsed once. */
export interface FileReader {
  readonly fileSystem: FileSystem;
  /** The major for which texts are parsed. */
  readonly target: Major;
  /** Every document that was opened, in the order of its first opening. */
  readonly opened: readonly SourceFile[];
  /** Whether a path may be read: it stands inside the workspace, links resolved, or everything may be followed. */
  isReachable(path: string): boolean;
  /** Whether a path stands inside the workspace by its name; it may still lead out through a link. */
  isInWorkspace(path: string): boolean;
  /**
   * Opens a document by its id: a file by an absolute path, which may hold `..`; the file's own path is without. What a
   * file carries has its own kind.
   */
  open(id: string, kind: 'conf'): ConfFile | OpenError;
  open(id: string, kind: AuthKind): AuthFile | OpenError;
  open(id: string, kind: FileKind): SourceFile | OpenError;
  /** The clusters whose documents a file carries; none for a file that is its own document. */
  carriedBy(path: string): readonly DocumentsOfCluster[];
  /** The servers that a file starts. */
  runsIn(path: string): readonly ServerRun[];
  /**
   * The absolute paths of the files that `include_dir` takes from a folder, in the server's order (conffiles.c):
   * names of six bytes or more that end in `.conf` and do not start with a dot, directories left out, sorted by bytes.
   */
  listConfFiles(folder: string): FolderListing;
}
