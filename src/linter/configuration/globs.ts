import picomatch from 'picomatch';
import { isInside, relativePath } from '../../files/paths.js';

/** Whether a path matches. */
export type Matcher = (path: string) => boolean;

/**
 * Makes a matcher of globs.
 *
 * @param folder the folder that globs are relative to; nothing outside it matches
 * @param globs a glob without a slash matches names at any depth; `!` takes out again
 * @throws Error of picomatch for a glob that is none
 */
export function matcherOf(folder: string, globs: readonly string[]): Matcher {
  const tests = globs.map((glob) => {
    const negated = glob.startsWith('!');
    const plain = (negated ? glob.slice(1) : glob).replace(/^\.\//, '').replace(/\/$/, '');
    return { negated, isMatch: picomatch(plain, { dot: true, basename: !plain.includes('/'), nonegate: true }) };
  });
  return (path) => {
    if (!isInside(path, folder)) return false;
    const relative = relativePath(path, folder);
    return tests.reduce((matches, { negated, isMatch }) => (isMatch(relative) ? !negated : matches), false);
  };
}
