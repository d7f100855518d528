import {
  type Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ClusterAnswer } from './answers.js';
import { documentSelector, generalLanguages, languageOf } from './languages.js';
import type { Server } from './server.js';
import { statusText, statusTooltip } from './status-text.js';

/** How long after a change the version is asked for again, in milliseconds. */
const delay = 300;

/** The version in the status bar that the file at hand is checked for, and the colours of files with names of their own. */
export class TargetStatus implements Disposable {
  readonly #server: Server;
  readonly #item = window.createStatusBarItem('pgconflint.targets', StatusBarAlignment.Right, 100);
  readonly #subscriptions: Disposable[];
  /** Documents that were given their language once: a person may choose another one. */
  readonly #adopted = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#item.name = 'PostgreSQL version';
    this.#item.command = 'pgconflint.chooseTargets';
    this.#subscriptions = [
      this.#item,
      server.onDidChange(() => this.#ask()),
      window.onDidChangeActiveTextEditor(() => this.#ask()),
      workspace.onDidChangeTextDocument(() => this.#askSoon()),
      workspace.onDidChangeConfiguration(() => this.#askSoon()),
      languages.onDidChangeDiagnostics(() => this.#askSoon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#subscriptions) one.dispose();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), delay);
  }

  #ask(): void {
    const document = window.activeTextEditor?.document;
    // The output counts as an editor, and a person reads it beside the file.
    if (document?.uri.scheme === 'output') return;
    if (document === undefined || languages.match(documentSelector, document) === 0) {
      this.#item.hide();
      return;
    }
    void this.#server.clusterOf(document.uri).then((cluster) => this.#show(document, cluster));
  }

  #show(document: TextDocument, cluster: ClusterAnswer | undefined): void {
    if (document !== window.activeTextEditor?.document) return;
    if (cluster === undefined) {
      this.#item.hide();
      return;
    }
    const main = workspace.asRelativePath(Uri.parse(cluster.uri));
    this.#item.text = statusText(cluster);
    const tooltip = new MarkdownString(statusTooltip(cluster, main), true);
    tooltip.isTrusted = { enabledCommands: ['pgconflint.chooseTargets', 'pgconflint.showAccess'] };
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Checked for ${statusText(cluster)}. ${cluster.targetsBecause}` };
    this.#item.show();
    this.#adopt(document, cluster);
  }

  /** An included file may have any name: once the server knows what it is, it gets its colours. */
  #adopt(document: TextDocument, { kind }: ClusterAnswer): void {
    const key = document.uri.toString();
    if (!generalLanguages.includes(document.languageId) || this.#adopted.has(key)) return;
    this.#adopted.add(key);
    void languages.setTextDocumentLanguage(document, languageOf[kind]);
  }
}
