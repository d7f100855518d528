import type { SourceFile } from '../../cluster/types.js';
import type { Span } from '../../syntax/nodes.js';
import type { Report } from '../rule.js';
import type { Respelling, SuppressedRule, Suppression } from './suppressions.js';

type Fix = NonNullable<Report['fix']>;
type ReportedEdit = Fix['edits'][number];

/** The removal of a comment that nobody may miss. */
export function removal(file: SourceFile, comment: Span): Fix {
  return { title: 'Remove the comment', safety: 'safe', edits: [commentRemoval(file, comment)] };
}

/** The removal of a comment that somebody meant. */
export function unsafeRemoval(file: SourceFile, comment: Span, consequence: string): Fix {
  return { title: `Remove the comment; ${consequence}`, safety: 'unsafe', edits: [commentRemoval(file, comment)] };
}

/** A part of a comment written as it was meant: the comment then does what it did not do before. */
export function respelling(file: SourceFile, { start, end, text }: Respelling): Fix {
  return { title: `Write ${text}, which then holds`, safety: 'unsafe', edits: [{ at: file, start, end, text }] };
}

/** Room for a reason behind a comment that has none, to be filled in. */
export function reasonToFill(file: SourceFile, { end, until }: Suppression): ReportedEdit {
  const trimmed = file.text.slice(0, end).trimEnd().length;
  const dashed = /--$/.test(file.text.slice(0, trimmed));
  const text = until !== undefined ? ': TODO why' : dashed ? ' TODO why' : ' -- TODO why';
  return { at: file, start: trimmed, end: trimmed, text };
}

/** Takes a name out of a comment with the comma or the blank beside it; the only name takes the comment along. */
export function nameRemoval(file: SourceFile, suppression: Suppression, { start, end }: SuppressedRule): ReportedEdit {
  if (suppression.rules.length === 1) return commentRemoval(file, suppression);
  const { text } = file;
  const behind = /^[\s,]*(?=[^\s,])/.exec(text.slice(end, suppression.end))?.[0] ?? '';
  const isLast = suppression.rules.at(-1)!.start === start;
  if (!isLast) return { at: file, start, end: end + behind.length, text: '' };
  const before = suppression.rules.at(-2)!;
  return { at: file, start: before.end, end, text: '' };
}

/** Takes a comment away: with its whole line where nothing else stands there, else with the blanks before it. */
function commentRemoval(file: SourceFile, { start, end }: Span): ReportedEdit {
  const { text } = file;
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  const ownsLine = from === 0 || text[from - 1] === '\n';
  if (!ownsLine) return { at: file, start: from, end, text: '' };
  const lineEnd = text.indexOf('\n', end);
  return { at: file, start: from, end: lineEnd === -1 ? text.length : lineEnd + 1, text: '' };
}
