import type { Scalar } from 'yaml';
import type { Replacement } from '../../documents/map.js';
import { type BlockHeader, writingOfBlock } from './block-scalar.js';
import { decodeFlow, type FlowStyle, inDouble, inSingle, isPlain, isWritable, quotedScalar } from './flow-scalar.js';
import { isTyped } from './plain-types.js';
import { changed, fixed, type Writing, type WrittenText } from './written.js';

/** Where a scalar stands. */
export interface ScalarPlace {
  /** The whole text of the file. */
  fileText: string;
  /** Whether something else is written by it as well: an alias of it, or a merged map. */
  isShared: boolean;
  /** Whether it stands in a list or a map of one line. */
  inFlow: boolean;
}

/** How a text is written as a scalar. */
export interface ScalarWriting extends Writing {
  style: FlowStyle | 'literal' | 'folded';
  /** The scalar with its quotes. */
  outer: { start: number; end: number };
}

/**
 * How the text of a scalar is written; undefined where that is not known for sure, or where readers of YAML 1.1 and 1.2
 * would not agree on its lines.
 */
export function writingOfScalar(scalar: Scalar, place: ScalarPlace): ScalarWriting | undefined {
  const { source, range, anchor } = scalar;
  if (source === undefined || range == null || /[\x85\u2028\u2029]|\r(?!\n)/.test(source)) return undefined;
  const [start, end] = range;
  const style = styleOf(scalar);
  if (style === undefined || start === end) return undefined;
  const isBlock = style === 'literal' || style === 'folded';
  const writing = isBlock ? ofBlock(scalar, place, style) : ofFlow(place, style, start, end);
  // Our own reading must be that of the parser, or nothing is said. Readers differ in spaces alone at the end of a block.
  const read = (text: string) => (isBlock ? text.trimEnd() : text);
  if (writing === undefined || read(writing.text) !== read(String(scalar.value))) return undefined;
  const whole = { ...writing, style, outer: { start, end } };
  return place.isShared || anchor !== undefined ? { ...whole, ...fixed(writing) } : whole;
}

function styleOf({ type }: Scalar): ScalarWriting['style'] | undefined {
  switch (type) {
    case 'PLAIN':
      return 'plain';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return undefined;
  }
}

const header = /^[|>](?:(?<digit>[1-9])?(?<sign>[-+])?|(?<first>[-+])(?<second>[1-9]))[ \t]*(?:#.*)?(?:\r?\n|$)/;

function ofBlock({ srcToken, range }: Scalar, { fileText }: ScalarPlace, style: string): Writing | undefined {
  const match = header.exec(fileText.slice(range![0], fileText.indexOf('\n', range![0]) + 1 || fileText.length));
  if (match === null || srcToken?.type !== 'block-scalar') return undefined;
  const { digit, sign, first, second } = match.groups!;
  const told = digit ?? second;
  const parent = Math.max(0, srcToken.indent);
  const read: BlockHeader = {
    isFolded: style === 'folded',
    chomping: (sign ?? first ?? '') as BlockHeader['chomping'],
    told: told === undefined ? undefined : parent + Number(told),
    least: parent + 2,
  };
  const start = range![0] + match[0].length;
  const written = fileText.slice(start, start + srcToken.source.length);
  if (written === '' && fileText[start - 1] !== '\n') return undefined;
  return writingOfBlock(written, start, read, lineEndOf(fileText));
}

function ofFlow({ fileText, inFlow }: ScalarPlace, style: FlowStyle, from: number, to: number): Writing | undefined {
  const quotes = style === 'plain' ? 0 : 1;
  const file = { start: from + quotes, end: to - quotes };
  const written = fileText.slice(file.start, file.end);
  const decoded = decodeFlow(written, style);
  if (decoded === undefined) return undefined;
  const rewrite = (change: Replacement) => {
    if (style === 'plain') return ofPlain(decoded, written, change, inFlow);
    const text = style === 'single' ? inSingle(change.text) : inDouble(change.text);
    if (text === undefined) return undefined;
    const edit = { start: decoded.at[change.start]!, end: decoded.at[change.end]!, text };
    return decodeFlow(changed(written, edit), style)?.text === changed(decoded.text, change) ? edit : undefined;
  };
  return { ...decoded, file, rewrite };
}

/** A plain scalar gets quotes where the new text needs them to be read as that text. */
function ofPlain(
  { text, at }: WrittenText,
  written: string,
  change: Replacement,
  inFlow: boolean,
): Replacement | undefined {
  const now = changed(text, change);
  const needsQuotes = !isPlain(now, inFlow) || (isTyped(now) && !isTyped(text));
  if (needsQuotes) return { start: 0, end: written.length, text: quotedScalar(now) };
  const edit = { start: at[change.start]!, end: at[change.end]!, text: change.text };
  return isWritable(change.text) && decodeFlow(changed(written, edit), 'plain')?.text === now ? edit : undefined;
}

/** How a file ends its lines. */
export function lineEndOf(fileText: string): string {
  return fileText.includes('\r\n') ? '\r\n' : '\n';
}
