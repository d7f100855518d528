/** Which files a git repository tracks, read from its index without git (gitformat-index(5)). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Tells whether git tracks a file: then it came, or may come, with the files of others. Where an index cannot be read, it
 * counts as tracked.
 *
 * @param path absolute
 */
export function isTracked(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const entry = join(folder, '.git');
    if (statSync(entry, { throwIfNoEntry: false }) !== undefined) {
      return tracks(gitFolder(entry), relative(folder, path).split(sep).join('/'));
    }
    if (folder === dirname(folder)) return false;
  }
}

/** The folder that `.git` is, or that it names: in a work tree or a submodule it is a file. */
function gitFolder(entry: string): string | undefined {
  if (statSync(entry).isDirectory()) return entry;
  const named = /^gitdir: (.+)$/m.exec(readFileSync(entry, 'utf8').slice(0, 4096))?.[1];
  if (named === undefined) return undefined;
  return isAbsolute(named) ? named : resolve(dirname(entry), named);
}

function tracks(folder: string | undefined, name: string): boolean {
  if (folder === undefined) return true;
  try {
    // A split index has most of its entries in a second file.
    const indexes = readdirSync(folder).filter((one) => one === 'index' || one.startsWith('sharedindex.'));
    return indexes.some((one) => {
      const bytes = readFileSync(join(folder, one));
      return bytes.length > 0 && indexHolds(bytes, name);
    });
  } catch {
    return true;
  }
}

/** Before the name: ten numbers, the object's name and the flags. */
const numbers = 40;
const flagsLength = 2;
const extended = 0x4000;

/**
 * Tells whether an index has an entry of a name, or one of a folder above it (a sparse index).
 *
 * @throws Error where the bytes are no index
 */
export function indexHolds(bytes: Buffer, name: string): boolean {
  // The names of objects have 20 bytes with SHA-1 and 32 with SHA-256; only with the right length is everything an entry.
  for (const hashLength of [20, 32]) {
    const names = namesIn(bytes, hashLength);
    if (names !== undefined) return names.some((one) => one === name || (one.endsWith('/') && name.startsWith(one)));
  }
  throw new Error('this is not an index');
}

function namesIn(bytes: Buffer, hashLength: number): string[] | undefined {
  if (bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (version < 2 || version > 4) return undefined;
  const names: string[] = [];
  const end = bytes.length - hashLength;
  let before = Buffer.alloc(0);
  let at = 12;
  for (let index = 0; index < count; index++) {
    const start = at;
    at += numbers + hashLength;
    if (at + flagsLength > end) return undefined;
    const flags = bytes.readUInt16BE(at);
    at += flagsLength + (version >= 3 && (flags & extended) !== 0 ? 2 : 0);
    let kept = 0;
    if (version === 4) {
      const stripped = readOffset(bytes, at);
      at = stripped.next;
      kept = before.length - stripped.value;
      if (kept < 0) return undefined;
    }
    const zero = bytes.indexOf(0, at);
    if (zero === -1 || zero >= end) return undefined;
    const whole = Buffer.concat([before.subarray(0, kept), bytes.subarray(at, zero)]);
    // Entries are sorted by their bytes, and the flags hold the length of short names.
    const length = flags & 0xfff;
    if (length !== Math.min(whole.length, 0xfff) || Buffer.compare(before, whole) > 0) return undefined;
    names.push(whole.toString('utf8'));
    before = whole;
    // Up to version 3, one to eight zero bytes follow, so that each entry is a multiple of eight bytes long.
    at = version === 4 ? zero + 1 : start + Math.ceil((zero + 1 - start) / 8) * 8;
  }
  return names;
}

/** A number as in an OFS_DELTA of a pack: seven bits a byte, the highest first. */
function readOffset(bytes: Buffer, at: number): { value: number; next: number } {
  let next = at;
  let byte = bytes[next++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && next < bytes.length) {
    byte = bytes[next++]!;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next };
}
