import { diffArrays } from 'diff';
import { formatAddress } from '../addresses/numeric-address.js';
import type { Major } from '../catalog/majors.js';
import type { HbaRecord, NamePattern } from '../cluster/types.js';
import { viewOptions } from '../cluster/views/view-options.js';
import { asciiLowerCase } from './addresses.js';
import type { Transport } from './login.js';
import { transportsOf } from './transports.js';

/** What may differ between two servers beside their records. */
export interface Circumstances {
  target: Major;
  transports: readonly Transport[];
}

/**
 * Finds the records that two files have in the same order: the most that can be found, however they are written.
 *
 * @returns for each record of `after` the number of its like in `before`, rising; undefined where there is none
 */
export function sameRecords(
  before: readonly HbaRecord[],
  after: readonly HbaRecord[],
  was: Circumstances,
  is: Circumstances,
): (number | undefined)[] {
  const pairs: (number | undefined)[] = after.map(() => undefined);
  const old = before.map((record) => meaningOf(record, was));
  const now = after.map((record) => meaningOf(record, is));
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) {
    pairs[head] = head;
    head++;
  }
  let tail = 0;
  const ends = Math.min(old.length, now.length) - head;
  while (tail < ends && old.at(-1 - tail) === now.at(-1 - tail)) {
    pairs[now.length - 1 - tail] = old.length - 1 - tail;
    tail++;
  }
  const middle = diffArrays(old.slice(head, old.length - tail), now.slice(head, now.length - tail), { timeout: 5_000 });
  let [from, to] = [head, head];
  for (const { added, removed, count } of middle ?? []) {
    if (!added && !removed) for (let index = 0; index < count; index++) pairs[to + index] = from + index;
    if (!added) from += count;
    if (!removed) to += count;
  }
  return pairs;
}

/** A text that records share which match the same logins, in ways that are open, and treat them the same way. */
function meaningOf(record: HbaRecord, { target, transports }: Circumstances): string {
  if (record.error?.severity === 'error' || record.connectionType === undefined) return 'broken';
  const ways = transportsOf[record.connectionType].filter((transport) => transports.includes(transport));
  // A way that is closed on one side makes a difference only for records of that way alone.
  const open = record.connectionType === 'host' ? 'host' : `${record.connectionType} ${ways.join()}`;
  const names = (patterns: readonly NamePattern[]) => patterns.map(({ kind, value }) => [kind, value]).sort();
  return JSON.stringify([
    open,
    names(record.databases),
    names(record.users),
    addressText(record),
    record.method,
    viewOptions(record, target),
  ]);
}

function addressText({ address }: HbaRecord): string {
  if (!address) return '';
  if (address.kind === 'network') {
    const { family } = address;
    return `${formatAddress(address.address & address.mask, family)} ${formatAddress(address.mask, family)}`;
  }
  return 'name' in address ? `${address.kind} ${asciiLowerCase(address.name)}` : address.kind;
}
