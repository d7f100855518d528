import { folderOf, resolvePath } from '../files/paths.js';
import { baselineName } from '../linter/baseline/baseline.js';

/**
 * The baseline for a file: the one that its configuration names, else the nearest one in a folder above it.
 *
 * @param configured what `Configuration.baselineFor` says of the file
 * @param isThere whether a baseline that can be used stands at a path
 * @returns its path; undefined where there is none
 */
export function nearestBaseline(
  path: string,
  configured: string | undefined,
  isThere: (file: string) => boolean,
): string | undefined {
  if (configured !== undefined) return configured;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = resolvePath(folder, baselineName);
    if (isThere(file)) return file;
    if (folderOf(folder) === folder) return undefined;
  }
}
