/** What PostgreSQL's compiler makes of a regular expression in pg_hba.conf or pg_ident.conf. */
import { defaultMajor, type Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import { parse } from './generated/regular-expression.js';
import { characterClassNames, collatingElements } from './regular-expression-names.js';
import type { RegularExpression } from './regular-expression-nodes.js';
import { automatonSize } from './regular-expression-size.js';

/** Why the server refuses an expression. */
export type ExpressionErrorCode =
  | 'unbalanced-bracket'
  | 'unbalanced-parenthesis'
  | 'open-brace'
  | 'nothing-to-repeat'
  | 'bad-repetition-count'
  | 'unknown-option'
  | 'version-question'
  | 'bad-back-reference'
  | 'unknown-character-class'
  | 'unknown-collating-element'
  | 'bad-character-range'
  | 'bad-escape'
  | 'contains-nul';

const messages: Record<ExpressionErrorCode, string> = {
  'unbalanced-bracket':
    'a bracket expression is opened with "[" and never closed; write "\\[" for the character itself',
  'unbalanced-parenthesis': 'a parenthesis has no partner; write "\\(" or "\\)" for the character itself',
  'open-brace': 'the repetition count that starts with "{" is never closed with "}"',
  'nothing-to-repeat':
    'a quantifier ("*", "+", "?" or "{…}") has nothing before it that it could repeat; write a backslash before it for the character itself',
  'bad-repetition-count':
    'a repetition count is not one of {n}, {n,} and {n,m} with numbers from 0 to 255 and n not above m',
  'unknown-option':
    'the options "(?…)" at the start hold a letter that is not one of b, c, e, i, m, n, p, q, s, t, w and x, or are not closed',
  'version-question': '"***?" only asks for the version of the regular expression library',
  'bad-back-reference':
    'a back-reference names a group that is not there, is not closed yet, or stands inside a look-ahead or look-behind',
  'unknown-character-class':
    'the name between "[:" and ":]" is not a character class; the names are lower case, for instance [:alpha:]',
  'unknown-collating-element': 'the name between "[." and ".]" or "[=" and "=]" is not a character',
  'bad-character-range': 'a range in brackets runs backwards, has no proper end, or shares its "-" with another one',
  'bad-escape': 'a backslash stands before a letter or digit that has no meaning there, or at the very end',
  'contains-nul': 'the server reads the expression only up to its first NUL byte',
};

export type ExpressionCheck =
  | {
      ok: true;
      /** How many capturing groups there are. */
      groups: number;
      /**
       * Why a server may refuse the expression although its syntax is right: it is so large or so deeply nested
       * that its limits on memory and stack decide. Undefined for all that people write.
       */
      undecided: string | undefined;
      /** Undefined only where the nesting is too deep to be read. */
      tree: RegularExpression | undefined;
    }
  | ExpressionError;

/** Why a server refuses an expression, and where. */
export interface ExpressionError {
  ok: false;
  code: ExpressionErrorCode;
  /** What is wrong, as a clause that can follow a colon. */
  message: string;
  /** Where, in UTF-16 units from the start of the text. */
  offset: number;
}

/** Deeper nesting is a question of the server's stack, and of ours. */
const maximumDepth = 500;
/** Transitions of the automaton up to which every major has the memory. */
const safeSize = 500_000;
const tooDeep = `the parentheses are nested more than ${maximumDepth} deep; whether the server has the stack for that cannot be told`;
const tooLarge = 'its repetitions, written out, are so large that the server may call it too complex';

/**
 * The bytes of a text as a string of one character a byte: the postmaster compiles expressions before it knows
 * a database's encoding, and so reads each byte as a character.
 *
 * @param text the text as it is in memory
 * @param encoding how the file's bytes became that text
 */
export function bytesOf(text: string, encoding: Encoding = 'utf-8'): string {
  if (encoding === 'latin1' || /^[\0-\x7f]*$/.test(text)) return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The offset in the text of an offset in its bytes. */
function textOffset(text: string, encoding: Encoding, byteOffset: number): number {
  if (encoding === 'latin1') return byteOffset;
  let bytes = 0;
  let offset = 0;
  for (const character of text) {
    const length = new TextEncoder().encode(character).length;
    if (bytes + length > byteOffset) break;
    bytes += length;
    offset += character.length;
  }
  return offset;
}

interface ParserRefusal {
  code: ExpressionErrorCode | 'too-deep';
  offset: number;
}

function isRefusal(error: unknown): error is ParserRefusal {
  return error instanceof Error && 'code' in error && 'offset' in error;
}

/**
 * Tells whether a server compiles a regular expression (the text behind the slash), and parses it.
 * The verdict is that of pg_regcomp with REG_ADVANCED and the C collation on single bytes.
 *
 * @param text the expression, without the slash
 * @param major the target; 14 changed what brackets may hold
 * @param encoding how the file's bytes became the text
 */
export function checkRegularExpression(
  text: string,
  major: Major = defaultMajor,
  encoding: Encoding = 'utf-8',
): ExpressionCheck {
  const nul = text.indexOf('\0');
  if (nul !== -1) return { ok: false, code: 'contains-nul', message: messages['contains-nul'], offset: nul };
  try {
    const tree = parse(bytesOf(text, encoding), {
      startRule: 'Expression',
      major,
      maximumDepth,
      classNames: characterClassNames(major),
      elementNames: collatingElements,
    });
    const undecided = automatonSize(tree) > safeSize ? tooLarge : undefined;
    return { ok: true, groups: tree.groups, undecided, tree };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code === 'too-deep') return { ok: true, groups: 0, undecided: tooDeep, tree: undefined };
    return {
      ok: false,
      code: error.code,
      message: messages[error.code],
      offset: textOffset(text, encoding, error.offset),
    };
  }
}
