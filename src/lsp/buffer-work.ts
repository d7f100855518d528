import type { CancellationToken, Position } from 'vscode-languageserver/node';
import type { Client } from './protocol/client.js';
import type { FileView, Workspace } from './workspace/workspace.js';

/** What the features of an editor need of the server: the buffers, and when there is somebody to answer. */
export interface BufferWork {
  readonly workspace: Workspace;
  /** What the client can do; known once it has introduced itself. */
  readonly client: Client;
  /** Does work on a buffer; null for one that is none of PostgreSQL's files, or where nobody waits any more. */
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
