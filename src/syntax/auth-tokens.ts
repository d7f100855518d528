/** The tokens of an authentication file: numbers in columns, since a large file has hundreds of thousands of them. */

import type { AuthLine, AuthLineError, AuthToken, Field } from './auth-nodes.js';
import type { PieceMap } from './lines.js';

/** A stretch of a token with quotes in it. */
export interface TokenPart {
  value: string;
  quoted: boolean;
  /** False for a quote that nothing closes. */
  closed: boolean;
}

/** What the flags of a token say. */
const quoted = 1;
const open = 2;
const endsField = 4;
/** Its value is not its text: quotes were undone. */
const hasValue = 8;
/** Its value is its text without the quotes around it. */
const isWrapped = 16;

const at = 64;

const directives: ReadonlySet<string> = new Set(['include', 'include_if_exists', 'include_dir']);

/** The tokens of one file in the order of the text. The parser's actions fill it; nobody changes it behind them. */
export class AuthTokens {
  #text: string;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #flags = new Uint8Array(64);
  #values = new Map<number, string>();
  #count = 0;
  #lineFirst = 0;
  #hasAtWords = false;
  /** Where the tokens stand in the file, where that is not the text that was parsed. */
  #edits = 0;
  #placed: { starts: Int32Array; ends: Int32Array } | undefined;

  /** @param text the text that is parsed (src/syntax/lines.ts) */
  constructor(text: string) {
    this.#text = text;
  }

