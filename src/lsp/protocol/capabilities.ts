import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import {
  codeActionKinds,
  completionTriggers,
  openPageCommand,
  tokenModifiers,
  tokenTypes,
  whoMatchesCommand,
} from './announced.js';
import type { Client } from './client.js';

/** What the server offers a client; nothing is registered later. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.columns,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    codeActionProvider: client.codeActions ? { codeActionKinds } : true,
    executeCommandProvider: { commands: [openPageCommand, whoMatchesCommand] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeLensProvider: {},
    ...(client.pulls
      ? { diagnosticProvider: { identifier: 'pgconflint', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
