/** A server that takes connections over TCP, with TLS, and says which record decided each login. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account, Installation } from '../installations.js';
import type { Certificates, ClientCertificate } from './certificates.js';
import { type Attempt, type Heard, logIn, type Place } from './client.js';
import type { Surroundings } from './host-names.js';
import { type LoggedConnection, readConnections } from './server-log.js';

/** What became of a login. */
export interface Outcome {
  verdict: 'authenticate' | 'reject' | 'implicit-reject' | 'other';
  /** Every method that may have been at work. */
  methods: readonly string[];
  /** The record that decided, the file relative to the data folder; undefined where the server does not say. */
  file: string | undefined;
  line: number | undefined;
  /** Whether the server wanted a certificate that the client did not show. */
  wantedCertificate: boolean;
  /** The refusal in the server's words. */
  refusal: string | undefined;
}

/** What a server is made of. */
export interface LoginServerOptions {
  installation: Installation;
  /** An existing folder that the account can write to. */
  base: string;
  account: Account | undefined;
  certificates: Certificates;
  /** What the server is started through, for names of addresses; undefined for the machine's own. */
  surroundings: Surroundings | undefined;
  /** Statements, one a line, that make the roles. */
  sql: string;
  /** The mappings. */
  ident: string;
}

const atOnce = 8;
const firstPort = 20_000;
const lastPort = 60_000;
const sentinel: Attempt = { user: 'x', database: 'x', replication: false, transport: 'local', from: undefined };

export class LoginServer {
  readonly #folder: string;
  readonly #place: Place;
  readonly #certificates: Certificates;
  readonly #major: number;
  readonly #process: ChildProcess;
  #port = firstPort;
  #log = '';
  #files: string[] = [];

  private constructor(
    folder: string,
    place: Place,
    { certificates, installation }: LoginServerOptions,
    child: ChildProcess,
  ) {
    this.#folder = folder;
    this.#place = place;
    this.#certificates = certificates;
    this.#major = installation.major;
    this.#process = child;
    child.stderr!.setEncoding('latin1').on('data', (text: string) => {
      this.#log += text;
    });
  }

