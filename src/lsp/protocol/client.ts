import type { InitializeParams } from 'vscode-languageserver/node';
import type { ColumnEncoding } from './text-lines.js';

/** What a client can do, as far as it decides what we send. */
export interface Client {
  columns: ColumnEncoding;
  /** It asks for diagnostics itself: then none are sent unasked. */
  pulls: boolean;
  /** A report on one buffer may bring those of other files. */
  relatedReports: boolean;
  /** It can be told to ask again. */
  refreshesDiagnostics: boolean;
  refreshesInlayHints: boolean;
  refreshesSemanticTokens: boolean;
  refreshesCodeLenses: boolean;
  relatedInformation: boolean;
  tags: boolean;
  codeDescription: boolean;
  /** Edits may name the version of the buffer that they are for. */
  versionedEdits: boolean;
  /** It understands code actions; older ones take commands only. */
  codeActions: boolean;
  isPreferred: boolean;
  snippets: boolean;
  insertReplace: boolean;
  markdownHover: boolean;
  markdownCompletion: boolean;
  definitionLinks: boolean;
  preparesRename: boolean;
  hierarchicalSymbols: boolean;
  foldsWholeLinesOnly: boolean;
  workspaceFolders: boolean;
  configuration: boolean;
  watchesFiles: boolean;
  showsDocuments: boolean;
  /** It shows documents that the server makes: workspace/textDocumentContent of 3.18. */
  readsContent: boolean;
  workDoneProgress: boolean;
}

/** Reads what a client says of itself; what it leaves out it cannot do. */
export function clientOf({ capabilities }: InitializeParams): Client {
  const { textDocument, workspace, general, window } = capabilities;
  const publish = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  // In 3.18 the abilities of pulled diagnostics are told with the pull; older clients tell them with the push only.
  const detail = pull === undefined ? publish : { ...publish, ...pull };
  const completion = textDocument?.completion?.completionItem;
  return {
    columns: general?.positionEncodings?.includes('utf-8') ? 'utf-8' : 'utf-16',
    pulls: pull !== undefined,
    relatedReports: pull?.relatedDocumentSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: detail?.relatedInformation === true,
    tags: detail?.tagSupport !== undefined,
    codeDescription: detail?.codeDescriptionSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    isPreferred: textDocument?.codeAction?.isPreferredSupport === true,
    snippets: completion?.snippetSupport === true,
    insertReplace: completion?.insertReplaceSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: completion?.documentationFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLinesOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    readsContent: workspace?.textDocumentContent !== undefined,
    workDoneProgress: window?.workDoneProgress === true,
  };
}
