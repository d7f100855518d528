import type { Major } from '../catalog/majors.js';
import { canonicalizePath } from './canonical-path.js';

/** Paths as the core sees them: absolute, with `/`; a Windows path starts with its drive (`C:/…`). */

const drive = /^[A-Za-z]:(?=\/|$)/;

/**
 * Writes a path of the running platform in the core's form: `\` becomes `/` where the path is a Windows one.
 *
 * @param path an absolute path as the platform writes it
 */
export function toCorePath(path: string): string {
  if (!/^[A-Za-z]:[\\/]/.test(path) && !path.startsWith('\\\\')) return path;
  return normalizePath(path.replaceAll('\\', '/'));
}

/** Tells whether a path is absolute; a drive letter counts only where the caller lives on Windows (`base` has one too). */
export function isAbsolutePath(path: string, base = ''): boolean {
  return path.startsWith('/') || (drive.test(path) && (base === '' || drive.test(base)));
}

/** Removes `.`, `..`, doubled and trailing slashes, as the server's canonicalize_path does (src/port/path.c). */
export function normalizePath(path: string): string {
  const prefix = drive.exec(path)?.[0] ?? '';
  const rest = path.slice(prefix.length);
  const kept: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') kept.pop();
    else kept.push(part);
  }
  return `${prefix}/${kept.join('/')}`;
}

/** The folder of a path; the root's folder is the root. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  if (at <= 0) return '/';
  const folder = path.slice(0, at);
  return drive.test(folder) && folder.length === 2 ? `${folder}/` : folder;
}

/** The last part of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * The absolute path of a file that is named in another one.
 *
 * @param folder the folder that relative names start from
 * @param name the name as written
 */
export function resolvePath(folder: string, name: string): string {
  if (isAbsolutePath(name, folder)) return normalizePath(name);
  return normalizePath(`${folder}/${name}`);
}

/**
 * The absolute path of a file that another one names, as the server writes it (AbsoluteConfigLocation of conffiles.c):
 * absolute names stay as they are; before 15 `..` stays in the middle of the others.
 *
 * @param folder the folder that relative names start from
 * @param name the name as written
 * @param target the server's major
 */
export function pathAsServerWrites(folder: string, name: string, target: Major): string {
  if (isAbsolutePath(name, folder)) return name;
  // join_path_components drops a leading `./` itself.
  return canonicalizePath(`${folder}/${name.replace(/^(?:\.\/)+/, '')}`, target);
}

/** Tells whether a path is a folder itself or stands somewhere below it. */
export function isInside(path: string, folder: string): boolean {
  if (path === folder) return true;
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * A path as seen from a folder: what stands below it is written relatively, everything else stays absolute.
 *
 * @param path an absolute path
 * @param folder an absolute path
 */
export function relativePath(path: string, folder: string): string {
  if (path === folder) return '.';
  if (!isInside(path, folder)) return path;
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

/**
 * Compares names as the server sorts them: by the bytes of their UTF-8 form (strcmp), which is the order of code points.
 */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    let a = left.charCodeAt(at);
    let b = right.charCodeAt(at);
    if (a === b) continue;
    // Surrogates stand for code points above U+FFFF, which UTF-8 puts behind all others.
    if (a >= 0xd800 && a <= 0xdfff) a += 0x10000;
    if (b >= 0xd800 && b <= 0xdfff) b += 0x10000;
    return a - b;
  }
  return left.length - right.length;
}
