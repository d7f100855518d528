import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { Major } from '../../src/catalog/majors.js';
import { nodeFileSystem } from '../../src/files/node-file-system.js';
import { formatBaseline } from '../../src/linter/baseline/baseline.js';
import { listMajors } from '../../src/linter/engine/targets.js';
import { type ColumnEncoding, TextLines } from '../../src/lsp/protocol/text-lines.js';
import { visible } from '../../src/report/printable.js';
import { LineTable } from '../../src/syntax/positions.js';
import { runIn } from '../cli/terminal.js';
import { full, pulling, TestClient } from './client.js';
import { askAtRandom } from './random-questions.js';

/** How a run goes. */
export interface RandomEdits {
  /** Folders whose files the run starts from. */
  folders: Readonly<Record<string, string>>;
  seed: number;
  edits: number;
  /** After so many edits the server's texts and diagnostics are compared. */
  batch: number;
  /** Stops here although edits are left, in milliseconds. */
  time: number;
  /** Whether the client asks for its diagnostics. */
  pulls: boolean;
  columns: ColumnEncoding;
  /** Called after each comparison with the number of edits so far. */
  onBatch?(edits: number): void;
}

/** What a run came to; the first difference ends it. */
export interface RandomEditsOutcome {
  edits: number;
  comparisons: number;
  /** How many diagnostics were compared in all. */
  diagnostics: number;
  difference: string | undefined;
}

const pieces = [
  ...'\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '#',
  "'",
  '"',
  '\\',
  '\\\n',
  ',',
  '=',
  '@',
  '+',
  '/',
  '.',
  '0',
  '9',
  'x',
  'ü',
  '€',
  '😀',
  'host',
  'local',
  'hostssl',
  'all',
  'trust',
  'md5',
  'map=',
  'include ',
  'include_dir ',
  'conf.d',
  '10.0.0.0/8',
  '::/0',
  'work_mem = ',
  'ssl = off\n',
  "hba_file = 'x'",
  '128MB',
  'on',
  '\n\n',
  '# pgconflint-disable-next-line hba/no-trust -- x\n',
  '# pgconflint: postgres=14\n',
  'host all all 0.0.0.0/0 trust\n',
  'local all postgres peer map=m\n',
  'm a b\n',
]; // prettier-ignore

/** What decides about rules and targets, and what each of these files may turn into while others are typed into. */
const decisions: Readonly<Record<string, readonly string[]>> = {
  'pgconflint.config.jsonc': [
    '{}',
    '{ "rules": { "hba/no-trust": "off", "conf/syntax-error": "warn" } }',
    '{ "extends": ["recommended", "all"] } // all of them',
    '{ "postgres": 13 }',
    '{ "extends": "strict", "overrides": [{ "files": ["**/pg_hba.conf"], "rules": { "hba/require-tls": "error" } }] }',
    '{ "ignores": ["**/conf.d/**"] }',
    '{ "reportUnusedSuppressions": true, "requireReasons": "warn", }',
  ],
  'pgconflint-baseline.json': [
    formatBaseline(new Map()),
    formatBaseline(
      new Map([
        ['insecure/pg_hba.conf', new Map(Object.entries({ 'hba/no-trust': 9, 'hba/require-tls': 2 }))],
        ['hardened/postgresql.conf', new Map([['conf/syntax-error', 3]])],
      ]),
    ),
  ],
};

/** Types at random into open files, asks at random places, and compares what the server knows with the client's texts and with the command line. */
export async function randomEdits(options: RandomEdits): Promise<RandomEditsOutcome> {
  const session = new Session(options);
  try {
    return await session.run();
  } finally {
    await session.stop();
  }
}

