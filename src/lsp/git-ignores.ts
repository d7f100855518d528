import { relative } from 'node:path';

/**
 * What git ignores below a folder, as the command line leaves it out.
 *
 * @param folder an absolute path
 */
export async function gitIgnores(folder: string): Promise<(path: string, isFolder: boolean) => boolean> {
  const { isGitIgnored } = await import('globby');
  const isIgnored = await isGitIgnored({ cwd: folder, suppressErrors: true });
  return (path, isFolder) => {
    const below = relative(folder, path);
    return below !== '' && !below.startsWith('..') && isIgnored(isFolder ? `${path}/` : path);
  };
}
