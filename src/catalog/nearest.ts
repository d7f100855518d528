import type { Major } from './majors.js';
import { nearestOf } from './nearest-words.js';
import { extensionParametersOf, parametersOf } from './parameters.js';
import { lowerCaseAscii } from './records.js';

/**
 * The names of the major that were probably meant by one that it does not know, best first; empty where nothing is near.
 * Counted are letters missing, added, changed or swapped with their neighbour, separators left out or of another kind,
 * and words in another order; failing that, a whole word left out or added.
 *
 * @param name the unknown name as written; with a dot, parameters of libraries are looked at too
 * @param limit how many names at most, all equally near but for the first
 */
export function nearestNames(name: string, major: Major, limit = 3): string[] {
  const written = lowerCaseAscii(name);
  const key = `${major} ${limit} ${written}`;
  let near = found.get(key);
  if (near === undefined) {
    const names = namesOf(written.includes('.') ? 'libraries' : 'core', major);
    near = nearestOf(written, names, limit);
    if (near.length === 0) near = nameWithOneWordMore(written, names);
    if (found.size >= mostKept) found.clear();
    if (written.length <= longestKept) found.set(key, near);
  }
  return [...near];
}

/** A file may have thousands of names that nobody knows, most often the same ones again for another major or rule. */
const found = new Map<string, string[]>();
const mostKept = 10_000;
const longestKept = 100;
/** By kind and major: two lists for each. */
const known = new Map<string, string[]>();

function namesOf(kind: 'core' | 'libraries', major: Major): string[] {
  const key = `${kind} ${major}`;
  let names = known.get(key);
  if (names === undefined) {
    const parameters = kind === 'libraries' ? extensionParametersOf(major) : parametersOf(major);
    names = parameters.filter((parameter) => !parameter.needsBuild).map((parameter) => parameter.name);
    known.set(key, names);
  }
  return names;
}

/** The only name that begins with the same word and has one word more, or less, in any place: `ssl_min_version`. */
function nameWithOneWordMore(written: string, names: readonly string[]): string[] {
  const words = written.split(/[-_]/);
  if (words.length < 2) return [];
  const matches = names.filter((name) => {
    const others = lowerCaseAscii(name).split('_');
    if (others[0] !== words[0] || Math.abs(others.length - words.length) !== 1) return false;
    const [shorter, longer] = others.length < words.length ? [others, words] : [words, others];
    if (shorter.length < 2) return false;
    const extra = longer.findIndex((word, index) => word !== shorter[index]);
    return shorter.every((word, index) => word === longer[index < extra ? index : index + 1]);
  });
  return matches.length === 1 ? matches : [];
}
