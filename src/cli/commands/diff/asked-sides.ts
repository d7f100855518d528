/** What `diff` compares, by how many sides were named. */
import { existsSync } from 'node:fs';
import { nodeFileSystem } from '../../../files/node-file-system.js';
import { baseNameOf, folderOf, resolvePath, toCorePath } from '../../../files/paths.js';

export interface AskedSides {
  /** The older and the newer one, as written: paths or revisions. */
  sides: readonly [string, string];
  /** Folders or files in both, as written. */
  paths: readonly string[];
  /** Relative names start here, and it tells the repository. */
  cwd: string;
  /** Whether the newer side is the files of the repository as they are now. */
  isWorkingTree: boolean;
}

/**
 * Tells the sides. One argument that exists on disk is a path, whose files are compared with HEAD; with paths of their own it is a
 * revision, as everything else is.
 *
 * @param named at most two, as written
 * @param paths what stands after `--`
 */
export function sidesOf(named: readonly string[], paths: readonly string[], cwd: string): AskedSides {
  const [first = 'HEAD', second] = named;
  if (second !== undefined) return { sides: [first, second], paths, cwd, isWorkingTree: false };
  // Git knows its folder without symbolic links.
  const real = (path: string) => nodeFileSystem.realPath(path);
  const path = resolvePath(cwd, toCorePath(first));
  if (named.length === 0 || paths.length > 0 || !existsSync(path)) {
    return { sides: [first, '.'], paths, cwd: real(cwd), isWorkingTree: true };
  }
  const isFolder = nodeFileSystem.kind(path) === 'directory';
  const folder = isFolder ? path : folderOf(path);
  return { sides: ['HEAD', '.'], paths: isFolder ? [] : [baseNameOf(path)], cwd: real(folder), isWorkingTree: true };
}
