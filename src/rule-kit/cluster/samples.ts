/** PostgreSQL's sample files, which are there to be copied. For rules. */
import type { Cluster, HbaRecord, SourceFile } from '../../cluster/types.js';
import { baseNameOf } from '../../files/paths.js';

/** Whether a file is a sample by its name: postgresql.conf.sample, pg_hba.conf.sample. */
export function isSample({ path }: Pick<SourceFile, 'path'>): boolean {
  return /\.sample$/i.test(baseNameOf(path));
}

/**
 * Whether a cluster is nothing but samples that nobody has touched: no server runs with them, so that nothing is to be
 * said of releases and of what is missing. The sample of 18 sets one parameter (autovacuum_worker_slots).
 */
export function isUntouchedSample({ files, configuration, hba }: Cluster): boolean {
  return files.every(isUnused) && configuration.entries.length <= 1 && (hba?.files.every(hasStockRecords) ?? true);
}

/** A sample, or the copy that people keep of a file before they change it. */
function isUnused(file: SourceFile): boolean {
  return isSample(file) || /\.(?:orig|dist)$/i.test(baseNameOf(file.path));
}

/**
 * The records that samples had before 9.1, when initdb put nothing into them: everybody of the machine gets in. Before
 * 7.3 records had no column for users.
 */
const oldRecord =
  /^(?:local\s+all(?:\s+all)?|host\s+all(?:\s+all)?\s+(?:127\.0\.0\.1(?:\/32|\s+255\.255\.255\.255)|::1(?:\/128|\s+(?:ffff:){7}ffff)))\s+(?:trust|ident\s+sameuser)$/;

/** The lines of samples from 9.1 on, into which initdb writes the methods (and leaves lines out). */
const lineForInitdb = /^(?:@remove-line-for-nolocal@)?(?:@authcomment@|(?:local|host)\s.*\s@authmethod\w*@|)$/;

/** Whether a record is one that a sample had before 9.1: no person wrote it. */
export function isOfSample({ file, start, end }: HbaRecord): boolean {
  return isUnused(file) && oldRecord.test(file.text.slice(start, end).replace(/#.*/, '').trim());
}

function hasStockRecords({ text }: SourceFile): boolean {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return lines.every((line) => lineForInitdb.test(line) || oldRecord.test(line));
}
