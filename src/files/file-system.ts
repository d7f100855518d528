import type { Encoding } from './encoding.js';

/** What stands at a path. `other` is a FIFO, a device, a socket: never opened. */
export type EntryKind = 'file' | 'directory' | 'other' | 'missing' | 'unreadable';

/** A text and how its bytes became one, so that it can be written back unchanged. */
export interface SourceText {
  text: string;
  /** UTF-8 where the bytes are valid UTF-8, else Latin-1: a byte, a character. A BOM stays in the text. */
  encoding: Encoding;
  /** Why the bytes are no configuration although a server would try to read them (UTF-16, binary data). */
  notText?: string;
}

/**
 * How `cluster` sees files. The command line reads the disk, the editor puts open buffers before it,
 * tests and a browser page keep everything in memory. Paths are absolute and use `/`.
 */
export interface FileSystem {
  /** What stands at the path; symbolic links are followed. */
  kind(path: string): EntryKind;
  /** The size of a file in bytes, before it is read; 0 where that is not known. */
  size(path: string): number;
  /** The file's text, or undefined where it cannot be read. Never called for anything but `file`. */
  read(path: string): SourceText | undefined;
  /** The names in a folder, unsorted; empty where it cannot be listed. */
  list(path: string): string[];
  /** The path with symbolic links resolved; the path itself where that fails. */
  realPath(path: string): string;
  /** Why something that is there cannot be read, a clause for people; undefined where nothing more is known. */
  whyUnreadable?(path: string): string | undefined;
}
