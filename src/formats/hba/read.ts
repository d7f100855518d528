/** pg_hba.conf as a server of one major reads it. */
import type { Major } from '../../catalog/majors.js';
import { readAuthLines } from '../lines/auth-lines.js';
import { type DirectiveError, type ExpandedLine, isDirectiveError, type LineSink } from '../lines/expansion.js';
import { refusal } from '../lines/reading-error.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { Configuration, HbaReading, HbaRecord, ReadingError } from '../types.js';
import { readHbaRecord } from './record.js';
import type { HbaContext } from './record-reading.js';
import { SharedRecords } from './shared-records.js';

/**
 * Reads pg_hba.conf with everything that it draws in.
 *
 * @param path the main file's absolute path
 * @param files opens the files
 * @param configuration the settings that records depend on: ssl, oauth_validator_libraries, db_user_namespace
 * @param target the server's major
 * @returns the records in the order in which the server tries them; why the main file cannot be read, where it cannot
 */
export function readHba(
  path: string,
  files: FileReader,
  configuration: Configuration,
  target: Major,
): HbaReading | OpenError {
  const context: HbaContext = { target, configuration };
  const shared = new SharedRecords(context);
  const records: HbaRecord[] = [];
  const rows: (HbaRecord | ReadingError)[] = [];
  const errors: ReadingError[] = [];
  let broken = false;
  let ruleNumber = 0;
  const take = (line: ExpandedLine | DirectiveError): void => {
    if (isDirectiveError(line)) {
      rows.push(line);
      errors.push(line);
      broken = true;
      return;
    }
    const record = readHbaRecord(line, context);
    if (!record.error?.shownByServer) record.ruleNumber = ++ruleNumber;
    if (record.error?.severity === 'error' && record.error.assumes === undefined) broken = true;
    shared.add(record);
    records.push(record);
    rows.push(record);
  };
  const hasKnown: LineSink['hasKnown'] = (file, line) => {
    const record = shared.find(file, line, ruleNumber + 1);
    if (record === undefined) return false;
    const own = record.ruleNumber === ++ruleNumber ? record : { ...record, ruleNumber };
    records.push(own);
    rows.push(own);
    return true;
  };
  const read = readAuthLines(path, 'hba', files, target, { push: take, hasKnown });
  if (isOpenError(read)) return read;
  shared.share();
  errors.unshift(...read.remarks);
  if (rows.length === 0 && read.remarks.every((remark) => remark.code !== 'file-not-read')) {
    errors.push(noEntries(read.main));
    broken = true;
  }
  return { main: read.main, files: read.files, records, errors, rows, loads: !broken };
}

/** The server's view shows nothing for it, and yet it refuses the file. */
function noEntries(main: HbaReading['main']): ReadingError {
  const message =
    'The file has no record: nobody could log in, so the server does not accept it. Write at least one record.';
  return refusal({ file: main, start: 0, end: 0 }, 'no-entries', message, false);
}
