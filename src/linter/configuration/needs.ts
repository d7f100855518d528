import { parsers } from './parse.js';
import type { ParseConfig } from './parsed-config.js';

/** Something that must be loaded before the configuration is known: a parser, or code. */
export type Need = { kind: 'parser'; format: 'jsonc' | 'yaml' } | { kind: 'module'; path: string; from: string };

/** Thrown out of a look-up that needs something which can only be loaded asynchronously. */
export class NeedError extends Error {
  readonly need: Need;

  constructor(need: Need) {
    super('The configuration is not loaded yet.');
    this.need = need;
  }
}

/** Loads a module of code: a configuration, or a plugin. */
export type LoadModule = (path: string, from: string) => Promise<unknown>;

/** What has been loaded for configurations so far. */
export class Supplies {
  readonly #parsers = new Map<string, ParseConfig>();
  readonly #modules = new Map<string, unknown>();
  readonly #loadModule: LoadModule;

  /** @param loadModule runs code; where that is forbidden, it throws */
  constructor(loadModule: LoadModule) {
    this.#loadModule = loadModule;
  }

  /** Whether any code has been loaded. */
  get hasModules(): boolean {
    return this.#modules.size > 0;
  }

  /** @throws NeedError where it is not loaded yet */
  parser(format: 'jsonc' | 'yaml'): ParseConfig {
    const parser = this.#parsers.get(format);
    if (parser === undefined) throw new NeedError({ kind: 'parser', format });
    return parser;
  }

  /** @throws NeedError where it is not loaded yet */
  module(path: string, from: string): unknown {
    if (!this.#modules.has(path)) throw new NeedError({ kind: 'module', path, from });
    return this.#modules.get(path);
  }

  /**
   * Does work that looks configurations up, again and again until everything that it needs is loaded.
   *
   * @param work has no effects before it comes to its end
   */
  async supply<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof NeedError)) throw error;
        await this.#load(error.need);
      }
    }
  }

  async #load(need: Need): Promise<void> {
    if (need.kind === 'parser') this.#parsers.set(need.format, await parsers[need.format]());
    else this.#modules.set(need.path, await this.#loadModule(need.path, need.from));
  }
}
