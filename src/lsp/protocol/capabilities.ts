import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { Feature } from '../feature.js';
import { openPageCommand, pageScheme, whoMatchesCommand } from './announced.js';
import type { Client } from './client.js';

/** What the server offers a client; nothing is registered later. */
export function capabilitiesFor(client: Client, features: readonly Feature[]): ServerCapabilities {
  return {
    positionEncoding: client.columns,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    executeCommandProvider: { commands: [openPageCommand, whoMatchesCommand] },
    ...(client.pulls
      ? { diagnosticProvider: { identifier: 'pgconflint', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.readsContent ? { textDocumentContent: { schemes: [pageScheme] } } : {}),
    },
    ...Object.assign({}, ...features.map((feature) => feature.capability(client))),
  };
}
