import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A cluster to edit, and `pgconflint` as an installation puts it on the PATH. */
export interface Scene {
  /** Everything of the scene, and room for an editor's own files. */
  folder: string;
  /** Holds a copy of examples/insecure. */
  cluster: string;
  path: string;
  remove(): void;
}

/** Makes a scene in a folder of its own. */
export function makeScene(): Scene {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'editors-')));
  const cluster = join(folder, 'insecure');
  cpSync(join(root, 'examples/insecure'), cluster, { recursive: true });
  const commands = join(folder, 'bin');
  mkdirSync(commands);
  const command = join(commands, 'pgconflint');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  return {
    folder,
    cluster,
    path: commands + delimiter + process.env['PATH'],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/**
 * Whether a command is there; says on standard error which tests are left out where it is not.
 *
 * @param version how it is asked for its version
 */
export function isInstalled(command: string, tests: string, version = '--version'): boolean {
  if (spawnSync(command, [version], { stdio: 'ignore' }).status === 0) return true;
  process.stderr.write(`No ${command} on this machine: the tests with ${tests} are left out.\n`);
  return false;
}
