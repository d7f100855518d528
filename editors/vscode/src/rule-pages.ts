/** Pages of rules, which the server has: links to them open without a network. */
import { commands, type Diagnostic, Uri } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient/node';
import { pageCommand, pageScheme } from './page-links.js';

/**
 * Lets every link to a page of ours open the one that the server has.
 *
 * @param hasPages whether the server has them; where it has none, links lead to the web
 */
export function pageMiddleware(
  hasPages: () => boolean,
): Pick<Middleware, 'handleDiagnostics' | 'provideDiagnostics' | 'provideWorkspaceDiagnostics' | 'window'> {
  const linkIn = (report: Report | null | undefined) => {
    if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) linkPages(report.items);
  };
  return {
    handleDiagnostics: (uri, diagnostics, next) => {
      if (hasPages()) linkPages(diagnostics);
      next(uri, diagnostics);
    },
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report && hasPages())
        for (const one of [report, ...Object.values(report.relatedDocuments ?? {})]) linkIn(one);
      return report;
    },
    provideWorkspaceDiagnostics: (previous, token, send, next) =>
      next(previous, token, (part) => {
        if (hasPages()) for (const one of part?.items ?? []) linkIn(one);
        send(part);
      }),
    window: {
      showDocument: async (params, token, next) => {
        const uri = Uri.parse(params.uri, true);
        if (uri.scheme !== pageScheme) return next(params, token);
        await showDocument(uri);
        return { success: true };
      },
    },
  };
}

type Report =
  | vsdiag.RelatedFullDocumentDiagnosticReport
  | vsdiag.RelatedUnchangedDocumentDiagnosticReport
  | vsdiag.FullDocumentDiagnosticReport
  | vsdiag.UnchangedDocumentDiagnosticReport;

function linkPages(diagnostics: readonly Diagnostic[]): void {
  for (const { code } of diagnostics) {
    if (typeof code !== 'object') continue;
    const command = pageCommand(code.target.toString(true));
    if (command !== undefined) code.target = Uri.parse(command, true);
  }
}

/** Shows the page of a rule, rendered. */
export async function showPage(id: string): Promise<void> {
  await showDocument(Uri.from({ scheme: pageScheme, path: `/${id}.md` }));
}

/** Shows a document of the server, rendered. */
export async function showDocument(uri: Uri): Promise<void> {
  await commands.executeCommand('markdown.showPreviewToSide', uri);
}
