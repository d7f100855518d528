import type { SourceFile } from '../cluster/types.js';
import type { Comment, Span } from '../syntax/nodes.js';
import { LineTable } from '../syntax/positions.js';

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
}

export interface FileSuppressions {
  suppressions: Suppression[];
  malformed: MalformedSuppression[];
}

const directive = /^#+\s*pgconflint-(?<word>[A-Za-z-]+)(?<rest>.*)$/s;
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
  if (!file.text.includes('pgconflint-')) return found;
  const lines = new LogicalLines(file);
  const open: Suppression[] = [];
  for (const comment of file.tree.comments) {
    const match = directive.exec(file.text.slice(comment.start, comment.end).trimEnd());
    if (match?.groups === undefined) continue;
    const word = match.groups['word']!.toLowerCase();
    const restStart = comment.start + match[0].length - match.groups['rest']!.length;
    if (!words.includes(word)) {
      const message = `pgconflint-${word} is no directive; they are ${words.map((name) => `pgconflint-${name}`).join(', ')}.`;
      found.malformed.push({ file: file.path, start: comment.start, end: comment.end, message });
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

function readRest(rest: string, start: number): Pick<Suppression, 'rules' | 'reason' | 'until' | 'expiryError'> {
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const names = dashes === null ? rest : rest.slice(0, dashes.index);
  const rules: SuppressedRule[] = [];
  for (const match of names.matchAll(/[^\s,]+/g)) {
    const at = start + match.index;
    rules.push({ id: match[0], start: at, end: at + match[0].length });
  }
  const said = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length).trim();
  const match = expiry.exec(said);
  if (match?.groups === undefined) {
    return { rules, reason: said === '' ? undefined : said, until: undefined, expiryError: undefined };
  }
  const { date, reason } = match.groups;
  const real = isDate(date!);
  return {
    rules,
    reason: reason === undefined || reason === '' ? undefined : reason,
    until: real ? date : undefined,
    expiryError: real ? undefined : `“${date}” is not a date; write it as 2027-03-01.`,
  };
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
    const node = this.#nodes.find((candidate) => candidate.start <= end && candidate.end >= start);
    return node === undefined ? { start, end } : this.#physicalLinesOf(node);
  }

  /**
   * Up to the next line that holds anything but a comment: several suppressions may stand above one record,
   * and a commented default is where a missing setting is reported.
   */
  after(offset: number): Span {
    const node = this.#nodes.find((candidate) => candidate.start >= offset);
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
