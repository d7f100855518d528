/** The statements of a dump that give roles and databases settings of their own (dumputils.c, makeAlterConfigCommand). */
import { writeElement } from '../../values/quote.js';

/** `ALTER ROLE app IN DATABASE shop SET jit TO 'off'`, as far as it matters here. */
export interface DumpedSetting {
  /** Whose setting it is: what stands between ALTER and SET. */
  scope: string;
  /** The parameter, quotes undone. */
  name: string;
  /** The value as a configuration file would hold it, quotes undone. */
  value: string;
  /** Where the statement begins and ends. */
  start: number;
  end: number;
  /** 1-based. */
  line: number;
}

/** Parameters whose value is a list of names: each stands in quotes of its own (dumputils.c, variable_is_guc_list_quote). */
const quotedLists = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

interface Token {
  kind: 'word' | 'name' | 'text' | 'other';
  value: string;
}

/**
 * Finds the settings of roles and databases in what pg_dumpall or pg_dump wrote. Comments, bodies of functions, rows of
 * tables and commands of psql are passed over.
 */
export function dumpedSettings(text: string): DumpedSetting[] {
  const found: DumpedSetting[] = [];
  const reader = new DumpReader(text);
  let [line, counted] = [1, 0];
  for (let statement = reader.statement(); statement !== undefined; statement = reader.statement()) {
    const setting = settingOf(statement.tokens);
    if (setting === undefined) continue;
    for (; counted < statement.start; counted++) if (text[counted] === '\n') line++;
    found.push({ ...setting, start: statement.start, end: reader.at, line });
  }
  return found;
}

const isWord = (token: Token | undefined, ...words: string[]) =>
  token?.kind === 'word' && words.includes(token.value.toLowerCase());

function settingOf(tokens: readonly Token[]): Pick<DumpedSetting, 'scope' | 'name' | 'value'> | undefined {
  const set = tokens.findIndex((token) => isWord(token, 'set'));
  const [first, ofWhat] = tokens;
  if (set < 3 || !isWord(first, 'alter') || !isWord(ofWhat, 'role', 'user', 'database')) return undefined;
  const is = tokens.findIndex((token, index) => index > set && (isWord(token, 'to') || token.value === '='));
  const values = tokens.slice(is + 1);
  if (is < 0 || values.length === 0 || isWord(values[0], 'default')) return undefined;
  // A name with dots comes as one word or one name, or, written by hand, as several.
  const name = tokens.slice(set + 1, is).map(({ value }) => value);
  const scope = tokens.slice(1, set).map(({ value }) => value);
  const elements = values.filter(({ value, kind }) => kind !== 'other' || value !== ',');
  return { scope: scope.join(' '), name: name.join(''), value: writtenValue(name.join(''), elements) };
}

function writtenValue(name: string, elements: readonly Token[]): string {
  if (!quotedLists.has(name.toLowerCase())) return elements.map(({ value }) => value).join('');
  return elements.map(({ value }) => writeElement(value, true)).join(', ');
}

/** As many tokens of a statement are kept: an ALTER … SET has few, and what it lists. */
const keptTokens = 1_000;

class DumpReader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next statement, without its semicolon; undefined at the end. */
  statement(): { tokens: Token[]; start: number } | undefined {
    const tokens: Token[] = [];
    let start = -1;
    for (;;) {
      this.#skip(tokens.length === 0);
      if (this.at >= this.#text.length) return tokens.length === 0 ? undefined : { tokens, start };
      if (tokens.length === 0) start = this.at;
      const token = this.#token();
      if (token.kind === 'other' && token.value === ';') {
        if (isWord(tokens[0], 'copy') && isWord(tokens.at(-1), 'stdin')) this.#skipRows();
        if (tokens.length > 0) return { tokens, start };
      } else if (tokens.length < keptTokens) tokens.push(token);
      else tokens[keptTokens - 1] = token;
    }
  }

  /** White space, comments and, between statements, commands of psql. */
  #skip(isBetween: boolean): void {
    const text = this.#text;
    for (;;) {
      while (/\s/.test(text[this.at] ?? '')) this.at++;
      if (text.startsWith('--', this.at) || (isBetween && text[this.at] === '\\')) this.at = this.#after('\n');
      else if (text.startsWith('/*', this.at)) this.#skipComment();
      else return;
    }
  }

  #skipComment(): void {
    let depth = 0;
    do {
      if (this.#text.startsWith('/*', this.at)) depth++;
      else if (this.#text.startsWith('*/', this.at)) depth--;
      else {
        this.at++;
        continue;
      }
      this.at += 2;
    } while (depth > 0 && this.at < this.#text.length);
  }

  /** The rows of COPY, up to a line with a backslash and a dot. */
  #skipRows(): void {
    const end = this.#text.indexOf('\n\\.', this.at);
    this.at = end < 0 ? this.#text.length : end + 3;
  }

  #after(what: string): number {
    const found = this.#text.indexOf(what, this.at);
    return found < 0 ? this.#text.length : found + what.length;
  }

  #token(): Token {
    const text = this.#text;
    const character = text[this.at]!;
    if (character === "'") return { kind: 'text', value: this.#quoted("'", false) };
    if (character === '"') return { kind: 'name', value: this.#quoted('"', false) };
    if (/[eE]/.test(character) && text[this.at + 1] === "'") {
      this.at++;
      return { kind: 'text', value: this.#quoted("'", true) };
    }
    const body =
      character === '$'
        ? /^\$(?:[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)?\$/.exec(text.slice(this.at, this.at + 70))
        : null;
    if (body) {
      const start = this.at + body[0].length;
      this.at = start;
      this.at = this.#after(body[0]);
      return { kind: 'text', value: '' };
    }
    const from = this.at;
    while (/[\w$.\x80-\uffff-]/.test(text[this.at] ?? '')) this.at++;
    if (this.at > from) return { kind: 'word', value: text.slice(from, this.at) };
    this.at++;
    return { kind: 'other', value: character };
  }

  /** What stands in quotes, which may be doubled, or escaped where backslashes count; an open quote goes to the end. */
  #quoted(quote: string, hasEscapes: boolean): string {
    const text = this.#text;
    const parts: string[] = [];
    let from = ++this.at;
    for (; this.at < text.length; this.at++) {
      const character = text[this.at];
      if (hasEscapes && character === '\\') {
        parts.push(text.slice(from, this.at), escaped(text[this.at + 1] ?? ''));
        from = ++this.at + 1;
      } else if (character === quote) {
        if (text[this.at + 1] !== quote) break;
        parts.push(text.slice(from, this.at));
        from = ++this.at;
      }
    }
    parts.push(text.slice(from, this.at));
    this.at++;
    return parts.join('');
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a character means behind a backslash; dumps escape backslashes only (fe_utils/string_utils.c). */
function escaped(character: string): string {
  return escapes[character] ?? character;
}
