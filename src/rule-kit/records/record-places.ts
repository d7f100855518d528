/** Records as messages name them. */

import type { HbaRecord, Place } from '../../cluster/types.js';
import { isWritten } from '../../documents/places.js';
import { baseNameOf } from '../../files/paths.js';

/** The place of a whole record, without what its includes brought in. */
export function recordPlace({ file, start, end }: HbaRecord): Place {
  return { file, start, end };
}

/**
 * Earlier records as the message of a later one names them: `line 3`, `lines 3 and 5`, `line 2 of shared.conf`;
 * of many, the first three. Those that a platform puts there have no line.
 */
export function recordPlaces(all: readonly HbaRecord[], later: HbaRecord): string {
  const earlier = all.filter((record) => isWritten(record.file, record));
  const [first] = earlier;
  if (first === undefined)
    return all.length === 0 ? '' : all.length === 1 ? 'a record of the platform' : 'records of the platform';
  const isElsewhere = earlier.some(({ file }) => file !== later.file);
  const named = earlier.slice(0, earlier.length > 4 ? 3 : 4).map((record) => {
    const elsewhere = isElsewhere && record.file !== later.file ? ` of ${baseNameOf(record.file.path)}` : '';
    return `${record.line}${elsewhere}`;
  });
  if (earlier.length > 4) return `lines ${named.join(', ')} and ${earlier.length - named.length} more`;
  if (named.length === 1) return `line ${named[0]}`;
  return `lines ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
