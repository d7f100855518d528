import { completionInConfiguration, hoverInConfiguration } from '../configuration/features.js';
import type { Feature } from '../feature.js';
import { codeActionKinds, completionTriggers, tokenModifiers, tokenTypes } from '../protocol/announced.js';
import { codeActions } from './code-actions/code-actions.js';
import { completion, resolveCompletion } from './completion/completion.js';
import { bufferOfLens, codeLenses, resolveLens } from './display/code-lens.js';
import { folding } from './display/folding.js';
import { inlayHints } from './display/inlay-hints.js';
import { semanticTokens } from './display/semantic-tokens.js';
import { formatting } from './formatting.js';
import { hover } from './hover/hover.js';
import { definition } from './navigation/definition.js';
import { links } from './navigation/links.js';
import { highlights, references } from './navigation/references.js';
import { prepareRename, rename } from './navigation/rename.js';
import { symbols } from './navigation/symbols.js';
import { workspaceSymbols } from './navigation/workspace-symbols.js';
import { questions } from './questions/questions.js';
import { pageContent } from './rule-pages.js';

/** Everything that an editor can ask, in no particular order. What answers is loaded when it is first asked. */
export const features: readonly Feature[] = [
  {
    capability: () => ({ hoverProvider: true }),
    listen: (server) =>
      server.connection.onHover(
        async (params, token) =>
          (await hoverInConfiguration(params, server.workspace, server.client)) ??
          server.atOffset(params, token, (view, offset) => hover(view, offset, server.workspace, server.client)),
      ),
  },
  {
    capability: () => ({ completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true } }),
    listen: (server) => {
      server.connection.onCompletion(async (params, token) => {
        const configured = await completionInConfiguration(params, server.workspace, server.client);
        if (configured !== undefined) return { isIncomplete: false, items: configured };
        return server.atOffset(params, token, (view, offset) => ({
          isIncomplete: false,
          items: completion(view, offset, server.workspace, server.client),
        }));
      });
      server.connection.onCompletionResolve((item) => resolveCompletion(item, server.client));
    },
  },
  {
    capability: (client) => ({ codeActionProvider: client.codeActions ? { codeActionKinds } : true }),
    listen: (server) =>
      server.connection.onCodeAction((params, token) =>
        server.inBuffer(params, token, (view) => codeActions(view, params, server.workspace, server.client)),
      ),
  },
  {
    capability: () => ({ definitionProvider: true }),
    listen: (server) =>
      server.connection.onDefinition((params, token) =>
        server.atOffset(params, token, (view, offset) => definition(view, offset, server.workspace)),
      ),
  },
  {
    capability: () => ({ referencesProvider: true }),
    listen: (server) =>
      server.connection.onReferences((params, token) =>
        server.atOffset(params, token, (view, offset) =>
          references(view, offset, params.context.includeDeclaration, server.workspace),
        ),
      ),
  },
  {
    capability: () => ({ documentHighlightProvider: true }),
    listen: (server) =>
      server.connection.onDocumentHighlight((params, token) => server.atOffset(params, token, highlights)),
  },
  {
    capability: (client) => ({ renameProvider: client.preparesRename ? { prepareProvider: true } : true }),
    listen: (server) => {
      server.connection.onPrepareRename((params, token) =>
        server.atOffset(params, token, (view, offset) => prepareRename(view, offset)),
      );
      server.connection.onRenameRequest((params, token) =>
        server.atOffset(params, token, (view, offset) =>
          rename(view, offset, params.newName, server.workspace, server.client),
        ),
      );
    },
  },
  {
    capability: () => ({ documentLinkProvider: {} }),
    listen: (server) =>
      server.connection.onDocumentLinks((params, token) =>
        server.inBuffer(params, token, (view) => links(view, server.workspace)),
      ),
  },
  {
    capability: () => ({ documentSymbolProvider: true }),
    listen: (server) =>
      server.connection.onDocumentSymbol((params, token) =>
        server.inBuffer(params, token, (view) => symbols(view, server.client)),
      ),
  },
  {
    capability: () => ({ workspaceSymbolProvider: true }),
    listen: (server) =>
      server.connection.onWorkspaceSymbol(({ query }, token) =>
        server.inWorkspace(token, (workspace) => workspaceSymbols(query, workspace)),
      ),
  },
  {
    capability: () => ({ foldingRangeProvider: true }),
    listen: (server) => server.connection.onFoldingRanges((params, token) => server.inBuffer(params, token, folding)),
  },
  {
    capability: () => ({ inlayHintProvider: true }),
    listen: (server) =>
      server.connection.languages.inlayHint.on((params, token) =>
        server.inBuffer(params, token, (view) =>
          inlayHints(view, view.document.lines.spanOf(params.range), server.workspace),
        ),
      ),
    refresh: (client, { languages }) => (client.refreshesInlayHints ? languages.inlayHint.refresh() : undefined),
  },
  {
    capability: () => ({
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: true,
        range: true,
      },
    }),
    listen: (server) => {
      const { semanticTokens: requests } = server.connection.languages;
      requests.on(
        async (params, token) => (await server.inBuffer(params, token, (view) => semanticTokens(view))) ?? { data: [] },
      );
      requests.onRange(
        async (params, token) =>
          (await server.inBuffer(params, token, (view) =>
            semanticTokens(view, view.document.lines.spanOf(params.range)),
          )) ?? { data: [] },
      );
    },
    refresh: (client, { languages }) =>
      client.refreshesSemanticTokens ? languages.semanticTokens.refresh() : undefined,
  },
  {
    capability: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    listen: (server) => {
      server.connection.onDocumentFormatting((params, token) =>
        server.inBuffer(params, token, (view) => formatting(view, server.workspace)),
      );
      server.connection.onDocumentRangeFormatting((params, token) =>
        server.inBuffer(params, token, (view) =>
          formatting(view, server.workspace, view.document.lines.spanOf(params.range)),
        ),
      );
    },
  },
  {
    capability: () => ({ codeLensProvider: { resolveProvider: true } }),
    listen: (server) => {
      server.connection.onCodeLens((params, token) =>
        server.inBuffer(params, token, (view) => codeLenses(view, server.workspace)),
      );
      // What a record decides is worked out for the lenses that are seen.
      server.connection.onCodeLensResolve(async (lens, token) => {
        const [uri, position] = bufferOfLens(lens);
        const buffer = { textDocument: { uri } };
        return (await server.inBuffer(buffer, token, (view) => resolveLens(lens, view), position)) ?? lens;
      });
    },
    refresh: (client, connection) =>
      client.refreshesCodeLenses ? connection.sendRequest('workspace/codeLens/refresh') : undefined,
  },
  {
    // Announced in protocol/capabilities.ts, among what the server does for a whole workspace.
    capability: () => ({}),
    listen: ({ connection, workspace }) =>
      connection.workspace.textDocumentContent.on(({ uri }) => pageContent(uri, workspace.rules)),
  },
  questions,
];
