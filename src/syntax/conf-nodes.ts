/** What the actions of grammar/conf.peggy make. */
import { unescapeString } from './conf-string.js';
import type { ConfInclude, ConfSyntaxError, ConfToken, ConfTokenClass, Setting, Span } from './nodes.js';

export { commentAt } from './comments.js';

/**
 * Makes a token whose text is its value.
 *
 * @param tokenClass the server's class of it
 * @param start its offset
 * @param value its text
 */
export function token(tokenClass: ConfTokenClass, start: number, value: string): ConfToken {
  return { type: 'ConfToken', start, end: start + value.length, class: tokenClass, value };
}

/**
 * Makes a STRING token.
 *
 * @param start offset of the opening quote
 * @param body what stands between the quotes
 */
export function stringToken(start: number, body: string): ConfToken {
  return { type: 'ConfToken', start, end: start + body.length + 2, class: 'STRING', value: unescapeString(body) };
}

const directives: Readonly<Record<string, ConfInclude['directive'] | undefined>> = {
  __proto__: null,
  include: 'include',
  include_if_exists: 'include_if_exists',
  include_dir: 'include_dir',
} as never;

/** Makes a setting, or an include where the name is one of the three directives in any letter case. */
export function assignment(name: ConfToken, equals: Span | null, value: ConfToken): Setting | ConfInclude {
  const span = { start: name.start, end: value.end, line: 0 };
  const directive = /^include/i.test(name.value) ? directives[name.value.toLowerCase()] : undefined;
  if (directive !== undefined)
    return { type: 'ConfInclude', ...span, directive, name, equals: equals ?? undefined, value };
  return {
    type: 'Setting',
    start: name.start,
    end: value.end,
    line: 0,
    name,
    equals: equals ?? undefined,
    value,
  };
}

/**
 * Makes the node of a line that the server refuses.
 *
 * @param expected what would have been right where it stopped
 * @param text the line from its first token, up to a comment or the line end
 */
export function broken(
  expected: ConfSyntaxError['expected'],
  name: ConfToken | undefined,
  value: ConfToken | undefined,
  near: Span | undefined,
  text: string,
): ConfSyntaxError {
  const start = name?.start ?? near!.start;
  return {
    type: 'ConfSyntaxError',
    start,
    end: start + lengthWithoutBlanks(text),
    line: 0,
    near,
    expected,
    name,
    value,
  };
}

function lengthWithoutBlanks(text: string): number {
  let length = text.length;
  while (' \t\r'.includes(text[length - 1]!)) length--;
  return length;
}
