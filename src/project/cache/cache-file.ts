import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { nodeFileSystem, readOpenFile } from '../../files/node-file-system.js';
import { writeWhole } from '../../files/write-whole.js';
import { leadsOut } from '../../linter/configuration/bounds.js';
import { isOwn } from '../trusted-folders.js';
import { isTracked } from './git-index.js';
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
    const found = readOwnFile(path);
    if (typeof found !== 'string') text = new TextDecoder().decode(found);
    else return { lines: nothing, foreign: true, remark: found };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lines: nothing };
    return { lines: nothing, foreign: true, remark: `cannot be read (${(error as Error).message}) and is not used.` };
  }
  if (text === '') return { lines: nothing };
  const end = text.indexOf('\n');
  const [written, by, digest] = text.slice(0, end === -1 ? undefined : end).split('\t');
  if (written !== mark) {
    return {
      lines: nothing,
      foreign: true,
      remark: 'is not a cache of pgconflint, so it is neither used nor replaced.',
    };
  }
  if (by !== program) return { lines: nothing };
  const rest = text.slice(end + 1);
  if (end === -1 || digest !== digestOf(rest)) {
    return { lines: nothing, remark: 'is damaged; everything is checked again and the file replaced.' };
  }
  const lines = rest.split('\n').slice(0, -1);
  return { lines: new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line])) };
}

/**
 * Reads a cache that nobody else can have written: whoever writes it decides what is found.
 *
 * @returns a clause behind its name where it may be another's
 * @throws the error of the file system
 */
function readOwnFile(path: string): Uint8Array | string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink !== true && leadsOut(path, path, nodeFileSystem))
    return 'stands in a folder that is a link and leads out, so it is neither used nor replaced.';
  if (isLink) return 'is a symbolic link, so it is neither used nor replaced.';
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!isOwn(fstatSync(handle))) return 'can be written by other users, so it is neither used nor replaced.';
    if (isTracked(path)) return 'is tracked by git and so may be somebody else’s; it is neither used nor replaced.';
    return readOpenFile(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes a cache file as a whole, for this user alone.
 *
 * @throws the error of the file system; the file is then as it was
 */
export function writeCacheFile(path: string, program: string, lines: Iterable<string>): void {
  const rest = [...lines, ''].join('\n');
  writeWhole(path, `${mark}\t${program}\t${digestOf(rest)}\n${rest}`, 0o600);
}

/** An entry as a line: JSON has no tabs and no line ends. */
export function encodeEntry({ id, path, observations, result }: Entry): string {
  return [id, JSON.stringify(path), JSON.stringify(observations), JSON.stringify(result)].join('\t');
}

/** The file that a line is about; an empty text where it does not tell. */
export function pathOfLine(line: string): string {
  const path = parseJson(line.split('\t', 2)[1]);
  return typeof path === 'string' ? path : '';
}

/** The inverse of `encodeEntry`, of a line that may hold anything; the result only where the observations are found to hold. */
export function decodeEntry(line: string): { observations: unknown; result(): unknown } {
  const [, , observations, result] = line.split('\t');
  return { observations: parseJson(observations), result: () => parseJson(result) };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
