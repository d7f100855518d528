import type { Connection } from 'vscode-languageserver/node';
import type { BufferWork } from './buffer-work.js';
import { codeLenses } from './features/display/code-lens.js';
import { folding } from './features/display/folding.js';
import { inlayHints } from './features/display/inlay-hints.js';
import { semanticTokens } from './features/display/semantic-tokens.js';
import { formatting } from './features/formatting.js';
import { definition } from './features/navigation/definition.js';
import { links } from './features/navigation/links.js';
import { highlights, references } from './features/navigation/references.js';
import { prepareRename, rename } from './features/navigation/rename.js';
import { symbols } from './features/navigation/symbols.js';
import { workspaceSymbols } from './features/navigation/workspace-symbols.js';

/** Answers what an editor asks in order to move around in the files and to show them. */
export function listenForNavigation(connection: Connection, server: BufferWork): void {
  const { workspace } = server;
  connection.onDefinition((params, token) =>
    server.atOffset(params, token, (view, offset) => definition(view, offset, workspace)),
  );
  connection.onReferences((params, token) =>
    server.atOffset(params, token, (view, offset) =>
      references(view, offset, params.context.includeDeclaration, workspace),
    ),
  );
  connection.onDocumentHighlight((params, token) => server.atOffset(params, token, highlights));
  connection.onPrepareRename((params, token) =>
    server.atOffset(params, token, (view, offset) => prepareRename(view, offset)),
  );
  connection.onRenameRequest((params, token) =>
    server.atOffset(params, token, (view, offset) => rename(view, offset, params.newName, workspace, server.client)),
  );
  connection.onDocumentLinks((params, token) => server.inBuffer(params, token, (view) => links(view, workspace)));
  connection.onDocumentSymbol((params, token) =>
    server.inBuffer(params, token, (view) => symbols(view, server.client)),
  );
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(query, workspace));
  connection.onFoldingRanges((params, token) => server.inBuffer(params, token, folding));
  connection.languages.inlayHint.on((params, token) =>
    server.inBuffer(params, token, (view) => inlayHints(view, view.document.lines.spanOf(params.range), workspace)),
  );
  connection.languages.semanticTokens.on(async (params, token) => {
    return (await server.inBuffer(params, token, (view) => semanticTokens(view))) ?? { data: [] };
  });
  connection.languages.semanticTokens.onRange(async (params, token) => {
    const within = await server.inBuffer(params, token, (view) =>
      semanticTokens(view, view.document.lines.spanOf(params.range)),
    );
    return within ?? { data: [] };
  });
  connection.onDocumentFormatting((params, token) =>
    server.inBuffer(params, token, (view) => formatting(view, workspace)),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    server.inBuffer(params, token, (view) => formatting(view, workspace, view.document.lines.spanOf(params.range))),
  );
  connection.onCodeLens((params, token) => server.inBuffer(params, token, (view) => codeLenses(view, workspace)));
}
