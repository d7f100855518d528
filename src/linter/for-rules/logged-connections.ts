/** What the server logs of each connection. For rules. */
import type { Cluster } from '../../cluster/types.js';
import { splitList, valueInForce } from './settings.js';

/** What `on` means since 18, where log_connections became a list (guc_tables.c, check_log_connections). */
export const meaningOfOn = ['receipt', 'authentication', 'authorization'];

/**
 * The stages of a connection that log_connections logs, as it names them; up to 17 it logs those of `on`, or none.
 *
 * @returns undefined where the files do not tell
 */
export function loggedStages(cluster: Cluster): string[] | undefined {
  const value = valueInForce(cluster, 'log_connections');
  if (typeof value === 'boolean') return value ? meaningOfOn : [];
  if (typeof value !== 'string') return undefined;
  const stages = splitList(value.toLowerCase());
  if (stages.length !== 1) return stages;
  if (['on', 'true', 'yes', '1'].includes(stages[0]!)) return meaningOfOn;
  return ['off', 'false', 'no', '0'].includes(stages[0]!) ? [] : stages;
}
