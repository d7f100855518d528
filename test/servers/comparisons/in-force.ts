/**
 * `pgconflint settings` against running servers: after a reload, which value is in force (pg_settings), which file and
 * line set it, and which lines lost (pg_file_settings). Only parameters that a reload sets.
 */
import { rmSync } from 'node:fs';
import { normalize } from 'node:path';
import type { SettingInForce } from '../../../src/formats/conf/effective-settings.js';
import { runIn, writeFolder } from '../../cli/terminal.js';
import { confTree, type Files } from '../generators/conf-trees.js';
import type { Random } from '../generators/random.js';
import { type KnownParameter, value } from '../generators/values.js';
import type { Server } from '../server.js';
import { shrinkText } from '../shrink.js';
import type { Readings } from './readings.js';
import { Workspace } from './rows.js';
import type { Tally } from './tally.js';

/** What a server says of one parameter that files set. */
interface InForce {
  name: string;
  setting: string;
  sourcefile: string;
  sourceline: number;
}

/** What is in force, and the lines that lost, as `file:line`. */
interface State {
  inForce: InForce[];
  lost: string[];
}

/** Settings that would change what the harness hears or sees of the server, or take effect on the machine. */
const notSafe =
  /timeout|delay|^ssl|^debug_|^log_(?:min|error_verbosity|connections)|_stats$|^tcp_|^max_stack_depth$|transaction|^exit_on_error$|^seed$|^ignore_|^client_|^post_auth|^allow_|^wal_consistency|^archive|^restore|^event_triggers$|^fsync$|^db_user|^zero_damaged/;

const main = 'postgresql.conf';
const inForceColumns = `SELECT row_to_json(s) FROM (SELECT name, setting, sourcefile, sourceline FROM pg_settings
  WHERE source = 'configuration file') s`;

export class InForceComparison {
  readonly #server: Server;
  readonly #readings: Readings;
  readonly #tally: Tally;
  readonly #workspace: Workspace;
  /** What the command line sets, which no file can change. */
  readonly #fixed: ReadonlySet<string>;
  readonly #safe: readonly KnownParameter[];

  private constructor(server: Server, readings: Readings, tally: Tally, parameters: KnownParameter[], fixed: string[]) {
    this.#server = server;
    this.#readings = readings;
    this.#tally = tally;
    this.#workspace = new Workspace(server);
    this.#fixed = new Set(fixed);
    this.#safe = parameters;
  }

  static async open(server: Server, readings: Readings, tally: Tally): Promise<InForceComparison> {
    const columns = 'name, vartype, unit, min_val, max_val, enumvals, context';
    const safe = `context IN ('sighup', 'superuser', 'user') AND name !~ '[.]' AND (vartype <> 'string' OR name = 'application_name')`;
    const query = `SELECT row_to_json(p) FROM (SELECT ${columns} FROM pg_settings WHERE ${safe} AND source <> 'command line') p`;
    const { rows } = await server.query(query);
    const fixed = await server.query(`SELECT name FROM pg_settings WHERE source = 'command line'`);
    const parameters = rows.map(([json]) => JSON.parse(json!) as KnownParameter);
    const usable = parameters.filter(({ name }) => !notSafe.test(name));
    const names = fixed.rows.map(([name]) => name!);
    return new InForceComparison(server, readings, tally, usable, names);
  }

  close(): void {
    this.#workspace.clear();
  }

