/** Words of a text, each as a writing of its own. */
import type { Replacement } from '../../documents/map.js';
import { changed, type Writing, type WrittenText } from './written.js';

/** Takes a text apart; undefined where its reader refuses it. */
export type SplitWords = (text: string) => readonly WrittenText[] | undefined;

/**
 * The words of a text. A change of one leaves every other word as it is, and brings no variable.
 *
 * @param split how the reader of the text takes it apart
 * @returns empty where the reader refuses the text
 */
export function wordsOfText(line: Writing, split: SplitWords): Writing[] {
  const words = split(line.text) ?? [];
  return words.map((_, index) => wordAt(line, index, words, split));
}

/** To see what a change makes of a text, the text is taken apart again: of more words than this none is changed. */
const mostChanged = 1_000;

function wordAt(line: Writing, which: number, words: readonly WrittenText[], split: SplitWords): Writing {
  const word = words[which]!;
  const rewrite = (change: Replacement) => {
    if (change.text.includes('$') || words.length > mostChanged) return undefined;
    const meant = words.map(({ text }, index) => (index === which ? changed(text, change) : text));
    for (const text of [change.text, quoted(change.text)]) {
      const edit = { start: word.at[change.start]!, end: word.at[change.end]!, text };
      const now = split(changed(line.text, edit))?.map((one) => one.text);
      if (JSON.stringify(now) !== JSON.stringify(meant)) continue;
      return shifted(line.rewrite(edit), -line.at[word.at[0]!]!);
    }
    return undefined;
  };
  const from = line.at[word.at[0]!]!;
  return {
    text: word.text,
    at: word.at.map((place) => line.at[place]! - from),
    file: { start: line.file.start + from, end: line.file.start + line.at[word.at.at(-1)!]! },
    rewrite,
  };
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text}'`;
}

function shifted(edit: Replacement | undefined, by: number): Replacement | undefined {
  return edit && { start: edit.start + by, end: edit.end + by, text: edit.text };
}
