import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../files/node-file-system.js';
import { isAbsolutePath, isInside, toCorePath } from '../files/paths.js';

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A list of folders is short; whatever is longer is something else. */
const mostBytes = 64 * 1024;

/**
 * The file in which a person lists the folders whose code may run, one absolute path a line, `#` before a comment.
 *
 * @returns undefined where the environment does not tell where a person's own configuration is
 */
export function trustFile(env: Environment): string | undefined {
  const home = env['HOME'] === undefined || env['HOME'] === '' ? undefined : join(env['HOME'], '.config');
  const folder = process.platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'] || home;
  if (folder === undefined || !isAbsolutePath(toCorePath(folder))) return undefined;
  return toCorePath(join(folder, 'pgconflint', 'trusted-folders'));
}

/**
 * Tells whether a person has listed the folder of a file that is code. The list does not count where others may write it,
 * or where it stands in a folder that it names: then whoever wrote the code may have written the list.
 *
 * @param path absolute; it and what its links lead to must both be inside a folder of the list
 */
export function isTrusted(path: string, env: Environment): boolean {
  const list = trustFile(env);
  if (list === undefined) return false;
  const own = nodeFileSystem.realPath(list);
  const real = nodeFileSystem.realPath(path);
  return readList(list).some((folder) => {
    const realFolder = nodeFileSystem.realPath(folder);
    const holds = isInside(path, folder) || isInside(path, realFolder);
    return holds && isInside(real, realFolder) && !isInside(own, realFolder);
  });
}

function readList(path: string): string[] {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return [];
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile() || status.size > mostBytes || !isOwn(status)) return [];
    return readFileSync(handle, 'utf8')
      .split(/\r?\n/)
      .map((line) => toCorePath(line.trim()))
      .filter((line) => isAbsolutePath(line));
  } finally {
    closeSync(handle);
  }
}

/** Whether nobody but this user, or root, can have written a file; Windows does not tell. */
export function isOwn({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  const user = process.getuid?.();
  if (user === undefined) return true;
  return (uid === user || uid === 0) && (mode & 0o022) === 0;
}
