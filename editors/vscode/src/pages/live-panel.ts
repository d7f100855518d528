import { randomBytes } from 'node:crypto';
import { type Disposable, languages, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { isRefusal, type Refusal } from '../answers.js';
import type { Server } from '../server.js';

/** How long after a change a page is made again, in milliseconds. */
const delay = 300;

/** What a panel shows. */
export interface Shown<T> {
  /** Its tab. */
  title: string;
  /** Asks the server; undefined where it has no answer. */
  ask(): Promise<T | Refusal | undefined>;
  /** @returns HTML */
  page(answer: T, nonce: string): string;
  /** What to say where there is no answer. */
  nothing: string;
}

/** A page beside the editor that follows what is typed. */
export class LivePanel<T extends object> implements Disposable {
  readonly #viewType: string;
  readonly #subscriptions: Disposable[];
  #panel: WebviewPanel | undefined;
  #shown: Shown<T> | undefined;
  #content = '';
  #timer: NodeJS.Timeout | undefined;

  /** @param viewType a name of its own for each kind of page */
  constructor(viewType: string, server: Server) {
    this.#viewType = viewType;
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

  /** Shows a page beside the editor; where there is none, says why. */
  async show(shown: Shown<T>): Promise<void> {
    const answer = await shown.ask();
    if (answer === undefined || isRefusal(answer)) {
      void window.showInformationMessage(`pgconflint: ${answer === undefined ? shown.nothing : answer.refusal}`);
      return;
    }
    this.#shown = shown;
    this.#content = '';
    this.#panel ??= this.#makePanel();
    this.#panel.title = shown.title;
    this.#panel.reveal(this.#panel.viewColumn ?? ViewColumn.Beside, true);
    await this.#refresh();
  }

  #makePanel(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [] };
    const panel = window.createWebviewPanel(this.#viewType, '', place, options);
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage(({ uri, line }: { uri: string; line: number }) => openPlace(uri, line));
    return panel;
  }

  #refreshSoon(): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), delay);
  }

  async #refresh(): Promise<void> {
    const shown = this.#shown;
    const answer = await shown?.ask();
    if (this.#panel === undefined || shown === undefined || answer === undefined || isRefusal(answer)) return;
    const content = JSON.stringify(answer);
    if (content === this.#content || shown !== this.#shown) return;
    this.#content = content;
    this.#panel.webview.html = shown.page(answer, randomBytes(16).toString('base64'));
  }
}

async function openPlace(uri: string, line: number): Promise<void> {
  const selection = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(Uri.parse(uri), { viewColumn: ViewColumn.One, selection });
}
