import { readRegularFile } from '../../files/node-file-system.js';
import { writeWhole } from '../../files/write-whole.js';
import { digestOf, type Observation } from './observations.js';

/** What is kept of one piece of work. */
export interface Entry {
  /** Tells the work from any other. */
  id: string;
  /** The file that the work was about; an entry goes when its file does. */
  path: string;
  /** What the result depends on. */
  observations: readonly Observation[];
  result: unknown;
}

/** A cache file as it was found. */
export interface CacheFile {
  /** The entries by their ids, as lines; decoded only when they are asked for. */
  lines: Map<string, string>;
  /** What to say of a file that cannot be used; a clause behind its name. */
  remark?: string;
  /** Whether the file is somebody else's and must stay. */
  foreign?: boolean;
}

const mark = 'pgconflint cache';

/**
 * Reads a cache file. Its first line names the program that wrote it and holds a digest of the rest, a line an entry.
 *
 * @param path absolute path
 * @param program names the program: the entries of another version count for nothing
 */
export function readCacheFile(path: string, program: string): CacheFile {
  const nothing = new Map<string, string>();
  let text: string;
  try {
    text = new TextDecoder().decode(readRegularFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lines: nothing };
    return { lines: nothing, foreign: true, remark: `cannot be read (${(error as Error).message}) and is not used.` };
  }
  if (text === '') return { lines: nothing };
  const end = text.indexOf('\n');
  const [written, by, digest] = text.slice(0, end === -1 ? undefined : end).split('\t');
  if (written !== mark) {
    return { lines: nothing, foreign: true, remark: 'is no cache of pgconflint, so it is neither used nor replaced.' };
  }
  if (by !== program) return { lines: nothing };
  const rest = text.slice(end + 1);
  if (end === -1 || digest !== digestOf(rest)) {
    return { lines: nothing, remark: 'is damaged; everything is checked anew and the file replaced.' };
  }
  const lines = rest.split('\n').slice(0, -1);
  return { lines: new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line])) };
}

/**
 * Writes a cache file as a whole.
 *
 * @throws the error of the file system; the file is then as it was
 */
export function writeCacheFile(path: string, program: string, lines: Iterable<string>): void {
  const rest = [...lines, ''].join('\n');
  writeWhole(path, `${mark}\t${program}\t${digestOf(rest)}\n${rest}`);
}

/** An entry as a line: JSON has no tabs and no line ends. */
export function encodeEntry({ id, path, observations, result }: Entry): string {
  return [id, JSON.stringify(path), JSON.stringify(observations), JSON.stringify(result)].join('\t');
}

/** The file that a line is about. */
export function pathOfLine(line: string): string {
  return JSON.parse(line.split('\t', 2)[1]!);
}

/** The inverse of `encodeEntry`; the result only where the observations are found to hold. */
export function decodeEntry(line: string): Pick<Entry, 'observations'> & { result(): unknown } {
  const [, , observations, result] = line.split('\t');
  return { observations: JSON.parse(observations!), result: () => JSON.parse(result!) };
}
