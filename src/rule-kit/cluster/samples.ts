/** PostgreSQL's sample files, which are there to be copied. For rules. */
import type { Cluster, SourceFile } from '../../cluster/types.js';
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
  return files.every(isSample) && configuration.entries.length <= 1 && (hba?.records.length ?? 0) === 0;
}
