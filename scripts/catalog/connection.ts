import { connect, type Socket } from 'node:net';

type Row = (string | null)[];

/**
 * Runs statements on a server over its Unix socket, one new connection for all of them, without a password.
 *
 * @param socketFile the path of the server's socket, `<folder>/.s.PGSQL.<port>`
 * @param statements run one after the other; an error of one is its result and does not stop the next
 * @returns for each statement its rows as text, or an Error with the server's message
 */
export async function runStatements(socketFile: string, statements: readonly string[]): Promise<(Row[] | Error)[]> {
  const socket = connect(socketFile);
  try {
    const messages = readMessages(socket);
    socket.write(startupMessage({ user: 'postgres', database: 'postgres', client_encoding: 'UTF8' }));
    const ready = await nextResult(messages);
    if (ready instanceof Error) throw ready;
    const results: (Row[] | Error)[] = [];
    for (const statement of statements) {
      socket.write(frame('Q', Buffer.from(`${statement}\0`)));
      results.push(await nextResult(messages));
    }
    return results;
  } finally {
    socket.destroy();
  }
}

function startupMessage(fields: Record<string, string>): Buffer {
  const body = Buffer.from(`${Object.entries(fields).flat().join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196608, 4);
  return Buffer.concat([head, body]);
}

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

async function* readMessages(socket: Socket): AsyncGenerator<{ type: string; body: Buffer }> {
  let pending = Buffer.alloc(0);
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 5 && pending.length > pending.readInt32BE(1)) {
      const end = pending.readInt32BE(1) + 1;
      yield { type: pending.toString('latin1', 0, 1), body: pending.subarray(5, end) };
      pending = pending.subarray(end);
    }
  }
}

/** Reads up to the server's "ready for the next statement". */
async function nextResult(messages: AsyncGenerator<{ type: string; body: Buffer }>): Promise<Row[] | Error> {
  const rows: Row[] = [];
  let error: Error | undefined;
  for (;;) {
    const { value, done } = await messages.next();
    if (done || !value) return error ?? new Error('the server closed the connection');
    if (value.type === 'D') rows.push(readRow(value.body));
    if (value.type === 'E') error = new Error(readErrorText(value.body));
    if (value.type === 'Z') return error ?? rows;
  }
}

function readRow(body: Buffer): Row {
  const row: Row = [];
  let offset = 2;
  for (let column = body.readInt16BE(0); column > 0; column--) {
    const length = body.readInt32BE(offset);
    offset += 4;
    row.push(length < 0 ? null : body.toString('utf8', offset, offset + length));
    offset += Math.max(length, 0);
  }
  return row;
}

function readErrorText(body: Buffer): string {
  const fields = body.toString('utf8').split('\0');
  return fields.find((field) => field.startsWith('M'))?.slice(1) ?? 'unknown error';
}
