import { type Disposable, EventEmitter, type ExtensionContext, type Uri, window, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import type { ClusterAnswer } from './answers.js';
import { documentSelector } from './languages.js';
import { pageScheme } from './page-links.js';
import { pageMiddleware } from './rule-pages.js';
import { type Launch, launchOf, missingFile } from './server-options.js';

/** The language server of this window, and what it is asked. */
export class Server implements Disposable {
  readonly output = window.createOutputChannel('pgconflint', { log: true });
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  /** After a start and an end. */
  readonly onDidChange = this.#changed.event;
  #client: LanguageClient | undefined;
  /** Starts and ends come one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(context: ExtensionContext) {
    this.#context = context;
    context.subscriptions.push(this.output, this.#changed);
  }

  /** Starts it, unless the settings say that nothing is to be checked. */
  start(): Promise<void> {
    return this.#next(async () => {
      const settings = workspace.getConfiguration('pgconflint');
      if (this.#client !== undefined || settings.get('enable') === false) return;
      const named = settings.get<string>('server.path') ?? '';
      const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
      const launch = launchOf(named, this.#context.extensionPath, folder);
      const missing = missingFile(launch);
      if (missing !== undefined) {
        void window.showErrorMessage(`pgconflint: pgconflint.server.path leads to ${missing}, which does not exist.`);
        return;
      }
      const client = new LanguageClient('pgconflint', 'pgconflint', serverOptions(launch), this.#clientOptions());
      this.#client = client;
      try {
        await client.start();
        const { name, version } = client.initializeResult?.serverInfo ?? { name: 'The server' };
        this.output.info(
          `${name} ${version ?? ''} runs${named === '' ? '' : `, as pgconflint.server.path says: ${named}`}.`,
        );
      } catch (error) {
        this.#client = undefined;
        const from = named === '' ? '' : ` (${named}, as pgconflint.server.path says)`;
        void window.showErrorMessage(`pgconflint: The server${from} did not start: ${reasonOf(error)}`);
      }
    });
  }

  /** Ends it; what it showed goes away. */
  stop(): Promise<void> {
    return this.#next(async () => {
      const client = this.#client;
      this.#client = undefined;
      await client?.dispose().catch((error: unknown) => this.output.warn(reasonOf(error)));
    });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  dispose(): void {
    void this.stop();
  }

  /** The cluster of a document; undefined where it has none, or no server runs. */
  clusterOf(uri: Uri): Promise<ClusterAnswer | undefined> {
    return this.ask<ClusterAnswer>('cluster', uri);
  }

  /**
   * Asks about a document.
   *
   * @param question one of src/lsp/features/questions, without its prefix
   * @returns undefined where the document is not one of PostgreSQL's files, or no server runs
   */
  ask<T extends object>(question: string, uri: Uri, params: object = {}): Promise<T | undefined> {
    return this.request<T>(question, { textDocument: { uri: uri.toString() }, ...params });
  }

  /** Asks what is not about a document; undefined where no server runs that knows the question. */
  async request<T extends object>(question: string, params: object): Promise<T | undefined> {
    if (!this.#client?.isRunning()) return undefined;
    try {
      return (await this.#client.sendRequest<T | null>(`pgconflint/${question}`, params)) ?? undefined;
    } catch (error) {
      // An older server, by pgconflint.server.path, does not know the question.
      this.output.debug(`pgconflint/${question}: ${reasonOf(error)}`);
      return undefined;
    }
  }

  /** Whether the server has the pages of its rules; an older one has not. */
  #hasPages(): boolean {
    const { workspace: offered } = this.#client?.initializeResult?.capabilities ?? {};
    return offered?.textDocumentContent?.schemes.includes(pageScheme) === true;
  }

  #next(work: () => Promise<void>): Promise<void> {
    // What fails once must not keep the next start from happening.
    const logged = (error: unknown) => this.output.error(reasonOf(error));
    this.#work = this.#work
      .then(work)
      .catch(logged)
      .then(() => this.#changed.fire());
    return this.#work;
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector,
      outputChannel: this.output,
      initializationOptions: ownSettings(),
      synchronize: { configurationSection: 'pgconflint' },
      middleware: {
        ...pageMiddleware(() => this.#hasPages()),
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token);
            if (!Array.isArray(answers)) return answers;
            return answers.map((answer, at) => (params.items[at]?.section === 'pgconflint' ? ownSettings() : answer));
          },
        },
      },
    };
  }
}

function serverOptions(launch: Launch): ServerOptions {
  if ('command' in launch) return { command: launch.command, args: ['lsp'] };
  // Without the flags of the editor's own process, which may hold a port for a debugger.
  return { module: launch.module, args: ['lsp'], transport: TransportKind.stdio, options: { execArgv: [] } };
}

/** The settings as the server reads them: nothing runs code in a workspace that nobody trusts. */
function ownSettings(): Record<string, unknown> {
  const settings = workspace.getConfiguration('pgconflint');
  const read = (name: string) => settings.get<unknown>(name);
  return {
    targets: read('targets'),
    presets: read('presets'),
    rules: read('rules'),
    codeLens: read('codeLens'),
    inlayHints: read('inlayHints'),
    runConfigurationCode: workspace.isTrusted && read('runConfigurationCode') === true,
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
