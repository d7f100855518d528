import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.js';

const run = promisify(execFile);

/** How long a person would wait for something on the screen, on a machine that is busy too, in milliseconds. */
const patience = 20_000;

/** A program in a terminal of 150 columns and 45 lines: keys go in as a person presses them, the screen comes out. */
export class Terminal {
  readonly #folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  readonly #socket = join(this.#folder, 'tmux');

  /**
   * Starts a program.
   *
   * @param command the program and its arguments
   * @param environment what differs from ours
   */
  async start(command: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
    const size = ['-x', '150', '-y', '45'];
    const env = { ...process.env, ...environment, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' };
    await run('tmux', ['-S', this.#socket, '-f', '/dev/null', 'new-session', '-d', ...size, ...command], { env });
  }

  /** Types a text as it is. */
  async type(text: string): Promise<void> {
    await this.#tmux('send-keys', '-l', '--', text);
  }

  /** Presses keys by their names: `Enter`, `Escape`, `C-x`, `M-x`. */
  async press(...keys: string[]): Promise<void> {
    await this.#tmux('send-keys', '--', ...keys);
  }

  /** What a person sees, blanks at the ends of lines left out. */
  screen(): Promise<string> {
    return this.#tmux('capture-pane', '-p');
  }

  /** The screen with its colours, as escape sequences. */
  colouredScreen(): Promise<string> {
    return this.#tmux('capture-pane', '-p', '-e');
  }

  /** Waits until the screen shows something; fails with the last screen where it never does. */
  async shows(wanted: RegExp): Promise<string> {
    return this.#until((screen) => wanted.test(screen), String(wanted));
  }

  /** Waits until the screen shows something no more. */
  async hides(unwanted: RegExp): Promise<string> {
    return this.#until((screen) => !unwanted.test(screen), `no ${unwanted}`);
  }

  async #until(fits: (screen: string) => boolean, what: string): Promise<string> {
    try {
      return await eventually(() => this.screen(), fits, patience);
    } catch {
      throw new Error(`Waited for ${what}; the screen shows:\n${await this.screen()}`);
    }
  }

  /** Ends the program with its terminal. */
  async stop(): Promise<void> {
    await this.#tmux('kill-server').catch(() => '');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #tmux(...args: string[]): Promise<string> {
    const { stdout } = await run('tmux', ['-S', this.#socket, ...args]);
    return stdout;
  }
}
