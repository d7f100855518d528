/** Operations on records, mappings and entries, for the fixes of rules. */
import type { HbaRecord, Place, SourceFile } from '../../cluster/types.js';
import type { Operation } from '../../linter/operations.js';

/** Another text in the place of a token; the columns after it stay where they are, where there is room. */
export function replaceToken({ file, start, end }: Place, text: string): Operation[] {
  return [{ do: 'replace-token', at: file, token: { start, end }, text }];
}

/** Removes a record, a mapping or an entry with its whole line; a comment after it stays. */
export function removeRecord({ file, start, end }: Place): Operation[] {
  return [{ do: 'remove-record', at: file, record: { start, end } }];
}

/** Puts a record after everything else in a file. */
export function appendRecord(file: SourceFile, text: string): Operation[] {
  return [{ do: 'add-record', at: file, text, beside: undefined }];
}

/** Puts a record above or below another one. */
export function insertRecord({ file, start, end }: Place, side: 'above' | 'below', text: string): Operation[] {
  return [{ do: 'add-record', at: file, text, beside: { record: { start, end }, side } }];
}

/** Puts a record above an earlier one of the same file; undefined where both are not lines of one file. */
export function moveAbove(record: HbaRecord, earlier: HbaRecord): Operation[] | undefined {
  const { file, start, end } = record;
  if (earlier.file !== file || earlier.start >= start) return undefined;
  const above = { start: earlier.start, end: earlier.end };
  return [{ do: 'move-record', at: file, record: { start, end }, above }];
}

/**
 * Puts one more option at the end of a record.
 *
 * @param option the option as the file is to show it: `ldaptls=1`
 * @returns undefined where the record's end stands in another file, which an `@file` brought in
 */
export function addOption(record: HbaRecord, option: string): Operation[] | undefined {
  const last = record.options.at(-1)?.token ?? record.methodToken;
  if (last === undefined || last.file !== record.file) return undefined;
  return [{ do: 'add-option', at: last.file, after: { start: last.start, end: last.end }, option }];
}

/** Removes an option with the spaces before it. */
export function removeOption({ token: { file, start, end } }: { token: Place }): Operation[] {
  return [{ do: 'remove-option', at: file, token: { start, end } }];
}
