import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account, Build } from './builds.js';
import { runStatements } from './connection.js';

const port = 5432;

/** A data folder of one build, and what can be done with it. */
export interface Sandbox {
  build: Build;
  folder: string;
  account: Account | undefined;
}

/** Makes the data folder of a build, or takes the one that an earlier run left. */
export function makeSandbox(build: Build, work: string, account: Account | undefined): Sandbox {
  const folder = join(work, `${build.origin}-${build.major}`);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
    const options = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
    execFileSync(join(build.bin, 'initdb'), options, { ...account, stdio: 'pipe', cwd: '/' });
  }
  return { build, folder, account };
}

/**
 * Starts the server with extra settings, runs statements, stops it.
 *
 * @returns the statements' results, or undefined where the server did not start with these settings
 */
export async function query(sandbox: Sandbox, settings: Record<string, string>, statements: readonly string[]) {
  const server = await start(sandbox, settings);
  if (!server) return undefined;
  try {
    return await runStatements(join(sandbox.folder, `.s.PGSQL.${port}`), statements);
  } finally {
    await stop(server);
  }
}

async function start(sandbox: Sandbox, settings: Record<string, string>): Promise<ChildProcess | undefined> {
  const { build, folder, account } = sandbox;
  const all = { listen_addresses: '', unix_socket_directories: folder, port: String(port), fsync: 'off', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(build.bin, 'postgres'), ['-D', folder, ...options], {
    ...account,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: '' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) return undefined;
    const status = readIfThere(join(folder, 'postmaster.pid')).split('\n')[7]?.trim();
    if (status === 'ready') return server;
    await wait(50);
  }
  await stop(server);
  throw new Error(`PostgreSQL ${build.major} (${build.origin}) did not become ready`);
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
  const { build, account } = sandbox;
  const folder = `${sandbox.folder}-conf`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'postgresql.conf'), text);
  writeFileSync(join(folder, 'postgresql.auto.conf'), '');
  for (const path of [folder, join(folder, 'postgresql.conf'), join(folder, 'postgresql.auto.conf')]) {
    if (account) chownSync(path, account.uid, account.gid);
  }
  const result = spawnSync(join(build.bin, 'postgres'), ['-D', folder, '-C', 'work_mem'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { ok: result.status === 0, log: result.stderr };
}
