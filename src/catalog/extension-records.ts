import data from './data/extensions.js';
import { type ParameterRecord, RecordTable } from './records.js';

// Apart from the server's own parameters, so that a run without parameters of libraries does not load them.
const records = new RecordTable(data);

/** What the majors know of a library's parameter; the name in lower case, with its prefix. */
export function extensionRecord(lowerName: string): ParameterRecord | undefined {
  return records.get(lowerName);
}

/** The names of all parameters of libraries in the catalog, in lower case. */
export function extensionNames(): string[] {
  return [...records.names()];
}
