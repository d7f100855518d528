import type { SourceFile } from '../../cluster/types.js';
import type { AuthInclude, AuthLine, AuthTree, ConfLine, ConfTree, Span } from '../../syntax/nodes.js';
import type { Problem } from '../problem.js';
import { sha256 } from '../sha-256.js';

/**
 * What tells a problem from others of its file whatever its line number: the rule, which of its messages, the record or
 * setting that it is about as a server reads it (so spaces, comments and quotes that mean nothing do not count), and
 * which of its likes it is.
 *
 * @param problems of this file, in the order of its text
 * @returns hexadecimal texts of 16 characters, each once
 */
export function fingerprintsOf(problems: readonly Problem[], file: SourceFile): Map<Problem, string> {
  const likes = new Map<string, number>();
  const made = new Map<Problem, string>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.ruleId, problem.messageId, subjectOf(problem, file)]);
    const like = likes.get(key) ?? 0;
    likes.set(key, like + 1);
    made.set(problem, sha256(`${key} ${like}`).slice(0, 16));
  }
  return made;
}

/** The text of what a problem is about; the message where it is about something that is not there. */
function subjectOf(problem: Problem, file: SourceFile): string {
  if (problem.wholeFile === true) return problem.message;
  const { tree } = file;
  const text = tree.type === 'ConfTree' ? confText(tree, problem) : authText(tree, problem);
  return text ?? file.text.slice(problem.start, problem.end).trim().replace(/\s+/g, ' ');
}

function confText(tree: ConfTree, problem: Problem): string | undefined {
  const line: ConfLine | undefined = lineAt(tree.lines, problem);
  if (line === undefined) return undefined;
  if (line.type === 'ConfSyntaxError') return tree.text.slice(line.start, line.end).trim().replace(/\s+/g, ' ');
  return `${line.name.value.toLowerCase()} = ${line.value.value}`;
}

function authText(tree: AuthTree, problem: Problem): string | undefined {
  const line: AuthLine | AuthInclude | undefined = lineAt(tree.lines, problem);
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
