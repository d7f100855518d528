/** Memory and volumes of the container in which a server runs, beside the sizes that its settings ask for. */
import type { Cluster } from '../cluster/types.js';
import type { Limit } from '../documents/container.js';
import type { Related } from '../linter/problem.js';
import { isOwn } from './platform.js';
import { settingPlace } from './settings/setting-places.js';
import { valueInForce } from './settings/settings.js';

const unitBytes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1024,
  '8kB': 8192,
  MB: 1024 ** 2,
  '16MB': 16 * 1024 ** 2,
};

/**
 * The size in force of a parameter, in bytes.
 *
 * @returns undefined where it is negative (which has a meaning of its own), or nothing is known of it: a default counts
 *   only where the server reads no other file of settings
 */
export function bytesInForce(cluster: Cluster, name: string): number | undefined {
  const value = numberInForce(cluster, name);
  const unit = cluster.configuration.get(name).parameter?.unit;
  const bytes = unit === undefined ? undefined : unitBytes[unit];
  return value === undefined || value < 0 || bytes === undefined ? undefined : value * bytes;
}

/** The number in force of a parameter, as bytesInForce has it. */
export function numberInForce(cluster: Cluster, name: string): number | undefined {
  const value = valueInForce(cluster, name);
  const isSet =
    cluster.configuration.get(name).value !== undefined && cluster.configuration.get(name).entry !== undefined;
  if (typeof value !== 'number' || (!isSet && cluster.container?.hasOtherSettings === true)) return undefined;
  return value;
}

/** Whether a person set a parameter where it can be reported. */
export function isSetByPerson(cluster: Cluster, name: string): boolean {
  const { entry } = cluster.configuration.get(name);
  const place = entry === undefined ? undefined : settingPlace(cluster, name);
  return place !== undefined && isOwn(place);
}

/** A size for messages, with one digit after the point where that says more: `1.5 GB`, `512 MB`. */
export function shownBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}

/** The limit as another place of a problem; none where it stands in a file that carries nothing of the cluster. */
export function relatedLimit({ files }: Pick<Cluster, 'files'>, limit: Limit): Related[] {
  const { file, start, end } = limit.at;
  const message =
    limit.isDefault === true ? `no ${limit.name} here: it is ${limit.written}` : `${limit.name} is ${limit.written}`;
  return files.some(({ path }) => path === file) ? [{ file, start, end, message }] : [];
}
