/** One running server: its files, its views, its verdict on a reload, its log. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Major } from '../../src/catalog/majors.js';
import { Connection, QueryError, type Result } from './connection.js';
import type { Account, Installation } from './installations.js';

/** One entry of the postmaster's log. */
export interface LogEntry {
  severity: string;
  message: string;
  context: string | undefined;
}

/** What `postgres -C` says of a configuration. */
export interface ColdStart {
  ok: boolean;
  /** The value asked for, in base units, where it is ok. */
  value: string | undefined;
  messages: string[];
}

const identNotReloaded = /pg_ident\.conf"? was not reloaded$/;
const hbaNotReloaded = /pg_hba\.conf"? was not reloaded$/;
const reloadStarted = /^received SIGHUP/;
/** A mapping that every major refuses, so that its complaint ends each reload. */
const brokenIdent = 'broken\n';
const openHba = 'local all all trust\n';

/** A query after which the server hung up, twice: on a fresh session too. */
export class SessionLostError extends Error {}

export class Server {
  readonly name: string;
  readonly major: Major;
  readonly installation: Installation;
  /** The data folder. */
  readonly folder: string;
  /** The postgresql.conf that is in force between comparisons. */
  settings = '';
  readonly account: Account | undefined;
  readonly #port: number;
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #connection: Connection | undefined;
  #partialLine = '';
  #recentLines: string[] = [];
  #log: LogEntry[] = [];
  #wake: (() => void) | undefined;
  #exited: string | undefined;

  private constructor(installation: Installation, folder: string, account: Account | undefined, port: number) {
    this.name = installation.name;
    this.major = installation.major;
    this.installation = installation;
    this.folder = folder;
    this.account = account;
    this.#port = port;
    this.#env = { PATH: process.env['PATH'], LANG: 'C', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' };
  }

  /**
   * Makes a data folder and starts a server on it, on a Unix socket only.
   *
   * @param installation the programs
   * @param base an existing folder that the account can write to; the data folder and the socket go there
   * @param account who runs it
   * @throws with the log where it does not come up within 30 seconds
   */
  static async start(installation: Installation, base: string, account: Account | undefined): Promise<Server> {
    const port = 6000 + installation.major * 2 + (installation.name.includes('debian') ? 1 : 0);
    const server = new Server(installation, join(base, installation.name), account, port);
    server.#initialize();
    await server.#launch();
    return server;
  }

  #initialize(): void {
    const run = spawnSync(
      join(this.installation.bin, 'initdb'),
      ['-D', this.folder, '-U', 'postgres', '-A', 'trust', '-N', '--locale=C', '-E', 'UTF8'],
      { ...this.account, env: this.#env, encoding: 'utf8', timeout: 120_000 },
    );
    if (run.status !== 0) throw new Error(`initdb of ${this.name} failed: ${run.stderr}`);
    for (const name of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf']) {
      this.write(`made/${name}`, readFileSync(join(this.folder, name)));
    }
    this.restore();
  }

