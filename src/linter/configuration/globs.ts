import picomatch from 'picomatch';
import { compileRegularExpression } from '../../access/regular-expression.js';
import { isInside, relativePath } from '../../files/paths.js';

/** Whether a path matches. */
export type Matcher = (path: string) => boolean;

/**
 * Makes a matcher of globs.
 *
 * @param folder the folder that globs are relative to; nothing outside it matches
 * @param globs a glob without a slash matches names at any depth; `!` takes out again
 * @throws Error for a glob that is none, with what is wrong as its message
 */
export function matcherOf(folder: string, globs: readonly string[]): Matcher {
  const tests = globs.map((glob) => {
    const negated = glob.startsWith('!');
    const plain = (negated ? glob.slice(1) : glob).replace(/^\.\//, '').replace(/\/$/, '');
    return { negated, isMatch: testOf(plain) };
  });
  return (path) => {
    if (!isInside(path, folder)) return false;
    const relative = relativePath(path, folder);
    return tests.reduce((matches, { negated, isMatch }) => (isMatch(relative) ? !negated : matches), false);
  };
}

function testOf(glob: string): Matcher {
  const options = { dot: true, basename: !glob.includes('/'), nonegate: true };
  const isMatch = picomatch(glob, options);
  if (!maySearch(glob)) return (path) => isMatch(path);
  // JavaScript's own engine would try every way to divide a name among the wildcards: this one never goes back.
  const { source } = picomatch.makeRe(glob, options) as RegExp;
  const expression = compileRegularExpression(source);
  if (!('matches' in expression)) throw new Error(`it cannot be matched: ${expression.message}`);
  return (path) => expression.matches(options.basename ? path.slice(path.lastIndexOf('/') + 1) : path) ?? false;
}

/** Whether matching a glob with JavaScript's engine may take very long: groups that repeat, and many wildcards. */
function maySearch(glob: string): boolean {
  if (/[+*?@!(]\(|\)[+*?{]/.test(glob)) return true;
  const globStars = glob.match(/\*\*/g)?.length ?? 0;
  const stars = glob.split('/').map((part) => part.match(/(?<!\*)\*(?!\*)/g)?.length ?? 0);
  return globStars > 2 || Math.max(...stars) > 2;
}
