/** Colours of postgresql.conf, along grammar/conf.peggy: no token holds a line end. */
import { commentWords, type Grammar, type Pattern } from './grammar.js';

const letter = String.raw`A-Za-z_\x{80}-\x{10ffff}`;
const identifier = `[${letter}][${letter}0-9]*`;
/** In front of these a name is an unquoted string instead. */
const notWord = '(?![-.:/])';

const comment: Pattern = {
  name: 'comment.line.number-sign',
  begin: '#',
  beginCaptures: { 0: { name: 'punctuation.definition.comment' } },
  end: '$',
  patterns: commentWords,
};

const text: Pattern = {
  name: 'string.quoted.single',
  match: String.raw`'(?:[^'\\]|\\.|'')*'`,
  captures: {
    0: { patterns: [{ name: 'constant.character.escape', match: String.raw`\\[0-7]{1,3}|\\.|(?<!^)''(?!$)` }] },
  },
};

/** Behind a quote that nothing closes, the rest up to a comment is refused; what doubled quotes end is still a string. */
const unclosed: Pattern = {
  name: 'invalid.illegal.unclosed-string',
  match: String.raw`'(?:(?:[^'\\]|\\.)*'')*[^#]*`,
};

const values: readonly Pattern[] = [
  comment,
  { name: 'keyword.operator.assignment', match: '=' },
  text,
  unclosed,
  {
    match: String.raw`(?<![-\w.:/])([+-]?(?:0x[0-9A-Fa-f]+|(?:\d*\.\d*|\d+)(?:[eE][+-]?\d+)?))([A-Za-z]*)`,
    captures: { 1: { name: 'constant.numeric' }, 2: { name: 'keyword.other.unit' } },
  },
  { name: 'constant.language.boolean', match: String.raw`(?<![-\w.:/])(?i:on|off|true|false|yes|no)(?![-\w.:/])` },
  { name: 'string.unquoted', match: `[${letter}][${letter}0-9.:/-]*` },
];

export const settingsGrammar: Grammar = {
  name: 'postgresql.conf',
  scopeName: 'source.postgresql-conf',
  patterns: [
    {
      begin: String.raw`^[ \t\r]*((?i:include_if_exists|include_dir|include))(?![${letter}0-9.:/-])`,
      beginCaptures: { 1: { name: 'keyword.control.include' } },
      end: '$',
      patterns: values,
    },
    {
      begin: String.raw`^[ \t\r]*(${identifier}(?:\.${identifier})?)${notWord}`,
      beginCaptures: { 1: { name: 'variable.other.property' } },
      end: '$',
      patterns: values,
    },
    comment,
    text,
    unclosed,
  ],
};
