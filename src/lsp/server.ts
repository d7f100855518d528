import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceDiagnosticParams,
} from 'vscode-languageserver/node';
import { carriers as allCarriers } from '../carriers/index.js';
import type { Carrier } from '../documents/carrier.js';
import type { FileSystem } from '../files/file-system.js';
import { isInside, toCorePath } from '../files/paths.js';
import { baselineName } from '../linter/baseline/baseline.js';
import { ConfigError } from '../linter/configuration/config-error.js';
import { type LoadModule, NeedError } from '../linter/configuration/needs.js';
import type { Rule } from '../linter/rule.js';
import { visible } from '../report/printable.js';
import type { RunCommand } from './command-line.js';
import { Publisher } from './diagnostics/publisher.js';
import { PulledDiagnostics } from './diagnostics/pulled-diagnostics.js';
import { Refresher, unlessRefused } from './diagnostics/refresher.js';
import type { FeatureServer } from './feature.js';
import { whoMatches } from './features/display/code-lens.js';
import { features } from './features/list.js';
import { contentUriOf } from './features/rule-pages.js';
import { openPageCommand, whoMatchesCommand } from './protocol/announced.js';
import { capabilitiesFor } from './protocol/capabilities.js';
import { type Client, clientOf } from './protocol/client.js';
import { pathOfUri } from './protocol/uris.js';
import { WatchedFolders } from './workspace/files-watched.js';
import { Scheduler } from './workspace/scheduler.js';
import { readSettings } from './workspace/settings.js';
import { ChangedMeanwhile } from './workspace/whole-folders.js';
import { type FileView, Workspace } from './workspace/workspace.js';

/** What a server is made of. */
export interface ServerParts {
  connection: Connection;
  fileSystem: FileSystem;
  rules: readonly Rule[];
  version: string;
  /** `YYYY-MM-DD`. */
  today(): string;
  /** Runs configurations that are code, once the editor allows it. */
  loadModule?: LoadModule;
  /** Formats of files that carry documents. */
  carriers?: readonly Carrier[];
  /** Runs a command of the command line, for questions that one answers. */
  runCommand?: RunCommand;
}

/** The language server: one connection, one workspace. */
export class Server implements FeatureServer {
  readonly workspace: Workspace;
  readonly connection: Connection;
  readonly runCommand: RunCommand | undefined;
  readonly #version: string;
  readonly #scheduler = new Scheduler(() => this.#judge());
  readonly #folders = new WatchedFolders((path) => this.#diskChanged([path]));
  readonly #refresher: Refresher;
  #client!: Client;
  #publisher: Publisher | undefined;
  #pulled: PulledDiagnostics | undefined;
  /** What went wrong last, so that it is told once. */
  #told = '';
  /** The folders that were told to be too large. */
  readonly #unfinished = new Set<string>();

  constructor({ carriers = allCarriers, ...parts }: ServerParts) {
    const { connection, fileSystem, rules, version, today, loadModule, runCommand } = parts;
    this.connection = connection;
    this.runCommand = runCommand;
    this.#version = version;
    this.#refresher = new Refresher(connection, features);
    this.workspace = new Workspace(fileSystem, rules, today, loadModule, carriers);
    this.#listen();
  }

