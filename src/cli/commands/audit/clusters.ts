import { createHash } from 'node:crypto';
import type { ShownCluster } from '../../../audit/audit.js';
import type { Benchmark } from '../../../catalog/benchmarks/types.js';
import type { Major } from '../../../catalog/majors.js';
import type { Cluster } from '../../../cluster/types.js';
import { encode } from '../../../files/decode.js';
import { relativePath } from '../../../files/paths.js';
import type { ResolvedConfig } from '../../../linter/configuration/config.js';
import type { LintSource } from '../../../linter/engine/lint.js';

/** A cluster as a report names it: where it is, what it was read as and why, and which bytes were read. */
export function shownCluster(
  { path, targets }: Pick<LintSource, 'path' | 'targets'>,
  cluster: Cluster,
  because: string,
  cwd: string,
): ShownCluster {
  const files = cluster.files.map(({ path: file, text, encoding = 'utf-8' }) => ({
    path: relativePath(file, cwd),
    sha256: createHash('sha256').update(encode({ text, encoding })).digest('hex'),
  }));
  // A benchmark for one major may be asked of a cluster of another one.
  const other = targets !== undefined && targets.length > 0 && !targets.includes(cluster.target);
  const told = other ? `${because}, but its files tell PostgreSQL ${targets.join(', ')}` : because;
  return { path: relativePath(path, cwd), target: cluster.target, because: told, files };
}

/** Who says which major a cluster is read as. */
export function reasonForTarget(
  { targets, targetsGiven }: Pick<LintSource, 'targets' | 'targetsGiven'>,
  config: ResolvedConfig,
  asked: readonly Major[] | undefined,
  benchmark: Benchmark,
): string {
  if (asked !== undefined) return 'asked for with --postgres';
  if (benchmark.major !== undefined) return 'the benchmark is for it';
  if (targetsGiven === true || config.targets !== undefined) return 'the configuration says so';
  return targets === undefined || targets.length === 0 ? 'the default, since nothing else tells' : 'its files tell';
}
