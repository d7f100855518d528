/** What fixes must leave alone in a text: its comments, and the columns of records. */
import type { Major } from '../../../src/catalog/majors.js';
import { parse } from '../../../src/formats/parse.js';
import { kindByName } from '../../../src/formats/recognize.js';
import type { Files } from '../generators/conf-trees.js';

/**
 * The comments that are gone, and the columns that no longer line up.
 *
 * @param before the files before fixes
 * @param after the same files after them
 */
export function layoutFaults(before: Files, after: Files, major: Major): string[] {
  return Object.keys(before).flatMap((path) => {
    const old = before[path]!;
    const now = after[path] ?? '';
    if (old === now) return [];
    return [...lostComments(path, old, now, major), ...brokenColumns(path, old, now)];
  });
}

function lostComments(path: string, before: string, after: string, major: Major): string[] {
  const left = commentsOf(path, after, major);
  return commentsOf(path, before, major).flatMap((comment) => {
    const at = left.indexOf(comment);
    if (at === -1) return [`${path}: the comment ${JSON.stringify(comment)} is gone`];
    left.splice(at, 1);
    return [];
  });
}

function commentsOf(path: string, text: string, major: Major): string[] {
  return parse(text, kindByName(path) ?? 'conf', major).comments.map(({ start, end }) =>
    text.slice(start, end).replaceAll('\r\n', '\n').trim(),
  );
}

/** A token that stood right below one of the line above, with blanks in front of both, stands there still. */
function brokenColumns(path: string, before: string, after: string): string[] {
  if (!isRecords(path)) return [];
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  // Where lines came or went, no line is compared with another.
  if (old.length !== now.length) return [];
  const faults: string[] = [];
  for (let line = 1; line < old.length; line++) {
    const [above, below] = [tokensOf(old[line - 1]!), tokensOf(old[line]!)];
    const [aboveNow, belowNow] = [tokensOf(now[line - 1]!), tokensOf(now[line]!)];
    if (above.length !== aboveNow.length || below.length !== belowNow.length) continue;
    for (let index = 1; index < Math.min(above.length, below.length); index++) {
      if (above[index]!.start !== below[index]!.start) continue;
      // One blank everywhere is no column, even where two lines are equally long.
      if (!isPadded(above, index) && !isPadded(below, index)) continue;
      if (aboveNow[index]!.start === belowNow[index]!.start) continue;
      if (hasRoom(above, aboveNow, index) && hasRoom(below, belowNow, index)) {
        faults.push(`${path}:${line + 1}: column ${index + 1} no longer stands below that of the line above`);
      }
    }
  }
  return faults;
}

interface Token {
  start: number;
  text: string;
}

function isPadded(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]!;
  return tokens[index]!.start - before.start - before.text.length > 1;
}

/** Whether the new token fits into the room of the old one, a blank behind it included. */
function hasRoom(old: readonly Token[], now: readonly Token[], index: number): boolean {
  return old[index - 1]!.start + now[index - 1]!.text.length < old[index]!.start;
}

function tokensOf(line: string): Token[] {
  return [...line.matchAll(/#.*|(?:"[^"]*"|[^\s"#])+/g)].map(({ index, 0: text }) => ({ start: index, text }));
}

function isRecords(path: string): boolean {
  return kindByName(path) !== undefined && kindByName(path) !== 'conf';
}
