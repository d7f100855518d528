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
  const root = repositoryOf(from, fileSystem) ?? existingPart(folderOf(path), fileSystem);
  return !isInside(path, root) || isElsewhere(path, root, fileSystem);
}

/**
 * Tells whether a link in a repository leads out of it, for files that a person names and that stand anywhere: whoever wrote the
 * repository may have put the link there.
 *
 * @param path absolute
 */
export function leadsOutOfRepository(path: string, fileSystem: FileSystem): boolean {
  const root = repositoryOf(path, fileSystem);
  return root !== undefined && isElsewhere(path, root, fileSystem);
}

function isElsewhere(path: string, root: string, fileSystem: FileSystem): boolean {
  return !isInside(fileSystem.realPath(existingPart(path, fileSystem)), fileSystem.realPath(root));
}

/** A path, or the nearest folder above it that there is. */
function existingPart(path: string, fileSystem: FileSystem): string {
  let existing = path;
  while (fileSystem.kind(existing) === 'missing' && existing !== folderOf(existing)) existing = folderOf(existing);
  return existing;
}