  /** Adds a token without quotes: its text is its value. */
  plain(start: number, end: number): void {
    if (this.#text.charCodeAt(start) === at) this.#hasAtWords = true;
    this.#add(start, end, 0);
  }

  /** Adds a token out of stretches inside and outside of quotes. It counts as quoted where the first one is. */
  mixed(start: number, end: number, parts: readonly TokenPart[]): void {
    const value = parts.length === 1 ? parts[0]!.value : parts.map((part) => part.value).join('');
    if (value.charCodeAt(0) === at) this.#hasAtWords = true;
    const [first] = parts;
    // Nearly always: nothing but a pair of quotes, with no quote inside.
    if (parts.length === 1 && first!.quoted && first!.closed && value.length === end - start - 2) {
      this.#add(start, end, isWrapped | quoted);
      return;
    }
    this.#values.set(this.#count, value);
    this.#add(start, end, hasValue | (first!.quoted ? quoted : 0) | (parts.at(-1)!.closed ? 0 : open));
  }

  #add(start: number, end: number, flags: number): void {
    const count = this.#count;
    if (count === this.#starts.length) this.#grow();
    this.#starts[count] = start;
    this.#ends[count] = end;
    this.#flags[count] = flags;
    this.#count = count + 1;
  }

  #grow(): void {
    const size = this.#count * 2;
    const [starts, ends, flags] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    starts.set(this.#starts);
    ends.set(this.#ends);
    flags.set(this.#flags);
    this.#starts = starts;
    this.#ends = ends;
    this.#flags = flags;
  }

  /** Ends a column behind the last token. */
  endField(): void {
    this.#flags[this.#count - 1]! |= endsField;
  }

  /** Makes a line out of the tokens since the last one; its number is still to be filled in. */
  line(): AuthLine {
    const first = this.#lineFirst;
    this.#lineFirst = this.#count;
    return this.lineOf(first, this.#count - first);
  }

  /** Makes a line out of some tokens. */
  lineOf(first: number, count: number): AuthLine {
    return new TokenLine(this, first, count);
  }

  /** Whether the tokens are those of a text, and stand where the parser found them. */
  isOf(text: string): boolean {
    return this.#text === text && this.#placed === undefined;
  }

  /** How many tokens there are. */
  get count(): number {
    return this.#count;
  }

  /** How often tokens have been put into the place of others. */
  get edits(): number {
    return this.#edits;
  }

  /**
   * Puts the tokens of a part of a new text into the place of others; those after them move.
   *
   * @param from the first token that goes
   * @param to the first one that stays
   * @param part the tokens of the part that is new
   * @param at where that part starts in the new text
   * @param moved how far what stands after it moves
   * @param text the new text
   */
  replace(from: number, to: number, part: AuthTokens, at: number, moved: number, text: string): void {
    const [count, added] = [this.#count, part.#count];
    const size = count - (to - from) + added;
    const [starts, ends, flags] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    const copy = (tokens: AuthTokens, first: number, end: number, into: number, by: number) => {
      for (let index = first; index < end; index++) {
        starts[into + index - first] = tokens.#starts[index]! + by;
        ends[into + index - first] = tokens.#ends[index]! + by;
      }
      flags.set(tokens.#flags.subarray(first, end), into);
    };
    copy(this, 0, from, 0, 0);
    copy(part, 0, added, from, at);
    copy(this, to, count, from + added, moved);
    const values = new Map<number, string>();
    for (const [index, value] of this.#values) {
      if (index < from) values.set(index, value);
      else if (index >= to) values.set(index + size - count, value);
    }
    for (const [index, value] of part.#values) values.set(index + from, value);
    this.#starts = starts;
    this.#ends = ends;
    this.#flags = flags;
    this.#values = values;
    this.#count = size;
    this.#hasAtWords ||= part.#hasAtWords;
    this.#text = text;
    this.#edits++;
  }

  /** Moves all tokens to where they stand in the file; their values stay. */
  place(pieces: PieceMap): void {
    const placed = { starts: new Int32Array(this.#count), ends: new Int32Array(this.#count) };
    for (let index = 0; index < this.#count; index++) {
      const end = pieces.physicalEnd(this.#ends[index]!);
      placed.starts[index] = pieces.physical(this.#starts[index]!);
      placed.ends[index] = end;
    }
    this.#placed = placed;
  }

  /** Makes a token the last one of its column. */
  cutBehind(index: number): void {
    this.#flags[index]! |= endsField;
  }

  /** The offset of a token's first character in the file. */
  start(index: number): number {
    return this.#placed === undefined ? this.#starts[index]! : this.#placed.starts[index]!;
  }

  /** The offset behind a token's last character in the file. */
  end(index: number): number {
    return this.#placed === undefined ? this.#ends[index]! : this.#placed.ends[index]!;
  }

  /** What a token means: quotes and continuations undone. */
  value(index: number): string {
    const flags = this.#flags[index]!;
    if ((flags & hasValue) !== 0) return this.#values.get(index)!;
    const quotes = (flags & isWrapped) !== 0 ? 1 : 0;
    const value = this.#text.slice(this.#starts[index]! + quotes, this.#ends[index]! - quotes);
    return this.#edits === 0 ? value : ownText(value);
  }

  /** Whether a quote opened before any character had been collected. */
  isQuoted(index: number): boolean {
    return (this.#flags[index]! & quoted) !== 0;
  }

  /** False where a quote is still open at the end of the line. */
  isTerminated(index: number): boolean {
    return (this.#flags[index]! & open) === 0;
  }

  /** Whether a token is the last one of its column. */
  endsField(index: number): boolean {
    return (this.#flags[index]! & endsField) !== 0;
  }

  /** Whether a token stands for the contents of a file: `@`, not quoted, and something behind it. */
  namesFile(index: number): boolean {
    if (!this.#hasAtWords || this.isQuoted(index)) return false;
    const value = this.value(index);
    return value.length > 1 && value.charCodeAt(0) === at;
  }

  /** The tokens of a line that stand for the contents of files. */
  atWords({ first, count }: { first: number; count: number }): number[] {
    const found: number[] = [];
    if (!this.#hasAtWords) return found;
    for (let index = first; index < first + count; index++) if (this.namesFile(index)) found.push(index);
    return found;
  }

  /** A token as a node. */
  node(index: number): AuthToken {
    return {
      type: 'AuthToken',
      start: this.start(index),
      end: this.end(index),
      value: this.value(index),
      quoted: this.isQuoted(index),
      terminated: this.isTerminated(index),
    };
  }

  /** The columns of a line as nodes. */
  fields(first: number, count: number): Field[] {
    const fields: Field[] = [];
    let tokens: AuthToken[] = [];
    for (let index = first; index < first + count; index++) {
      tokens.push(this.node(index));
      if (!this.endsField(index)) continue;
      fields.push({ type: 'Field', start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens });
      tokens = [];
    }
    return fields;
  }

  /** How many columns a line has. */
  fieldCount({ first, count }: { first: number; count: number }): number {
    let fields = 0;
    for (let index = first; index < first + count; index++) if (this.endsField(index)) fields++;
    return fields;
  }

  /** Whether a line has exactly two columns, the first one an include word, quoted or not. */
  isDirective(line: { first: number; count: number }): boolean {
    return this.fieldCount(line) === 2 && directives.has(this.value(line.first));
  }

  /** They are no node of the tree: whoever writes one as JSON finds them in its lines. */
  toJSON(): undefined {
    return undefined;
  }
}

/** A text that does not hold on to the one that it was cut out of: what is read after an edit outlives many further texts. */
function ownText(value: string): string {
  return `${value}.`.slice(0, -1);
}

/** A line that makes its columns when they are asked for. */
class TokenLine implements AuthLine {
  readonly type = 'AuthLine';
  start: number;
  end: number;
  line = 0;
  declare serverLine?: number;
  error: AuthLineError | undefined = undefined;
  first: number;
  count: number;
  readonly #tokens: AuthTokens;

  constructor(tokens: AuthTokens, first: number, count: number) {
    this.start = tokens.start(first);
    this.end = tokens.end(first + count - 1);
    this.first = first;
    this.count = count;
    this.#tokens = tokens;
  }

  get fields(): readonly Field[] {
    return this.#tokens.fields(this.first, this.count);
  }

  toJSON(): object {
    const { type, start, end, line, serverLine, fields, error } = this;
    return { type, start, end, line, serverLine, fields, error };
  }
}
