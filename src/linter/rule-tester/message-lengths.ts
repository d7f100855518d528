import type { MessageParts } from '../problem.js';
import type { MessageTemplate } from '../rule.js';

/** Lists of problems show so much of a line. */
const mostInHeadline = 60;
/** So much of a word that is filled in counts: a name may be long, and is what the reader looks for. */
const mostOfWord = 12;

/**
 * What is wrong with the parts of a message, as part of a sentence; undefined where nothing is.
 *
 * @param said the parts as they are printed
 * @param template where they come from; a text without parts is not judged
 */
export function faultOf({ headline, why, help }: MessageParts, template: MessageTemplate): string | undefined {
  if (typeof template === 'string') return undefined;
  if (headline.trim() === '') return 'the headline is empty';
  if (/(?<!\.)[.;:,]$/.test(headline)) return `the headline “${headline}” ends with “${headline.at(-1)}”`;
  for (const [name, text] of Object.entries({ why, help })) {
    if (text !== undefined && !/[.?!]["”')]*$/.test(text)) return `${name}, “${text}”, is not a sentence`;
  }
  const length = countedLength(headline, template.headline);
  if (length <= mostInHeadline) return undefined;
  return `the headline “${headline}” counts ${length} characters, and may have ${mostInHeadline}`;
}

/** The length of a headline, where each word that is filled in counts at most `mostOfWord` characters. */
export function countedLength(headline: string, template: string): number {
  const [first = '', ...literals] = template.split(/\{[A-Za-z][A-Za-z0-9]*\}/);
  let length = first.length;
  let at = first.length;
  for (const [index, literal] of literals.entries()) {
    const isLast = index === literals.length - 1;
    const end = isLast ? headline.length - literal.length : headline.indexOf(literal, at);
    const words = headline.slice(at, end).split(' ');
    length += words.map((word) => word.slice(0, mostOfWord)).join(' ').length + literal.length;
    at = end + literal.length;
  }
  return length;
}
