import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../../rules/index.js';
import { recordedRun } from '../../src/cli/recorded-run.js';
import type { Carrier } from '../../src/documents/carrier.js';
import type { FileSystem } from '../../src/files/file-system.js';
import { type MemoryEntry, MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { Server } from '../../src/lsp/server.js';

/** A client that can do next to nothing. */
export const bare: ClientCapabilities = {};

/** A client that can do everything, and is sent its diagnostics. */
export const full: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      versionSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'], insertReplaceSupport: false },
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
  window: { showDocument: { support: true } },
};

/** A client that asks for its diagnostics. */
export const pulling: ClientCapabilities = {
  ...full,
  textDocument: { ...full.textDocument, diagnostic: { relatedDocumentSupport: true } },
};

/** One editor and one server in one process, with all files in memory. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly messages: string[] = [];
  initialized!: InitializeResult;
  readonly server: Server;
  readonly #waiting: (() => void)[] = [];

  constructor(files: Readonly<Record<string, MemoryEntry>> | FileSystem = {}, carriers?: readonly Carrier[]) {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    const fileSystem =
      'realPath' in files ? (files as FileSystem) : new MemoryFileSystem(files as Record<string, MemoryEntry>);
    this.server = new Server({
      connection,
      fileSystem,
      rules,
      version: '0',
      today: () => '2026-11-22',
      carriers,
      runCommand: recordedRun,
    });
    connection.listen();
    this.connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.onNotification('window/showMessage', (params: { message: string }) => {
      this.messages.push(params.message);
    });
    this.connection.onNotification('window/logMessage', () => {});
    this.connection.listen();
  }

  async start(capabilities: ClientCapabilities, params: Partial<InitializeParams> = {}): Promise<this> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      ...params,
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, version: number, contentChanges: unknown[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  request<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...params });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', uri, { previousResultId });
  }

  /** Everything that was shown to the person, as soon as a text is in it, or after ten seconds. */
  async told(text: string): Promise<string> {
    const deadline = Date.now() + 10_000;
    while (!this.messages.join().includes(text) && Date.now() < deadline) {
      await new Promise<void>((resolve) => setTimeout(resolve, 20));
    }
    return this.messages.join();
  }

  /** The diagnostics of a file as soon as they are as expected; what there is after ten seconds otherwise. */
  async diagnostics(uri: string, isRight: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      const known = this.published.get(uri)?.diagnostics;
      if (known !== undefined && isRight(known)) return known;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, 50);
      });
    }
    return this.published.get(uri)?.diagnostics ?? [];
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
