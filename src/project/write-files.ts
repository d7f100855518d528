import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defaultMajor } from '../catalog/majors.js';
import { encode } from '../files/decode.js';
import type { FileSystem } from '../files/file-system.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { relativePath } from '../files/paths.js';
import { writeAll } from '../files/write-whole.js';
import { createFileReader } from '../formats/file-reader.js';
import { ProjectError } from './project-error.js';
import type { ReadSources } from './sources.js';

/** A file that is about to be replaced. */
interface Replacement {
  path: string;
  temporary: string;
  before: Uint8Array;
  status: Stats;
}

/**
 * Writes new texts into files that were read before: all of them or none. Mode, owner and encoding stay.
 * Each file is replaced as a whole by a temporary one beside it.
 *
 * @param texts new texts by absolute path
 * @param read what the old texts came from: a file that has changed meanwhile is left alone, and so is one that is none of
 *   the clusters' or that may not be read, whoever asks for it to be written
 * @param cwd messages name files relative to it
 * @throws ProjectError for a file that cannot be written; then none is
 */
export function writeFiles(
  texts: ReadonlyMap<string, string>,
  read: Pick<ReadSources, 'fileSystem' | 'bounds' | 'isMember'>,
  cwd: string,
): void {
  const { isReachable } = createFileReader(nodeFileSystem, defaultMajor, read.bounds);
  for (const path of texts.keys()) {
    if (read.isMember(path) && isReachable(path)) continue;
    throw new ProjectError(
      `${relativePath(path, cwd)} is not a file of the clusters that were checked, or stands outside the workspace. Nothing was written.`,
    );
  }
  const prepared: Replacement[] = [];
  const done: Replacement[] = [];
  try {
    for (const [path, text] of texts) prepared.push(prepare(path, text, read.fileSystem, relativePath(path, cwd)));
    for (const replacement of prepared) {
      renameSync(replacement.temporary, replacement.path);
      done.push(replacement);
    }
  } catch (error) {
    for (const { path, before, status } of done) putBack(path, before, status);
    if (error instanceof ProjectError) throw error;
    throw new ProjectError(`The files cannot be written, and are as they were: ${(error as Error).message}.`);
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

function prepare(path: string, text: string, read: FileSystem, name: string): Replacement {
  const status = lstatSync(path);
  const because = whyNot(path, status);
  if (because !== undefined) throw new ProjectError(`${name} ${because} Nothing was written.`);
  const source = read.read(path);
  const before = readFileSync(path);
  if (source === undefined || Buffer.compare(before, encode(source)) !== 0) {
    throw new ProjectError(`${name} has changed while it was checked; run the command again. Nothing was written.`);
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeTemporary(temporary, encode({ text, encoding: source.encoding }), status);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new ProjectError(`${name} cannot be written: ${(error as Error).message}. Nothing was written.`);
  }
  return { path, temporary, before, status };
}

/** Why a file is not to be replaced; a clause behind its name. */
function whyNot(path: string, status: Stats): string | undefined {
  if (status.isSymbolicLink()) {
    return `is a symbolic link to ${readlinkSync(path)}: name that file instead, so that the link stays.`;
  }
  if (!status.isFile()) return 'is not a regular file.';
  // Root may write what is read-only, but whoever made it so had a reason.
  if ((status.mode & 0o222) === 0) return 'is read-only; make it writable first.';
  if (status.nlink > 1) return 'has further names (hard links), which would keep the old text; write it by hand.';
  return undefined;
}

function writeTemporary(path: string, bytes: Uint8Array, { mode, uid, gid }: Stats): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeAll(handle, bytes);
    const { uid: ownUid, gid: ownGid } = { uid: process.getuid?.(), gid: process.getgid?.() };
    if (ownUid !== undefined && (ownUid !== uid || ownGid !== gid)) fchownSync(handle, uid, gid);
    // Behind the owner: a change of the owner takes special bits away.
    fchmodSync(handle, mode & 0o7777);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function putBack(path: string, bytes: Uint8Array, status: Stats): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  writeTemporary(temporary, bytes, status);
  renameSync(temporary, path);
}
