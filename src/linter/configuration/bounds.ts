import type { FileSystem } from '../../files/file-system.js';
import { folderOf, isInside } from '../../files/paths.js';

/** The folder of the repository that a path stands in. */
function repositoryOf(path: string, fileSystem: FileSystem): string | undefined {
  for (let at = folderOf(path); ; at = folderOf(at)) {
    if (fileSystem.kind(at.endsWith('/') ? `${at}.git` : `${at}/.git`) !== 'missing') return at;
    if (at === folderOf(at)) return undefined;
  }
}

/**
 * Tells whether a file that a repository names is another one's: it stands outside the repository, or a link in its path
 * leads out. Whoever wrote the repository would otherwise have files read, quoted or written that are none of theirs.
 *
 * @param path absolute; it need not exist
 * @param from the file that names it; the path itself where it was found by its name
 */
export function leadsOut(path: string, from: string, fileSystem: FileSystem): boolean {
  // Outside of repositories only links are followed no further than the folder of the file.
  const root = repositoryOf(from, fileSystem) ?? folderOf(path);
  if (!isInside(path, root)) return true;
  let existing = path;
  while (fileSystem.kind(existing) === 'missing' && existing !== folderOf(existing)) existing = folderOf(existing);
  return !isInside(fileSystem.realPath(existing), fileSystem.realPath(root));
}
