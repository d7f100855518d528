/**
 * Measures the language server as an editor meets it, over standard input and output: from the start of the process to
 * the first diagnostics, and from a keystroke to the diagnostics that follow it.
 *
 * npm run build && npx tsx benchmark/lsp.ts
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { median, processorTimeOf } from './measure.js';
import { printAlone, type Row } from './row.js';
import { confText, hbaText } from './texts.js';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

class Editor {
  readonly #process = spawn(process.execPath, [cli, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  readonly #connection = createMessageConnection(
    new StreamMessageReader(this.#process.stdout),
    new StreamMessageWriter(this.#process.stdin),
  );
  #arrived: (params: PublishDiagnosticsParams) => void = () => {};

  async start(): Promise<void> {
    this.#connection.onNotification('textDocument/publishDiagnostics', (params) => this.#arrived(params));
    this.#connection.onNotification('window/logMessage', () => {});
    this.#connection.listen();
    await this.#connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await this.#connection.sendNotification('initialized', {});
  }

  /** Sends something and waits for the diagnostics of the version. */
  async until(version: number, send: () => Promise<void>): Promise<number> {
    const start = performance.now();
    const arrived = new Promise<void>((resolve) => {
      this.#arrived = (params) => {
        if (params.version === version) resolve();
      };
    });
    await send();
    await arrived;
    return performance.now() - start;
  }

  open(uri: string, text: string): Promise<number> {
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    return this.until(1, () => this.#connection.sendNotification('textDocument/didOpen', { textDocument }));
  }

  /** Types a character, or takes one away. */
  type(uri: string, version: number, line: number, text: string): Promise<number> {
    const start = { line, character: 0 };
    const range = { start, end: text === '' ? { line, character: 1 } : start };
    const contentChanges = [{ range, text }];
    return this.until(version, () =>
      this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    );
  }

  /** Milliseconds of processor time since the server was started; 0 where the system does not tell. */
  get processorTime(): number {
    return processorTimeOf(this.#process.pid!) ?? 0;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
  }
}

/** Measures starts, then keystrokes. */
export async function run(): Promise<Row[]> {
  const stock = confText(50_000);
  return [
    ...(await starts(11)),
    ...(await keystrokes('keystroke, postgresql.conf of 50 kB', 'file:///c/postgresql.conf', stock, 220)),
    ...(await keystrokes('keystroke, 10,000 records', 'file:///c/pg_hba.conf', hbaText(10_000), 120)),
  ];
}

/** From a keystroke to the diagnostics that follow it, beside the time that opening the file took; processor time is the mean. */
async function keystrokes(work: string, uri: string, text: string, count: number): Promise<Row[]> {
  const editor = new Editor();
  await editor.start();
  const opened = await editor.open(uri, text);
  const lines = text.split('\n').length;
  const times: number[] = [];
  const before = editor.processorTime;
  for (let stroke = 0; stroke < count; stroke++) {
    const line = Math.floor(((stroke >> 1) * lines) / count);
    times.push(await editor.type(uri, stroke + 2, line, stroke % 2 === 0 ? 'x' : ''));
    // A fast typist: what the server does between two keystrokes costs nobody anything.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const taken = editor.processorTime - before;
  await editor.stop();
  const measured = times.slice(20);
  const row = (by: string, time: number): Row => ({ work, by, time, than: 'opening the file', ratio: time / opened });
  return [
    row('opening the file', opened),
    { ...row('median', median(measured)!), processor: taken / count },
    row('99th percentile', percentile(measured, 0.99)),
    row(`worst of ${measured.length}`, Math.max(...measured)),
  ];
}

/** The smallest of some numbers that so large a share of them does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1]!;
}

/** From the start of the process to the first diagnostics, in turn with Node doing nothing. */
async function starts(count: number): Promise<Row[]> {
  const base: number[] = [];
  const times: number[] = [];
  for (let run = 0; run < count; run++) {
    const start = performance.now();
    await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).on('exit', resolve));
    base.push(performance.now() - start);
    const spawned = performance.now();
    const editor = new Editor();
    await editor.start();
    await editor.open('file:///c/pg_hba.conf', 'host all all 0.0.0.0/0 trust\n');
    times.push(performance.now() - spawned);
    await editor.stop();
  }
  const work = 'start of the language server';
  const ratio = median(times.map((time, run) => time / base[run]!))!;
  return [
    { work, by: 'bare node', time: median(base)!, than: 'bare node', ratio: 1 },
    { work, by: 'to the first diagnostics', time: median(times)!, than: 'bare node', ratio },
  ];
}

await printAlone(import.meta.url, run);
