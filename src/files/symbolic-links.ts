import { folderOf, normalizePath } from './paths.js';

/** As many as Linux follows in one path (path_resolution(7)). */
const mostLinks = 40;

/**
 * Follows the symbolic links of a path, those of its folders included, where the entries of a file system are known by path.
 *
 * @param path absolute
 * @param targetOf what the link at a path holds; undefined for what is no link
 * @returns undefined where the links run in a circle
 */
export function followLinks(path: string, targetOf: (path: string) => string | undefined): string | undefined {
  let rest = normalizePath(path);
  for (let links = 0; links <= mostLinks; links++) {
    const next = followFirstLink(rest, targetOf);
    if (next === rest) return rest;
    rest = next;
  }
  return undefined;
}

function followFirstLink(path: string, targetOf: (path: string) => string | undefined): string {
  for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
    const head = end === -1 ? path : path.slice(0, end);
    const target = targetOf(head);
    if (target !== undefined) {
      const full = target.startsWith('/') ? target : `${folderOf(head)}/${target}`;
      return normalizePath(end === -1 ? full : full + path.slice(end));
    }
    if (end === -1) return path;
  }
}