  #listen(): void {
    const connection = this.connection;
    this.#listenToLife();
    this.#listenToBuffers();
    for (const feature of features) feature.listen(this);
    connection.onExecuteCommand(({ command, arguments: given }) => this.#execute(command, given ?? []));
    connection.languages.diagnostics.on(async (params) => {
      await this.workspace.ready();
      return this.#pulledOrNone().document(params.textDocument.uri, params.previousResultId);
    });
    connection.languages.diagnostics.onWorkspace((params, token) => this.#judgeFolders(params, token));
  }

  #listenToLife(): void {
    const connection = this.connection;
    connection.onInitialize((params) => {
      this.#client = clientOf(params);
      this.workspace.columns = this.#client.columns;
      const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
      const { rootPath } = params;
      this.workspace.folders = roots.length === 0 && rootPath ? [toCorePath(rootPath)] : roots.map(pathOfUri);
      this.#applySettings(params.initializationOptions);
      if (this.#client.pulls) this.#pulled = new PulledDiagnostics(this.workspace, this.#client);
      else this.#publisher = new Publisher(connection, this.workspace, this.#client);
      return {
        capabilities: capabilitiesFor(this.#client, features),
        serverInfo: { name: 'pgconflint', version: this.#version },
      };
    });
    connection.onInitialized(() => void this.#startWatching().catch((error) => this.#tell(error)));
    connection.onDidChangeConfiguration(
      ({ settings }) => void this.#settingsChanged(settings).catch((error) => this.#tell(error)),
    );
    connection.onShutdown(() => {
      this.#scheduler.stop();
      this.#refresher.stop();
      this.#folders.stop();
    });
  }

  #listenToBuffers(): void {
    const connection = this.connection;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.workspace.open(uri, languageId, version, text);
      this.#scheduler.ask();
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      this.workspace.change(uri, version, contentChanges);
      this.#scheduler.ask();
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.workspace.close(uri);
      this.#scheduler.ask();
    });
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => this.#diskChanged([pathOfUri(uri)]));
    connection.onDidChangeWatchedFiles(({ changes }) => this.#diskChanged(changes.map(({ uri }) => pathOfUri(uri))));
    connection.onNotification('workspace/didChangeWorkspaceFolders', (params: { event: FolderChange }) => {
      const removed = new Set(params.event.removed.map(({ uri }) => pathOfUri(uri)));
      const kept = this.workspace.folders.filter((folder) => !removed.has(folder));
      this.workspace.folders = [...new Set([...kept, ...params.event.added.map(({ uri }) => pathOfUri(uri))])];
      this.#scheduler.ask();
    });
  }

  /** What the client can do; known once it has introduced itself. */
  get client(): Client {
    return this.#client;
  }

  /** Does work on everything that is open; null where it cannot be judged, for instance while a configuration is broken. */
  async inWorkspace<T>(token: CancellationToken, work: (workspace: Workspace) => T): Promise<T | null> {
    await this.workspace.ready().catch((error) => this.#tell(error));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    try {
      return work(this.workspace);
    } catch (error) {
      this.#tell(error);
      return null;
    }
  }

  /** Does work on a buffer; null for one that is not one of PostgreSQL's files, or where nobody waits any more. */
  async inBuffer<T>(
    { textDocument }: { textDocument: { uri: string } },
    token: CancellationToken,
    work: (view: FileView) => T | Promise<T>,
    position?: Position,
  ): Promise<T | null> {
    await this.workspace.ready().catch((error) => this.#tell(error));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const view = this.#viewOf(textDocument.uri, position);
    if (view === undefined) return null;
    return (await work(view)) ?? null;
  }

  /** Does work at a place of a buffer. */
  atOffset<T>(
    params: { textDocument: { uri: string }; position: Position },
    token: CancellationToken,
    work: (view: FileView, offset: number) => T | Promise<T>,
  ): Promise<T | null> {
    const { position } = params;
    return this.inBuffer(params, token, (view) => work(view, view.document.lines.offsetAt(position)), position);
  }

  #viewOf(uri: string, position?: Position): FileView | undefined {
    try {
      return this.workspace.view(uri, position);
    } catch (error) {
      this.#tell(error);
      return undefined;
    }
  }

  /** Judges what has changed, and says so. */
  #judge(): void {
    try {
      this.workspace.update();
      this.#publisher?.publish();
    } catch (error) {
      if (error instanceof NeedError)
        void this.workspace.ready().then(
          () => this.#scheduler.ask(),
          (failed) => this.#tell(failed),
        );
      else this.#tell(error);
      return;
    }
    const { error } = this.workspace.configuration;
    if (error === undefined) this.#told = '';
    else if (!this.#isShown(error)) this.#tell(error);
    this.#folders.watch(this.workspace.readPaths().filter((path) => !this.#isWatchedByClient(path)));
    if (this.#pulled?.isStale() && this.#client.refreshesDiagnostics)
      unlessRefused(this.connection.languages.diagnostics.refresh());
    // A client asks by itself for the buffer that it has changed, but not for the others.
    if (this.workspace.documents.count > 1) this.#refresher.ask(this.#client);
  }

  /** Judges whole folders, while others have their turn; a folder that is too large is told once. */
  async #judgeFolders({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken) {
    try {
      return await this.#pulledOrNone().workspace(previousResultIds, turnsFor(token));
    } catch (error) {
      if (error instanceof ChangedMeanwhile)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'something has changed', { retriggerRequest: true });
      throw error;
    } finally {
      for (const folder of this.workspace.unfinishedFolders) this.#tellUnfinished(folder);
    }
  }

  #tellUnfinished(folder: string): void {
    if (this.#unfinished.has(folder)) return;
    this.#unfinished.add(folder);
    this.#show(
      MessageType.Info,
      `pgconflint: ${visible(folder)} is too large to be looked through as a whole. Files that you open are judged; for all others, open the folder that holds the configuration.`,
    );
  }

