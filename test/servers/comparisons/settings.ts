/**
 * postgresql.conf and what it includes. A running server shows what it reads (pg_file_settings) and, in debug messages,
 * why it refuses a value; `postgres -C` says what a start would make of the same files and is asked wherever the two
 * sides differ, since a running server also counts what only a restart or a database could tell.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Connection, QueryError } from '../connection.js';
import type { Files } from '../generators/conf-trees.js';
import type { KnownParameter } from '../generators/values.js';
import type { ColdStart, Server } from '../server.js';
import { shrinkList, shrinkText } from '../shrink.js';
import { inSomeBuilds, type OurSettings, type Readings } from './readings.js';
import { type Row, Workspace } from './rows.js';
import type { Tally } from './tally.js';

const main = 'postgresql.conf';
const restartOnly = /cannot be changed without restarting the server$/;
/** A quoted value that starts with a zero byte is whatever the server's memory holds there. */
const zeroInFront = "'\0";
const leftToMemory = 'a value that starts with a zero byte depends on the memory of the server';
/** Debug messages that tell of something else than configuration. */
const otherDebugMessage = /^io \d/;

/** What one server says of one row of pg_file_settings. */
interface ServerRow {
  row: Row;
  /** Why the value is refused, in the server's words. */
  reason: string | undefined;
}

export class SettingsComparison {
  readonly #server: Server;
  readonly #readings: Readings;
  readonly #tally: Tally;
  readonly #workspace: Workspace;
  readonly #connection: Connection;
  readonly #coldFolder: string;
  /** What the server knows; custom and hidden parameters are not among them. */
  readonly parameters: readonly KnownParameter[];

  private constructor(
    server: Server,
    readings: Readings,
    tally: Tally,
    connection: Connection,
    parameters: readonly KnownParameter[],
  ) {
    this.#server = server;
    this.#readings = readings;
    this.#tally = tally;
    this.#connection = connection;
    this.#workspace = new Workspace(server);
    this.#coldFolder = server.makeFolder('cold');
    this.parameters = parameters;
  }

  static async open(server: Server, readings: Readings, tally: Tally): Promise<SettingsComparison> {
    const columns = 'name, vartype, unit, min_val, max_val, enumvals, context';
    const query = `SELECT row_to_json(p) FROM (SELECT ${columns} FROM pg_settings WHERE name !~ '[.]') p`;
    const { rows } = await server.query(query);
    const connection = await server.connect();
    await connection.query('SET client_min_messages = debug3');
    const parameters = rows.map(([json]) => JSON.parse(json!) as KnownParameter);
    return new SettingsComparison(server, readings, tally, connection, parameters);
  }

