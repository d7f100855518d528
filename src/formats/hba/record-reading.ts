import type { Major } from '../../catalog/majors.js';
import { refusal } from '../lines/reading-error.js';
import type { Configuration, HbaRecord, PlacedToken, ReadingError } from '../types.js';
import { findMissingColumn } from './missing-column.js';

/** What a record's meaning depends on besides its own text. */
export interface HbaContext {
  target: Major;
  configuration: Configuration;
}

/** A record while it is read: its columns, and the next one to look at. */
export interface RecordReading {
  record: HbaRecord;
  fields: readonly PlacedToken[][];
  next: number;
  context: HbaContext;
  /** What the server takes but remarks on. */
  remark: ReadingError | undefined;
}

/** The error for a column that is not there; its place is what stands there instead, or the whole line. */
export function missing(reading: RecordReading, code: string, what: string): ReadingError {
  const local = reading.record.connectionType === 'local';
  const columns = `The columns are type, database, user${local ? '' : ', address'} and method.`;
  const found = findMissingColumn(reading.fields, reading.context.target);
  const place = found?.token.file === reading.record.file ? found.token : reading.record;
  return refusal(place, code, `${found?.message ?? what} ${columns}`);
}
