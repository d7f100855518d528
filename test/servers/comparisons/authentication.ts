/**
 * pg_hba.conf and pg_ident.conf, line by line and whole: the rows of the server's views against ours, and what a
 * reload says of the file against what we say. Servers without pg_ident_file_mappings (before 15) tell of bad
 * mappings in their log.
 */
import type { Files } from '../generators/conf-trees.js';
import { type LogEntry, type Server, SessionLostError } from '../server.js';
import { shrinkList, shrinkText } from '../shrink.js';
import type { Readings } from './readings.js';
import { comparable, isBroken, type LineKey, type Row, viewRows, Workspace } from './rows.js';
import type { Tally } from './tally.js';

export type AuthenticationKind = 'hba' | 'ident';

const mainFile = { hba: 'pg_hba.conf', ident: 'pg_ident.conf' } as const;
const views = { hba: 'pg_hba_file_rules', ident: 'pg_ident_file_mappings' } as const;

/** The server's reasons for a refusal on which it is no authority, and what to call them. */
const notTheServersToSay: readonly (readonly [RegExp, string])[] = [
  [/not supported by this build/, 'the server is built without the method or encryption'],
  [/could not translate RADIUS server name/, 'a RADIUS server name needs a resolver'],
];

function exclusion(row: Row): string | undefined {
  const error = row['error'];
  if (typeof error !== 'string') return undefined;
  return notTheServersToSay.find(([pattern]) => pattern.test(error))?.[1];
}

/** Compares one server's reading of authentication files with ours. */
export class AuthenticationComparison {
  readonly #server: Server;
  readonly #readings: Readings;
  readonly #tally: Tally;
  readonly #kind: AuthenticationKind;
  readonly #workspace: Workspace;

  constructor(server: Server, kind: AuthenticationKind, readings: Readings, tally: Tally) {
    this.#server = server;
    this.#kind = kind;
    this.#readings = readings;
    this.#tally = tally;
    this.#workspace = new Workspace(server);
  }

  /** Puts the server's own files back. */
  close(): void {
    this.#workspace.clear();
  }

  /**
   * Compares many pieces of text, each one line or more, as one file, and then those without an error as one file.
   *
   * @param pieces texts that end with a line end
   */
  async lines(pieces: readonly string[]): Promise<void> {
    let rest = pieces;
    for (;;) {
      try {
        return await this.#lines(rest);
      } catch (error) {
        if (!(error instanceof SessionLostError)) throw error;
      }
      const few = await shrinkList(rest, (some) => this.#hangsUp(this.#filesOf(some.join(''))));
      this.#leaveOut(this.#filesOf(few.join('')));
      rest = rest.filter((piece) => !few.includes(piece));
    }
  }

  async #lines(pieces: readonly string[]): Promise<void> {
    const text = pieces.join('');
    this.#tally.count(`${this.#kind} lines`, text.split('\n').length - 1);
    const { differing, broken } = await this.#differences(this.#filesOf(text));
    const numbered = pieces.map((piece, index) => ({ piece, index, ...span(pieces, index) }));
    const touches = (lines: ReadonlySet<LineKey>) => (piece: { first: number; last: number }) =>
      range(piece.first, piece.last).some((line) => lines.has(`${mainFile[this.#kind]}:${line}`));
    const suspects = differing.size === 0 ? [] : numbered.filter(touches(differing));
    for (const { piece, index } of suspects.slice(0, 5)) {
      await this.#report(this.#filesOf(await this.#isolate(pieces, piece, index)));
    }
    const sound = numbered.filter((piece) => !touches(differing)(piece) && !touches(broken)(piece));
    await this.#wholeFile(sound.map(({ piece }) => piece).join(''));
    // One bad line refuses the whole file: a few of them, each in good company.
    for (const { piece } of numbered.filter(touches(broken)).slice(0, 3)) {
      await this.#wholeFile(`${sound[0]?.piece ?? ''}${piece}`);
    }
  }

