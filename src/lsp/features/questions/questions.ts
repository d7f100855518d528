import type { CancellationToken } from 'vscode-languageserver/node';
import type { Feature } from '../../feature.js';
import { type AccessAnswer, whoGetsIn } from './access.js';
import { type ClusterAnswer, clusterOf } from './cluster-of.js';

/** What editors may ask beyond the protocol, each about a buffer: `{ textDocument: { uri } }`. */
export const clusterRequest = 'pgconflint/cluster';
export const accessRequest = 'pgconflint/access';

type Asked = { textDocument: { uri: string } };

/** Answers them: null for a buffer that is not one of PostgreSQL's files. */
export const questions: Feature = {
  capability: () => ({}),
  listen: (server) => {
    server.connection.onRequest(
      clusterRequest,
      (params: Asked, token: CancellationToken): Promise<ClusterAnswer | null> =>
        server.inBuffer(params, token, (view) => clusterOf(view, server.workspace)),
    );
    server.connection.onRequest(
      accessRequest,
      (params: Asked, token: CancellationToken): Promise<AccessAnswer | null> =>
        server.inBuffer(params, token, (view) => whoGetsIn(view, server.workspace)),
    );
  },
};
