import { authKinds } from '../syntax/kinds.js';
import type { AuthKind } from '../syntax/nodes.js';
import type { AuthReading, AuthSubject } from './format.js';
import { type Readings, recordFormats } from './index.js';

/** What a cluster has of one kind of records. */
export interface KindReading {
  kind: AuthKind;
  reading: AuthReading;
  /** Its records, mappings or entries, in the server's order. */
  subjects: readonly AuthSubject[];
}

/** The readings that a cluster has, in the order in which they were read. */
export function readingsOf(readings: Readings): KindReading[] {
  return authKinds.flatMap((kind) => {
    const reading = readings[kind];
    return reading === undefined ? [] : [{ kind, reading, subjects: recordFormats[kind].subjects(reading) }];
  });
}
