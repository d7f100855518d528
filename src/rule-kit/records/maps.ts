/** Which records of pg_hba.conf use maps of pg_ident.conf. */
import type { HbaRecord, RecordOption } from '../../cluster/types.js';
import { isTaken } from './records.js';

/**
 * The option `map` that is in force for a record.
 *
 * @returns undefined where the record has none, or does not load
 */
export function mapOption(record: HbaRecord): RecordOption | undefined {
  if (!isTaken(record)) return undefined;
  const option = record.options.findLast(({ name }) => name === 'map');
  return option?.value === '' ? undefined : option;
}
