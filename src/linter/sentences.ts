/** The parts of messages that are one text. */
import type { MessageParts } from './problem.js';

/** What our messages begin a sentence with that says what to do. */
const orders = new Set(
  `Add Ask Begin Call Change Check Choose Create Declare Delete Drop End Fix Give Grant Install Keep Leave Let Limit List
  Load Lower Make Mend Merge Move Name Pick Plan Point Put Quote Raise Reject Reload Remove Rename Renew Replace Reset
  Restart Run Save Set Split Start Switch Take Test Tie Turn Update Upgrade Use Wait Write`.split(/\s+/),
);

/** The parts of a text: its first sentence is the headline, sentences that say what to do are the help, the others say why. */
export function splitMessage(text: string): MessageParts {
  const [first = '', ...others] = sentencesOf(text);
  const help = others.filter(isHelp).join(' ');
  const why = others.filter((sentence) => !isHelp(sentence)).join(' ');
  return { headline: first.replace(/(?<!\.)\.$/, ''), why: why || undefined, help: help || undefined };
}

function isHelp(sentence: string): boolean {
  return sentence.startsWith('Did you mean') || orders.has(/^\w+/.exec(sentence)?.[0] ?? '');
}

/** Lists of problems show so much of a line. */
const mostInHeadline = 60;

/**
 * The parts of a text that was not written in parts, such as what the reading of a file or of a value says. Of a first
 * sentence that is too long for a headline, what follows a colon, a semicolon or “, so” says why,
 * and where it has none of these, what follows “, and”.
 */
export function partsOfText(text: string): MessageParts {
  const parts = splitMessage(text);
  if (parts.headline.length <= mostInHeadline) return parts;
  const first = clauseEnd(parts.headline, /^(?:[:;] |, so )/);
  const at = first === -1 ? clauseEnd(parts.headline, /^, and /) : first;
  if (at === -1) return parts;
  const rest = parts.headline.slice(at).replace(/^(?:[:;] |, (?:and )?)/, '');
  const sentence = `${rest.replace(/^[a-z]+(?= )/, (word) => word[0]!.toUpperCase() + word.slice(1))}.`;
  const [why, help] = isHelp(sentence) ? [parts.why, [sentence, parts.help]] : [[sentence, parts.why], parts.help];
  return { headline: parts.headline.slice(0, at), why: joined(why), help: joined(help) };
}

function joined(texts: string | undefined | (string | undefined)[]): string | undefined {
  return (
    [texts]
      .flat()
      .filter((text) => text !== undefined)
      .join(' ') || undefined
  );
}

/** The offset at which the first clause of a sentence ends, with what ends one; -1 where it has only one. */
function clauseEnd(sentence: string, end: RegExp): number {
  for (let at = 0; at < sentence.length; at++) {
    at = behindQuoted(sentence, at);
    if (end.test(sentence.slice(at, at + 6))) return at;
  }
  return -1;
}

/** What is quoted or in brackets belongs to its sentence, whatever stops stand in it. */
const quoted = [/“[^”]*”/y, /"[^"]*"/y, /'[^']*'(?!\w)/y, /`[^`]*`/y, /\((?:[^()]|\([^()]*\))*\)/y];
/** Stops of these end no sentence. */
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|no)\.$/;

/**
 * The sentences of a text. Put together with a space between them they are the text again.
 *
 * @param text spaces at its start and its end are not kept
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    at = behindQuoted(text, at);
    if (!/[.?!]/.test(text[at] ?? '') || text[at + 1] !== ' ') continue;
    const sentence = text.slice(start, at + 1);
    if (abbreviation.test(sentence)) continue;
    sentences.push(sentence.trim());
    start = at + 1;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** The offset after what is quoted at an offset; the same offset where nothing is. */
function behindQuoted(text: string, at: number): number {
  // An apostrophe within a word opens nothing.
  if (/\w/.test(text[at - 1] ?? '')) return at;
  for (const form of quoted) {
    form.lastIndex = at;
    if (form.test(text)) return form.lastIndex;
  }
  return at;
}
