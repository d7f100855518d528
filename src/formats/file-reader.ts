import type { Major } from '../catalog/majors.js';
import { type DocumentsOfCluster, documentsIn, type ServerRun } from '../documents/carrier.js';
import { type Document, isCarried, pathOfDocument, plainDocument } from '../documents/document.js';
import type { Encoding } from '../files/encoding.js';
import type { FileSystem, SourceText } from '../files/file-system.js';
import { defaultMaximumSize } from '../files/maximum-size.js';
import { baseNameOf, compareBytes, folderOf, isInside, normalizePath } from '../files/paths.js';
import { dialectOf, isTreeOfAll, kinOf } from '../syntax/dialects.js';
import { editAuth } from '../syntax/edit-auth.js';
import type { FileKind } from '../syntax/nodes.js';
import { isOpenError, type OpenError, openError } from './open-error.js';
import { parse } from './parse.js';
import { type FileReader, type FileReaderOptions, type FolderListing, type ParseSource, treeKey } from './reader.js';
import type { SourceFile } from './types.js';

/** What files carry, by their paths, with the texts that were read for it. */
type CarriedCache = Map<string, { text: string; beside: Beside; found: DocumentsOfCluster[] }>;

/** The texts of other files that were asked for, by their paths. */
type Beside = Map<string, string | undefined>;

const carriedByTrees = new WeakMap<object, CarriedCache>();

/** Readers that share their trees share what files carry. */
function carriedOf(trees: object | undefined): CarriedCache {
  const known = trees === undefined ? undefined : carriedByTrees.get(trees);
  const cache: CarriedCache = known ?? new Map();
  if (trees !== undefined) carriedByTrees.set(trees, cache);
  return cache;
}

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
  const carried = carriedOf(options.trees);

  function isInWorkspace(path: string): boolean {
    return [...options.workspace, ...realRoots].some((folder) => isInside(path, folder));
  }

  function isReachable(path: string): boolean {
    if (options.followOutside) return true;
    if (!isInWorkspace(path)) return false;
    const real = realPathOfExisting(fileSystem, path);
    return realRoots.some((folder) => isInside(real, folder));
  }

  /** The text at a path, where it is a file that may be read. */
  function textAt(path: string): SourceText | OpenError {
    const found = fileSystem.kind(path);
    if (found !== 'file') return openError(path, found, fileSystem.whyUnreadable?.(path));
    if (fileSystem.size(path) > maximumSize) return openError(path, 'too-large');
    return fileSystem.read(path) ?? openError(path, 'unreadable', fileSystem.whyUnreadable?.(path));
  }

  function read(id: string, path: string, kind: FileKind): SourceFile | OpenError {
    if (!isReachable(path)) return openError(path, 'outside');
    const key = treeKey(kind, target, id);
    const known = options.trees?.get(key) ?? readAlike(id, kind);
    if (known !== undefined && isAsKnown(known)) {
      options.trees?.set(key, known);
      opened.push(known);
      return known;
    }
    const document = documentAt(id, path, kind);
    if (isOpenError(document)) return document;
    const { text, encoding = 'utf-8' } = document;
    const edited = afterEdit(options.edited?.get(key), text, target, encoding);
    const file = { ...document, tree: edited ?? parseSource(text, kind, target, encoding) };
    opened.push(file);
    options.trees?.set(key, file);
    return file;
  }

  /** What a file carries may draw in other files: they are asked for again, as whoever observes the reading has to know them. */
  function isAsKnown({ id, path, kind, text }: SourceFile): boolean {
    if (!isCarried(id)) return true;
    const document = documentAt(id, path, kind);
    return !isOpenError(document) && document.text === text;
  }

  /** What was read for a major that reads other texts differently, but not this one. */
  function readAlike(id: string, kind: FileKind): SourceFile | undefined {
    if (kind === 'conf') return undefined;
    for (const dialect of kinOf(dialectOf(target))) {
      const file = options.trees?.get(treeKey(kind, dialect, id));
      if (file !== undefined && file.tree.kind !== 'conf') return isTreeOfAll(file.tree) ? file : undefined;
    }
    return undefined;
  }

  function documentAt(id: string, path: string, kind: FileKind): Document | OpenError {
    if (isCarried(id)) {
      const documents = carriedBy(path).flatMap((cluster) => cluster.documents);
      return documents.find((one) => one.id === id && one.kind === kind) ?? openError(path, 'missing');
    }
    const source = textAt(path);
    return isOpenError(source) ? source : plainDocument(path, kind, source);
  }

  function carriedBy(path: string): readonly DocumentsOfCluster[] {
    const { carriers = [] } = options;
    if (!carriers.some((carrier) => carrier.mayCarry(path)) || !isReachable(path)) return [];
    const source = textAt(path);
    if (isOpenError(source)) return [];
    const known = carried.get(path);
    if (known?.text === source.text && [...known.beside].every(([other, text]) => textBeside(other) === text))
      return known.found;
    const beside: Beside = new Map();
    const found = documentsIn(path, source, carriers, (other) => {
      const text = textBeside(other);
      beside.set(other, text);
      return text;
    });
    carried.set(path, { text: source.text, beside, found });
    return found;
  }

  function textBeside(path: string): string | undefined {
    const source = isReachable(path) ? textAt(path) : undefined;
    return source === undefined || isOpenError(source) || source.notText !== undefined ? undefined : source.text;
  }

  function runsIn(path: string): readonly ServerRun[] {
    const { carriers = [] } = options;
    if (!carriers.some((carrier) => carrier.mayCarry(path)) || !isReachable(path)) return [];
    const source = textAt(path);
    return isOpenError(source) ? [] : carriers.flatMap((carrier) => carrier.runsIn?.(path, source, textBeside) ?? []);
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
    const path = normalizePath(pathOfDocument(written));
    const id = isCarried(written) ? written : path;
    if (isReachable(path) && !isWalkable(pathOfDocument(written))) return openError(path, 'missing');
    const key = `${kind} ${id}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const result = read(id, path, kind);
    cache.set(key, result);
    return result;
  }

  function listConfFiles(written: string): FolderListing {
    const folder = normalizePath(written);
    if (!isReachable(folder)) return openError(folder, 'outside');
    if (!isWalkable(written)) return openError(folder, 'missing');
    const found = fileSystem.kind(folder);
    if (found === 'file' || found === 'other') return openError(folder, 'not-a-directory');
    if (found !== 'directory') return openError(folder, found, fileSystem.whyUnreadable?.(folder));
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

  return {
    fileSystem,
    target,
    opened,
    isReachable,
    isInWorkspace,
    open: open as FileReader['open'],
    carriedBy,
    runsIn,
    listConfFiles,
  };
}

/** The tree of a document after an edit; undefined where its text must be parsed as a whole. */
function afterEdit(before: SourceFile | undefined, text: string, target: Major, encoding: Encoding) {
  if (before === undefined || before.tree.kind === 'conf' || (before.encoding ?? 'utf-8') !== encoding)
    return undefined;
  return editAuth(before.tree, text, target, encoding);
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
