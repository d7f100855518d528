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
import { parametersOf } from '../src/catalog/parameters.js';
import { defaultText } from '../src/lsp/parameter-text.js';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** A postgresql.conf of at least so many bytes: every parameter once with its default, comments between them. */
function largeConf(bytes: number): string {
  const lines: string[] = [];
  let size = 0;
  for (let round = 0; size < bytes; round++) {
    for (const parameter of parametersOf(18)) {
      if (parameter.context === 'internal' || parameter.needsBuild !== undefined || size >= bytes) continue;
      const value = defaultText(parameter)?.replace(' ', '') ?? '';
      const line = `${round === 0 ? '' : '#'}${parameter.name} = '${value.replaceAll("'", '')}'\t\t# what it is for`;
      lines.push(line);
      size += line.length + 1;
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A pg_hba.conf of so many records, each for a database, a role and a network of its own. */
function largeHba(records: number): string {
  const lines = Array.from({ length: records }, (_, index) => {
    const network = `10.${(index >> 8) & 255}.${index & 255}.0/24`;
    return `hostssl  app_${index % 97}  user_${index}  ${network}  scram-sha-256`;
  });
  return `${lines.join('\n')}\n`;
}

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

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
  }
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const [median, worst] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  return `median ${median.toFixed(1)} ms, worst of ${sorted.length} ${worst.toFixed(1)} ms`;
}

async function keystrokes(name: string, uri: string, text: string, count: number): Promise<void> {
  const editor = new Editor();
  await editor.start();
  await editor.open(uri, text);
  const lines = text.split('\n').length;
  const times: number[] = [];
  for (let stroke = 0; stroke < count; stroke++) {
    const line = Math.floor(((stroke >> 1) * lines) / count);
    times.push(await editor.type(uri, stroke + 2, line, stroke % 2 === 0 ? 'x' : ''));
    // A fast typist: what the server does between two keystrokes costs nobody anything.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await editor.stop();
  console.log(`${name}, ${(text.length / 1000).toFixed(0)} kB: keystroke to diagnostics ${summary(times.slice(20))}`);
}

async function starts(count: number): Promise<void> {
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
  console.log(`bare node: ${summary(base)}`);
  console.log(`start to first diagnostics: ${summary(times)}`);
}

await starts(11);
await keystrokes('postgresql.conf', 'file:///c/postgresql.conf', largeConf(50_000), 220);
await keystrokes('pg_hba.conf of 10,000 records', 'file:///c/pg_hba.conf', largeHba(10_000), 60);
