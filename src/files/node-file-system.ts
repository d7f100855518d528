import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { decode, whyNotText } from './decode.js';
import type { EntryKind, FileSystem, SourceText } from './file-system.js';
import { defaultMaximumSize } from './maximum-size.js';
import { toCorePath } from './paths.js';
import { whyUnreadable } from './unreadable.js';

/** The disk. Only regular files are ever opened, so that a FIFO, a device or a socket blocks nothing. */
export const nodeFileSystem: FileSystem = {
  kind(path: string): EntryKind {
    try {
      const status = statSync(path, { throwIfNoEntry: false });
      if (status === undefined) return 'missing';
      if (!status.isDirectory() && !status.isFile()) return 'other';
      accessSync(path, constants.R_OK);
      return status.isFile() ? 'file' : 'directory';
    } catch (error) {
      // ENOTDIR: a file stands where a folder should; ELOOP and EACCES: something is there that cannot be followed.
      return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'missing' : 'unreadable';
    }
  },
  size(path: string): number {
    try {
      return statSync(path).size;
    } catch {
      return 0;
    }
  },
  read(path: string): SourceText | undefined {
    try {
      return sourceOf(readRegularFile(path));
    } catch {
      return undefined;
    }
  },
  list(path: string): string[] {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  },
  realPath(path: string): string {
    try {
      return toCorePath(realpathSync.native(path));
    } catch {
      return path;
    }
  },
  whyUnreadable,
};

/** So that opening what has meanwhile become a FIFO does not wait for a writer; Windows knows no such thing. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file as a whole, whatever has become of it since somebody looked at it.
 *
 * @throws the error of the file system; an Error with half a sentence for what is not a regular file or too large
 */
export function readRegularFile(path: string): Uint8Array {
  const handle = openSync(path, flags);
  try {
    return readOpenFile(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Reads a file that is open as a whole.
 *
 * @throws as readRegularFile
 */
export function readOpenFile(handle: number): Uint8Array {
  const status = fstatSync(handle);
  if (!status.isFile()) throw new Error('it is not a regular file');
  if (status.size > defaultMaximumSize) throw new Error('it is larger than any configuration file');
  return readFileSync(handle);
}

function sourceOf(bytes: Uint8Array): SourceText {
  const notText = whyNotText(bytes);
  return notText === undefined ? decode(bytes) : { ...decode(bytes), notText };
}
