/** Units of systemd, as far as they are keys and values (systemd.syntax(7)). */
import type { Replacement } from '../../documents/map.js';
import type { Writing } from './written.js';

/** `Key=value` of a section. */
export interface UnitEntry {
  section: string;
  key: string;
  /** Its lines joined; a backslash at the end of a line is a space. */
  value: Writing;
}

/** The entries of a unit, in their order. */
export function entriesOfUnit(fileText: string): UnitEntry[] {
  const found: UnitEntry[] = [];
  let section = '';
  for (let offset = 0; offset < fileText.length; ) {
    const { text, at, end } = lineAt(fileText, offset);
    offset = end;
    const [, name] = /^\[([^\]]*)\]\s*$/.exec(text) ?? [];
    if (name !== undefined) section = name;
    const start = /^(?<key>[A-Za-z][\w-]*)[ \t]*=[ \t]*/.exec(text);
    const length = text.trimEnd().length;
    if (start === null || length < start[0].length) continue;
    const places = [...at.slice(start[0].length, length), (at[length - 1] ?? 0) + 1];
    found.push({ section, key: start.groups!['key']!, value: writingOf(text.slice(start[0].length, length), places) });
  }
  return found;
}

/** A line with those that continue it; a comment between them is passed over. */
function lineAt(fileText: string, offset: number): { text: string; at: number[]; end: number } {
  let text = '';
  const at: number[] = [];
  let start = offset;
  for (;;) {
    const feed = fileText.indexOf('\n', start);
    const end = feed === -1 ? fileText.length : feed;
    const line = fileText.slice(start, end).replace(/\r$/, '');
    const isComment = /^[ \t]*[#;]/.test(line);
    const goesOn = isComment ? text !== '' : line.endsWith('\\');
    const kept = isComment ? '' : line.replace(/\\$/, ' ');
    text += kept;
    for (let index = 0; index < kept.length; index++) at.push(start + index);
    start = feed === -1 ? fileText.length : feed + 1;
    if (!goesOn || feed === -1) return { text, at, end: start };
  }
}

function writingOf(text: string, places: readonly number[]): Writing {
  const from = places[0]!;
  const at = places.map((place) => place - from);
  const rewrite = ({ start, end, text: now }: Replacement): Replacement | undefined => {
    const last = end > start ? at[end - 1]! + 1 : at[start]!;
    // What stands on one line stays there.
    if (/[\r\n%$]/.test(now) || now.endsWith('\\') || last - at[start]! !== end - start) return undefined;
    return { start: at[start]!, end: last, text: now };
  };
  return { text, at, file: { start: from, end: from + at.at(-1)! }, rewrite };
}
