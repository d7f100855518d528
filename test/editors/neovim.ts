import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.js';

const run = promisify(execFile);

/** What Neovim shows beside a line. */
export interface ShownDiagnostic {
  line: number;
  code: string;
  message: string;
}

/** A Neovim without a terminal: keys go in as a person types them, and what it shows is asked for. */
export class Neovim {
  readonly #process: ChildProcess;
  readonly #socket: string;

  /**
   * @param init the file of settings to start with
   * @param folder where its socket and its own files go
   * @param path the folders of commands, as in PATH
   */
  constructor(init: string, folder: string, path: string) {
    this.#socket = join(folder, 'neovim.sock');
    const home = { HOME: folder, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder };
    const args = ['--headless', '-n', '-i', 'NONE', '--noplugin', '-u', init, '--listen', this.#socket];
    this.#process = spawn('nvim', args, { env: { ...process.env, ...home, PATH: path }, stdio: 'ignore' });
  }

  /** Types, in the notation of mappings: `<Esc>`, `<C-x>`. */
  async type(keys: string): Promise<void> {
    await run('nvim', ['--server', this.#socket, '--remote-send', keys]);
  }

  /** The value of a Lua expression. */
  async ask<T>(lua: string): Promise<T> {
    // Through a file, since Neovim 0.7 cuts off long answers.
    const answer = `${this.#socket}.json`;
    const expression = `luaeval('vim.fn.writefile({ vim.json.encode(${lua.replaceAll("'", "''")}) }, "${answer}")')`;
    await rm(answer, { force: true });
    await run('nvim', ['--server', this.#socket, '--remote-expr', expression]);
    return JSON.parse(await readFile(answer, 'utf8')) as T;
  }

  /** Waits until a Lua expression has a value that fits; fails with the last value where it never does. */
  until<T>(lua: string, fits: (value: T) => boolean): Promise<T> {
    return eventually(() => this.ask<T>(lua), fits);
  }

  /** Waits for the diagnostics of the current buffer. */
  diagnostics(fits: (shown: ShownDiagnostic[]) => boolean): Promise<ShownDiagnostic[]> {
    const each = '{ line = one.lnum + 1, code = one.code or one.user_data.lsp.code, message = one.message }';
    return this.until(`vim.tbl_map(function(one) return ${each} end, vim.diagnostic.get(0))`, fits);
  }

  /** Ends it. */
  stop(): void {
    this.#process.kill('SIGKILL');
  }
}
