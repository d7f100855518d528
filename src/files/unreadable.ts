import { accessSync, constants, readFileSync, type Stats, statSync } from 'node:fs';
import { folderOf } from './paths.js';

/**
 * Why a file or a folder on the disk that is there cannot be read, a clause for people:
 * `permission denied (mode 0640, owner postgres)`.
 *
 * @param path absolute
 * @returns undefined where nothing more is known than that it cannot be read
 */
export function whyUnreadable(path: string): string | undefined {
  const denying = denyingAt(path);
  if (denying === undefined) return undefined;
  const { at, status } = denying;
  const where = at === path ? '' : ` at ${at}`;
  // Windows knows neither modes nor owners that would say anything.
  if (process.getuid === undefined) return `permission denied${where}`;
  const mode = (status.mode & 0o777).toString(8).padStart(4, '0');
  return `permission denied${where} (mode ${mode}, owner ${nameOfUser(status.uid) ?? status.uid})`;
}

/** How to run a command so that it may read a path: `sudo -u postgres pgconflint`; undefined where permissions are not why it cannot. */
export function commandThatReads(path: string): string | undefined {
  const status = process.getuid === undefined ? undefined : denyingAt(path)?.status;
  if (status === undefined) return undefined;
  if (status.uid === 0) return 'sudo pgconflint';
  return `sudo -u ${nameOfUser(status.uid) ?? `'#${status.uid}'`} pgconflint`;
}

/** What keeps us from reading a path: itself, or a folder above it. */
function denyingAt(path: string): { at: string; status: Stats } | undefined {
  for (let at = path; ; at = folderOf(at)) {
    const status = statusOf(at);
    if (status !== undefined) return isDenied(at, status, at === path) ? { at, status } : undefined;
    if (folderOf(at) === at) return undefined;
  }
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isDenied(path: string, status: Stats, isItself: boolean): boolean {
  // A file that is one of a folder needs the folder to be searched, not listed.
  const wanted = isItself ? constants.R_OK : 0;
  try {
    accessSync(path, status.isDirectory() ? wanted | constants.X_OK : wanted);
    return false;
  } catch {
    return true;
  }
}

/** The name of a user as passwd(5) has it; nothing else is asked. */
function nameOfUser(uid: number): string | undefined {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.find((line) => line.split(':')[2] === String(uid))?.split(':')[0] || undefined;
  } catch {
    return undefined;
  }
}
