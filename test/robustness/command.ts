import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** How the built command ended. */
export interface Ending {
  /** The exit code; null where it had to be killed. */
  code: number | null;
  output: string;
  errors: string;
}

/** So long a run may take on a slow machine before it counts as hanging, in milliseconds. */
const patience = 60_000;

/** Runs the built command in a folder, to its end. */
export function lint(cwd: string, args: readonly string[], node: readonly string[] = [], env = {}): Ending {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, `${root}dist/cli.js`, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 512 * 1024 * 1024,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
  });
  return { code: status, output: stdout, errors: stderr };
}

/** What the command read, wrote and started, by the functions of Node that do it. */
export interface Calls {
  reads: string[];
  writes: string[];
  programs: string[];
  connections: string[];
}

/** Runs the built command and writes down what it reads, writes and starts. */
export function lintAndRecord(cwd: string, args: readonly string[]): Ending & { calls: Calls } {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-calls-'));
  const file = join(folder, 'calls.json');
  const recorder = new URL('record-calls.mjs', import.meta.url).href;
  const ending = lint(cwd, args, ['--import', recorder], { PGCONFLINT_TEST_CALLS: file });
  const calls = JSON.parse(readFileSync(file, 'utf8')) as Calls;
  rmSync(folder, { recursive: true });
  return { ...ending, calls };
}

/** Makes a folder with files; a name may hold folders. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-robust-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
