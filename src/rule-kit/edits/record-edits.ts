/** How fixes of rules change the options of a record. For rules; the engine does not use it. */
import type { HbaRecord, PlacedToken, RecordOption } from '../../cluster/types.js';
import type { Report } from '../../linter/rule.js';
import { columnReplacement } from './line-edits.js';

type ReportedEdit = NonNullable<Report['fix']>['edits'][number];

/**
 * The edits that put one more option at the end of a record.
 *
 * @param option the option as the file is to show it: `ldaptls=1`
 * @returns undefined where the record's end stands in another file, which an `@file` brought in
 */
export function optionInsertion(record: HbaRecord, option: string): ReportedEdit[] | undefined {
  const last = record.options.at(-1)?.token ?? record.methodToken;
  if (last === undefined || last.file !== record.file) return undefined;
  return [{ at: last.file, start: last.end, end: last.end, text: ` ${option}` }];
}

/** The edits that remove an option with the blanks in front of it. */
export function optionRemoval({ token }: RecordOption): ReportedEdit[] {
  const { text } = token.file;
  let start = token.start;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return [{ at: token.file, start, end: token.end, text: '' }];
}

/** The edits that put a text in the place of a token; see columnReplacement. */
export function tokenReplacement(token: PlacedToken, text: string): ReportedEdit[] {
  return columnReplacement(token, text);
}
