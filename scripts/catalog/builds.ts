import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One installed PostgreSQL that the catalog is read from. */
export interface Build {
  major: number;
  /** `npm` for the plain builds of test/servers, `system` for a distribution's build with everything compiled in. */
  origin: 'npm' | 'system';
  /** The folder of postgres and initdb. */
  bin: string;
  /** The folder of the loadable libraries. */
  lib: string;
}

/**
 * Lists the servers of this machine: the npm packages postgres-10 to postgres-18 below a folder, and Debian's builds.
 *
 * @param packages a node_modules folder with packages named postgres-N
 */
export function findBuilds(packages: string): Build[] {
  const builds: Build[] = [];
  for (const name of existsSync(packages) ? readdirSync(packages) : []) {
    const major = Number(/^postgres-(\d+)$/.exec(name)?.[1]);
    const native = join(packages, name, 'native');
    if (!major || !existsSync(join(native, 'bin/postgres'))) continue;
    builds.push({ major, origin: 'npm', bin: join(native, 'bin'), lib: join(native, 'lib/postgresql') });
  }
  const system = '/usr/lib/postgresql';
  for (const name of existsSync(system) ? readdirSync(system) : []) {
    const home = join(system, name);
    if (!/^\d+$/.test(name) || !existsSync(join(home, 'bin/postgres'))) continue;
    builds.push({ major: Number(name), origin: 'system', bin: join(home, 'bin'), lib: join(home, 'lib') });
  }
  return builds.sort((a, b) => a.major - b.major || a.origin.localeCompare(b.origin));
}

/** Who runs a server: PostgreSQL refuses to run as root, so root lends it the account `postgres`. */
export interface Account {
  uid: number;
  gid: number;
}

/** The account for servers; undefined where the current one will do. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