  async #launch(): Promise<void> {
    const options = {
      listen_addresses: '',
      unix_socket_directories: dirname(this.folder),
      port: `${this.#port}`,
      fsync: 'off',
      autovacuum: 'off',
      logging_collector: 'off',
      log_destination: 'stderr',
      log_line_prefix: '%p|',
      lc_messages: 'C',
      max_connections: '10',
      shared_buffers: '4MB',
      max_wal_senders: '2',
      dynamic_shared_memory_type: 'posix',
    };
    const child = spawn(
      join(this.installation.bin, 'postgres'),
      ['-D', this.folder, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...this.account, env: this.#env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#process = child;
    child.on('error', (error) => this.#gone(error.message));
    child.on('exit', (code, signal) => this.#gone(`the server ended (${signal ?? `exit ${code}`})`));
    child.stderr.setEncoding('latin1');
    child.stderr.on('data', (text: string) => this.#read(text));
    await this.#waitFor(({ message }) => message === 'database system is ready to accept connections', 30_000);
    this.#connection = await Connection.open(join(dirname(this.folder), `.s.PGSQL.${this.#port}`));
  }

  #gone(reason: string): void {
    this.#exited ??= reason;
    this.#wake?.();
  }

  /** The postmaster's own lines carry its pid; further lines of a message are indented. */
  #read(text: string): void {
    const lines = (this.#partialLine + text).split('\n');
    this.#partialLine = lines.pop()!;
    this.#recentLines = [...this.#recentLines, ...lines].slice(-20);
    for (const line of lines) {
      const [, pid, severity, message] = /^(\d+)\|([A-Z]+): {2}(.*)$/s.exec(line) ?? [];
      const last = this.#log.at(-1);
      if (pid === undefined && last && line.startsWith('\t')) {
        if (last.context === undefined) last.message += `\n${line.slice(1)}`;
        else last.context += `\n${line.slice(1)}`;
      }
      if (Number(pid) !== this.#process?.pid) continue;
      if (severity === 'CONTEXT' && last) last.context = message!;
      else if (severity !== 'HINT' && severity !== 'DETAIL' && severity !== 'STATEMENT') {
        this.#log.push({ severity: severity!, message: message!, context: undefined });
      }
    }
    this.#wake?.();
  }

  /** Waits until the log has an entry that fits; gives the entries up to it, which are then forgotten. */
  async #waitFor(fits: (entry: LogEntry) => boolean, milliseconds: number): Promise<LogEntry[]> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const at = this.#log.findIndex(fits);
      if (at !== -1) return this.#log.splice(0, at + 1);
      if (this.#exited) throw new Error(`${this.name}: ${this.#exited}; log: ${JSON.stringify(this.#log.slice(-5))}`);
      if (Date.now() >= deadline) throw new Error(`${this.name}: not logged within ${milliseconds} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
  }

  /** Writes a file below the data folder, making the folders between. */
  write(path: string, content: string | Buffer): void {
    const full = join(this.folder, path);
    if (path.includes('/')) mkdirSync(dirname(full), { recursive: true, mode: 0o755 });
    writeFileSync(full, content);
  }

  /** Removes a file or a folder below the data folder. */
  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  /**
   * Asks on the server's own session. Where that is lost, a fresh one is asked once more.
   *
   * @throws QueryError where the server refuses the query; SessionLostError with the end of its log
   */
  async query(sql: string): Promise<Result> {
    try {
      return await this.#connection!.query(sql);
    } catch (error) {
      if (error instanceof QueryError) throw error;
    }
    try {
      await this.#reconnect();
      return await this.#connection!.query(sql);
    } catch (error) {
      if (error instanceof QueryError) throw error;
      const lost = new SessionLostError(
        `${this.name}: ${(error as Error).message}: ${sql.slice(0, 300)}\n${this.#recentLines.join('\n')}`,
      );
      await this.#reconnect();
      throw lost;
    }
  }

  /** Opens a session anew, with the files that let us in, since any records may be in force. The files stay as they are. */
  async #reconnect(): Promise<void> {
    this.#connection?.close();
    const kept = Object.keys(this.ownFiles()).map((path) => [path, readFileSync(join(this.folder, path))] as const);
    const deadline = Date.now() + 60_000;
    for (;;) {
      // A server of which a process has crashed takes no connections until it has recovered, and ends those that are new.
      await new Promise((resolve) => setTimeout(resolve, 300));
      try {
        this.restore();
        await this.reloadHba();
        const connection = await this.connect();
        await connection.query('SELECT 1');
        this.#connection = connection;
        break;
      } catch (error) {
        if (this.#exited || Date.now() > deadline) throw error;
      }
    }
    for (const [path, content] of kept) this.write(path, content);
  }

  /** A further connection, for settings or a database of its own. The caller closes it. */
  connect(database = 'postgres'): Promise<Connection> {
    return Connection.open(join(dirname(this.folder), `.s.PGSQL.${this.#port}`), 10_000, database);
  }

  #hangUp(): void {
    this.#log.length = 0;
    this.#process!.kill('SIGHUP');
  }

  /**
   * Reloads with the pg_hba.conf that stands in the data folder.
   *
   * @returns whether the server took it, and what it logged on the way
   */
  async reloadHba(): Promise<{ ok: boolean; log: LogEntry[] }> {
    this.#hangUp();
    const log = await this.#waitFor(({ message }) => identNotReloaded.test(message), 20_000);
    const ok = !log.some(({ message }) => hbaNotReloaded.test(message));
    return { ok, log };
  }

  /**
   * Reloads with a pg_ident.conf. Nothing is logged where the server takes it, so a second reload, which cannot begin
   * before the first has ended, closes the first.
   *
   * @returns whether the server took it, and what it logged on the way
   */
  async reloadIdent(): Promise<{ ok: boolean; log: LogEntry[] }> {
    this.#hangUp();
    await this.#waitFor(({ message }) => reloadStarted.test(message), 20_000);
    this.#process!.kill('SIGHUP');
    const log = await this.#waitFor(({ message }) => reloadStarted.test(message), 20_000);
    const ok = !log.some(({ message }) => identNotReloaded.test(message));
    return { ok, log };
  }

  /**
   * Makes settings part of what stays in force.
   *
   * @param settings lines of postgresql.conf
   */
  async configure(settings: string): Promise<void> {
    this.settings = settings;
    this.restore();
    await this.reloadHba();
  }

  /** Puts the files back that keep the server open to us and its reloads audible. */
  restore(): void {
    for (const [path, text] of Object.entries(this.ownFiles())) this.write(path, text);
  }

  /** The files that stand in the data folder between comparisons. */
  ownFiles(): Record<string, string> {
    return {
      'postgresql.conf': this.settings,
      'postgresql.auto.conf': '',
      'pg_hba.conf': openHba,
      'pg_ident.conf': brokenIdent,
    };
  }

  /**
   * Asks the programs, not the running server, whether a start with a configuration would get past reading it.
   *
   * @param folder a folder of its own with postgresql.conf in it; it needs no database
   * @param parameter the parameter whose value to print
   */
  coldStart(folder: string, parameter = 'work_mem'): ColdStart {
    const run = spawnSync(join(this.installation.bin, 'postgres'), ['-D', folder, '-C', parameter], {
      ...this.account,
      env: this.#env,
      encoding: 'latin1',
      timeout: 20_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (run.error) throw run.error;
    const messages = run.stderr
      .split('\n')
      .map((line) => /(?:LOG|FATAL|WARNING|ERROR): {2}([\s\S]*)$/.exec(line)?.[1])
      .filter((message) => message !== undefined);
    return { ok: run.status === 0, value: run.status === 0 ? run.stdout.replace(/\n$/, '') : undefined, messages };
  }

  /** Makes a folder that the server's account owns, for coldStart. */
  makeFolder(name: string): string {
    const folder = `${this.folder}-${name}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    if (this.account) chownSync(folder, this.account.uid, this.account.gid);
    return folder;
  }

  /** Gives a file in the data folder to the server's account, closed to others, as a private key must be. */
  own(path: string): void {
    const full = join(this.folder, path);
    if (this.account) chownSync(full, this.account.uid, this.account.gid);
    chmodSync(full, 0o600);
  }

  /** The text of a file of the installation's share folder. */
  shared(name: string): string {
    return readFileSync(join(this.installation.share, name), 'utf8');
  }

  /** Ends the server, by force after ten seconds. Safe to call twice. */
  async stop(): Promise<void> {
    this.#connection?.close();
    const child = this.#process;
    if (!child || this.#exited) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGINT');
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(force);
  }

  /** The last resort while the process itself is ending: an immediate shutdown, without waiting. */
  kill(): void {
    if (!this.#exited) this.#process?.kill('SIGQUIT');
  }
}
