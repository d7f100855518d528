/** Scripts of a shell, as far as one needs to see which words a command gets (POSIX, Shell Command Language, 2.2 to 2.6). */
import { endOfWord } from './compose-text.js';
import type { WrittenText } from './written.js';

/** A word after the shell has taken its quotes away. */
export interface ShellWord extends WrittenText {
  /** Whether the shell puts something in that a file does not tell; then the text is what is written. */
  isUnknown: boolean;
}

/** A simple command. What is written to files or read from them is no word of it. */
export interface ShellCommand {
  words: readonly ShellWord[];
  /** Which of all words of the script is its first. */
  first: number;
  /** The file to whose end it writes (`>>`), where that is known. */
  appendsTo?: string;
}

/** A file after `>>`. */
interface AppendedFile {
  file: string;
}

type Token = ShellWord | AppendedFile | 'end';

/**
 * Reads a script.
 *
 * @returns undefined where a quote or an expansion does not end
 */
export function readShell(script: string): ShellCommand[] | undefined {
  const commands: ShellCommand[] = [];
  const all = new ShellScanner(script).scan();
  if (all === undefined) return undefined;
  let words: ShellWord[] = [];
  let appended: Pick<ShellCommand, 'appendsTo'> = {};
  let first = 0;
  let count = 0;
  const end = () => {
    if (words.length > 0) commands.push({ words, first, ...appended });
    words = [];
    appended = {};
    first = count;
  };
  for (const token of all) {
    if (token === 'end') end();
    else if ('file' in token) appended = { appendsTo: token.file };
    else {
      words.push(token);
      count++;
    }
  }
  end();
  return commands;
}

/** All words of a script, as `wordsOfText` wants them. */
export function shellWords(script: string): readonly ShellWord[] | undefined {
  return readShell(script)?.flatMap(({ words }) => words);
}

/** Goes through a script once. */
class ShellScanner {
  readonly #script: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #text = '';
  #places: number[] = [];
  #start: number | undefined;
  #isUnknown = false;
  /** The sign before the next word, where that is the name of a file. */
  #sign = '';

  constructor(script: string) {
    this.#script = script;
  }

  scan(): Token[] | undefined {
    while (this.#at < this.#script.length) if (!this.#step()) return undefined;
    this.#endWord();
    return this.#tokens;
  }

  /** Reads one piece; false where it does not end. */
  #step(): boolean {
    const character = this.#script[this.#at]!;
    if (character === '\\') return this.#escape();
    if (character === "'") return this.#singleQuotes();
    if (character === '"') return this.#doubleQuotes();
    if (character === '$' || character === '`') return this.#expansion();
    if (/[ \t]/.test(character)) {
      this.#endWord();
      this.#at++;
    } else if (/[\r\n;&|()]/.test(character)) {
      this.#endWord();
      this.#tokens.push('end');
      this.#at++;
    } else if (/[<>]/.test(character)) this.#redirection();
    else if (character === '#' && this.#start === undefined) {
      const end = this.#script.indexOf('\n', this.#at);
      this.#at = end === -1 ? this.#script.length : end;
    } else {
      // What a pattern or a tilde becomes, the files of the container decide.
      if (/[*?[~]/.test(character) && (character !== '~' || this.#start === undefined)) this.#isUnknown = true;
      this.#add(character, this.#at);
      this.#at++;
    }
    return true;
  }

  #add(characters: string, place: number): void {
    this.#start ??= this.#at;
    this.#text += characters;
    for (let index = 0; index < characters.length; index++) this.#places.push(place);
  }

  #endWord(): void {
    if (this.#start !== undefined) {
      const raw = this.#script.slice(this.#start, this.#at);
      const at = this.#isUnknown ? Array.from(raw, (_, index) => this.#start! + index) : this.#places;
      const end = endOfWord(this.#script, at, this.#at);
      const word = { text: this.#isUnknown ? raw : this.#text, at: [...at, end], isUnknown: this.#isUnknown };
      if (this.#sign === '') this.#tokens.push(word);
      else if (this.#sign === '>>' && !this.#isUnknown) this.#tokens.push({ file: this.#text });
      this.#sign = '';
    }
    this.#start = undefined;
    this.#text = '';
    this.#places = [];
    this.#isUnknown = false;
  }

  #escape(): boolean {
    const next = this.#script[this.#at + 1];
    if (next === undefined) return false;
    if (next !== '\n') this.#add(next, this.#at);
    this.#at += 2;
    return true;
  }

  #singleQuotes(): boolean {
    const end = this.#script.indexOf("'", this.#at + 1);
    if (end === -1) return false;
    this.#start ??= this.#at;
    for (let index = this.#at + 1; index < end; index++) this.#add(this.#script[index]!, index);
    this.#at = end + 1;
    return true;
  }

  #doubleQuotes(): boolean {
    this.#start ??= this.#at;
    for (this.#at++; this.#at < this.#script.length; ) {
      const character = this.#script[this.#at]!;
      if (character === '"') {
        this.#at++;
        return true;
      }
      if (character === '$' || character === '`') {
        if (!this.#expansion()) return false;
        continue;
      }
      const next = this.#script[this.#at + 1];
      const isEscape = character === '\\' && next !== undefined && /[$`"\\\n]/.test(next);
      if (isEscape && next !== '\n') this.#add(next, this.#at);
      else if (!isEscape) this.#add(character, this.#at);
      this.#at += isEscape ? 2 : 1;
    }
    return false;
  }

  /** `$name`, `${…}`, `$(…)` and `` `…` ``: the text is not known, and only its end is looked for. */
  #expansion(): boolean {
    const rest = this.#script.slice(this.#at);
    const simple = /^\$(?:\w+|[@*#?$!-])/.exec(rest)?.[0];
    const isOpen = /^(?:\$[{(]|`)/.test(rest);
    if (simple === undefined && !isOpen) {
      this.#add('$', this.#at);
      this.#at++;
      return true;
    }
    this.#start ??= this.#at;
    this.#isUnknown = true;
    const length = simple?.length ?? closedLength(rest);
    if (length === undefined) return false;
    this.#at += length;
    return true;
  }

  #redirection(): void {
    // A number before the sign names a descriptor.
    if (this.#start !== undefined && /^\d+$/.test(this.#text)) {
      this.#start = undefined;
      this.#text = '';
      this.#places = [];
    }
    this.#endWord();
    this.#sign = /^(?:<<-?|>>|[<>]&|<>|>\||[<>])/.exec(this.#script.slice(this.#at))![0];
    this.#at += this.#sign.length;
  }
}

/** The length of `${…}`, `$(…)` or `` `…` `` with what is nested in it; undefined where it does not end. */
function closedLength(text: string): number | undefined {
  if (text.startsWith('`')) {
    const end = text.indexOf('`', 1);
    return end === -1 ? undefined : end + 1;
  }
  const [open, close] = text[1] === '{' ? ['{', '}'] : ['(', ')'];
  let depth = 0;
  for (let index = 1; index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index + 1;
  }
  return undefined;
}
