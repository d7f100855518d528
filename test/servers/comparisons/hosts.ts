/**
 * pg_hosts.conf, which no view shows: a reload with TLS and ssl_sni on complains about each line that it cannot read,
 * and about the first name that comes twice. Certificates that are not there end a reload before that; what the server
 * says then is counted, and says nothing of the lines.
 */
import type { Files } from '../generators/conf-trees.js';
import type { LogEntry, Server } from '../server.js';
import { shrinkList, shrinkText } from '../shrink.js';
import type { Readings } from './readings.js';
import { type LineKey, type Row, Workspace } from './rows.js';
import type { Tally } from './tally.js';

const main = 'pg_hosts.conf';

/** What a server, or we, say of a file. */
interface Verdict {
  /** Whether the file is refused as one that cannot be read. */
  refused: boolean;
  /** The lines that cannot be read; of a line that draws in others, the server names the line in those. */
  broken: Set<LineKey>;
  /** The line with the first name that comes twice; undefined where there is none, or where the server did not get there. */
  repeated: LineKey | undefined;
  /** Whether the server stopped at a certificate or key. */
  stoppedAtCertificate: boolean;
}

export class HostsComparison {
  readonly #server: Server;
  readonly #readings: Readings;
  readonly #tally: Tally;
  readonly #workspace: Workspace;

  /** @param server one with TLS and ssl_sni on */
  constructor(server: Server, readings: Readings, tally: Tally) {
    this.#server = server;
    this.#readings = readings;
    this.#tally = tally;
    this.#workspace = new Workspace(server);
  }

  /** Puts the server's own files back. */
  close(): void {
    this.#workspace.clear();
  }

  /**
   * Compares many pieces of text as one file, and then a few of those that can be read at a time, as files that
   * mostly load.
   *
   * @param pieces texts that end with a line end
   */
  async lines(pieces: readonly string[]): Promise<void> {
    this.#tally.count('hosts lines', pieces.join('').split('\n').length - 1);
    await this.#compare({ [main]: pieces.join('') }, true);
    const sound = pieces.filter((piece) => this.#ours({ [main]: piece }).broken.size === 0);
    for (let at = 0; at < sound.length; at += 10) await this.files({ [main]: sound.slice(at, at + 6).join('') });
  }

  /** Compares what both sides say of a set of files as a whole. */
  async files(files: Files): Promise<void> {
    this.#tally.count('hosts files');
    await this.#compare(files, false);
  }

  async #compare(files: Files, byLine: boolean): Promise<void> {
    // A log that is read before the server has written all of it differs once, and no second time.
    if (!(await this.#differs(files, byLine)) || !(await this.#differs(files, byLine))) return;
    const lines = files[main]!.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const few = await shrinkList(lines, (some) => this.#differs({ ...files, [main]: some.join('') }, byLine));
    const text = await shrinkText(few.join(''), (candidate) => this.#differs({ ...files, [main]: candidate }, byLine));
    const small = { ...files, [main]: text };
    const shown = (verdict: Verdict) => JSON.stringify({ ...verdict, broken: [...verdict.broken] });
    this.#tally.add({
      kind: 'hosts',
      server: this.#server.name,
      files: small,
      expected: shown(await this.#theirs(small)),
      actual: shown(this.#ours(small)),
    });
  }

  async #differs(files: Files, byLine: boolean): Promise<boolean> {
    const theirs = await this.#theirs(files);
    const ours = this.#ours(files);
    if (theirs.refused !== ours.refused) return true;
    if (byLine) {
      if (![...theirs.broken].every((key) => ours.broken.has(key))) return true;
      if (theirs.broken.size !== ours.broken.size) return true;
      this.#tally.count('hosts lines that both refuse', theirs.broken.size);
    }
    if (theirs.refused) return false;
    if (theirs.repeated !== undefined) this.#tally.count('hosts names that come twice');
    if (theirs.stoppedAtCertificate) {
      this.#tally.exclude('a certificate or key of pg_hosts.conf is not there');
      return false;
    }
    return theirs.repeated !== ours.repeated;
  }

  async #theirs(files: Files): Promise<Verdict> {
    this.#workspace.put(files);
    const { log } = await this.#server.reloadIdent();
    const broken = new Set<LineKey>();
    let repeated: LineKey | undefined;
    let stoppedAtCertificate = false;
    for (const entry of log) {
      const { message } = entry;
      const key = this.#lineOf(entry);
      if (/^multiple (?:entries for host|default hosts|no_sni hosts)/.test(message)) repeated = key;
      else if (key !== undefined) broken.add(key);
      else if (/certificate|private key|root store|passphrase/.test(message)) stoppedAtCertificate = true;
    }
    const refused = log.some(({ message }) => /^could not load (?:file )?".*pg_hosts\.conf"/.test(message));
    return { refused, broken, repeated, stoppedAtCertificate };
  }

  #lineOf({ context }: LogEntry): LineKey | undefined {
    const [, line, bytes] = /^line (\d+) of configuration file "(.*?)"(?:\nline|$)/s.exec(context ?? '') ?? [];
    const file = bytes === undefined ? undefined : Buffer.from(bytes, 'latin1').toString('utf8');
    if (file === undefined || file.endsWith('/pg_ident.conf')) return undefined;
    return `${file.startsWith(`${this.#server.folder}/`) ? file.slice(this.#server.folder.length + 1) : file}:${line}`;
  }

  #ours(files: Files): Verdict {
    const rows = this.#readings.hosts({ ...this.#server.ownFiles(), ...files }, this.#server.major).rows;
    const broken = new Set<LineKey>();
    let repeated: LineKey | undefined;
    for (const row of rows) {
      if (row['code'] === undefined) continue;
      if (row['code'] !== 'repeated-host') broken.add(keyOf(row));
      else repeated ??= keyOf(row);
    }
    return { refused: broken.size > 0, broken, repeated, stoppedAtCertificate: false };
  }
}

const keyOf = (row: Row): LineKey => `${row['file_name']}:${row['line_number']}`;
