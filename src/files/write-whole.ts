import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file of ours as a whole: a temporary file beside it takes its place, so that nobody reads half of it.
 * What is not a regular file (/dev/stdout, a pipe) is written directly.
 *
 * @param path absolute path
 * @param mode who may read and write it, where it is new; the umask takes away from it
 * @throws the error of the file system; the file is then as it was
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status !== undefined && !status.isFile()) {
    writeFileSync(path, content);
    return;
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', status?.mode ?? mode);
    try {
      writeAll(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Makes a folder with those above it. Node's own recursive way never ends where a folder above cannot hold any (/proc).
 *
 * @throws the error of the file system
 */
export function makeFolders(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Writes until everything is written: a full disk is an error, not a short file. */
export function writeAll(handle: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
