import type { FileSystem } from './file-system.js';
import { type IgnorePatterns, readIgnorePatterns } from './ignore-patterns.js';
import { folderOf, isInside, relativePath, resolvePath } from './paths.js';

/**
 * What git leaves out below a folder, by the .gitignore of every folder from the repository's top down (gitignore(5)).
 *
 * @param folder absolute path of the folder that is searched; outside a repository no .gitignore above it counts
 * @param fileSystem where the files are; each .gitignore is read once
 * @param trackedIn tells of a work tree what git tracks in it: such a file, and the folders that it stands in, are never left
 *   out
 * @returns tells whether a path is left out; what is not below the folder never is
 */
export function gitIgnores(
  folder: string,
  fileSystem: FileSystem,
  trackedIn: (top: string) => (path: string, isFolder: boolean) => boolean = () => () => false,
): (path: string, isFolder: boolean) => boolean {
  const repository = repositoryOf(folder, fileSystem);
  const top = repository ?? folder;
  const isTracked = repository === undefined ? () => false : trackedIn(repository);
  const patterns = new Map<string, IgnorePatterns | undefined>();
  const folders = new Map<string, boolean>();

  function patternsIn(at: string): IgnorePatterns | undefined {
    if (!patterns.has(at)) {
      const path = resolvePath(at, '.gitignore');
      const text = fileSystem.kind(path) === 'file' ? fileSystem.read(path)?.text : undefined;
      patterns.set(at, text === undefined ? undefined : readIgnorePatterns(text));
    }
    return patterns.get(at);
  }

  /** The nearest .gitignore that speaks of a path decides, but nothing is taken in again below a folder that is left out. */
  function isLeftOut(path: string, isFolder: boolean): boolean {
    if (path === top) return false;
    if (isFolderLeftOut(folderOf(path))) return true;
    for (let at = folderOf(path); ; at = folderOf(at)) {
      const decision = patternsIn(at)?.(`${relativePath(path, at)}${isFolder ? '/' : ''}`);
      if (decision !== undefined) return decision;
      if (at === top) return false;
    }
  }

  function isFolderLeftOut(path: string): boolean {
    const known = folders.get(path) ?? isLeftOut(path, true);
    folders.set(path, known);
    return known;
  }

  return (path, isFolder) => {
    if (path === folder || !isInside(path, folder)) return false;
    const leftOut = isFolder ? isFolderLeftOut(path) : isLeftOut(path, false);
    return leftOut && !isTracked(path, isFolder);
  };
}

/** The folder of the git repository or the work tree that a folder stands in. */
function repositoryOf(folder: string, fileSystem: FileSystem): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    if (fileSystem.kind(resolvePath(at, '.git')) !== 'missing') return at;
    if (at === folderOf(at)) return undefined;
  }
}
