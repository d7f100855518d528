import type { CancellationToken } from 'vscode-languageserver/node';
import type { Feature, FeatureServer } from '../../feature.js';
import type { FileView } from '../../workspace/workspace.js';
import { whoGetsIn } from './access.js';
import { choices } from './choices.js';
import { clusterOf } from './cluster-of.js';
import { type AskedLogin, loginAnswer } from './login.js';
import { audited, comparedWithHead } from './reports.js';
import { settingsOf } from './settings.js';
import { baselineWritten, type InitChoice, initialized } from './written.js';

type About<T = object> = { textDocument: { uri: string } } & T;
type In<T = object> = { folder: string } & T;

/** What editors may ask beyond the protocol about a buffer, `{ textDocument: { uri } }` and what else is needed. */
const aboutBuffers: Record<string, (view: FileView, params: never, server: FeatureServer) => unknown> = {
  'pgconflint/cluster': (view, _params: About, { workspace }) => clusterOf(view, workspace),
  'pgconflint/access': (view, _params: About, { workspace }) => whoGetsIn(view, workspace),
  'pgconflint/settings': (view, _params: About, server) => settingsOf(view, server),
  'pgconflint/login': (view, { login }: About<{ login: AskedLogin }>, server) => loginAnswer(view, login, server),
  'pgconflint/compare': (view, _params: About, server) => comparedWithHead(view, server),
  'pgconflint/audit': (view, { benchmark }: About<{ benchmark: string }>, server) => audited(view, benchmark, server),
};

/** What they may ask about a folder, `{ folder: URI }` and what else is needed. */
const aboutFolders: Record<string, (params: never, server: FeatureServer) => unknown> = {
  'pgconflint/choices': () => choices(),
  'pgconflint/init': ({ folder, ...choice }: In<InitChoice>, server) => initialized(folder, choice, server),
  'pgconflint/baseline': ({ folder }: In, server) => baselineWritten(folder, server),
};

/** Answers them: null for a buffer that is not one of PostgreSQL's files. */
export const questions: Feature = {
  capability: () => ({}),
  listen: (server) => {
    const { connection } = server;
    for (const [method, answer] of Object.entries(aboutBuffers)) {
      connection.onRequest(method, (params: never, token: CancellationToken) =>
        server.inBuffer(params, token, (view) => answer(view, params, server)),
      );
    }
    for (const [method, answer] of Object.entries(aboutFolders)) {
      connection.onRequest(method, (params: never) => answer(params, server));
    }
  },
};