  /** Compares what is in force after a reload of random files; files that hold an error say little and are passed over. */
  async reload(random: Random): Promise<void> {
    // A few parameters, so that most stand in several places.
    const few = random.list(3, 12, () => random.pick(this.#safe));
    const files = this.#soundTree(random, few);
    if (files === undefined) return;
    const theirs = await this.#reloaded(files);
    if (theirs === undefined) return this.#tally.exclude('files that a running server takes only in part');
    this.#tally.count('settings in force, and lines that lost', theirs.inForce.length + theirs.lost.length);
    if (!(await this.#differs(files))) return;
    let small = files;
    for (const path of Object.keys(files)) {
      const text = await shrinkText(small[path]!, async (candidate) => this.#differs({ ...small, [path]: candidate }));
      small = { ...small, [path]: text };
    }
    this.#report(small, await this.#reloaded(small), await this.#ours(small));
  }

  /** Files that a server takes as a whole, as far as we can say; undefined where a few attempts give none. */
  #soundTree(random: Random, parameters: readonly KnownParameter[]): Files | undefined {
    for (let tries = 0; tries < 40; tries++) {
      const files = {
        'postgresql.auto.conf': '',
        ...confTree(random, parameters, (parameter) => this.#validValue(random, parameter)),
      };
      const { loads, open, syntaxErrors, rows } = this.#readings.settings(files, this.#server.major);
      const sound = loads === true && open.size === 0 && syntaxErrors.size === 0;
      if (sound && rows.length > 0 && rows.every((row) => row['error'] === null)) return files;
    }
    return undefined;
  }

  #validValue(random: Random, parameter: KnownParameter): string {
    for (let tries = 0; tries < 30; tries++) {
      const text = value(random, parameter);
      const line = `${parameter.name} = '${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n')}'\n`;
      const { canonical } = this.#readings.settings({ [main]: line }, this.#server.major);
      if (canonical(parameter.name) !== undefined) return text;
    }
    return parameter.vartype === 'bool'
      ? 'on'
      : parameter.vartype === 'enum'
        ? parameter.enumvals![0]!
        : parameter.min_val!;
  }

  async #ours(files: Files): Promise<State> {
    const folder = writeFolder(files);
    try {
      const args = ['settings', '.', '--format', 'json', '--postgres', `${this.#server.major}`, '--follow-outside'];
      const { code, output, errors } = await runIn(folder, args);
      if (code !== 0 || errors !== '')
        throw new Error(`settings ended with ${code}: ${errors}\n${JSON.stringify(files)}`);
      const settings = (JSON.parse(output) as SettingInForce[]).filter(({ sourcefile }) => sourcefile !== null);
      return {
        inForce: this.#listed(
          settings.map(({ name, setting, sourcefile, sourceline }) => ({
            name,
            setting: setting!,
            sourcefile: sourcefile!,
            sourceline: sourceline!,
          })),
        ),
        lost: settings
          .filter(({ name }) => !this.#fixed.has(name))
          .flatMap(({ overrides }) => overrides.map(({ sourcefile, sourceline }) => `${sourcefile}:${sourceline}`))
          .sort(),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #listed(rows: readonly InForce[]): InForce[] {
    return rows.filter(({ name }) => !this.#fixed.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Undefined where the server refuses the files: whether it does is compared elsewhere. */
  async #reloaded(files: Files): Promise<State | undefined> {
    this.#workspace.put(files);
    const { log } = await this.#server.reloadHba();
    if (log.some(({ message }) => message.includes('contains errors'))) return undefined;
    // A new session has what the postmaster has; the old one may not have read it yet.
    const connection = await this.#server.connect();
    try {
      const rowsOf = async (query: string) =>
        (await connection.query(query)).rows.map(([json]) => JSON.parse(json!) as InForce);
      const inForce = await rowsOf(inForceColumns);
      const read = await rowsOf(
        'SELECT row_to_json(f) FROM (SELECT name, sourcefile, sourceline FROM pg_file_settings WHERE error IS NULL) f',
      );
      const placeOf = ({ sourcefile, sourceline }: InForce) =>
        // Old servers keep the detours of a name.
        `${normalize(sourcefile).replace(`${this.#server.folder}/`, '')}:${sourceline}`;
      const winners = new Set(inForce.map(placeOf));
      return {
        inForce: this.#listed(inForce.map((row) => ({ ...row, sourcefile: placeOf(row).replace(/:\d+$/, '') }))),
        // Of two spellings of a name the view calls both applied; only one place is in force.
        lost: read
          // A file that is included twice has its lines twice: one of two is in force.
          .filter((row) => !this.#fixed.has(row.name.toLowerCase()) && !winners.delete(placeOf(row)))
          .map(placeOf)
          .sort(),
      };
    } finally {
      connection.close();
    }
  }

  async #differs(files: Files): Promise<boolean> {
    const { loads, open } = this.#readings.settings(files, this.#server.major);
    if (loads !== true || open.size > 0) return false;
    const theirs = await this.#reloaded(files);
    return theirs !== undefined && JSON.stringify(theirs) !== JSON.stringify(await this.#ours(files));
  }

  #report(files: Files, theirs: State | undefined, ours: State): void {
    this.#tally.add({
      kind: 'conf',
      server: this.#server.name,
      files,
      expected: `in force ${JSON.stringify(theirs)}`,
      actual: `in force ${JSON.stringify(ours)}`,
    });
  }
}
