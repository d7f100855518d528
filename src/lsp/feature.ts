import type { CancellationToken, Connection, Position, ServerCapabilities } from 'vscode-languageserver/node';
import type { RunCommand } from './command-line.js';
import type { Client } from './protocol/client.js';
import type { FileView, Workspace } from './workspace/workspace.js';

/** What a feature needs of the server. */
export interface FeatureServer {
  readonly connection: Connection;
  readonly workspace: Workspace;
  /** What the client can do; known once it has introduced itself. */
  readonly client: Client;
  /** Runs a command of the command line; undefined where the server was started without one. */
  readonly runCommand: RunCommand | undefined;
  /** Does work on everything that is open; null where it cannot be judged, for instance while a configuration is broken. */
  inWorkspace<T>(token: CancellationToken, work: (workspace: Workspace) => T): Promise<T | null>;
  /**
   * Does work on a buffer, on the document at a position where the file carries several; null for one that is not one of PostgreSQL's files, or where nobody waits any more.
   */
  inBuffer<T>(
    params: { textDocument: { uri: string } },
    token: CancellationToken,
    work: (view: FileView) => T | Promise<T>,
    position?: Position,
  ): Promise<T | null>;
  /** Does work at a place of a buffer. */
  atOffset<T>(
    params: { textDocument: { uri: string }; position: Position },
    token: CancellationToken,
    work: (view: FileView, offset: number) => T | Promise<T>,
  ): Promise<T | null>;
}

/** Something that an editor can ask: all that the server needs to know of it. A line in features/list.ts adds one. */
export interface Feature {
  /** What is announced to a client; an empty object where the protocol has no place for it. */
  capability(client: Client): ServerCapabilities;
  /** Answers the client's requests. */
  listen(server: FeatureServer): void;
  /** Tells the client to ask again, where it can be told, since other files than the one it shows have changed. */
  refresh?(client: Client, connection: Connection): Promise<unknown> | undefined;
}
