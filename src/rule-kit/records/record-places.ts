/** Records as messages name them, and how fixes move them. */
import type { HbaRecord, Place } from '../../cluster/types.js';
import type { Report } from '../../linter/rule.js';

/** The place of a whole record, without what its includes brought in. */
export function recordPlace({ file, start, end }: HbaRecord): Place {
  return { file, start, end };
}

/**
 * Earlier records as the message of a later one names them: `line 3`, `lines 3 and 5`, `line 2 of shared.conf`;
 * of many, the first three.
 */
export function recordPlaces(earlier: readonly HbaRecord[], later: HbaRecord): string {
  const [first] = earlier;
  if (first === undefined) return '';
  const isElsewhere = earlier.some(({ file }) => file !== later.file);
  const named = earlier.slice(0, earlier.length > 4 ? 3 : 4).map((record) => {
    const elsewhere = isElsewhere && record.file !== later.file ? ` of ${baseName(record.file.path)}` : '';
    return `${record.line}${elsewhere}`;
  });
  if (earlier.length > 4) return `lines ${named.join(', ')} and ${earlier.length - named.length} more`;
  if (named.length === 1) return `line ${named[0]}`;
  return `lines ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** The edits that put a record above an earlier one of the same file; undefined where both are not lines of one file. */
export function moveAbove(record: HbaRecord, earlier: HbaRecord): NonNullable<Report['fix']>['edits'] | undefined {
  const { file } = record;
  if (earlier.file !== file || earlier.start >= record.start) return undefined;
  const { text } = file;
  const newline = text.indexOf('\n', record.end);
  const start = text.lastIndexOf('\n', record.start - 1) + 1;
  const end = newline === -1 ? text.length : newline + 1;
  const target = text.lastIndexOf('\n', earlier.start - 1) + 1;
  const lines = text.slice(start, end);
  const moved = newline === -1 ? `${lines}${text.includes('\r\n') ? '\r\n' : '\n'}` : lines;
  return [
    { at: file, start: target, end: target, text: moved },
    { at: file, start, end, text: '' },
  ];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