  #pulledOrNone(): PulledDiagnostics {
    this.#pulled ??= new PulledDiagnostics(this.workspace, this.#client);
    return this.#pulled;
  }

  #diskChanged(paths: readonly string[]): void {
    this.workspace.diskChanged(paths);
    this.#scheduler.ask();
  }

  async #startWatching(): Promise<void> {
    if (this.#client.watchesFiles) {
      const watchers = [
        { globPattern: '**/*.conf' },
        { globPattern: `**/{pgconflint.config.*,${baselineName},PG_VERSION,package.json}` },
      ];
      try {
        await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      } catch {
        // Some clients offer to watch and then cannot, as Emacs where it has no file notifications: we watch ourselves.
        this.#client.watchesFiles = false;
        this.#scheduler.ask();
      }
    }
    if (this.#client.configuration) await this.#settingsChanged(undefined);
  }

  /** Clients watch what was registered, in their folders: no `@file`, nor an included file of another ending. */
  #isWatchedByClient(path: string): boolean {
    const isInFolder = this.workspace.folders.some((folder) => isInside(path, folder));
    return this.#client.watchesFiles && isInFolder && path.endsWith('.conf');
  }

  /** Clients that can be asked are asked; others send what changed along. */
  async #settingsChanged(sent: unknown): Promise<void> {
    const given = this.#client.configuration ? await this.connection.workspace.getConfiguration('pgconflint') : sent;
    if (given === null || given === undefined) return;
    this.#applySettings(given);
    this.#scheduler.ask();
  }

  #applySettings(value: unknown): void {
    try {
      this.workspace.settings = readSettings(value);
    } catch (error) {
      this.#tell(error);
    }
  }

  async #execute(command: string, given: readonly unknown[]): Promise<string | null> {
    const [url, line] = given;
    if (command === whoMatchesCommand && typeof url === 'string' && typeof line === 'number') {
      const view = this.#viewOf(url);
      const answer = view === undefined ? undefined : whoMatches(view, line);
      if (answer !== undefined) this.#show(MessageType.Info, answer);
      return answer ?? null;
    }
    if (command === openPageCommand && typeof url === 'string') {
      const own = this.client.readsContent ? contentUriOf(url, this.workspace.rules) : undefined;
      const page = own === undefined ? { uri: url, external: true } : { uri: own, takeFocus: true };
      await this.connection.window.showDocument(page);
    }
    return null;
  }

  /** A notification, which every client takes; a request for an answer not every one does. */
  #show(type: MessageType, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  /** Whether a person sees in a buffer what is wrong with a configuration. */
  #isShown(error: Error): boolean {
    return error instanceof ConfigError && this.workspace.documents.atPath(error.file) !== undefined;
  }

  /** Tells a person what went wrong, and a log where. */
  #tell(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.connection.console.error(error instanceof Error ? (error.stack ?? message) : message);
    if (message === this.#told) return;
    this.#told = message;
    this.#show(MessageType.Error, `pgconflint: ${message}`);
  }
}

/** For so many milliseconds work may go on before others have their turn. */
const longestTurn = 50;

/** Waits now and then until messages that came have been dealt with. @throws ResponseError where nobody waits any more */
function turnsFor(token: CancellationToken): () => Promise<void> {
  let start = Date.now();
  return async () => {
    if (Date.now() - start < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    start = Date.now();
  };
}

interface FolderChange {
  added: { uri: string }[];
  removed: { uri: string }[];
}
