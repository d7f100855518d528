import type { Connection } from 'vscode-languageserver/node';
import type { Feature } from '../feature.js';
import type { Client } from '../protocol/client.js';

/** How long nothing must have changed before a client is told to ask anew, in milliseconds. */
const pause = 300;

/** Tells a client to ask anew for what depends on other files than the one it shows: hints, colours and lenses. */
export class Refresher {
  readonly #connection: Connection;
  readonly #features: readonly Feature[];
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param connection to the client
   * @param features what it can ask
   */
  constructor(connection: Connection, features: readonly Feature[]) {
    this.#connection = connection;
    this.#features = features;
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
    for (const { refresh } of this.#features) {
      const request = refresh?.(client, this.#connection);
      if (request !== undefined) unlessRefused(request);
    }
  }
}

/** Lets a request to the client go by whether or not it is granted: some clients offer what they then refuse. */
export function unlessRefused(request: Promise<unknown>): void {
  request.catch(() => {});
}
