import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { Client } from './client.js';
import { codeActionKinds, openPageCommand } from './code-actions.js';
import { completionTriggers } from './completion.js';

/** What the server offers a client; nothing is registered later. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.columns,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    codeActionProvider: client.codeActions ? { codeActionKinds } : true,
    executeCommandProvider: { commands: [openPageCommand] },
    ...(client.pulls
      ? { diagnosticProvider: { identifier: 'pgconflint', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
