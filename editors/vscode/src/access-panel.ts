import { randomBytes } from 'node:crypto';
import { type Disposable, languages, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { accessPage } from './access-page.js';
import type { Server } from './server.js';

/** How long after a change the page is made anew, in milliseconds. */
const delay = 300;

/** The page that shows who gets in; it follows what is typed. */
export class AccessPanel implements Disposable {
  readonly #server: Server;
  readonly #subscriptions: Disposable[];
  #panel: WebviewPanel | undefined;
  #asked: Uri | undefined;
  #shown = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    this.#server = server;
    const soon = () => this.#refreshSoon();
    this.#subscriptions = [
      workspace.onDidChangeTextDocument(soon),
      languages.onDidChangeDiagnostics(soon),
      server.onDidChange(soon),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const one of this.#subscriptions) one.dispose();
  }

  /** Shows the page beside the editor. */
  async show(uri: Uri | undefined): Promise<void> {
    if (uri === undefined || (await this.#server.whoGetsIn(uri)) === undefined) {
      void window.showInformationMessage('pgconflint: Open a file of a cluster that has a pg_hba.conf.');
      return;
    }
    this.#asked = uri;
    this.#shown = '';
    this.#panel ??= this.#makePanel();
    this.#panel.reveal(this.#panel.viewColumn ?? ViewColumn.Beside, true);
    await this.#refresh();
  }

  #makePanel(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [] };
    const panel = window.createWebviewPanel('pgconflint.access', 'Who gets in', place, options);
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage(({ uri, line }: { uri: string; line: number }) => openRecord(uri, line));
    return panel;
  }

  #refreshSoon(): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), delay);
  }

  async #refresh(): Promise<void> {
    if (this.#asked === undefined) return;
    const answer = await this.#server.whoGetsIn(this.#asked);
    if (this.#panel === undefined || answer === undefined) return;
    const content = JSON.stringify(answer);
    if (content === this.#shown) return;
    this.#shown = content;
    const name = workspace.asRelativePath(Uri.parse(answer.uri));
    this.#panel.webview.html = accessPage(answer, name, randomBytes(16).toString('base64'));
  }
}

async function openRecord(uri: string, line: number): Promise<void> {
  const selection = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(Uri.parse(uri), { viewColumn: ViewColumn.One, selection });
}
