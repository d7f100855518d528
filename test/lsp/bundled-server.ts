import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How a client answers what the server asks of it. */
export interface ClientAnswers {
  /** Whether it registers what the server wants to be told later. */
  registers: boolean;
  /** The section of settings that it is asked for. */
  settings: unknown;
}

/** The built command as an editor starts it, in a process of its own. */
export class BundledServer {
  readonly connection: MessageConnection;
  /** What the server asked for, by method. */
  readonly asked: string[] = [];
  readonly published = new Map<string, Diagnostic[]>();
  /** What came along with the pulled diagnostics of other buffers. */
  readonly related = new Map<string, Diagnostic[]>();
  /** What was shown to the person. */
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly ended: Promise<number | null>;
  errors = '';
  readonly #process: ChildProcess;

  constructor({ registers, settings }: ClientAnswers) {
    if (!existsSync(cli)) throw new Error('dist is not built: npm run build');
    const server = spawn(process.execPath, [cli, 'lsp'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process = server;
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.ended = new Promise((resolve) => server.on('exit', resolve));
    this.connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params.diagnostics);
    });
    this.connection.onNotification('window/showMessage', (params: { message: string }) => {
      this.shown.push(params.message);
    });
    this.connection.onNotification('window/logMessage', (params: { message: string }) => {
      this.logged.push(params.message);
    });
    this.connection.onRequest((method, params) => {
      this.asked.push(method);
      if (method === 'workspace/configuration') {
        return (params as unknown as { items: unknown[] }).items.map(() => settings);
      }
      if (registers) return null;
      return new ResponseError(-32601, `${method} is not known here`);
    });
    this.connection.listen();
  }

  async start(capabilities: ClientCapabilities, params: Partial<InitializeParams>): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  request<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...params });
  }

  /**
   * The diagnostics of a file once they fit; after ten seconds what there is.
   *
   * @param pulled the buffer to pull them with, for a client that pulls
   */
  async diagnostics(
    uri: string,
    pulled: string | undefined,
    fits: (found: Diagnostic[]) => boolean,
  ): Promise<Diagnostic[]> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const own = pulled === undefined ? undefined : await this.#pull(pulled);
      const found = (own === undefined ? this.published : this.related).get(uri) ?? (pulled === uri ? own! : []);
      if (fits(found) || Date.now() > deadline) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits until the server has asked for something; fails after ten seconds. */
  async isAsked(method: string): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!this.asked.includes(method)) {
      if (Date.now() > deadline) throw new Error(`The server never sent ${method}.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
    for (const [other, { kind, ...rest }] of Object.entries(report.relatedDocuments ?? {})) {
      if (kind === 'full' && 'items' in rest) this.related.set(other, rest.items);
    }
    return report.kind === 'full' ? report.items : [];
  }

  /** Ends it in good order and gives its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await this.ended;
    this.connection.dispose();
    return code;
  }

  /** Ends it where a test has failed half-way. */
  kill(): void {
    this.connection.dispose();
    this.#process.kill('SIGKILL');
  }
}
