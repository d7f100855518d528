/** Which PostgreSQL servers this machine can run, and as whom. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMajor, type Major } from '../../src/catalog/majors.js';

/** One set of PostgreSQL programs. */
export interface Installation {
  /** `18` for an npm package or an unpacked one, `15-debian` for a Debian package. */
  name: string;
  major: Major;
  /** The release that it calls itself: `15.20`, `19rc1`. */
  version: string;
  /** The folder with `postgres` and `initdb`. */
  bin: string;
  /** The file of the server itself; in an unpacked package, `postgres` in `bin` only starts it. */
  program: string;
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

/** The release that programs call themselves. */
function versionOf(bin: string, account: Account | undefined): string | undefined {
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { ...account, encoding: 'utf8', timeout: 10_000 });
  return /\(PostgreSQL\) (\S+)/.exec(run.stdout ?? '')?.[1];
}

/**
 * The installed servers: the npm packages of this folder, Debian's that are unpacked here, and Debian's that are
 * installed, by rising major.
 *
 * @param account who runs them
 * @param scratch a folder that the account can read, for copies of packages that it cannot reach where they are
 */
export function findInstallations(account: Account | undefined, scratch: string): Installation[] {
  const found: Installation[] = [];
  const add = (name: string, major: Major, bin: string, share: string, program = join(bin, 'postgres')) => {
    const version = versionOf(bin, account);
    if (version === undefined) throw new Error(`${join(bin, 'postgres')} does not run`);
    found.push({ name, major, version, bin, program, share });
  };
  const packages = join(here, 'node_modules');
  for (const folder of existsSync(packages) ? readdirSync(packages) : []) {
    const major = Number(/^postgres-(\d+)$/.exec(folder)?.[1]);
    if (!isMajor(major)) continue;
    hydrateSymlinks(join(packages, folder));
    const native = reachable(join(packages, folder, 'native'), account, scratch, folder);
    add(`${major}`, major, join(native, 'bin'), join(native, 'share/postgresql'));
  }
  const unpacked = join(here, 'unpacked');
  for (const folder of existsSync(unpacked) ? readdirSync(unpacked) : []) {
    const major = Number(folder);
    if (!isMajor(major) || found.some((one) => one.major === major)) continue;
    const own = join(unpacked, folder);
    const programs = (root: string) => join(root, 'usr/lib/postgresql', folder, 'bin');
    const root = versionOf(programs(own), account) === undefined ? copied(own, scratch, folder) : own;
    const share = join(root, 'usr/share/postgresql', folder);
    add(folder, major, programs(root), share, join(root, 'programs/postgres'));
  }
  const debian = '/usr/lib/postgresql';
  for (const folder of existsSync(debian) ? readdirSync(debian) : []) {
    const bin = join(debian, folder, 'bin');
    const major = Number(folder);
    if (!isMajor(major) || !existsSync(join(bin, 'postgres'))) continue;
    add(`${major}-debian`, major, bin, join('/usr/share/postgresql', folder));
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
  return versionOf(join(native, 'bin'), account) === undefined ? copied(native, scratch, name) : native;
}

function copied(folder: string, scratch: string, name: string): string {
  const copy = join(scratch, 'programs', name);
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
