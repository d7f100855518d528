import type { Connection } from 'vscode-languageserver/node';
import type { Client } from '../protocol/client.js';

/** How long nothing must have changed before a client is told to ask anew, in milliseconds. */
const pause = 300;

/** Tells a client to ask anew for what depends on other files than the one it shows: hints, colours and lenses. */
export class Refresher {
  readonly #connection: Connection;
  #timer: NodeJS.Timeout | undefined;

  /** @param connection to the client */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Says that something has changed; the client is told once it is quiet. */
  ask(client: Client): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(client), pause);
    this.#timer.unref();
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #refresh(client: Client): void {
    const { languages } = this.#connection;
    if (client.refreshesInlayHints) unlessRefused(languages.inlayHint.refresh());
    if (client.refreshesSemanticTokens) unlessRefused(languages.semanticTokens.refresh());
    if (client.refreshesCodeLenses) unlessRefused(this.#connection.sendRequest('workspace/codeLens/refresh'));
  }
}

/** Lets a request to the client go by whether or not it is granted: some clients offer what they then refuse. */
export function unlessRefused(request: Promise<unknown>): void {
  request.catch(() => {});
}
