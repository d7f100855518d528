/**
 * One login: the start-up packet and what the server asks for, up to its verdict. Passwords are answered, so that the
 * server says in its log which record asked for them. Messages: manual, chapter "Frontend/Backend Protocol".
 */
import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ClientCertificate } from './certificates.js';

/** What a client asks for. */
export interface Attempt {
  user: string;
  database: string;
  replication: boolean | 'database';
  transport: 'local' | 'plain' | 'tls';
  /** The client's address; undefined through the Unix socket. */
  from: string | undefined;
  /** The common name of the certificate that the client shows; undefined for none. */
  certificate?: string | undefined;
}

/** What a client hears. */
export interface Heard {
  /** The first thing the server asked for; `nothing` where it let the client in at once, undefined where it refused. */
  asked: 'nothing' | 'password' | 'md5' | 'scram-sha-256' | undefined;
  /** The server's refusal; undefined where the client got in. */
  refusal: string | undefined;
  /** The client's port, by which the log names it; undefined through the Unix socket. */
  port: number | undefined;
}

/** The password of every role that has one. */
export const password = 'opensesame';

const patience = 20_000;

/** Where a server listens. */
export interface Place {
  socket: string;
  port: number;
}

/**
 * Logs in and hangs up.
 *
 * @param localPort the client's port, where it comes over TCP
 * @param certificate what to show over TLS
 * @throws where the server hangs up without an answer or takes 20 seconds
 */
export function logIn(
  attempt: Attempt,
  place: Place,
  localPort: number,
  certificate: ClientCertificate | undefined,
): Promise<Heard> {
  const { transport, from, user } = attempt;
  const socket =
    transport === 'local'
      ? connect(place.socket)
      : connect({ ...serverOf(from!), port: place.port, localAddress: from!, localPort });
  return new Promise((resolve, reject) => {
    const port = transport === 'local' ? undefined : localPort;
    const heard: Heard = { asked: undefined, refusal: undefined, port };
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.on('error', fail).setTimeout(patience, () => fail(new Error('no answer')));
    const start = (stream: Socket) => {
      stream.on('error', fail).on('close', () => fail(new Error('closed without an answer')));
      let rest = Buffer.alloc(0);
      stream.on('data', (data) => {
        rest = Buffer.concat([rest, data]);
        while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
          const length = 1 + rest.readInt32BE(1);
          const over = hear(rest.subarray(0, length), heard, user, (reply) => stream.write(reply));
          rest = rest.subarray(length);
          if (!over) continue;
          resolve(heard);
          stream.destroy();
          socket.destroy();
          return;
        }
      });
      stream.write(startUp(attempt));
    };
    if (transport !== 'tls') return start(socket);
    socket.once('data', (answer) => {
      if (answer.toString() !== 'S') return fail(new Error(`no TLS: ${answer}`));
      start(connectTls({ socket, rejectUnauthorized: false, ...certificate }));
    });
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
  });
}

function serverOf(client: string): { host: string } {
  return { host: client.includes(':') ? '::1' : '127.0.0.1' };
}

function startUp({ user, database, replication }: Attempt): Buffer {
  const parameters = ['user', user, 'database', database];
  if (replication) parameters.push('replication', String(replication));
  const body = Buffer.from(`${parameters.join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

/** Takes one message in; tells whether the login is decided. */
function hear(message: Buffer, heard: Heard, user: string, reply: (bytes: Buffer) => void): boolean {
  const type = String.fromCharCode(message[0]!);
  if (type === 'E') {
    heard.refusal = /\0M([^\0]*)/.exec(message.toString('utf8'))?.[1] ?? 'refused';
    return true;
  }
  if (type !== 'R') return false;
  const body = message.subarray(9);
  switch (message.readInt32BE(5)) {
    case 0:
      heard.asked ??= 'nothing';
      return true;
    case 3:
      heard.asked = 'password';
      reply(answer(`${password}\0`));
      return false;
    case 5:
      heard.asked = 'md5';
      reply(answer(`md5${md5(md5(password + user), body.subarray(0, 4))}\0`));
      return false;
    case 10: {
      heard.asked = 'scram-sha-256';
      const first = Buffer.from(`n,,n=,r=${randomBytes(12).toString('base64')}`);
      const length = Buffer.alloc(4);
      length.writeInt32BE(first.length);
      reply(answer(Buffer.concat([Buffer.from('SCRAM-SHA-256\0'), length, first])));
      return false;
    }
    case 11: {
      // A proof that is wrong: what matters is the line that the server's refusal names.
      const nonce = /^r=([^,]*)/.exec(body.toString('latin1'))![1];
      reply(answer(`c=biws,r=${nonce},p=${Buffer.alloc(32).toString('base64')}`));
      return false;
    }
    default:
      return false;
  }
}

function md5(...parts: (string | Buffer)[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function answer(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string);
  const head = Buffer.alloc(5);
  head.write('p');
  head.writeInt32BE(4 + bytes.length, 1);
  return Buffer.concat([head, bytes]);
}
