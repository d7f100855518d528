import type { Encoding } from '../files/encoding.js';
import type { SourceText } from '../files/file-system.js';
import { folderOf } from '../files/paths.js';
import type { FileKind, Span } from '../syntax/nodes.js';
import type { DocumentMap } from './map.js';

/**
 * A text that is read as one file: a file itself, or a part of a file of another format that carries it. Everything that
 * is found in it counts in its own text; `places.ts` tells where that stands in the file.
 */
export interface Document {
  /** What tells it from every other document; that of a plain document is its path. */
  id: string;
  /** The file that carries it. */
  path: string;
  /** Where relative names in it start; the folder need not exist. */
  folder: string;
  kind: FileKind;
  text: string;
  /** How the file's bytes became text; undefined means UTF-8. */
  encoding?: Encoding;
  /** Why the file is no text at all (UTF-16, binary data), in a sentence for people. */
  notText?: string;
  /** Where its text stands in the file, and how changes of it are written there; undefined where it is its file. */
  map?: DocumentMap;
  /** What its platform does with parts of it, for rules to report. */
  remarks?: readonly Remark[];
}

/** What a platform does with a part of a document that a person wrote. */
export interface Remark extends Span {
  about: RemarkKind;
  /** What a message says of it. */
  data: Readonly<Record<string, string>>;
}

/**
 * `refused`: the platform takes no such manifest. `ignored`: the server never gets it. `not-text`: the platform wants a text
 * here. `open-end`: after the last record the platform puts one that lets everybody try. `folded`: the lines of the file
 * are joined. `no-record`: an item of a list of records is not a text. `no-list`: all records are one text. `quoted`: a value
 * has quotes of its own. `unquoted`: YAML cannot hold the value as it is written.
 * `filled-in`: the platform puts a value in its place. `own-login`: the platform itself logs in so, and a list of records must let it.
 */
export type RemarkKind =
  | 'refused'
  | 'ignored'
  | 'not-text'
  | 'open-end'
  | 'filled-in'
  | 'folded'
  | 'own-login'
  | 'no-record'
  | 'no-list'
  | 'quoted'
  | 'unquoted';

/** The document that is a file itself. */
export function plainDocument(path: string, kind: FileKind, source: SourceText): Document {
  return { id: path, path, folder: folderOf(path), kind, ...source };
}

/** No path holds it; one zero byte stands in the folder of a buffer that is no file. */
const separator = '\0\0';

/**
 * The id of a document that a file carries.
 *
 * @param path the file
 * @param names what tells the document from the others of the file
 */
export function carriedId(path: string, ...names: readonly string[]): string {
  return [path, ...names].join(separator);
}

/** Whether an id is that of a document that a file carries. */
export function isCarried(id: string): boolean {
  return id.includes(separator);
}

/** What the file that carries a document calls its cluster; undefined where the document is its file. */
export function clusterOfDocument(id: string): string | undefined {
  return id.split(separator)[1];
}

/** The file that carries the document of an id. */
export function pathOfDocument(id: string): string {
  const end = id.indexOf(separator);
  return end === -1 ? id : id.slice(0, end);
}
