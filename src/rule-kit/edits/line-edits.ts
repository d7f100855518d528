/** How fixes of rules add and remove lines of pg_hba.conf, pg_ident.conf and pg_hosts.conf. */
import type { Place, SourceFile } from '../../cluster/types.js';
import type { Report } from '../../linter/rule.js';

type ReportedEdit = NonNullable<Report['fix']>['edits'][number];

/**
 * The edits that remove a record, a mapping or an entry with its whole line. A comment behind it stays, in a line of its
 * own: it may be worth keeping.
 */
export function lineRemoval({ file, start, end }: Place): ReportedEdit[] {
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline === -1 ? text.length : newline);
  if (rest.trim() !== '') return [{ at: file, start, end: end + rest.length - rest.trimStart().length, text: '' }];
  return [{ at: file, start: lineStart, end: newline === -1 ? text.length : newline + 1, text: '' }];
}

/** The edits that put a line behind everything else in a file. */
export function lineAtEnd(file: SourceFile, line: string): ReportedEdit[] {
  const { text } = file;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return [{ at: file, start: text.length, end: text.length, text: `${before}${line}${lineEnd}` }];
}

/**
 * The edits that replace a stretch of a line, so that the columns behind it stay where they are: a shorter text is padded
 * where the line has columns, a longer one takes the place of blanks that are to spare. Tabs are left as they are.
 */
export function columnReplacement({ file, start, end }: Place, text: string): ReportedEdit[] {
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, lineEnd(file.text, end));
  const behind = file.text.slice(end, lineEnd(file.text, end));
  const gap = /^ *(?=[^\s])/.exec(behind)?.[0].length ?? 0;
  const growth = text.length - (end - start);
  if (gap > 0 && growth < 0 && /\S {2,}\S/.test(line))
    return [{ at: file, start, end, text: text.padEnd(end - start) }];
  if (growth > 0 && growth < gap) return [{ at: file, start, end: end + growth, text }];
  return [{ at: file, start, end, text }];
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