  /** Makes a data folder with roles and mappings, and starts a server on it. */
  static async start(options: LoginServerOptions): Promise<LoginServer> {
    const { installation, base, account, surroundings, sql, ident } = options;
    const folder = join(base, `logins-${installation.name}`);
    const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
    const run = (program: string, args: string[], input = '') =>
      execFileSync(join(installation.bin, program), args, {
        ...account,
        env,
        input,
        timeout: 60_000,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
    run('initdb', ['-D', folder, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C']);
    // Else md5 asks for SCRAM.
    run('postgres', ['--single', '-c', 'password_encryption=md5', '-D', folder, 'postgres'], sql);
    writeFileSync(join(folder, 'pg_ident.conf'), ident);
    writeFileSync(join(folder, 'postgresql.conf'), '');
    const tls = ownCertificates(options, folder);
    const port = 7000 + installation.major;
    const settings = {
      listen_addresses: '127.0.0.1,::1',
      unix_socket_directories: base,
      port: `${port}`,
      ssl: 'on',
      ...tls,
      password_encryption: 'md5',
      log_connections: 'on',
      log_line_prefix: '%p|',
      fsync: 'off',
      lc_messages: 'C',
      shared_buffers: '4MB',
      max_connections: '60',
      autovacuum: 'off',
      logging_collector: 'off',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = [join(installation.bin, 'postgres'), '-D', folder, ...flags];
    const stdio = ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'];
    const child = surroundings
      ? spawn(surroundings.command, [...surroundings.args, ...server], { env, stdio })
      : spawn(server[0]!, server.slice(1), { ...account, env, stdio });
    const started = new LoginServer(folder, { socket: join(base, `.s.PGSQL.${port}`), port }, options, child);
    try {
      await started.#logged((log) => log.includes('ready to accept connections'));
    } catch (error) {
      child.kill('SIGQUIT');
      throw error;
    }
    return started;
  }

  async #logged(fits: (log: string) => boolean): Promise<void> {
    for (let waits = 0; !fits(this.#log); waits++) {
      if (waits > 2_000 || this.#process.exitCode !== null)
        throw new Error(`not logged within 20 s: ${this.#log.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /**
   * Puts files in force: pg_hba.conf, what it includes, postgresql.conf. Connections that come afterwards are judged
   * by them.
   *
   * @throws where the server refuses them
   */
  async use(files: Readonly<Record<string, string>>): Promise<void> {
    for (const name of this.#files) rmSync(join(this.#folder, name), { force: true });
    this.#files = Object.keys(files);
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.#folder, name);
      mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
      writeFileSync(path, text);
    }
    this.#log = '';
    this.#process.kill('SIGHUP');
    await this.#logged((log) => log.includes('received SIGHUP'));
    await this.#logIn(sentinel);
    await this.#logged((log) => log.includes('connection received'));
    if (/was not reloaded|contains errors/.test(this.#log)) throw new Error(`refused: ${this.#log}`);
  }

  /** Where it listens on 127.0.0.1. */
  get port(): number {
    return this.#place.port;
  }

  /** Each login has a port of its own, by which the log tells it from all others; those of other programs are skipped. */
  async #logIn(attempt: Attempt, certificate?: ClientCertificate): Promise<Heard> {
    for (;;) {
      this.#port = this.#port === lastPort ? firstPort : this.#port + 1;
      try {
        return await logIn(attempt, this.#place, this.#port, certificate);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
  }

  /** Logs in, several at once, and gives what became of each login, in order. */
  async outcomes(attempts: readonly Attempt[]): Promise<Outcome[]> {
    this.#log = '';
    const heard: Heard[] = new Array(attempts.length);
    const locals = [...attempts.keys()].filter((index) => attempts[index]!.transport === 'local');
    const others = [...attempts.keys()].filter((index) => attempts[index]!.transport !== 'local');
    const work = async (queue: number[]) => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        const attempt = attempts[index]!;
        const certificate = this.#certificates.clients.get(attempt.certificate ?? '');
        heard[index] = await this.#logIn(attempt, certificate);
      }
    };
    // The log tells connections through the socket apart by their order alone, so they come one by one.
    await Promise.all([work([...locals]), ...Array.from({ length: atOnce - 1 }, () => work(others))]);
    await this.#logIn(sentinel);
    const local = (log: string) => log.split('connection received: host=[local]').length - 1;
    await this.#logged((log) => local(log) > locals.length);
    const connections = readConnections(this.#log);
    const byClient = new Map(connections.map((connection) => [connection.client, connection]));
    const localConnections = connections.filter(({ client }) => client === '[local]');
    for (const [place, index] of locals.entries()) byClient.set(`local ${index}`, localConnections[place]!);
    return attempts.map(({ from }, index) => {
      const { port } = heard[index]!;
      const logged = byClient.get(port === undefined ? `local ${index}` : `${from}:${port}`);
      if (!logged) throw new Error(`a login is missing in the log: ${JSON.stringify(attempts[index])}`);
      return this.#outcome(heard[index]!, logged);
    });
  }

  #outcome({ asked, refusal }: Heard, { method, file, line }: LoggedConnection): Outcome {
    const prefix = `${this.#folder}/`;
    const name = file?.startsWith(prefix) ? file.slice(prefix.length) : line === undefined ? undefined : 'pg_hba.conf';
    const outcome: Outcome = {
      verdict: 'authenticate',
      methods: [],
      file: name,
      line,
      wantedCertificate: refusal === 'connection requires a valid client certificate',
      refusal,
    };
    if (refusal?.startsWith('pg_hba.conf rejects ')) return { ...outcome, verdict: 'reject' };
    if (refusal?.startsWith('no pg_hba.conf entry ')) return { ...outcome, verdict: 'implicit-reject' };
    if (outcome.wantedCertificate) return outcome;
    if (method !== undefined) return { ...outcome, methods: [method] };
    if (asked === 'nothing') return { ...outcome, methods: this.#silentMethods() };
    if (asked !== undefined) return { ...outcome, methods: [asked] };
    const refused = /^(Peer|Ident|certificate|"trust") authentication failed for user /.exec(refusal ?? '')?.[1];
    if (refused === undefined) return { ...outcome, verdict: 'other' };
    return { ...outcome, methods: [{ Peer: 'peer', Ident: 'ident', certificate: 'cert' }[refused] ?? 'trust'] };
  }

  /** Which methods let a client in without a question and without naming themselves in the log. */
  #silentMethods(): string[] {
    return this.#major >= 14 ? ['trust'] : ['trust', 'peer', 'cert'];
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    const force = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    this.#process.kill('SIGINT');
    await ended;
    clearTimeout(force);
  }

  /** The last resort while the process itself is ending: an immediate shutdown, without waiting. */
  kill(): void {
    if (this.#process.exitCode === null) this.#process.kill('SIGQUIT');
  }
}

/** Copies what the settings name into the data folder: the server wants a key of its own account, closed to others. */
function ownCertificates({ certificates, account }: LoginServerOptions, folder: string): Record<string, string> {
  const settings: Record<string, string> = {};
  const sources = { ssl_ca_file: 'authority', ssl_cert_file: 'certificate', ssl_key_file: 'key' } as const;
  for (const [setting, source] of Object.entries(sources)) {
    const copy = join(folder, `${source}.pem`);
    cpSync(certificates[source], copy);
    execFileSync('chmod', ['600', copy]);
    if (account) chownSync(copy, account.uid, account.gid);
    settings[setting] = copy;
  }
  return settings;
}
