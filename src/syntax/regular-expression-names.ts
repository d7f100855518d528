/** The names that PostgreSQL knows between `[:` and `:]` and between `[.` and `.]` (regc_locale.c). */
import type { Major } from '../catalog/majors.js';

const classes = 'alnum alpha ascii blank cntrl digit graph lower print punct space upper xdigit'.split(' ');

/**
 * The names of character classes that a major knows.
 *
 * @param major the target; `word` came with 14
 */
export function characterClassNames(major: Major): Set<string> {
  return new Set(major < 14 ? classes : [...classes, 'word']);
}

const control =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1';

const printable: Record<string, string> = {
  ' ': 'space',
  '!': 'exclamation-mark',
  '"': 'quotation-mark',
  '#': 'number-sign',
  $: 'dollar-sign',
  '%': 'percent-sign',
  '&': 'ampersand',
  "'": 'apostrophe',
  '(': 'left-parenthesis',
  ')': 'right-parenthesis',
  '*': 'asterisk',
  '+': 'plus-sign',
  ',': 'comma',
  '-': 'hyphen hyphen-minus',
  '.': 'period full-stop',
  '/': 'slash solidus',
  0: 'zero',
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  ':': 'colon',
  ';': 'semicolon',
  '<': 'less-than-sign',
  '=': 'equals-sign',
  '>': 'greater-than-sign',
  '?': 'question-mark',
  '@': 'commercial-at',
  '[': 'left-square-bracket',
  '\\': 'backslash reverse-solidus',
  ']': 'right-square-bracket',
  '^': 'circumflex circumflex-accent',
  _: 'underscore low-line',
  '`': 'grave-accent',
  '{': 'left-brace left-curly-bracket',
  '|': 'vertical-line',
  '}': 'right-brace right-curly-bracket',
  '~': 'tilde',
};

const others: [string, number][] = [
  ['alert', 7],
  ['backspace', 8],
  ['tab', 9],
  ['newline', 10],
  ['vertical-tab', 11],
  ['form-feed', 12],
  ['carriage-return', 13],
  ['FS', 28],
  ['GS', 29],
  ['RS', 30],
  ['US', 31],
  ['DEL', 127],
];

/** The names of characters, with the characters; a name of one character stands for itself. */
export const collatingElements: ReadonlyMap<string, number> = new Map([
  ...control.split(' ').map((name, code): [string, number] => [name, code]),
  ...Object.entries(printable).flatMap(([character, names]) =>
    names.split(' ').map((name): [string, number] => [name, character.charCodeAt(0)]),
  ),
  ...others,
]);
