/** YAML's scalars within lines: plain, in single quotes and in double quotes (YAML 1.2.2, chapter 7.3). */
import type { WrittenText } from './written.js';

export type FlowStyle = 'plain' | 'single' | 'double';

/** What a character after a backslash stands for in double quotes (YAML 1.2.2, 5.7). */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const escaped =
  /\\(?:x(?<byte>[\da-fA-F]{2})|u(?<unit>[\da-fA-F]{4})|U(?<point>[\da-fA-F]{8})|(?<lineEnd>\r?\n)[ \t]*|(?<letter>[^\r\n]))/y;
const lines = /[ \t]*(?:\r?\n[ \t]*)+/y;

/**
 * Reads what is written between the quotes, or a plain scalar as it stands.
 *
 * @returns undefined where it is not well-formed
 */
export function decodeFlow(written: string, style: FlowStyle): WrittenText | undefined {
  let text = '';
  const at: number[] = [];
  const add = (characters: string, place: number) => {
    for (let index = 0; index < characters.length; index++) at.push(place);
    text += characters;
  };
  for (let index = 0; index < written.length; ) {
    lines.lastIndex = index;
    const broken = lines.exec(written)?.[0];
    if (broken !== undefined) {
      const count = broken.split('\n').length - 1;
      add(count === 1 ? ' ' : '\n'.repeat(count - 1), index);
      index += broken.length;
      continue;
    }
    const character = written[index]!;
    if (style === 'single' && character === "'") {
      if (written[index + 1] !== "'") return undefined;
      add("'", index);
      index += 2;
    } else if (style === 'double' && character === '\\') {
      escaped.lastIndex = index;
      const match = escaped.exec(written);
      const meant = match === null ? undefined : meaningOf(match.groups!);
      if (meant === undefined) return undefined;
      add(meant, index);
      index += match![0].length;
      // Empty lines after an escaped line end stay.
      lines.lastIndex = index;
      const empty = match!.groups!['lineEnd'] === undefined ? undefined : lines.exec(written)?.[0];
      if (empty !== undefined) {
        add('\n'.repeat(empty.split('\n').length - 1), index);
        index += empty.length;
      }
    } else if (style === 'double' && character === '"') {
      return undefined;
    } else {
      add(character, index);
      index++;
    }
  }
  return { text, at: [...at, written.length] };
}

function meaningOf({ byte, unit, point, lineEnd, letter }: Record<string, string | undefined>): string | undefined {
  if (lineEnd !== undefined) return '';
  const code = byte ?? unit ?? point;
  if (code === undefined) return escapes[letter!];
  const number = Number.parseInt(code, 16);
  return number > 0x10ffff ? undefined : String.fromCodePoint(number);
}

/** What no reader of YAML reads without an escape, and what readers of YAML 1.1 take for a line end. */
const unwritable = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/u;
const letters: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Whether a text holds only characters that may stand in a file as they are. */
export function isWritable(text: string): boolean {
  return !unwritable.test(text);
}

/** Writes a text between double quotes. */
export function inDouble(text: string): string {
  return text.replace(
    /["\\\n\r\t\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/gu,
    (one) => letters[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Writes a text between single quotes; undefined where they cannot hold it on one line. */
export function inSingle(text: string): string | undefined {
  return text.includes('\n') || !isWritable(text) ? undefined : text.replaceAll("'", "''");
}

/** A scalar that any reader reads as this text and as nothing but a text. */
export function quotedScalar(text: string): string {
  const single = inSingle(text);
  return single === undefined ? `"${inDouble(text)}"` : `'${single}'`;
}

/**
 * Whether a text can stand without quotes.
 *
 * @param inFlow whether it stands in a list or a map of one line, `[a, b]`
 */
export function isPlain(text: string, inFlow: boolean): boolean {
  if (!/^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=\d))/u.test(text) || /^\.\.\.(?:\s|$)/.test(text)) return false;
  if (/[ \t]$|:$|:[ \t]|[ \t]#|\n/.test(text) || !isWritable(text)) return false;
  return !inFlow || !/[,[\]{}]|:[,[\]{}]/.test(text);
}
