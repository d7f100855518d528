import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { decode, whyNotText } from '../syntax/decode.js';
import type { EntryKind, FileSystem, SourceText } from './file-system.js';
import { toCorePath } from './paths.js';

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
      return sourceOf(readFileSync(path));
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
};

function sourceOf(bytes: Uint8Array): SourceText {
  const notText = whyNotText(bytes);
  return notText === undefined ? decode(bytes) : { ...decode(bytes), notText };
}
