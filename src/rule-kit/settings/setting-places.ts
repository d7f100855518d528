/** Where rules report a setting. */
import type { Cluster, ConfEntry, ConfFile, Place } from '../../cluster/types.js';
import { syntaxErrorLimit } from '../../syntax/conf.js';
import type { ConfTree, Span } from '../../syntax/nodes.js';
import { isSample } from '../cluster/samples.js';

/**
 * Where to report what is wrong with a parameter: the value of the entry that is in force; where no file sets it, the
 * commented default in the main file, or else the main file as a whole.
 *
 * @param name the parameter, in any letter case
 * @returns undefined where no file sets it and the cluster has no main file: then nothing is known of it
 */
export function settingPlace(cluster: Cluster, name: string): Place | undefined {
  const { entry, onCommandLine } = cluster.configuration.get(name);
  if (onCommandLine) return undefined;
  if (entry !== undefined) return valuePlace(entry);
  const main = mainOf(cluster);
  if (main === undefined) return undefined;
  const commented = commentedDefault(main, name);
  if (commented !== undefined) return { file: main, start: commented.start, end: commented.end };
  return { file: main, start: 0, end: 0, wholeFile: true };
}

/**
 * The main file, where it is certain that what it does not show is not set: a server gives a file up at its hundredth
 * error (templates have as many), and nobody knows what stands behind it or would be read there.
 */
export function mainOf({ extent, configuration }: Cluster): ConfFile | undefined {
  if (extent !== 'whole') return undefined;
  const { files, main, syntaxErrors, entries } = configuration;
  // A stock file that nobody has touched says nothing of a server: it is there to be copied.
  const isUntouched = entries.length === 0 || (entries.length === 1 && main !== undefined && isSample(main));
  if (main !== undefined && isUntouched && defaultsOf(main).size >= stockDefaults) return undefined;
  if (syntaxErrors.length < syntaxErrorLimit) return main;
  const isGivenUp = files.some((file) => syntaxErrors.filter((each) => each.file === file).length >= syntaxErrorLimit);
  return isGivenUp ? undefined : main;
}

/** The place of an entry's value. */
export function valuePlace(entry: ConfEntry): Place {
  return { file: entry.file, start: entry.node.value.start, end: entry.node.value.end };
}

/** The place of an entry's name. */
export function namePlace(entry: ConfEntry): Place {
  return { file: entry.file, start: entry.node.name.start, end: entry.node.name.end };
}

/**
 * The line of a file that shows a parameter's default as a comment, as initdb and the stock file write it:
 * `#ssl = off   # …`. The span covers the assignment, from the `#` to the end of the value.
 */
export function commentedDefault(file: ConfFile, name: string): Span | undefined {
  return defaultsOf(file).get(name.toLowerCase());
}

/** So many commented defaults make a stock file, and not a file with some remarks. */
const stockDefaults = 40;

function defaultsOf(file: ConfFile): ReadonlyMap<string, Span> {
  let found = commentedDefaults.get(file.tree);
  if (found === undefined) commentedDefaults.set(file.tree, (found = readCommentedDefaults(file.text)));
  return found;
}

/** By lower-case name, the first one of each: looked for once a file, since a stock file has hundreds and many rules ask. */
const commentedDefaults = new WeakMap<ConfTree, ReadonlyMap<string, Span>>();

const commentedAssignment =
  /(?:^|\n)[^\S\n]*(?<assignment>#[ \t]*(?<name>[A-Za-z_][\w.]*)[ \t]*=[ \t]*(?:'(?:[^'\\\r\n]|''|\\.)*'|[^\s#]*))/g;

function readCommentedDefaults(text: string): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const match of text.matchAll(commentedAssignment)) {
    const { name, assignment } = match.groups as { name: string; assignment: string };
    const end = match.index + match[0].length;
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, { start: end - assignment.length, end });
  }
  return found;
}
