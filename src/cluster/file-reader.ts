import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import type { FileSystem } from '../files/file-system.js';
import { defaultMaximumSize } from '../files/maximum-size.js';
import { baseNameOf, compareBytes, folderOf, isInside, normalizePath } from '../files/paths.js';
import type { AuthTree, ConfTree, FileKind } from '../syntax/nodes.js';
import { parse } from '../syntax/parse.js';
import type { AuthFile, ConfFile, SourceFile } from './types.js';

/** Why a file or folder is not read. `outside`: it stands outside the workspace, and nobody said to follow it. */
export type OpenFailure =
  | 'missing'
  | 'directory'
  | 'not-a-directory'
  | 'other'
  | 'unreadable'
  | 'too-large'
  | 'outside';

/** A file or folder that is not read, and why. */
export interface OpenError {
  path: string;
  reason: OpenFailure;
  /** A half sentence for messages, without the path: `it does not exist`. */
  explanation: string;
}

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
  /** Trees that earlier readers of the same run made, and that this one adds to. */
  trees?: TreeCache;
}

/** Files already read, by kind, path and, where the format differs between majors, target. */
export type TreeCache = Pick<Map<string, SourceFile>, 'get' | 'set'>;

/** What include_dir takes from a folder. */
export type FolderListing = { paths: string[] } | OpenError;

/** Reads files for one run over one cluster and one target; each file is read and parsed once. */
export interface FileReader {
  readonly fileSystem: FileSystem;
  /** The major for which texts are parsed. */
  readonly target: Major;
  /** Every file that was opened, in the order of its first opening. */
  readonly opened: readonly SourceFile[];
  /** Whether a path may be read: it stands inside the workspace, links resolved, or everything may be followed. */
  isReachable(path: string): boolean;
  /** Whether a path stands inside the workspace by its name; it may still lead out through a link. */
  isInWorkspace(path: string): boolean;
  /** Opens a file by an absolute path, which may hold `..`; the file's own path is without. */
  open(path: string, kind: 'conf'): ConfFile | OpenError;
  open(path: string, kind: 'hba' | 'ident' | 'hosts'): AuthFile | OpenError;
  open(path: string, kind: FileKind): SourceFile | OpenError;
  /**
   * The absolute paths of the files that `include_dir` takes from a folder, in the server's order (conffiles.c):
   * names of six bytes or more that end in `.conf` and do not start with a dot, directories left out, sorted by bytes.
   */
  listConfFiles(folder: string): FolderListing;
}

/** Tells a failure from what could be read. */
export function isOpenError(result: object): result is OpenError {
  return 'reason' in result;
}

const explanations: Record<OpenFailure, string> = {
  missing: 'it does not exist',
  directory: 'it is a directory',
  'not-a-directory': 'it is not a directory',
  other: 'it is not a regular file',
  unreadable: 'it cannot be read',
  'too-large': 'it is larger than any configuration file',
  outside: 'it stands outside the workspace',
};

/**
 * Makes a reader.
 *
 * @param fileSystem where the files are
 * @param target the major for which the texts are parsed
 * @param options the bounds
 */
export function createFileReader(fileSystem: FileSystem, target: Major, options: FileReaderOptions): FileReader {
  const maximumSize = options.maximumSize ?? defaultMaximumSize;
  const parseSource: ParseSource = options.parse ?? parse;
  const realRoots = options.workspace.map((folder) => fileSystem.realPath(folder));
  const cache = new Map<string, SourceFile | OpenError>();
  const opened: SourceFile[] = [];

  function isInWorkspace(path: string): boolean {
    return [...options.workspace, ...realRoots].some((folder) => isInside(path, folder));
  }

  function isReachable(path: string): boolean {
    if (options.followOutside) return true;
    if (!isInWorkspace(path)) return false;
    const real = realPathOfExisting(fileSystem, path);
    return realRoots.some((folder) => isInside(real, folder));
  }

  function read(path: string, kind: FileKind): SourceFile | OpenError {
    if (!isReachable(path)) return openError(path, 'outside');
    // The format of settings is the same for all majors.
    const key = kind === 'conf' ? `conf ${path}` : `${kind} ${target} ${path}`;
    const known = options.trees?.get(key);
    if (known !== undefined) {
      opened.push(known);
      return known;
    }
    const found = fileSystem.kind(path);
    if (found !== 'file') return openError(path, found);
    if (fileSystem.size(path) > maximumSize) return openError(path, 'too-large');
    const source = fileSystem.read(path);
    if (source === undefined) return openError(path, 'unreadable');
    const { text, encoding } = source;
    const file = { path, kind, ...source, tree: parseSource(text, kind, target, encoding) };
    opened.push(file);
    options.trees?.set(key, file);
    return file;
  }

  /** The file system follows every step of a name: `a/../b` needs the folder `a`, whatever it comes to. */
  function isWalkable(path: string): boolean {
    for (let at = path.indexOf('/..'); at !== -1; at = path.indexOf('/..', at + 3)) {
      const isStep = path.length === at + 3 || path[at + 3] === '/';
      if (isStep && fileSystem.kind(normalizePath(path.slice(0, at))) !== 'directory') return false;
    }
    return true;
  }

  function open(written: string, kind: FileKind): SourceFile | OpenError {
    const path = normalizePath(written);
    if (isReachable(path) && !isWalkable(written)) return openError(path, 'missing');
    const key = `${kind} ${path}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const result = read(path, kind);
    cache.set(key, result);
    return result;
  }

  function listConfFiles(written: string): FolderListing {
    const folder = normalizePath(written);
    if (!isReachable(folder)) return openError(folder, 'outside');
    if (!isWalkable(written)) return openError(folder, 'missing');
    const found = fileSystem.kind(folder);
    if (found === 'file' || found === 'other') return openError(folder, 'not-a-directory');
    if (found !== 'directory') return openError(folder, found);
    const names = fileSystem.list(folder).filter(isIncludedName).sort(compareBytes);
    const paths: string[] = [];
    for (const name of names) {
      const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
      const entry = fileSystem.kind(path);
      // A dangling link makes the server give up the whole folder.
      if (entry === 'missing') return openError(path, 'missing');
      if (entry !== 'directory') paths.push(path);
    }
    return { paths };
  }

  return { fileSystem, target, opened, isReachable, isInWorkspace, open: open as FileReader['open'], listConfFiles };
}

/** Makes the failure for a path. */
export function openError(path: string, reason: OpenFailure): OpenError {
  return { path, reason, explanation: explanations[reason] };
}

// Six bytes, not six characters: a name of one character before `.conf` is long enough in either count.
function isIncludedName(name: string): boolean {
  return name.endsWith('.conf') && name.length >= 6 && !name.startsWith('.');
}

/** Resolves the links of the nearest thing above a path that exists, so that a missing file behind a link is placed too. */
function realPathOfExisting(fileSystem: FileSystem, path: string): string {
  const missing: string[] = [];
  let at = path;
  while (fileSystem.kind(at) === 'missing' && folderOf(at) !== at) {
    missing.unshift(baseNameOf(at));
    at = folderOf(at);
  }
  return [fileSystem.realPath(at).replace(/\/$/, ''), ...missing].join('/') || '/';
}
