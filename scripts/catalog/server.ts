import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from '../../test/servers/connection.js';
import type { Account, Installation } from '../../test/servers/installations.js';

const port = 5432;

type Row = (string | null)[];

/** A data folder of one installation. */
export interface Sandbox {
  installation: Installation;
  /** The folder of the loadable libraries. */
  libraries: string;
  folder: string;
  account: Account | undefined;
}

/**
 * Makes the data folder of an installation, or takes the one that an earlier run left.
 *
 * @param work an existing folder for data folders
 */
export function makeSandbox(installation: Installation, work: string, account: Account | undefined): Sandbox {
  const folder = join(work, installation.name);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
    const options = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
    execFileSync(join(installation.bin, 'initdb'), options, { ...account, stdio: 'pipe', cwd: '/' });
  }
  const plain = join(installation.bin, '../lib/postgresql');
  const libraries = existsSync(plain) ? plain : join(installation.bin, '../lib');
  return { installation, libraries, folder, account };
}

/**
 * Starts the server with extra settings, runs statements, stops it.
 *
 * @returns for each statement its rows as text, or the error with which the server refused it
 * @throws where the server does not start with these settings
 */
export async function query(
  sandbox: Sandbox,
  settings: Record<string, string>,
  statements: readonly string[],
): Promise<(Row[] | Error)[]> {
  const server = await start(sandbox, settings);
  try {
    const connection = await Connection.open(join(sandbox.folder, `.s.PGSQL.${port}`));
    const results: (Row[] | Error)[] = [];
    for (const statement of statements) {
      const result = connection.query(statement).then(({ rows }) => rows);
      results.push(await result.catch((error: Error) => error));
    }
    connection.close();
    return results;
  } finally {
    await stop(server);
  }
}

/** Runs one query that the server must take. */
export async function queryRows(sandbox: Sandbox, settings: Record<string, string>, statement: string): Promise<Row[]> {
  const [rows] = await query(sandbox, settings, [statement]);
  if (!Array.isArray(rows)) throw rows;
  return rows;
}

async function start(sandbox: Sandbox, settings: Record<string, string>): Promise<ChildProcess> {
  const { installation, folder, account } = sandbox;
  const all = { listen_addresses: '', unix_socket_directories: folder, port: String(port), fsync: 'off', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(installation.bin, 'postgres'), ['-D', folder, ...options], {
    ...account,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: '' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`${installation.name} does not start`);
    const status = readIfThere(join(folder, 'postmaster.pid')).split('\n')[7]?.trim();
    if (status === 'ready') return server;
    await wait(50);
  }
  await stop(server);
  throw new Error(`${installation.name} did not become ready`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * Lets the server read a postgresql.conf as at its start, without starting: `postgres -C work_mem`.
 *
 * @param text the whole file
 * @returns whether it loads, and what the server wrote to its log
 */
export function readConfiguration(sandbox: Sandbox, text: string): { ok: boolean; log: string } {
  const { installation, account } = sandbox;
  const folder = `${sandbox.folder}-conf`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'postgresql.conf'), text);
  writeFileSync(join(folder, 'postgresql.auto.conf'), '');
  for (const path of [folder, join(folder, 'postgresql.conf'), join(folder, 'postgresql.auto.conf')]) {
    if (account) chownSync(path, account.uid, account.gid);
  }
  const result = spawnSync(join(installation.bin, 'postgres'), ['-D', folder, '-C', 'work_mem'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { ok: result.status === 0, log: result.stderr };
}
