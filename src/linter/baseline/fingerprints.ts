import type { SourceFile } from '../../cluster/types.js';
import { isCarried, pathOfDocument } from '../../documents/document.js';
import type { AuthInclude, AuthLine, AuthTree, ConfLine, ConfTree, Span } from '../../syntax/nodes.js';
import { documentOf, type Problem, placeInDocument } from '../problem.js';
import { sha256 } from '../sha-256.js';

/**
 * What tells a problem from others of its file whatever its line number: the rule, which of its messages, the record or
 * setting that it is about as a server reads it (so spaces, comments and quotes that mean nothing do not count), and
 * which of its likes it is.
 *
 * @param problems of one file, in the order of its text
 * @param documents the documents of the file, by their ids
 * @returns hexadecimal texts of 16 characters, each once
 */
export function fingerprintsOf(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, SourceFile>,
): Map<Problem, string> {
  const likes = new Map<string, number>();
  const made = new Map<Problem, string>();
  for (const problem of problems) {
    const id = documentOf(problem);
    const subject = subjectOf(problem, documents.get(id)!);
    // In a file that carries several, the document counts as well.
    const others = isCarried(id) ? [id.slice(pathOfDocument(id).length)] : [];
    const key = JSON.stringify([problem.ruleId, problem.messageId, subject, ...others]);
    const like = likes.get(key) ?? 0;
    likes.set(key, like + 1);
    made.set(problem, sha256(`${key} ${like}`).slice(0, 16));
  }
  return made;
}

/** The text of what a problem is about; the message where it is about something that is not there. */
function subjectOf(problem: Problem, { text, tree }: SourceFile): string {
  if (problem.wholeFile === true) return problem.message;
  const place = placeInDocument(problem);
  const subject = tree.type === 'ConfTree' ? confText(tree, place) : authText(tree, place);
  return subject ?? text.slice(place.start, place.end).trim().replace(/\s+/g, ' ');
}

function confText(tree: ConfTree, place: Span): string | undefined {
  const line: ConfLine | undefined = lineAt(tree.lines, place);
  if (line === undefined) return undefined;
  if (line.type === 'ConfSyntaxError') return tree.text.slice(line.start, line.end).trim().replace(/\s+/g, ' ');
  return `${line.name.value.toLowerCase()} = ${line.value.value}`;
}

function authText(tree: AuthTree, place: Span): string | undefined {
  const line: AuthLine | AuthInclude | undefined = lineAt(tree.lines, place);
  if (line === undefined) return undefined;
  // A quoted keyword is a name.
  const fields = line.fields.map(({ tokens }) => tokens.map(({ quoted, value }) => (quoted ? [value] : value)));
  return JSON.stringify(fields);
}

/** The line that a place starts in; files may be long, and problems many. */
function lineAt<T extends Span>(lines: readonly T[], { start }: Span): T | undefined {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lines[middle]!.end < start) from = middle + 1;
    else to = middle;
  }
  const line = lines[from];
  return line !== undefined && line.start <= start ? line : undefined;
}
