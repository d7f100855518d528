/** What a server says of a set of files: its views of records and mappings, and what a start reads of the settings. */
import { chownSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalName } from '../../../src/catalog/parameters.js';
import { type Row, viewRows, Workspace } from '../comparisons/rows.js';
import { QueryError } from '../connection.js';
import { DataFolder } from '../data-folder.js';
import type { Files } from '../generators/conf-trees.js';
import type { Server } from '../server.js';

/** The lines of an authentication file as the server decodes them. */
export interface RecordVerdict {
  ok: boolean;
  /** Each record or mapping as one text, in the server's order; where there is no view, none. */
  sound: string[];
  /** The server's complaints. */
  errors: string[];
}

/** A configuration as a start reads it. */
export interface SettingsVerdict {
  ok: boolean;
  /** Complaints, without the names of files and lines. */
  messages: string[];
  /** The text that the files put in force, by the parameter's own name; later lines win. */
  values: ReadonlyMap<string, string>;
}

const main = 'postgresql.conf';

/** The server's own, without which it has no TLS: what a case brings by these names is nothing that a reading looks at. */
// The PG_VERSION of a case tells the linter a major; in a real data folder it would stop its server for good.
const ownFiles = ['server.key', 'server.crt', 'PG_VERSION'];

function withoutOwn(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !ownFiles.includes(path)));
}

/** Asks one server; the same question is asked once. */
export class Judge {
  readonly server: Server;
  readonly #workspace: Workspace;
  readonly #folder: string;
  #data: DataFolder | undefined;
  readonly #known = new Map<string, unknown>();

  constructor(server: Server) {
    this.server = server;
    this.#workspace = new Workspace(server);
    this.#folder = server.makeFolder('fixes');
  }

  /** Puts the server's own files back. */
  close(): void {
    this.#workspace.clear();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The verdict on pg_hba.conf; undefined where the files have none. */
  hba(files: Files): Promise<RecordVerdict | undefined> {
    return this.#records(files, 'pg_hba.conf', 'pg_hba_file_rules');
  }

  /** The verdict on pg_ident.conf; before 15 only whether a reload takes it. */
  ident(files: Files): Promise<RecordVerdict | undefined> {
    return this.#records(files, 'pg_ident.conf', 'pg_ident_file_mappings');
  }

  /** The verdict on postgresql.conf; undefined where the files have none. */
  async settings(files: Files): Promise<SettingsVerdict | undefined> {
    if (files[main] === undefined) return undefined;
    return this.#once(['settings', files], async () => {
      const { ok, messages } = this.#cold(files, 'work_mem');
      return { ok, messages: messages.map(withoutPlace), values: await this.#values(files) };
    });
  }

  /**
   * Whether a server really starts with the files. What would need more than a data folder stands over them: where it
   * listens, where it logs to, how much memory it takes.
   */
  starts(files: Files): Promise<boolean> {
    return this.#once(['starts', files], async () => {
      this.#data ??= this.#makeData();
      const { isUp } = await this.#data.start(withoutOwn(files), {
        ...{ listen_addresses: '', unix_socket_directories: this.#data.folder, port: '6999' },
        ...{ logging_collector: 'off', log_destination: 'stderr', log_min_messages: 'warning', lc_messages: 'C' },
        ...{ shared_buffers: '4MB', fsync: 'off' },
      });
      return isUp;
    });
  }

  #makeData(): DataFolder {
    const data = new DataFolder(`${this.server.folder}-starts`, this.server.installation, this.server.account);
    for (const name of ownFiles.filter((one) => one !== 'PG_VERSION')) {
      const from = join(this.server.folder, name);
      if (existsSync(from)) copyOwned(from, join(data.folder, name));
    }
    return data;
  }

  /** A parameter's value after reading, in base units; undefined where the server does not start or does not know it. */
  value(files: Files, parameter: string): Promise<string | undefined> {
    return this.#once(['value', parameter, files], async () => this.#cold(files, parameter).value);
  }

  async #records(files: Files, file: string, view: string): Promise<RecordVerdict | undefined> {
    if (files[file] === undefined) return undefined;
    return this.#once([view, files], async () => {
      // Reloads, and sessions that notice one late, read the server's own settings.
      const { [main]: _, 'postgresql.auto.conf': __, ...others } = withoutOwn(files);
      this.#workspace.put({ ...others, [main]: this.server.settings, 'postgresql.auto.conf': '' });
      if (file === 'pg_ident.conf' && this.server.major < 15) {
        const { ok } = await this.server.reloadIdent();
        return { ok, sound: [], errors: ok ? [] : ['not reloaded'] };
      }
      await this.#readOwnSettings();
      const rows = await viewRows(this.server, view);
      const isSound = (row: Row) => row['error'] === null && (row['type'] ?? row['map_name'] ?? null) !== null;
      const errors = rows.filter((row) => !isSound(row)).map((row) => String(row['error']));
      return { ok: errors.length === 0, sound: rows.filter(isSound).map(meaningOf), errors };
    });
  }

  /**
   * A reload reaches the session whenever it likes, and then it reads what stands in the data folder. Which records load
   * depends on whether TLS is on, so the session reads the server's own settings once more where they are not in force.
   */
  async #readOwnSettings(): Promise<void> {
    if (!this.server.settings.includes('ssl = on')) return;
    const { rows } = await this.server.query('SELECT current_setting($$ssl$$), pg_backend_pid()');
    const [ssl, pid] = rows[0]!;
    if (ssl === 'on') return;
    process.kill(Number(pid), 'SIGHUP');
    await this.server.query('SELECT 1');
  }

  async #values(files: Files): Promise<Map<string, string>> {
    this.#workspace.put({ 'postgresql.auto.conf': '', ...withoutOwn(files) });
    const values = new Map<string, string>();
    let rows: (string | null)[][] = [];
    try {
      ({ rows } = await this.server.query('SELECT name, setting FROM pg_file_settings ORDER BY seqno'));
    } catch (error) {
      // Some includes that are refused make the view fail as a whole.
      if (!(error instanceof QueryError)) throw error;
    }
    for (const [name, setting] of rows) {
      if (name != null && setting != null) values.set(canonicalName(name) ?? name.toLowerCase(), setting);
    }
    return values;
  }

  #cold(files: Files, parameter: string) {
    rmSync(this.#folder, { recursive: true, force: true });
    this.server.makeFolder('fixes');
    for (const [path, text] of Object.entries({ 'postgresql.auto.conf': '', ...files })) {
      const full = join(this.#folder, path);
      if (path.includes('/')) mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
    return this.server.coldStart(this.#folder, parameter);
  }

  #once<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const known = this.#known.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const answer = ask();
    this.#known.set(key, answer);
    return answer;
  }
}

/** Copies a file with its owner: a server takes no key of another user. */
function copyOwned(from: string, to: string): void {
  copyFileSync(from, to);
  const { uid, gid } = statSync(from);
  chownSync(to, uid, gid);
}

/** A row without its place in the file. */
function meaningOf(row: Row): string {
  const places = ['rule_number', 'map_number', 'file_name', 'line_number', 'error'];
  return JSON.stringify(Object.entries(row).filter(([column]) => !places.includes(column)));
}

function withoutPlace(message: string): string {
  return message
    .replace(/ in file ".*?" line \d+/, '')
    .replace(/configuration file ".*?"/, 'configuration file')
    .replace(/, near token .*/, '');
}
