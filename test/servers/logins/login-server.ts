/** A server that takes connections over TCP, with TLS, for logins that go no further than the first answer. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import type { Account, Installation } from '../installations.js';

/** What a client asks for. */
export interface Attempt {
  user: string;
  database: string;
  replication: boolean;
  transport: 'local' | 'plain' | 'tls';
  /** The client's address. */
  from: string | undefined;
}

const methods: Record<number, string> = { 0: 'trust', 3: 'password', 5: 'md5', 10: 'scram-sha-256' };

export class LoginServer {
  readonly #folder: string;
  readonly #port: number;
  readonly #account: Account | undefined;
  readonly #process: ChildProcess;
  #log = '';

  private constructor(folder: string, port: number, account: Account | undefined, child: ChildProcess) {
    this.#folder = folder;
    this.#port = port;
    this.#account = account;
    this.#process = child;
    child.stderr!.setEncoding('latin1').on('data', (text: string) => {
      this.#log += text;
    });
  }

  /** Makes a data folder with roles and a certificate, and starts a server on it. */
  static async start(
    installation: Installation,
    base: string,
    account: Account | undefined,
    sql: string,
  ): Promise<LoginServer> {
    const folder = join(base, `logins-${installation.name}`);
    const options = { ...account, env: { PATH: process.env['PATH'], LC_ALL: 'C' }, timeout: 60_000 };
    const stdio = ['pipe', 'ignore', 'ignore'] as ['pipe', 'ignore', 'ignore'];
    execFileSync(join(installation.bin, 'initdb'), ['-D', folder, '-U', 'postgres', '-A', 'trust', '-N'], {
      ...options,
      stdio,
    });
    execFileSync(join(installation.bin, 'postgres'), ['--single', '-D', folder, 'postgres'], {
      ...options,
      stdio,
      input: sql,
    });
    const [key, certificate] = [join(folder, 'server.key'), join(folder, 'server.crt')];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
    execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
      mode: 0o600,
    } as object);
    if (account) for (const path of [key, certificate]) chownSync(path, account.uid, account.gid);
    execFileSync('chmod', ['600', key]);
    const port = 7000 + installation.major;
    const settings = {
      listen_addresses: '127.0.0.1,::1',
      unix_socket_directories: base,
      port: `${port}`,
      ssl: 'on',
      // Else md5 asks roles without a password for SCRAM.
      password_encryption: 'md5',
      fsync: 'off',
      lc_messages: 'C',
      shared_buffers: '8MB',
      max_connections: '40',
      logging_collector: 'off',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(installation.bin, 'postgres'), ['-D', folder, ...flags], {
      ...account,
      env: options.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const server = new LoginServer(folder, port, account, child);
    await server.#logged('ready to accept connections');
    return server;
  }

  async #logged(text: string): Promise<void> {
    for (let waits = 0; !this.#log.includes(text); waits++) {
      if (waits > 2_000 || this.#process.exitCode !== null)
        throw new Error(`not logged: ${text}\n${this.#log.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Puts a pg_hba.conf in force; the connections that come after its log line are judged by it. */
  async use(hba: string): Promise<void> {
    this.#log = '';
    writeFileSync(join(this.#folder, 'pg_hba.conf'), hba);
    this.#process.kill('SIGHUP');
    await this.#logged('received SIGHUP');
    await this.attempt({ user: 'x', database: 'x', replication: false, transport: 'local', from: undefined });
    if (this.#log.includes('was not reloaded')) throw new Error(`refused:\n${hba}\n${this.#log}`);
  }

  /** The method that the server asks for, `reject`, or `implicit-reject`. */
  attempt({ user, database, replication, transport, from }: Attempt): Promise<string> {
    const parameters = ['user', user, 'database', database, ...(replication ? ['replication', 'true'] : [])];
    const body = Buffer.from(`${parameters.join('\0')}\0\0`);
    const packet = Buffer.alloc(8 + body.length);
    packet.writeInt32BE(packet.length, 0);
    packet.writeInt32BE(196_608, 4);
    body.copy(packet, 8);
    const socket =
      transport === 'local'
        ? connect(join(this.#folder, '..', `.s.PGSQL.${this.#port}`))
        : connect({ host: from!.includes(':') ? '::1' : '127.0.0.1', port: this.#port, localAddress: from! });
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        socket.destroy();
        reject(error);
      };
      socket.on('error', fail).setTimeout(20_000, () => fail(new Error('no answer')));
      const start = (stream: Socket) => {
        stream.on('error', fail).on('close', () => fail(new Error('closed without an answer')));
        stream.once('data', (data) => {
          resolve(outcomeOf(data));
          stream.destroy();
          socket.destroy();
        });
        stream.write(packet);
      };
      if (transport !== 'tls') return start(socket);
      socket.once('data', (answer) => {
        if (answer.toString() !== 'S') return fail(new Error(`no TLS: ${answer}`));
        start(connectTls({ socket, rejectUnauthorized: false }));
      });
      socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGINT');
    await ended;
  }
}

function outcomeOf(data: Buffer): string {
  if (data[0] === 0x52) return methods[data.readInt32BE(5)] ?? `authentication ${data.readInt32BE(5)}`;
  const text = data.toString('latin1');
  if (text.includes('pg_hba.conf rejects')) return 'reject';
  return text.includes('no pg_hba.conf entry') ? 'implicit-reject' : text;
}