  /** Compares rows and verdict of a set of files. */
  async files(files: Files): Promise<void> {
    this.#tally.count(`${this.#kind} trees`);
    try {
      if (!(await this.#differs(files))) return;
      await this.#report(await this.#shrinkFiles(files));
    } catch (error) {
      if (!(error instanceof SessionLostError)) throw error;
      this.#leaveOut(files);
    }
  }

  /** Whether the server closes its connection when it is asked about files. */
  async #hangsUp(files: Files): Promise<boolean> {
    try {
      await this.#serverRows(files);
      return false;
    } catch (error) {
      if (error instanceof SessionLostError) return true;
      throw error;
    }
  }

  /** A server that crashes loads nothing: we must not say that it does. */
  #leaveOut(files: Files): void {
    this.#tally.hangUp(this.#server.name, files);
    const { loads, rows } = this.#ours(files);
    if (loads === false) return;
    this.#tally.add({
      kind: this.#kind,
      server: this.#server.name,
      files,
      expected: 'the server closed the connection',
      actual: `loads ${JSON.stringify(rows.slice(0, 3))}`,
    });
  }

  #filesOf(text: string): Files {
    return { [mainFile[this.#kind]]: text };
  }

  #hasView(): boolean {
    return this.#kind === 'hba' || this.#server.major >= 15;
  }

  #ours(files: Files) {
    return this.#readings[this.#kind]({ ...this.#server.ownFiles(), ...files }, this.#server.major);
  }

  async #serverRows(files: Files): Promise<Row[]> {
    this.#workspace.put(files);
    return viewRows(this.#server, views[this.#kind]);
  }

  /** The lines that differ, and those that both sides call broken or that the server may not judge. */
  async #differences(files: Files): Promise<{ differing: Set<LineKey>; broken: Set<LineKey> }> {
    return this.#hasView() ? this.#differencesOfRows(files) : this.#differencesOfLog(files);
  }

  async #differencesOfRows(files: Files): Promise<{ differing: Set<LineKey>; broken: Set<LineKey> }> {
    const theirs = await this.#serverRows(files);
    const columns = Object.keys(theirs[0] ?? {}).filter((name) => !/^(rule|map)_number$/.test(name));
    const expected = byLine(theirs, mainFile[this.#kind]);
    const actual = byLine(this.#ours(files).rows, mainFile[this.#kind]);
    const differing = new Set<LineKey>();
    const broken = new Set<LineKey>();
    let numbersHold = true;
    for (const key of new Set([...expected.keys(), ...actual.keys()])) {
      const rows = expected.get(key) ?? [];
      if (rows.some(isBroken)) broken.add(key);
      const excluded = rows.map(exclusion).find((reason) => reason !== undefined);
      if (excluded) {
        this.#tally.exclude(excluded);
        numbersHold = false;
        continue;
      }
      const form = (list: readonly Row[]) => list.map((row) => comparable(row, columns)).join('\n');
      if (form(rows) !== form(actual.get(key) ?? [])) differing.add(key);
    }
    // The view has no text for a RADIUS server name that does not resolve; the log has one.
    const silent = [...differing].filter((key) =>
      expected.get(key)?.some((row) => isBroken(row) && row['error'] === null),
    );
    if (silent.length > 0) {
      const { log } = await this.#reload(files);
      for (const { message, context } of log) {
        const reason = exclusion({ error: message });
        const key = `${mainFile[this.#kind]}:${/^line (\d+) of/.exec(context ?? '')?.[1]}`;
        if (reason === undefined || !differing.delete(key)) continue;
        this.#tally.exclude(reason);
        numbersHold = false;
      }
    }
    // Numbers of records depend on all lines before: they are compared where nothing was left out.
    if (differing.size === 0 && numbersHold) {
      const numbers = (rows: readonly Row[]) =>
        rows.map((row) => row['rule_number'] ?? row['map_number'] ?? null).join();
      const known = 'rule_number' in (theirs[0] ?? {}) || 'map_number' in (theirs[0] ?? {});
      if (known && numbers(theirs) !== numbers(this.#ours(files).rows))
        for (const key of expected.keys()) differing.add(key);
    }
    return { differing, broken };
  }

  /** Without a view: the log names most lines; where its complaints are not ours, each line is asked for alone. */
  async #differencesOfLog(files: Files): Promise<{ differing: Set<LineKey>; broken: Set<LineKey> }> {
    const { log } = await this.#reload(files);
    const complaints = log.filter(({ message }) => !/^received SIGHUP|was not reloaded$|^parameter /.test(message));
    const named = new Set(complaints.map(lineOf).filter((key) => key !== undefined));
    const ourRows = this.#ours(files).rows.filter(isBroken);
    const ours = new Set(ourRows.map((row) => keyOf(row, mainFile.ident)));
    const differing = new Set<LineKey>([...named].filter((key) => !ours.has(key)));
    if (differing.size === 0 && complaints.length !== ourRows.length) {
      const count = Object.values(files)[0]!.split('\n').length;
      for (const line of range(1, count)) differing.add(`${mainFile.ident}:${line}`);
    }
    return { differing, broken: ours };
  }

  async #reload(files: Files): Promise<{ ok: boolean; log: LogEntry[] }> {
    this.#workspace.put(files);
    return this.#kind === 'hba' ? this.#server.reloadHba() : this.#server.reloadIdent();
  }

  /** Whether the server takes the files, as against what we say; what it may not judge counts as agreement. */
  async #verdictDiffers(files: Files): Promise<boolean> {
    const { ok, log } = await this.#reload(files);
    const open = log.some((entry) => exclusion({ error: entry.message }) !== undefined);
    const { loads } = this.#ours(files);
    this.#tally.count(`${this.#kind} whole files`);
    if (open && !ok) return false;
    if (loads === undefined) this.#tally.leaveOpen(`${this.#kind} whole file`);
    return loads !== undefined && ok !== loads;
  }

  async #wholeFile(text: string): Promise<void> {
    const files = this.#filesOf(text);
    if (!(await this.#verdictDiffers(files))) return;
    const small = await shrinkText(text, (candidate) => this.#verdictDiffers(this.#filesOf(candidate)));
    await this.#report(this.#filesOf(small));
  }

  async #differs(files: Files): Promise<boolean> {
    if (this.#hasView() && (await this.#differences(files)).differing.size > 0) return true;
    return this.#verdictDiffers(files);
  }

  /** The smallest text around one piece that still shows a difference. */
  async #isolate(pieces: readonly string[], piece: string, index: number): Promise<string> {
    const fails = (text: string) => this.#differs(this.#filesOf(text));
    const around = pieces.slice(Math.max(0, index - 2), index + 3).join('');
    for (const candidate of [piece, around]) if (await fails(candidate)) return shrinkText(candidate, fails);
    const few = await shrinkList(pieces, (some) => fails(some.join('')));
    return shrinkText(few.join(''), fails);
  }

  async #shrinkFiles(files: Files): Promise<Files> {
    const main = mainFile[this.#kind];
    const paths = await shrinkList(Object.keys(files), async (some) =>
      some.includes(main) ? this.#differs(Object.fromEntries(some.map((path) => [path, files[path]!]))) : false,
    );
    let small = Object.fromEntries(paths.map((path) => [path, files[path]!]));
    for (const path of paths) {
      const text = await shrinkText(small[path]!, (candidate) => this.#differs({ ...small, [path]: candidate }));
      small = { ...small, [path]: text };
    }
    return small;
  }

  /** Records a difference, unless the case by itself shows none (then the line before it was at fault). */
  async #report(files: Files): Promise<void> {
    const { differing } = await this.#differences(files);
    const { ok } = await this.#reload(files);
    const ours = this.#ours(files);
    const theirs = this.#hasView() ? await this.#serverRows(files) : [];
    if (this.#hasView() && differing.size === 0 && ok === ours.loads) return;
    if (!this.#hasView() && ok === ours.loads) return;
    this.#tally.add({
      kind: this.#kind,
      server: this.#server.name,
      files,
      expected: `${ok ? 'loads' : 'refused'} ${JSON.stringify(theirs.slice(0, 3))}`,
      actual: `${ours.loads ? 'loads' : 'refused'} ${JSON.stringify(ours.rows.slice(0, 3))}`,
    });
  }
}

function keyOf(row: Row, main: string): LineKey {
  return `${row['file_name'] ?? main}:${row['line_number']}`;
}

/** Rows by their line; servers before 16 name no file, so their rows stand for the main one. */
function byLine(rows: readonly Row[], main: string): Map<LineKey, Row[]> {
  const lines = new Map<LineKey, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, main);
    const known = lines.get(key);
    if (known) known.push(row);
    else lines.set(key, [row]);
  }
  return lines;
}

function lineOf({ message, context }: LogEntry): LineKey | undefined {
  const line = /^missing entry in file .* at end of line (\d+)$/.exec(message)?.[1];
  const other = /^line (\d+) of configuration file/.exec(context ?? '')?.[1];
  const number = line ?? other;
  return number === undefined ? undefined : `${mainFile.ident}:${number}`;
}

/** The physical lines, counted from 1, that a piece takes up. */
function span(pieces: readonly string[], index: number): { first: number; last: number } {
  let first = 1;
  for (const piece of pieces.slice(0, index)) first += piece.split('\n').length - 1;
  return { first, last: first + Math.max(1, pieces[index]!.split('\n').length - 1) - 1 };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
