/** Instructions of a Dockerfile (moby/buildkit, frontend/dockerfile/parser, parser.go). */
import type { Replacement } from '../../documents/map.js';
import { changed, type Writing } from './written.js';

/** An instruction, its lines joined. */
export interface Instruction {
  /** In upper case. */
  keyword: string;
  /** What stands after it. */
  rest: Writing;
}

const heredoc = /<<-?["']?(?<name>\w+)["']?/g;

/**
 * The instructions of a Dockerfile.
 *
 * @returns empty where it continues its lines with another sign than a backslash
 */
export function instructionsOf(fileText: string): Instruction[] {
  if (/^#[ \t]*escape[ \t]*=[ \t]*`/im.test(fileText.slice(0, fileText.search(/^[ \t]*[^#\s]/m)))) return [];
  const found: Instruction[] = [];
  for (let offset = 0; offset < fileText.length; ) {
    const read = instructionAt(fileText, offset);
    if (read.instruction !== undefined) found.push(read.instruction);
    offset = read.end;
  }
  return found;
}

function instructionAt(fileText: string, offset: number): { instruction?: Instruction; end: number } {
  const lines = lineAt(fileText, offset);
  const head = /^[ \t]*([A-Za-z]+)[ \t]+/.exec(lines.text);
  if (head === null) return { end: lines.end };
  const keyword = head[1]!.toUpperCase();
  const start = head[0].length;
  const length = lines.text.trimEnd().length;
  if (length <= start) return { end: lines.end };
  const text = lines.text.slice(start, length);
  // Documents within an instruction are no instructions.
  const names = /^(?:RUN|COPY|ADD)$/.test(keyword)
    ? [...text.matchAll(heredoc)].map(({ groups }) => groups!['name']!)
    : [];
  const end = names.reduce((from, name) => endOfHeredoc(fileText, from, name), lines.end);
  const places = [...lines.at.slice(start, length), lines.at[length - 1]! + 1];
  return names.length > 0 ? { end } : { instruction: { keyword, rest: writingOf(text, places) }, end };
}

/** A line with those that continue it; comments and empty lines between them are passed over. */
function lineAt(fileText: string, offset: number): { text: string; at: number[]; end: number } {
  let text = '';
  const at: number[] = [];
  let start = offset;
  for (;;) {
    const feed = fileText.indexOf('\n', start);
    const end = feed === -1 ? fileText.length : feed;
    const line = fileText.slice(start, end);
    const isComment = /^[ \t]*#/.test(line) || (text !== '' && line.trim() === '');
    const continued = /\\[ \t\r]*$/.exec(line);
    const kept = isComment ? 0 : (continued?.index ?? line.length);
    text += line.slice(0, kept);
    for (let index = 0; index < kept; index++) at.push(start + index);
    start = feed === -1 ? fileText.length : feed + 1;
    const goesOn = isComment ? text !== '' : continued !== null;
    if (!goesOn || feed === -1) return { text, at, end: start };
  }
}

function endOfHeredoc(fileText: string, from: number, name: string): number {
  const end = new RegExp(String.raw`^\t*${name}\r?$`, 'm');
  const rest = fileText.slice(from);
  const at = rest.search(end);
  if (at === -1) return fileText.length;
  const feed = rest.indexOf('\n', at);
  return feed === -1 ? fileText.length : from + feed + 1;
}

function writingOf(text: string, places: readonly number[]): Writing {
  const from = places[0]!;
  const at = places.map((place) => place - from);
  const rewrite = (change: Replacement): Replacement | undefined => {
    const { start, end, text: now } = change;
    const last = end > start ? at[end - 1]! + 1 : at[start]!;
    // What stands on one line stays there.
    if (/[\r\n]/.test(now) || now.endsWith('\\') || last - at[start]! !== end - start) return undefined;
    return { start: at[start]!, end: last, text: now };
  };
  return { text, at, file: { start: from, end: from + at.at(-1)! }, rewrite };
}

/**
 * The words of an instruction in exec form, a list of JSON.
 *
 * @returns undefined where it is in shell form
 */
export function execForm(rest: Writing): Writing[] | undefined {
  if (!isWords(rest.text)) return undefined;
  return [...rest.text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => stringAt(rest, match.index + 1, match[1]!));
}

function isWords(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((word) => typeof word === 'string');
  } catch {
    return false;
  }
}

/** A string of JSON as a writing. */
function stringAt(rest: Writing, start: number, written: string): Writing {
  const from = rest.at[start]!;
  let text = '';
  const at: number[] = [];
  for (const { 0: piece, index } of written.matchAll(/\\u[\da-fA-F]{4}|\\.|[^\\]/gs)) {
    text += JSON.parse(`"${piece}"`) as string;
    at.push(index);
  }
  at.push(written.length);
  const places = at.map((place) => rest.at[start + place]! - from);
  const rewrite = (change: Replacement) => {
    const now = JSON.stringify(change.text).slice(1, -1);
    const edit = rest.rewrite({ start: start + at[change.start]!, end: start + at[change.end]!, text: now });
    const meant = changed(text, change);
    const whole = changed(written, { start: at[change.start]!, end: at[change.end]!, text: now });
    if (edit === undefined || JSON.parse(`"${whole}"`) !== meant) return undefined;
    return { start: edit.start - from, end: edit.end - from, text: edit.text };
  };
  const file = { start: rest.file.start + from, end: rest.file.start + rest.at[start + written.length]! };
  return { text, at: places, file, rewrite };
}
