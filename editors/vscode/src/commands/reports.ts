/** The commands that show a report: a document in Markdown that nobody edits, rendered. */
import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Choices, isRefusal, type ReportAnswer } from '../answers.js';
import type { Server } from '../server.js';

const scheme = 'pgconflint-report';

export class Reports implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registered: Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#registered = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.path) ?? 'This report is of an earlier session: run its command again.\n';
  }

  /** What the changes since the last commit mean. */
  async compare(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    await this.#show('Compared with HEAD', uri && (() => this.#server.ask<ReportAnswer>('compare', uri)));
  }

  /** The cluster of the file at hand against a benchmark that the person chooses. */
  async audit(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    const [choices, cluster] = await Promise.all([
      this.#server.request<Choices>('choices', {}),
      uri === undefined ? undefined : this.#server.clusterOf(uri),
    ]);
    if (uri === undefined || choices === undefined || cluster === undefined) return this.#show('', undefined);
    const [major] = cluster.targets;
    const fits = ({ target }: Choices['benchmarks'][number]) => target === null || target === major;
    const items = choices.benchmarks
      .map((one) => ({ label: one.title, description: one.edition, name: one.name, fits: fits(one) }))
      .sort((a, b) => Number(b.fits) - Number(a.fits));
    const chosen = await window.showQuickPick(items, {
      title: 'Audit',
      placeHolder: `The benchmark; those for PostgreSQL ${major} come first`,
      matchOnDescription: true,
    });
    if (chosen === undefined) return;
    const { name: benchmark } = chosen;
    await this.#show(`Audit by ${benchmark}`, () => this.#server.ask<ReportAnswer>('audit', uri, { benchmark }));
  }

  async #show(
    title: string,
    ask: (() => Promise<ReportAnswer | { refusal: string } | undefined>) | undefined,
  ): Promise<void> {
    const answer = await ask?.();
    if (answer === undefined || isRefusal(answer)) {
      const why = answer?.refusal ?? 'Open a file of a cluster first: pg_hba.conf or postgresql.conf, for instance.';
      void window.showInformationMessage(`pgconflint: ${why}`);
      return;
    }
    const uri = Uri.from({ scheme, path: `/${title}.md` });
    const remarks = answer.remarks.map((remark) => `> ${remark}\n`);
    this.#texts.set(uri.path, [answer.text, ...remarks].join('\n'));
    this.#changed.fire(uri);
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  }
}
