import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { FileResult } from '../../linter/engine/lint.js';
import { configurationDiagnostics } from '../configuration/diagnostics.js';
import type { Client } from '../protocol/client.js';
import type { Workspace } from '../workspace/workspace.js';
import { diagnosticsOf } from './diagnostics.js';

/** What was sent for a file. */
interface Shown {
  file: FileResult | undefined;
  version: number | undefined;
  diagnostics: Diagnostic[];
}

/** Sends diagnostics unasked: for every file of every cluster with an open buffer, and only what has changed. */
export class Publisher {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #workspace: Workspace;
  readonly #client: Client;
  /** What the client shows, by URI. */
  readonly #shown = new Map<string, Shown>();

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, workspace: Workspace, client: Client) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#client = client;
  }

  /** Brings what the client shows up to date. */
  publish(): void {
    const results = this.#workspace.update();
    const current = new Map<string, FileResult | undefined>();
    for (const { uri } of this.#workspace.documents.all()) current.set(uri, undefined);
    for (const path of this.#workspace.faultPaths()) current.set(this.#workspace.uriOf(path), undefined);
    for (const [path, file] of results) current.set(this.#workspace.uriOf(path), file);
    for (const [uri, file] of current) this.#show(uri, file);
    for (const uri of this.#shown.keys()) {
      if (current.has(uri)) continue;
      this.#shown.delete(uri);
      void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  #show(uri: string, file: FileResult | undefined): void {
    const version = this.#workspace.documents.get(uri)?.version;
    const before = this.#shown.get(uri);
    // Whether a configuration can be used is decided in other files too.
    if (file !== undefined && before?.file === file && before.version === version) return;
    const diagnostics: Diagnostic[] =
      file === undefined
        ? configurationDiagnostics(uri, this.#workspace)
        : diagnosticsOf(file, this.#workspace, this.#client);
    this.#shown.set(uri, { file, version, diagnostics });
    if (before !== undefined && before.version === version && isSame(before.diagnostics, diagnostics)) return;
    const versioned = version === undefined ? {} : { version };
    void this.#connection.sendDiagnostics({ uri, diagnostics, ...versioned });
  }
}

function isSame(left: readonly Diagnostic[], right: readonly Diagnostic[]): boolean {
  return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}
