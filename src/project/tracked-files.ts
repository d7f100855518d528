import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readGitIndex } from '../files/git-index.js';
import { folderOf, resolvePath, toCorePath } from '../files/paths.js';

/** No index of a repository that people work in is larger, in bytes. */
const mostBytes = 256 * 2 ** 20;

/**
 * Tells whether git tracks a file, or anything in a folder: what it tracks it never ignores, whatever .gitignore says.
 * Nothing of git is run; what cannot be read tracks nothing.
 *
 * @param top the folder of the work tree
 */
export function trackedIn(top: string): (path: string, isFolder: boolean) => boolean {
  let known: { files: Set<string>; folders: Set<string> } | undefined;
  return (path, isFolder) => {
    known ??= readTracked(top);
    return (isFolder ? known.folders : known.files).has(path);
  };
}

function readTracked(top: string): { files: Set<string>; folders: Set<string> } {
  const files = new Set<string>();
  const folders = new Set<string>();
  const git = gitFolderOf(top);
  if (git === undefined) return { files, folders };
  for (let name: string | undefined = 'index'; name !== undefined; ) {
    const bytes = bytesOf(join(git.own, name));
    const index: ReturnType<typeof readGitIndex> =
      bytes === undefined ? undefined : readGitIndex(bytes, git.hashLength);
    for (const path of index?.paths ?? []) files.add(resolvePath(top, path));
    name = index?.shared;
  }
  for (const file of files)
    for (let at = folderOf(file); at !== top && !folders.has(at); at = folderOf(at)) folders.add(at);
  return { files, folders };
}

/** The folder with the index, and how long the names of objects are. A work tree of its own has a file that names the folder. */
function gitFolderOf(top: string): { own: string; hashLength: 20 | 32 } | undefined {
  const path = join(top, '.git');
  try {
    const isFile = statSync(path).isFile();
    const named = isFile ? /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(path, 'utf8'))?.[1] : path;
    if (named === undefined) return undefined;
    const own = resolvePath(top, toCorePath(named));
    const common = join(own, 'commondir');
    const shared = existsSync(common) ? resolvePath(own, readFileSync(common, 'utf8').trim()) : own;
    const config = bytesOf(join(shared, 'config'));
    const isLong = config !== undefined && /^\s*objectformat\s*=\s*sha256\s*$/im.test(new TextDecoder().decode(config));
    return { own, hashLength: isLong ? 32 : 20 };
  } catch {
    return undefined;
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    const status = statSync(path);
    return status.isFile() && status.size <= mostBytes ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
