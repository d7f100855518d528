import { nearestOf } from '../../catalog/nearest-words.js';
import type { SourceFile } from '../../cluster/types.js';
import type { Comment, Span } from '../../syntax/nodes.js';
import { LineTable } from '../../syntax/positions.js';
import { firstIndex } from '../sorted.js';

/** One `# pgconflint-…` comment that switches rules off for a part of its file. */
export interface Suppression extends Span {
  kind: 'next-line' | 'line' | 'block' | 'file';
  file: string;
  /** The rules it names, each where it stands; empty where it means every rule. */
  rules: SuppressedRule[];
  /** The part of the file that it is for: offsets into the text. */
  scope: Span;
  /** Where an `enable` that names a rule ends the block for that rule before its scope ends. */
  ends: Map<string, number>;
  /** The text behind ` -- `, without the expiry; undefined where there is none. */
  reason: string | undefined;
  /** `YYYY-MM-DD`: the last day on which it holds. */
  until: string | undefined;
  /** Why the expiry cannot be read, one sentence; such a suppression holds. */
  expiryError: string | undefined;
  /** The day as it was evidently meant. */
  expiryRepair: Respelling | undefined;
}

/** A part of a comment, and how it was evidently meant. */
export interface Respelling extends Span {
  text: string;
}

/** A rule that a suppression names, with the place of the name. */
export interface SuppressedRule extends Span {
  id: string;
}

/** A comment that starts like a suppression and is none. */
export interface MalformedSuppression extends Span {
  file: string;
  /** One sentence. */
  message: string;
  /** The directive as it was evidently meant. */
  repair: Respelling | undefined;
}

export interface FileSuppressions {
  suppressions: Suppression[];
  malformed: MalformedSuppression[];
}

const directive = /^#+\s*pgconflint-(?<word>[\w-]+)(?<rest>.*)$/s;
/** Without the hyphen it is a directive only where nothing else can be meant: `pgconflint: disable`, `pgconflint disable-line`. */
const unhyphenated =
  /^#+\s*pgconflint(?::\s*(?<word>(?:disable|enable)[\w-]*)|\s+(?<words>disable-(?:next-?)?(?:line|file)))(?![\w-])/;
const words = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'];
const expiry = /^until\s+(?<date>\S+?)(?::\s*(?<reason>.*))?$/s;

/**
 * Reads the suppressions in a file's comments. Every format of PostgreSQL's files has the same comments.
 *
 * @param file a file of the cluster with its tree
 * @returns the suppressions in the order of the text, and comments that were meant as one but cannot be read
 */
export function readSuppressions(file: SourceFile): FileSuppressions {
  const found: FileSuppressions = { suppressions: [], malformed: [] };
  if (!file.text.includes('pgconflint')) return found;
  const lines = new LogicalLines(file);
  const open: Suppression[] = [];
  for (const comment of file.tree.comments) {
    const match = directive.exec(file.text.slice(comment.start, comment.end).trimEnd());
    if (match?.groups === undefined) {
      const loose = unhyphenated.exec(file.text.slice(comment.start, comment.end));
      if (loose !== null) found.malformed.push(malformed(file, comment, loose[0], loose[1] ?? loose[2]!));
      continue;
    }
    const word = match.groups['word']!.toLowerCase();
    const restStart = comment.start + match[0].length - match.groups['rest']!.length;
    if (!words.includes(word)) {
      found.malformed.push(malformed(file, comment, match[0].slice(0, restStart - comment.start), word));
      continue;
    }
    const said = readRest(match.groups['rest']!, restStart);
    if (word === 'enable') {
      close(open, said.rules, comment.start);
      continue;
    }
    const kind = word === 'disable' ? 'block' : (word.replace('disable-', '') as Suppression['kind']);
    const scope = scopeOf(kind, comment, file.text.length, lines);
    const { start, end } = comment;
    const suppression: Suppression = { kind, file: file.path, start, end, scope, ends: new Map(), ...said };
    found.suppressions.push(suppression);
    if (kind === 'block') open.push(suppression);
  }
  return found;
}

/**
 * Describes a comment that was meant as a directive.
 *
 * @param head the comment's text up to the end of the word
 * @param word the directive as written, without `pgconflint-`
 */
