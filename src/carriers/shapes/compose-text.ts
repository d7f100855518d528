/** Texts of Compose files: variables first, then words (compose-go: template/template.go, types/command.go). */
import type { WrittenText } from './written.js';

/** A text after its variables have been put in. */
export interface Interpolated extends WrittenText {
  /** For each character whether it comes out of a variable's default. */
  isDefault: readonly boolean[];
}

/** template.go, patternString: `$$`, `$NAME`, `${NAME}` and `${NAME:-default}` with its relatives. */
const variable = /\$(?:(?<escaped>\$)|[_a-z]\w*|\{[_a-z]\w*(?:(?<operator>:?[-+?])(?<rest>[^{}$]*))?\})/giy;

/** Stands for what a variable without a default holds: a character that nobody writes. */
export const unknownText = '\uE000';

/**
 * Puts variables in: of `${NAME:-default}` the default, as it is where nobody sets the variable.
 *
 * @param unknown what to put in for a variable without a default
 * @returns undefined where the text has a variable that is not well-formed, or one without a default and nothing to put in
 */
export function interpolate(text: string, unknown?: string): Interpolated | undefined {
  let read = '';
  const at: number[] = [];
  const isDefault: boolean[] = [];
  const add = (characters: string, place: number, step: number, fromDefault: boolean) => {
    for (let index = 0; index < characters.length; index++) {
      at.push(place + index * step);
      isDefault.push(fromDefault);
    }
    read += characters;
  };
  for (let index = 0; index < text.length; ) {
    if (text[index] !== '$') {
      add(text[index]!, index, 1, false);
      index++;
      continue;
    }
    variable.lastIndex = index;
    const match = variable.exec(text);
    const { escaped, operator, rest } = match?.groups ?? {};
    if (escaped !== undefined) add('$', index, 0, false);
    else if (operator?.endsWith('-')) add(rest!, match!.index + match![0].length - 1 - rest!.length, 1, true);
    else if (match !== null && unknown !== undefined) add(unknown, index, 0, true);
    else return undefined;
    index += match![0].length;
  }
  return { text: read, at: [...at, text.length], isDefault };
}

/** One word of a command, with the place of each of its characters. */
export type Word = WrittenText;

/**
 * Splits a command into words as Compose does (github.com/mattn/go-shellwords, Parser.Parse, without variables and
 * commands): no shell runs.
 *
 * @returns undefined where Compose refuses the command
 */
export function splitWords(command: string): Word[] | undefined {
  const words: Word[] = [];
  let text = '';
  let at: number[] = [];
  let isWord = false;
  let quote = '';
  const end = (place: number) => {
    if (isWord) words.push({ text, at: [...at, endOfWord(command, at, place)] });
    text = '';
    at = [];
    isWord = false;
  };
  const add = (character: string, place: number) => {
    text += character;
    at.push(place);
    isWord = true;
  };
  let index = 0;
  for (; index < command.length; index++) {
    const character = command[index]!;
    if (character === '\\' && quote !== "'") {
      const next = command[index + 1];
      if (next === undefined) return undefined;
      add(next === 't' ? '\t' : next === 'n' ? '\n' : next, index);
      index++;
    } else if (character === quote) {
      quote = '';
      isWord = true;
    } else if (quote !== '') {
      add(character, index);
    } else if (character === "'" || character === '"') {
      quote = character;
    } else if (/[ \t\r\n]/.test(character)) {
      end(index);
    } else if (/[()`]/.test(character)) {
      return undefined;
    } else if (/[;&|<>]/.test(character)) {
      break;
    } else {
      add(character, index);
    }
  }
  if (quote !== '') return undefined;
  end(index);
  return words;
}

/** A word ends with its last character, before the quote after that. */
export function endOfWord(written: string, at: readonly number[], end: number): number {
  const last = at.at(-1);
  return last === undefined ? end : last + (written[last] === '\\' ? 2 : 1);
}