/** A generator of numbers below a bound, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

interface EditedFile {
  name: string;
  uri: string;
  version: number;
  text: string;
}

class Session {
  readonly #options: RandomEdits;
  readonly #random: (below: number) => number;
  /** What the server finds on its disk, and where the command line reads the present texts. */
  readonly #disk = realpathSync(mkdtempSync(join(tmpdir(), 'edits-')));
  readonly #mirror = realpathSync(mkdtempSync(join(tmpdir(), 'edits-')));
  readonly #client = new TestClient(nodeFileSystem);
  readonly #buffers: EditedFile[] = [];
  readonly #decisions: EditedFile[] = [];
  #diagnostics = 0;

  constructor(options: RandomEdits) {
    this.#options = options;
    this.#random = randomNumbers(options.seed);
  }

  async run(): Promise<RandomEditsOutcome> {
    await this.#start();
    const { edits, batch, time, onBatch } = this.#options;
    const deadline = Date.now() + time;
    let done = 0;
    let comparisons = 0;
    while (done < edits && Date.now() < deadline) {
      const changed = new Set<EditedFile>();
      let failed: string | undefined;
      for (let index = 0; index < batch; index++) {
        changed.add(await this.#edit());
        // What the server keeps of the states in between must not decide, however fast the machine is.
        if (this.#random(8) === 0) await this.#client.connection.sendRequest('workspace/symbol', { query: '?' });
        if (this.#random(200) === 0) failed ??= await this.#ask();
      }
      done += batch;
      comparisons++;
      const difference = failed ?? (await this.#compare(changed));
      onBatch?.(done);
      if (difference !== undefined) {
        return { edits: done, comparisons, diagnostics: this.#diagnostics, difference };
      }
    }
    return { edits: done, comparisons, diagnostics: this.#diagnostics, difference: undefined };
  }

  async stop(): Promise<void> {
    await this.#client.stop();
    for (const folder of [this.#disk, this.#mirror]) rmSync(folder, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const { folders, pulls, columns } = this.#options;
    for (const [name, from] of Object.entries(folders)) {
      for (const file of filesBelow(from)) {
        const text = readFileSync(file, 'utf8');
        const path = join(name, relative(from, file).replace(/\.sample$/, ''));
        for (const folder of [this.#disk, this.#mirror]) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        this.#buffers.push({ name: path, uri: pathToFileURL(join(this.#disk, path)).href, version: 1, text });
      }
    }
    for (const [name, [text]] of Object.entries(decisions)) {
      writeFileSync(join(this.#disk, name), text!);
      this.#decisions.push({ name, uri: pathToFileURL(join(this.#disk, name)).href, version: 1, text: text! });
    }
    const capabilities: ClientCapabilities = {
      ...(pulls ? pulling : full),
      general: { positionEncodings: columns === 'utf-8' ? ['utf-8'] : ['utf-16'] },
    };
    const uri = pathToFileURL(this.#disk).href;
    await this.#client.start(capabilities, { workspaceFolders: [{ uri, name: 'edits' }] });
    for (const { uri, text } of [...this.#buffers, ...this.#decisions]) await this.#client.open(uri, text);
  }

  async #edit(): Promise<EditedFile> {
    if (this.#random(100) === 0) return this.#decide();
    const buffer = this.#buffers[this.#random(this.#buffers.length)]!;
    if (this.#random(400) === 0) return this.#reopen(buffer);
    const changes: unknown[] = [];
    for (let left = 1 + this.#random(3); left > 0; left--) changes.push(this.#change(buffer));
    await this.#client.change(buffer.uri, ++buffer.version, changes);
    return buffer;
  }

  /** Every question that an editor asks must be answered, whatever the text is. */
  #ask(): Promise<string | undefined> {
    const { uri, text } = [...this.#buffers, ...this.#decisions][
      this.#random(this.#buffers.length + this.#decisions.length)
    ]!;
    return askAtRandom(this.#client, uri, this.#random, text.split('\n').length);
  }

  #change(buffer: EditedFile): unknown {
    const { text } = buffer;
    // Texts stay near the size of their files.
    const insert = text.length > 60_000 || this.#random(3) === 0 ? '' : pieces[this.#random(pieces.length)]!;
    if (this.#random(1000) === 0) {
      buffer.text = text.slice(0, Math.floor(text.length / 2)) + insert;
      return { text: buffer.text };
    }
    const start = wholeCharacter(text, this.#random(text.length + 1));
    const end = wholeCharacter(text, Math.min(text.length, start + (this.#random(2) === 0 ? 0 : this.#random(12))));
    const range = new TextLines(text, this.#options.columns).rangeOf({ start, end });
    // Between \r and \n there is no place that a client could name.
    const span = new TextLines(text, this.#options.columns).spanOf(range);
    buffer.text = text.slice(0, span.start) + insert + text.slice(span.end);
    return { range, text: insert };
  }

  /** Rules, targets or what is recorded become others, for every file. */
  async #decide(): Promise<EditedFile> {
    const file = this.#decisions[this.#random(this.#decisions.length)]!;
    const texts = decisions[file.name]!;
    file.text = texts[this.#random(texts.length)]!;
    await this.#client.change(file.uri, ++file.version, [{ text: file.text }]);
    return file;
  }

  async #reopen(buffer: EditedFile): Promise<EditedFile> {
    await this.#client.close(buffer.uri);
    buffer.version++;
    await this.#client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: buffer.uri, languageId: 'plaintext', version: buffer.version, text: buffer.text },
    });
    return buffer;
  }

  async #compare(changed: ReadonlySet<EditedFile>): Promise<string | undefined> {
    const found = await this.#found(changed);
    for (const { name, uri, text } of [...this.#buffers, ...this.#decisions]) {
      const known = this.#client.server.workspace.documents.get(uri)?.lines.text;
      if (known !== text) return `The text of ${name} is another one at the server.`;
    }
    for (const { name, text } of [...changed, ...this.#decisions]) writeFileSync(join(this.#mirror, name), text);
    const expected = await this.#commandLine();
    for (const { name } of this.#buffers) {
      const [ours, theirs] = [found.get(name) ?? [], expected.get(name) ?? []];
      this.#diagnostics += theirs.length;
      if (JSON.stringify(ours) === JSON.stringify(theirs)) continue;
      const only = (list: string[], other: string[]) => list.filter((one) => !other.includes(one)).join('\n  ');
      return `${name}:\n  only the server: ${only(ours, theirs)}\n  only the command line: ${only(theirs, ours)}`;
    }
    return undefined;
  }

  /** The server's diagnostics of every buffer, as `start-end rule message`. */
  async #found(changed: ReadonlySet<EditedFile>): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const buffer of this.#buffers) {
      const diagnostics = this.#options.pulls ? await this.#pulled(buffer) : await this.#pushed(buffer, changed);
      const lines = new TextLines(buffer.text, this.#options.columns);
      // That a file is none of PostgreSQL's has no rule; the command line says it on standard error.
      const ofRules = diagnostics.filter(({ code }) => code !== undefined);
      found.set(
        buffer.name,
        ofRules.map(({ range, code, message }) => {
          const { start, end } = lines.spanOf(range);
          return describe(start, end, String(code), String(message), this.#disk);
        }),
      );
    }
    return found;
  }

  async #pulled({ uri }: EditedFile): Promise<Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.#client.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  async #pushed({ uri }: EditedFile, changed: ReadonlySet<EditedFile>): Promise<Diagnostic[]> {
    const deadline = Date.now() + 30_000;
    for (const one of changed) {
      while (this.#client.published.get(one.uri)?.version !== one.version && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }
    // The answer to a request comes behind everything that was sent before it.
    await this.#client.connection.sendRequest('workspace/symbol', { query: '?' });
    return this.#client.published.get(uri)?.diagnostics ?? [];
  }

  async #commandLine(): Promise<Map<string, string[]>> {
    // An open buffer is a file that is asked for by its name.
    const names = this.#buffers.map(({ name }) => name);
    const { output, errors } = await runIn(this.#mirror, ['lint', '--format', 'json', '--ignore-unknown', ...names]);
    if (output === '') throw new Error(`The command line says: ${errors}`);
    const found = new Map<string, string[]>();
    for (const file of JSON.parse(output) as FileOutput[]) {
      const name = relative(this.#mirror, file.filePath);
      const buffer = this.#buffers.find((one) => one.name === name);
      if (buffer === undefined) continue;
      const table = new LineTable(buffer.text);
      found.set(
        name,
        file.messages.map(({ ruleId, headline, why, help, line, column, endLine, endColumn, targets }) => {
          const start = table.startOfLine(line) + column - 1;
          const end = table.startOfLine(endLine) + endColumn - 1;
          const some = targets === null ? '' : ` (PostgreSQL ${listMajors(targets)})`;
          const further = [why, help].filter((text) => text !== undefined);
          const said = [`${headline}${some}${further.length > 0 ? '.' : ''}`, ...further].join('\n');
          return describe(start, end, ruleId, said, this.#mirror);
        }),
      );
    }
    return found;
  }
}

interface FileOutput {
  filePath: string;
  messages: {
    ruleId: string;
    headline: string;
    why?: string;
    help?: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    targets: Major[] | null;
  }[];
}

function describe(start: number, end: number, rule: string, message: string, folder: string): string {
  return `${start}-${end} ${rule} ${visible(message.replaceAll(folder, ''))}`;
}

/** Never between the halves of a surrogate pair, nor between \r and \n: clients name no such places. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code >= 0xdc00 && code < 0xe000) return offset - 1;
  return text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (path) => statSync(path).isFile() && /(?:postgresql|pg_hba|pg_ident)\.conf(?:\.sample)?$|\.conf$/.test(path),
    )
    .filter((path) => !/(?:recovery|pg_service)\.conf/.test(path))
    .sort();
}