  close(): void {
    this.#workspace.clear();
    this.#connection.close();
    rmSync(this.#coldFolder, { recursive: true, force: true });
  }

  /**
   * Compares single settings: names that the server knows, each in a spelling of its own.
   *
   * @param lines one setting a line
   */
  async values(lines: readonly string[]): Promise<void> {
    this.#tally.count('settings', lines.length);
    const differing = await this.#differingLines({ [main]: lines.join('') });
    for (const line of differing.slice(0, 25)) await this.#single(lines[line - 1] ?? '');
    if (lines.length > 0) await this.#single(lines[lines.length >> 1]!);
  }

  /**
   * Compares what is a line and what is not. A start reads on behind syntax errors, a hundred of them in a file, so
   * the lines are spread over included files; then the view is asked for the names and values of the right ones.
   */
  async syntax(lines: readonly string[]): Promise<void> {
    this.#tally.count('conf lines', lines.length);
    const size = 80;
    const files: Files = {};
    for (let at = 0; at < lines.length; at += size) files[`part${at / size}`] = lines.slice(at, at + size).join('');
    const includes = Object.keys(files).map((path) => `include '${path}'\n`);
    const all = { [main]: includes.join(''), ...files };
    const { messages } = this.#cold(all);
    const expected = new Set(messages.flatMap((message) => syntaxErrorLine(message, this.#coldFolder)));
    const actual = this.#ours(all).syntaxErrors;
    const indexOf = (key: string) => Number(/^part(\d+):/.exec(key)![1]) * size + Number(/:(\d+)$/.exec(key)![1]) - 1;
    const differing = [...new Set([...expected, ...actual])].filter((key) => expected.has(key) !== actual.has(key));
    for (const key of differing.slice(0, 12)) await this.#line(lines[indexOf(key)]!);
    const broken = new Set([...expected, ...actual].map(indexOf));
    const sound = lines.filter((_, index) => !broken.has(index));
    for (const line of (await this.#differingLines({ [main]: sound.join('') })).slice(0, 12)) {
      await this.#line(sound[line - 1] ?? '');
    }
  }

  /** Compares one line alone: whether a start takes it, and the view's row. */
  async #line(line: string): Promise<void> {
    if (line.includes(zeroInFront)) return this.#tally.exclude(leftToMemory);
    const fails = async (text: string) => !text.includes(zeroInFront) && (await this.#differs({ [main]: text }));
    if (!(await fails(line))) return;
    await this.#report({ [main]: await shrinkText(line, fails) });
  }

  /** Compares rows and verdict of a set of files. */
  async files(files: Files): Promise<void> {
    this.#tally.count('conf trees');
    if (Object.values(files).some((text) => text.includes(zeroInFront))) return this.#tally.exclude(leftToMemory);
    if (!(await this.#differs(files))) return;
    const paths = await shrinkList(Object.keys(files), async (some) =>
      some.includes(main) ? this.#differs(Object.fromEntries(some.map((path) => [path, files[path]!]))) : false,
    );
    let small = Object.fromEntries(paths.map((path) => [path, files[path]!]));
    for (const path of paths) {
      const text = await shrinkText(small[path]!, (candidate) => this.#differs({ ...small, [path]: candidate }));
      small = { ...small, [path]: text };
    }
    await this.#report(small);
  }

  /**
   * Compares values after conversion: sets what sessions may set, many parameters at once, and reads pg_settings.
   *
   * @param settings one value a parameter
   */
  async canonical(settings: readonly { name: string; text: string }[]): Promise<void> {
    const known = settings.filter(({ name, text }) => this.#canonical(name, text) !== undefined);
    const array = (texts: readonly string[]) => `ARRAY[${texts.map(literal).join(',')}]::text[]`;
    const names = array(known.map(({ name }) => name));
    const values = array(known.map(({ text }) => text));
    const set = `SELECT count(set_config(n, v, true)) FROM unnest(${names}, ${values}) AS s(n, v)`;
    const read = `SELECT name, setting FROM pg_settings WHERE name = ANY (${names})`;
    let rows: (string | null)[][];
    try {
      ({ rows } = await this.#server.query(`BEGIN; ${set}; ${read}; ROLLBACK`));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      await this.#server.query('ROLLBACK');
      // One refused value spoils the rest: halve until it stands alone, where values() judges it.
      if (known.length < 2) return;
      await this.canonical(known.slice(0, known.length >> 1));
      return this.canonical(known.slice(known.length >> 1));
    }
    const shown = new Map(rows.filter((row) => row.length === 2).map(([name, setting]) => [name!, setting!]));
    for (const { name, text } of known) {
      const setting = shown.get(name);
      if (setting === undefined) continue;
      this.#tally.count('converted values');
      this.#compareValue(name, text, setting);
    }
  }

  /** Compares one value after conversion with what `postgres -C` prints. */
  coldValue(name: string, text: string): void {
    const line = `${name} = ${conf(text)}\n`;
    const { ok, value } = this.#cold({ [main]: line }, name);
    if (!ok || value === undefined) return;
    this.#tally.count('converted values');
    this.#compareValue(name, text, value);
  }

  #canonical(name: string, text: string): string | undefined {
    return this.#ours({ [main]: `${name} = ${conf(text)}\n` }).canonical(name);
  }

  #compareValue(name: string, text: string, expected: string): void {
    const actual = this.#canonical(name, text);
    if (actual === undefined || actual === expected) return;
    const files = { [main]: `${name} = ${conf(text)}\n` };
    this.#tally.add({
      kind: 'conf',
      server: this.#server.name,
      files,
      expected: `value ${expected}`,
      actual: `value ${actual}`,
      show: name,
    });
  }

  #ours(files: Files): OurSettings {
    return this.#readings.settings(files, this.#server.major);
  }

  /** What a start says of the files. */
  #cold(files: Files, parameter?: string): ColdStart {
    rmSync(this.#coldFolder, { recursive: true, force: true });
    this.#server.makeFolder('cold');
    for (const [path, text] of Object.entries({ 'postgresql.auto.conf': '', ...files })) {
      const full = join(this.#coldFolder, path);
      if (path.includes('/')) mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
    return this.#server.coldStart(this.#coldFolder, parameter);
  }

  /** The rows of pg_file_settings with the reasons; undefined where the view itself fails. */
  async #view(files: Files): Promise<ServerRow[] | undefined> {
    this.#workspace.put({ 'postgresql.auto.conf': '', ...files });
    let result: Awaited<ReturnType<Connection['query']>>;
    try {
      result = await this.#connection.query('SELECT row_to_json(v) FROM pg_file_settings v');
    } catch (error) {
      if (error instanceof QueryError) return undefined;
      throw error;
    }
    const prefix = `${this.#server.folder}/`;
    const rows = result.rows.map(([json]) => JSON.parse(json!) as Record<string, unknown>);
    for (const row of rows) {
      const file = row['sourcefile'];
      if (typeof file === 'string' && file.startsWith(prefix)) row['sourcefile'] = file.slice(prefix.length);
    }
    const reasons = result.notices.map(({ message }) => message).filter((message) => !otherDebugMessage.test(message));
    const refused = rows.filter((row) => row['error'] === 'setting could not be applied');
    // Every refusal logs one message, in the order of the rows; where the counts differ, nothing is concluded.
    const known = reasons.length === refused.length;
    return rows.map((row) => {
      const at = refused.indexOf(row);
      return { row, reason: at === -1 ? undefined : known ? reasons[at] : 'unknown' };
    });
  }

  /** The lines of the main file whose rows differ. */
  async #differingLines(files: Files): Promise<number[]> {
    const view = await this.#view(files);
    if (!view)
      return files[main]!.split('\n')
        .map((_, index) => index + 1)
        .slice(0, -1);
    const { rows, open } = this.#ours(files);
    const differing = new Set<number>();
    for (let index = 0; index < Math.max(view.length, rows.length); index++) {
      const theirs = view[index];
      const ours = rows[index];
      if (theirs && ours && this.#sameRow(theirs, ours, open)) continue;
      differing.add(Number(theirs?.row['sourceline'] ?? ours?.['sourceline'] ?? 1));
    }
    return [...differing];
  }

  #sameRow({ row, reason }: ServerRow, ours: Row, open: ReadonlyMap<string, string>): boolean {
    for (const column of ['sourcefile', 'sourceline', 'seqno', 'name', 'setting']) {
      const shown = row[column];
      // Bytes that are no UTF-8 come as replacement characters; what we show for them is a matter of taste.
      if (typeof shown === 'string' && shown.includes('\ufffd')) continue;
      if (shown !== ours[column]) return false;
    }
    const parameter = open.get(`${row['sourcefile']}:${row['sourceline']}`);
    if (parameter !== undefined) {
      this.#tally.leaveOpen(parameter.slice(0, parameter.indexOf(':')));
      return true;
    }
    if (reason !== undefined && restartOnly.test(reason)) return true;
    return (row['error'] === null) === (ours['error'] === null) && row['applied'] === ours['applied'];
  }

  /** Compares one setting by what a start says of it. */
  async #single(line: string): Promise<void> {
    const differs = async (text: string) => this.#startDiffers({ [main]: text });
    if (!(await differs(line))) return;
    await this.#report({ [main]: await shrinkText(line, differs) });
  }

  #startDiffers(files: Files): boolean {
    const { ok, messages } = this.#cold(files);
    const ours = this.#ours(files);
    if (ours.open.size > 0 || ours.loads === undefined) return false;
    // How many folders may be open at once depends on the limits of the process.
    if (messages.some((message) => message.startsWith('exceeded maxAllocatedDescs'))) return false;
    this.#tally.count('conf starts');
    return ok !== ours.loads;
  }

  /** Rows first; where only verdicts on values differ, a start decides. */
  async #differs(files: Files): Promise<boolean> {
    if (this.#startDiffers(files)) return true;
    // A name that only some builds know decides about all other rows.
    if ([...this.#ours(files).open.values()].some((reason) => reason.endsWith(inSomeBuilds))) return false;
    const view = await this.#view(files);
    if (!view) return false;
    const { rows, open } = this.#ours(files);
    if (view.length !== rows.length) return true;
    return view.some((theirs, index) => {
      if (this.#sameRow(theirs, rows[index]!, open)) return false;
      // A start has just agreed with us on values, so only a row's other columns can still be wrong.
      return theirs.reason === undefined && rows[index]!['error'] === null;
    });
  }

  async #report(files: Files): Promise<void> {
    const cold = this.#cold(files);
    const view = await this.#view(files);
    const ours = this.#ours(files);
    const loads = (ok: boolean | undefined) => (ok ? 'starts' : 'refused');
    const theirRows = (view ?? []).slice(0, 4).map(({ row, reason }) => ({ ...row, reason }));
    this.#tally.add({
      kind: 'conf',
      server: this.#server.name,
      files,
      expected: `${loads(cold.ok)} ${JSON.stringify(cold.messages.slice(0, 3))} ${JSON.stringify(theirRows)}`,
      actual: `${loads(ours.loads)} ${JSON.stringify(ours.rows.slice(0, 4))}`,
    });
  }
}

function syntaxErrorLine(message: string, folder: string): string[] {
  const [, file, line] = /^syntax error in file "(.*)" line (\d+), near /.exec(message) ?? [];
  return file === undefined ? [] : [`${file.slice(folder.length + 1)}:${line}`];
}

/** A value as a quoted token of postgresql.conf. */
function conf(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n')}'`;
}

/** A text as an SQL literal. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