function malformed(file: SourceFile, { start, end }: Span, head: string, word: string): MalformedSuppression {
  const name = head.slice(head.indexOf('pgconflint'));
  const message = `${name} is not a directive; they are ${words.map((known) => `pgconflint-${known}`).join(', ')}.`;
  const [guess] = nearestOf(word, words);
  const place = { start: start + head.length - name.length, end: start + head.length };
  const repair = guess === undefined ? undefined : { ...place, text: `pgconflint-${guess}` };
  return { file: file.path, start, end, message, repair };
}

type Said = Pick<Suppression, 'rules' | 'reason' | 'until' | 'expiryError' | 'expiryRepair'>;

function readRest(rest: string, start: number): Said {
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const names = dashes === null ? rest : rest.slice(0, dashes.index);
  const rules: SuppressedRule[] = [];
  for (const match of names.matchAll(/[^\s,]+/g)) {
    const at = start + match.index;
    rules.push({ id: match[0], start: at, end: at + match[0].length });
  }
  const behind = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length);
  const said = behind.trim();
  const match = expiry.exec(said);
  if (match?.groups === undefined) {
    const reason = said === '' ? undefined : said;
    return { rules, reason, until: undefined, expiryError: undefined, expiryRepair: undefined };
  }
  const { date, reason } = match.groups;
  const real = isDate(date!);
  const meant = real ? undefined : isoDate(date!);
  const at = start + rest.length - behind.length + behind.indexOf(date!, behind.indexOf('until') + 'until'.length);
  return {
    rules,
    reason: reason === undefined || reason === '' ? undefined : reason,
    until: real ? date : undefined,
    expiryError: real ? undefined : `“${date}” is not a date; write it as 2027-03-01.`,
    expiryRepair: meant === undefined ? undefined : { start: at, end: at + date!.length, text: meant },
  };
}

/** A day in another spelling whose parts are certain: `2027/3/1`, `20270301`, `1.3.2027`. */
function isoDate(written: string): string | undefined {
  const match =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(written) ??
    /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/.exec(written) ??
    /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/.exec(written);
  if (match?.groups === undefined) return undefined;
  const { year, month, day } = match.groups;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `enable` ends the open blocks; where it names rules, only for them. */
function close(open: Suppression[], rules: readonly SuppressedRule[], at: number): void {
  for (let index = open.length - 1; index >= 0; index--) {
    const block = open[index]!;
    const named = block.rules.map((rule) => rule.id);
    for (const { id } of rules) {
      if ((named.length === 0 || named.includes(id)) && !block.ends.has(id)) block.ends.set(id, at);
    }
    const ended = rules.length === 0 || (named.length > 0 && named.every((id) => block.ends.has(id)));
    if (!ended) continue;
    block.scope.end = at;
    open.splice(index, 1);
  }
}

function scopeOf(kind: Suppression['kind'], comment: Comment, length: number, lines: LogicalLines): Span {
  if (kind === 'file') return { start: 0, end: length };
  if (kind === 'block') return { start: comment.end, end: length };
  return kind === 'line' ? lines.around(comment.start) : lines.after(comment.end);
}

/** Lines as the server sees them: a record that goes on over several physical lines is one. */
class LogicalLines {
  readonly #text: string;
  readonly #table: LineTable;
  readonly #nodes: readonly Span[];

  constructor(file: SourceFile) {
    this.#text = file.text;
    this.#table = new LineTable(file.text);
    this.#nodes = file.tree.lines;
  }

  /** The line that an offset stands in. */
  around(offset: number): Span {
    const line = this.#table.positionAt(offset).line;
    const start = this.#table.startOfLine(line);
    const end = this.#lineEnd(line);
    const nodes = this.#nodes;
    const node = nodes[firstIndex(nodes.length, (index) => nodes[index]!.end >= start)];
    return node === undefined || node.start > end ? { start, end } : this.#physicalLinesOf(node);
  }

  /**
   * Up to the next line that holds anything but a comment: several suppressions may stand above one record,
   * and a commented default is where a missing setting is reported.
   */
  after(offset: number): Span {
    const nodes = this.#nodes;
    const node = nodes[firstIndex(nodes.length, (index) => nodes[index]!.start >= offset)];
    return { start: offset, end: node === undefined ? this.#text.length : this.#physicalLinesOf(node).end };
  }

  #physicalLinesOf(node: Span): Span {
    const start = this.#table.startOfLine(this.#table.positionAt(node.start).line);
    return { start, end: this.#lineEnd(this.#table.positionAt(Math.max(node.start, node.end - 1)).line) };
  }

  #lineEnd(line: number): number {
    return line >= this.#table.lineCount ? this.#text.length : this.#table.startOfLine(line + 1) - 1;
  }
}
