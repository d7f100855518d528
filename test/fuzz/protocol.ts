/**
 * Sends made-up messages to the built language server until a time is over. After each one the server must still answer
 * a question; a crash, a hang, a stack trace, and an error that the protocol calls internal are kept.
 *
 *   tsx test/fuzz/protocol.ts [--minutes 20] [--seed N]
 *
 * Ends with 1 where something was found. Messages that bring the stream out of step end a session: what follows cannot
 * be understood, by any server, but it must not crash.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../servers/generators/random.js';
import { frame, framed } from './frames.js';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** By the wall, on a machine that others keep busy. */
const hang = 60_000;
const internalError = -32_603;

interface Answer {
  id?: unknown;
  method?: string;
  error?: { code: number; message: string };
}

class Session {
  errors = '';
  readonly #process: ChildProcess;
  #rest = Buffer.alloc(0);
  readonly #answers: Answer[] = [];
  #wake = () => {};

  constructor() {
    this.#process = spawn(process.execPath, ['--max-old-space-size=1024', cli, 'lsp'], { stdio: 'pipe' });
    this.#process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.#process.stdin!.on('error', () => {});
    this.#process.stdout!.on('data', (data: Buffer) => this.#read(data));
    this.#process.on('exit', () => this.#wake());
  }

  /** How the process ended; undefined while it runs. */
  get ending(): number | string | undefined {
    return this.#process.exitCode ?? this.#process.signalCode ?? undefined;
  }

  #read(data: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#rest.subarray(0, end).toString())?.[1]);
      if (end < 0 || this.#rest.length < end + 4 + length) return;
      const answer = JSON.parse(this.#rest.subarray(end + 4, end + 4 + length).toString()) as Answer;
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#answers.push(answer);
      // What the server asks the client gets an answer, so that it does not wait.
      if (answer.method !== undefined && answer.id !== undefined) this.tell({ id: answer.id, result: null });
      this.#wake();
    }
  }

  send(bytes: Uint8Array): void {
    this.#process.stdin!.write(bytes);
  }

  tell(message: object): void {
    this.send(framed(JSON.stringify({ jsonrpc: '2.0', ...message })));
  }

  /** Waits for an answer, or until the process or the patience ends; gives all answers since the last call. */
  async answers(id: string | number): Promise<{ all: Answer[]; there: boolean }> {
    const deadline = Date.now() + hang;
    const there = () => this.#answers.some((answer) => answer.id === id && answer.method === undefined);
    while (!there() && this.ending === undefined && Date.now() < deadline) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1_000);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return { there: there(), all: this.#answers.splice(0) };
  }

  /** Closes the stream, and waits for the end. */
  async close(): Promise<void> {
    this.#process.stdin!.end();
    const deadline = Date.now() + hang;
    while (this.ending === undefined && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.ending !== undefined) return;
    this.errors += 'unexpected failure: the process does not end with its input';
    this.#process.kill('SIGKILL');
  }
}

const random = new Random(seed);
const end = Date.now() + Number(values.minutes) * 60_000;
let [sessions, messages, found, slowest] = [0, 0, 0, 0];
const tell = (what: string, bytes: Uint8Array) => {
  found++;
  console.log(`${what}: ${JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 1_500))}`);
};
const start = (session: Session) => {
  const capabilities = random.pick([{}, { workspace: { configuration: true }, textDocument: { diagnostic: {} } }]);
  session.tell({ id: 'start', method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
  session.tell({ method: 'initialized', params: {} });
};

console.log(`protocol, seed ${seed}`);
while (Date.now() < end) {
  const session = new Session();
  sessions++;
  start(session);
  for (let id = 1; id <= 400 && Date.now() < end; id++) {
    const { bytes, inStep } = frame(random, id);
    const before = Date.now();
    session.send(bytes);
    messages++;
    if (!inStep) break;
    session.tell({
      id: `after ${id}`,
      method: 'textDocument/hover',
      params: { textDocument: { uri: 'x' }, position: { line: 0, character: 0 } },
    });
    const { all, there } = await session.answers(`after ${id}`);
    slowest = Math.max(slowest, Date.now() - before);
    for (const { error } of all) if (error?.code === internalError) tell(`internal error, ${error.message}`, bytes);
    if (!there) tell(session.ending === undefined ? 'hangs' : `ends with ${session.ending}`, bytes);
    if (!there) break;
  }
  await session.close();
  if (/^ +at .*:\d+:\d+|unexpected failure/m.test(session.errors)) tell(session.errors, Buffer.alloc(0));
}
console.log(`${messages} messages in ${sessions} sessions, ${found} found, the slowest answer took ${slowest} ms`);
process.exitCode = found > 0 ? 1 : 0;
