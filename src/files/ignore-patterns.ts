import ignore from 'ignore';

/**
 * What one .gitignore says of a path.
 *
 * @param path relative to the folder of the .gitignore, a folder with a slash at its end
 * @returns true where it leaves the path out, false where it takes it in again, undefined where it says nothing
 */
export type IgnorePatterns = (path: string) => boolean | undefined;

/** Reads the text of a .gitignore. */
export function readIgnorePatterns(text: string): IgnorePatterns {
  const patterns = ignore().add(text);
  return (path) => {
    const { ignored, unignored } = patterns.test(path);
    return ignored || unignored ? ignored : undefined;
  };
}
