import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gitIgnores } from '../files/git-ignores.js';
import { nodeFileSystem } from '../files/node-file-system.js';
import { toCorePath } from '../files/paths.js';
import { SnapshotFileSystem } from '../files/snapshot-file-system.js';
import { cannotRead } from './cannot-read.js';
import { trackedIn } from './tracked-files.js';

export interface FoundFiles {
  /** Absolute paths of files that were named or that a glob matched, each once. */
  files: string[];
  /** Absolute paths of folders that were named. */
  folders: string[];
  /** What could not be found, each one plain sentence. */
  failures: string[];
  /** Whether .gitignore leaves a path out; undefined where no folder was named. */
  ignores?: (path: string, isFolder: boolean) => boolean;
}

/**
 * Sorts out what arguments mean: files, folders or globs. In folders and globs .gitignore is respected, but a file
 * that is named itself is always taken.
 *
 * @param paths the arguments, as typed; none means the current folder
 * @param cwd the folder that relative paths start from
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const folders = new Set<string>();
  const failures: string[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(cwd, path);
    const status = statusOf(absolute);
    if (status === 'forbidden') failures.push(cannotRead(absolute, path));
    else if (status === 'loop') failures.push(`${path} is a symbolic link that leads back to itself.`);
    else if (status === undefined) await addGlob(path, cwd, files, failures);
    else if (status.isDirectory() && nodeFileSystem.kind(absolute) !== 'directory')
      failures.push(cannotRead(absolute, path));
    else if (status.isDirectory()) folders.add(absolute);
    else if (status.isFile()) files.add(absolute);
    else failures.push(`${path} is not a file: only regular files are read.`);
  }
  const ignores = ignoredBelow([...folders]);
  return { files: [...files], folders: [...folders], failures, ignores };
}

async function addGlob(path: string, cwd: string, files: Set<string>, failures: string[]): Promise<void> {
  if (!/[*?[\]{}!()]/.test(path)) {
    failures.push(`${path} does not exist.`);
    return;
  }
  const { globby } = await import('globby');
  const found = await globby([path.replaceAll('\\', '/')], {
    cwd,
    absolute: true,
    dot: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/.git/**', '**/node_modules/**'],
  });
  const ignores = gitIgnores(toCorePath(cwd), new SnapshotFileSystem(nodeFileSystem), trackedIn);
  const kept = found.filter((file) => !ignores(toCorePath(file), false));
  if (kept.length === 0) failures.push(`No file matches ${path}.`);
  for (const file of kept.sort()) files.add(file);
}

/** Asks .gitignore what is left out below some folders; undefined where there is no folder. */
export function ignoredBelow(folders: readonly string[]): FoundFiles['ignores'] {
  if (folders.length === 0) return undefined;
  const fileSystem = new SnapshotFileSystem(nodeFileSystem);
  const asked = folders.map((folder) => gitIgnores(toCorePath(folder), fileSystem, trackedIn));
  return (path, isFolder) => asked.some((ignores) => ignores(toCorePath(path), isFolder));
}

/** What stands at a path; undefined where there is nothing. */
function statusOf(path: string): Stats | 'forbidden' | 'loop' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return 'loop';
    return code === 'EACCES' ? 'forbidden' : undefined;
  }
}
