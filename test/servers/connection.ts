/**
 * A connection to a server over its Unix socket: simple queries, text results, and the notices that come with them.
 * Only what the comparisons need of the frontend/backend protocol (manual, chapter "Frontend/Backend Protocol");
 * values stay bytes until they are asked for, since a file's bytes need not be UTF-8.
 */
import { connect, type Socket } from 'node:net';

/** A message that the server sends beside a result. */
export interface Notice {
  severity: string;
  message: string;
  detail: string | undefined;
}

export interface Result {
  rows: (string | null)[][];
  notices: Notice[];
}

/** The server refused a query. */
export class QueryError extends Error {}

interface Pending {
  result: Result;
  error: QueryError | undefined;
  resolve(result: Result): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #pending: Pending | undefined;
  #closed: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('error', (error) => this.#close(error));
    socket.on('close', () => this.#close(new Error('the server closed the connection')));
  }

  /**
   * Connects as the superuser `postgres`, without a password.
   *
   * @param path the server's socket
   * @param milliseconds how long the server may take to answer
   * @param database the database to connect to
   */
  static async open(path: string, milliseconds = 10_000, database = 'postgres'): Promise<Connection> {
    const connection = new Connection(connect(path));
    const parameters = Buffer.from(`user\0postgres\0database\0${database}\0client_encoding\0SQL_ASCII\0\0`);
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + parameters.length, 0);
    head.writeInt32BE(196_608, 4);
    await connection.#send(Buffer.concat([head, parameters]), milliseconds);
    return connection;
  }

  /**
   * Runs one or more statements and gives the rows of all of them.
   *
   * @throws QueryError with the server's message
   */
  query(sql: string, milliseconds = 60_000): Promise<Result> {
    const text = Buffer.from(`${sql}\0`);
    const head = Buffer.alloc(5);
    head.write('Q');
    head.writeInt32BE(4 + text.length, 1);
    return this.#send(Buffer.concat([head, text]), milliseconds);
  }

  close(): void {
    this.#socket.destroy();
  }

  #send(message: Buffer, milliseconds: number): Promise<Result> {
    if (this.#pending) throw new Error('one query at a time');
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      const timer = setTimeout(() => this.#close(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
      this.#pending = { result: { rows: [], notices: [] }, error: undefined, resolve, reject, timer };
      this.#socket.write(message);
    });
  }

  #close(error: Error): void {
    this.#closed ??= error;
    this.#socket.destroy();
    const pending = this.#settle();
    pending?.reject(this.#closed);
  }

  #settle(): Pending | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) clearTimeout(pending.timer);
    return pending;
  }

  #receive(data: Buffer): void {
    this.#received.push(data);
    this.#receivedBytes += data.length;
    if (this.#receivedBytes < 5) return;
    const buffer = this.#received.length === 1 ? data : Buffer.concat(this.#received);
    let at = 0;
    while (at + 5 <= buffer.length) {
      const length = buffer.readInt32BE(at + 1);
      if (at + 1 + length > buffer.length) break;
      this.#message(String.fromCharCode(buffer[at]!), buffer.subarray(at + 5, at + 1 + length));
      at += 1 + length;
    }
    this.#received = at < buffer.length ? [buffer.subarray(at)] : [];
    this.#receivedBytes = buffer.length - at;
  }

  #message(type: string, body: Buffer): void {
    const pending = this.#pending;
    if (!pending) return;
    if (type === 'D') pending.result.rows.push(dataRow(body));
    if (type === 'N') pending.result.notices.push(notice(body));
    if (type === 'E') {
      const { message, detail } = notice(body);
      pending.error = new QueryError(detail ? `${message}: ${detail}` : message);
      // Before the first ReadyForQuery an error is final.
      if (this.#socket.readyState !== 'open') this.#close(pending.error);
    }
    if (type !== 'Z') return;
    this.#settle();
    if (pending.error) pending.reject(pending.error);
    else pending.resolve(pending.result);
  }
}

function dataRow(body: Buffer): (string | null)[] {
  const row: (string | null)[] = [];
  let at = 2;
  for (let column = body.readInt16BE(0); column > 0; column--) {
    const length = body.readInt32BE(at);
    at += 4;
    row.push(length === -1 ? null : body.toString('utf8', at, at + Math.max(0, length)));
    at += Math.max(0, length);
  }
  return row;
}

function notice(body: Buffer): Notice {
  const fields = new Map<string, string>();
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const end = body.indexOf(0, at + 1);
    fields.set(String.fromCharCode(body[at]!), body.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return { severity: fields.get('S') ?? '', message: fields.get('M') ?? '', detail: fields.get('D') };
}
