/** Text of files, and names of files, on their way to people and pipelines. */

declare const isPrintable: unique symbol;

/**
 * Text that may be printed: what came from files in it is visible, so that it can neither command a terminal or a pipeline
 * nor hide. Made by the functions of this file only.
 */
export type Printable = string & { readonly [isPrintable]: true };

/**
 * What nobody sees, or what a terminal obeys: control characters (ESC, DEL and U+0080 to U+009F among them), format
 * characters such as those for two directions, zero-width ones, line and paragraph separators, half surrogates, and what is
 * no character (U+FFFE), which XML forbids.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const isPlain = /^[\x20-\x7e]*$/;

/**
 * Pipelines read commands out of what a job prints: `##vso[…]` and `##[…]` anywhere in a line (Azure Pipelines; GitHub's
 * older form, ActionCommand.TryParse of actions/runner), `##teamcity[…]`, and `::name …::` at the start of a line
 * (ActionCommand.TryParseV2).
 */
const sharps = /##(?=\w*\[)/g;
const colons = /(^|\s)::(?=[A-Za-z][\w-]*(?:\s[^:]*)?::)/g;

/**
 * Makes text visible: every character that cannot be seen becomes its code point, `\u001b`, and what a pipeline would
 * obey loses its form.
 *
 * @param text anything, from anywhere; becomes one line
 */
export function visible(text: string): Printable {
  if (isPlain.test(text) && !text.includes('##') && !text.includes('::')) return text as Printable;
  return text.replace(unseen, escapeOf).replace(sharps, '#\\u0023').replace(colons, '$1\\u003a:') as Printable;
}

/** The same for a line of a file, whose tabs stay. */
export function visibleLine(text: string): Printable {
  return text.split('\t').map(visible).join('\t') as Printable;
}

/** The same, a character for a character and tabs as they are: for lines of a file with marks below them. */
export function visibleInPlace(text: string): Printable {
  const shown = isPlain.test(text)
    ? text
    : text.replace(unseen, (found) => (found === '\t' ? found : '\ufffd'.repeat(found.length)));
  return shown.replace(sharps, '#\ufffd').replace(colons, '$1\ufffd:') as Printable;
}

/** `\u202e`, or `\u{e0041}` above U+FFFF. */
export function escapeOf(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0)!;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : unitEscape(code);
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Our own words with what they speak of: a tag for templates. Everything that is put in becomes visible and stays in its
 * line; whole texts are put together by `join`.
 */
export function say(words: TemplateStringsArray, ...values: readonly (string | number)[]): Printable {
  let text = words[0]!;
  for (const [index, value] of values.entries()) {
    text += (typeof value === 'string' ? visible(value) : String(value)) + words[index + 1]!;
  }
  return text as Printable;
}

/**
 * Lines that hold anything, each made visible, with a line end behind each: what is put together line by line.
 *
 * @param lines an empty list gives an empty text
 */
export function asLines(lines: readonly string[]): Printable {
  return lines.map((line) => `${visible(line)}\n`).join('') as Printable;
}

/** Where texts that may be printed are put together. */
export const lineEnd = '\n' as Printable;
export const nothing = '' as Printable;

/** Puts texts that may be printed together. */
export function join(parts: readonly Printable[], separator = ''): Printable {
  return parts.join(separator) as Printable;
}

/**
 * A value as JSON: what nobody sees is written as an escape, which reads back as the same value.
 *
 * @param indent as JSON.stringify has it
 */
export function printableJson(value: unknown, indent?: number): Printable {
  return printableJsonText(JSON.stringify(value, null, indent));
}

/** The same for a piece of JSON that is text already; only strings in it can hold what is escaped. */
export function printableJsonText(json: string): Printable {
  if (isPlainJson.test(json) && !json.includes('##')) return json as Printable;
  return json
    .replace(unseen, (found) => (found === '\n' ? found : unitsOf(found)))
    .replace(sharps, '#\\u0023') as Printable;
}

const isPlainJson = /^[\n\x20-\x7e]*$/;

/** The UTF-16 units of a character as JSON writes them. */
function unitsOf(character: string): string {
  return Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join('');
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/**
 * Our own text, or the output that a person asked for to be as it is: a mended file on standard output.
 *
 * @param text holds nothing of a file, or all of one
 */
export function asIs(text: string): Printable {
  return text as Printable;
}
