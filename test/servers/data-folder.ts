/** A data folder on which servers are started for a moment, to see whether they come up. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account, Installation } from './installations.js';

/** What came of a start. */
export interface StartOutcome {
  isUp: boolean;
  log: string;
}

const ready = 'ready to accept connections';

export class DataFolder {
  readonly folder: string;
  readonly #installation: Installation;
  readonly #account: Account | undefined;
  /** What initdb made. */
  readonly #own: ReadonlySet<string>;
  /** The configuration files that initdb made, which every start finds unless it brings others. */
  readonly #made: Readonly<Record<string, string>>;

  /**
   * Makes a data folder.
   *
   * @param folder its path, in a folder that the account can write to
   * @param account who runs the server
   * @throws where initdb fails
   */
  constructor(folder: string, installation: Installation, account: Account | undefined) {
    this.folder = folder;
    this.#installation = installation;
    this.#account = account;
    const made = spawnSync(
      join(installation.bin, 'initdb'),
      ['-D', folder, '-U', 'postgres', '-A', 'trust', '-N', '--locale=C', '-E', 'UTF8'],
      { ...account, encoding: 'utf8', timeout: 120_000 },
    );
    if (made.status !== 0) throw new Error(`initdb of ${installation.name}: ${made.stderr}`);
    this.#own = new Set(readdirSync(folder));
    const names = ['postgresql.conf', 'postgresql.auto.conf', 'pg_hba.conf', 'pg_ident.conf'];
    this.#made = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  /**
   * Starts a server and ends it as soon as it is up, or after 20 seconds.
   *
   * @param files by their path in the data folder; what an earlier start brought is gone
   * @param settings what stands over the files, as on the command line
   */
  async start(
    files: Readonly<Record<string, string>>,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<StartOutcome> {
    this.#put(files);
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(this.#installation.bin, 'postgres'), ['-D', this.folder, ...options], {
      ...this.#account,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.stderr.on('data', (text) => {
      log += text;
      if (log.includes(ready)) child.kill('SIGQUIT');
    });
    await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(limit);
    return { isUp: log.includes(ready), log };
  }

  #put(files: Readonly<Record<string, string>>): void {
    const all = { ...this.#made, ...files };
    const tops = new Set(Object.keys(all).map((path) => path.split('/')[0]!));
    for (const name of readdirSync(this.folder)) {
      if (!this.#own.has(name) && !tops.has(name) && !this.#isServers(name)) {
        rmSync(join(this.folder, name), { recursive: true, force: true });
      }
    }
    for (const [path, text] of Object.entries(all)) {
      const full = join(this.folder, path);
      if (path.includes('/')) mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
  }

  /** Certificates and what servers write themselves. */
  #isServers(name: string): boolean {
    return name.startsWith('server.') || name.startsWith('postmaster.');
  }
}
