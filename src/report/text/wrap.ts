import columnsOf from '../vfile-reporter/string-width.js';

/** Text is set no wider than this: longer lines are hard to read. */
export const widest = 120;
/** Narrower than this, no line holds what it must. */
const narrowest = 20;

/** The width that text for people is set in, on a terminal of so many columns. */
export function readingWidth(columns: number): number {
  return Math.max(narrowest, Math.min(widest, columns));
}

/**
 * Breaks a text between words into lines of at most `width` columns. A word that is wider is broken in itself.
 *
 * @param text spaces between words stay where the line goes on
 * @param width at least 2: so wide is the widest character
 * @param first the width of the first line, where it is another
 * @returns at least one line, none with spaces at its end
 */
export function wrapped<T extends string>(text: T, width: number, first = width): T[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let room = first;
  for (const [found] of text.matchAll(/ *[^ ]+/g)) {
    // Only plain spaces part words: others are text.
    const word = found.replace(/^ +/, '');
    const gap = found.slice(0, found.length - word.length);
    const columns = columnsOf(word);
    if (line !== '' && used + gap.length + columns <= room) {
      line += gap + word;
      used += gap.length + columns;
      continue;
    }
    if (line !== '' || (columns > room && room < width)) {
      lines.push(line);
      room = width;
    }
    const pieces = columns <= room ? [word] : brokenWord(word, room, width);
    line = pieces.pop()!;
    used = columnsOf(line);
    lines.push(...pieces);
    if (pieces.length > 0) room = width;
  }
  return [...lines, line] as T[];
}

/**
 * The same below a head, with further lines indented.
 *
 * @param head what the first line begins with
 * @param hang how many spaces further lines begin with; as wide as the head unless told
 */
export function hanging<T extends string>(head: T, text: T, width: number, hang = columnsOf(head)): T[] {
  if (columnsOf(head) >= width) return wrapped(`${head}${text}` as T, width);
  const room = (indent: number) => Math.max(2, width - indent);
  const lines = wrapped(text, room(hang), room(columnsOf(head)));
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(hang)}${line}`.replace(/ +$/, '') as T);
}

/**
 * Breaks lines that are wider than the width; their further lines stand two columns right of their start, or of the text
 * after a mark such as `[ ]`.
 *
 * @param lines each with its own indentation, which stays
 */
export function fitted<T extends string>(lines: readonly T[], width: number): T[] {
  return lines.flatMap((line) => {
    const end = line.replace(/ +$/, '') as T;
    if (columnsOf(end) <= width) return [end];
    const head = /^ *(?:(?:\[ \]|[-*>]) )?/.exec(end)![0] as T;
    const text = end.slice(head.length) as T;
    const hang = head.length + (head.trim() === '' ? 2 : 0);
    return hang > width / 2 ? wrapped(text, width) : hanging(head, text, width, hang);
  });
}

/** A word in pieces of at most `width` columns, the first of `first`, broken where its parts end if one does near the end of a piece. */
function brokenWord(word: string, first: number, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  // Not by the columns of all that is left: a word can be as long as a file.
  for (let most = prefixWithin(rest, first); most < rest.length; most = prefixWithin(rest, width)) {
    const part = /^.*[/,;=_&|-]/s.exec(rest.slice(0, most))?.[0].length ?? 0;
    let cut = part >= most / 2 ? part : most;
    // Two colons at the start of a line can be a command to a pipeline.
    while (cut > 1 && rest.startsWith('::', cut)) cut--;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

/** How many UTF-16 units of a text fit into a width; at least one character. */
export function prefixWithin(text: string, width: number): number {
  let columns = 0;
  let units = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width && units > 0) break;
    units += character.length;
  }
  return units;
}
