import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { type AccessAnswer, whoGetsIn } from './access.js';
import { type ClusterAnswer, clusterOf } from './cluster-of.js';

/** What editors may ask beyond the protocol, each about a buffer: `{ textDocument: { uri } }`. */
export const clusterRequest = 'pgconflint/cluster';
export const accessRequest = 'pgconflint/access';

/** What the questions need of the server. */
export interface Answering {
  readonly workspace: Workspace;
  inBuffer<T>(
    params: { textDocument: { uri: string } },
    token: CancellationToken,
    work: (view: FileView) => T | Promise<T>,
  ): Promise<T | null>;
}

type Asked = { textDocument: { uri: string } };

/** Answers them: null for a buffer that is none of PostgreSQL's files. */
export function listenForQuestions(connection: Connection, server: Answering): void {
  connection.onRequest(
    clusterRequest,
    (params: Asked, token): Promise<ClusterAnswer | null> =>
      server.inBuffer(params, token, (view) => clusterOf(view, server.workspace)),
  );
  connection.onRequest(
    accessRequest,
    (params: Asked, token): Promise<AccessAnswer | null> =>
      server.inBuffer(params, token, (view) => whoGetsIn(view, server.workspace)),
  );
}
