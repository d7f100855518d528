/** Which PostgreSQL servers this machine can run, and as whom. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMajor, type Major } from '../../src/catalog/majors.js';

/** One set of PostgreSQL programs. */
export interface Installation {
  /** `18` for an npm package, `15-debian` for a Debian package. */
  name: string;
  major: Major;
  /** The folder with `postgres` and `initdb`. */
  bin: string;
  /** The folder with postgresql.conf.sample and pg_hba.conf.sample. */
  share: string;
}

/** Who runs a server: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The account for the servers: the present one, or, for root, `postgres` where there is such a user, else `nobody`.
 *
 * @throws where root finds neither
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/**
 * The installed servers: the npm packages of this folder, then Debian's, each by rising major.
 *
 * @param account who runs them
 * @param scratch a folder that the account can read, for copies of packages that it cannot reach where they are
 */
export function findInstallations(account: Account | undefined, scratch: string): Installation[] {
  const found: Installation[] = [];
  const packages = join(here, 'node_modules');
  for (const folder of existsSync(packages) ? readdirSync(packages) : []) {
    const major = Number(/^postgres-(\d+)$/.exec(folder)?.[1]);
    if (!isMajor(major)) continue;
    hydrateSymlinks(join(packages, folder));
    const native = reachable(join(packages, folder, 'native'), account, scratch, folder);
    found.push({ name: `${major}`, major, bin: join(native, 'bin'), share: join(native, 'share/postgresql') });
  }
  const debian = '/usr/lib/postgresql';
  for (const folder of existsSync(debian) ? readdirSync(debian) : []) {
    const bin = join(debian, folder, 'bin');
    const major = Number(folder);
    if (!isMajor(major) || !existsSync(join(bin, 'postgres'))) continue;
    found.push({ name: `${major}-debian`, major, bin, share: join('/usr/share/postgresql', folder) });
  }
  return found.sort((a, b) => a.major - b.major || a.name.length - b.name.length);
}

/** npm packages cannot carry symbolic links; theirs are listed in a file, for an install script that npm may not run. */
function hydrateSymlinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** A checkout in root's home is closed to other users: then the programs are copied to where the account can run them. */
function reachable(native: string, account: Account | undefined, scratch: string, name: string): string {
  const probe = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...account, timeout: 10_000 });
  if (probe.status === 0) return native;
  const copy = join(scratch, 'programs', name);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
