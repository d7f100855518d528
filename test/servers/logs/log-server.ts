/** A server that writes its log in every format, and what clients heard from it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Installation } from '../installations.js';
import type { Certificates } from '../logins/certificates.js';
import { type Attempt, type Heard, logIn } from '../logins/client.js';

export interface LogServerOptions {
  installation: Installation;
  base: string;
  account: Account | undefined;
  certificates: Certificates;
  /** Statements that make the roles. */
  sql: string;
  prefix: string;
  /** What tells its folder from that of another one. */
  purpose: string;
  /** What the data folder holds beside what initdb makes. */
  files: Readonly<Record<string, string>>;
}

/** The logs of a server by their format. */
export type Logs = Readonly<Record<'stderr' | 'csvlog' | 'jsonlog', string>>;

const endings = { stderr: '.log', csvlog: '.csv', jsonlog: '.json' } as const;

/**
 * Starts a server, logs in one by one, and stops it.
 *
 * @returns what the clients heard, and the logs; an empty one for a format that the major does not have
 */
export async function logsOf(
  options: LogServerOptions,
  attempts: readonly Attempt[],
): Promise<{ heard: Heard[]; logs: Logs }> {
  const { installation, base, account, certificates, sql, prefix, purpose, files } = options;
  const { name, major, bin } = installation;
  const folder = join(base, `logs-${name}${purpose}`);
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  const run = (program: string, args: string[], input = '') =>
    execFileSync(join(bin, program), args, {
      ...account,
      env,
      input,
      timeout: 60_000,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  run('initdb', ['-D', folder, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C']);
  run('postgres', ['--single', '-c', 'password_encryption=md5', '-D', folder, 'postgres'], sql);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const key = join(folder, 'own.key');
  writeFileSync(key, readFileSync(certificates.key), { mode: 0o600 });
  if (account) chownSync(key, account.uid, account.gid);
  const port = 7100 + major;
  const settings = {
    listen_addresses: '127.0.0.1,::1',
    unix_socket_directories: base,
    port: `${port}`,
    ssl: 'on',
    ssl_cert_file: certificates.certificate,
    ssl_key_file: key,
    password_encryption: 'md5',
    log_connections: 'on',
    log_line_prefix: prefix,
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'logs',
    log_filename: 'server.log',
    log_destination: major >= 15 ? 'stderr,csvlog,jsonlog' : 'stderr,csvlog',
    fsync: 'off',
    lc_messages: 'C',
    shared_buffers: '4MB',
    autovacuum: 'off',
  };
  const flags = Object.entries(settings).flatMap(([setting, value]) => ['-c', `${setting}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', folder, ...flags], { ...account, env, stdio: 'ignore' });
  const abandon = () => child.kill('SIGQUIT');
  process.on('exit', abandon);
  const socket = join(base, `.s.PGSQL.${port}`);
  const heard: Heard[] = [];
  try {
    await until(() => existsSync(join(folder, 'logs/server.log')) && existsSync(socket));
    await until(() => readFileSync(join(folder, 'logs/server.log'), 'utf8').includes('ready to accept connections'));
    let localPort = 21_000;
    for (const attempt of attempts) {
      heard.push(
        await logIn(attempt, { socket, port }, localPort++, certificates.clients.get(attempt.certificate ?? '')),
      );
    }
  } finally {
    await stop(child);
    process.off('exit', abandon);
  }
  const names = readdirSync(join(folder, 'logs'));
  const text = (ending: string) =>
    names
      .filter((one) => one.endsWith(ending))
      .map((one) => readFileSync(join(folder, 'logs', one), 'utf8'))
      .join('');
  return {
    heard,
    logs: { stderr: text(endings.stderr), csvlog: text(endings.csvlog), jsonlog: text(endings.jsonlog) },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waits = 0; !isSo(); waits++) {
    if (waits > 1_000) throw new Error('the server did not start within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}
