/**
 * The fewest networks that give each address what it needs, where of several networks around an address the longest prefix counts:
 * Optimal Routing Table Constructor of Draves, King, Venkatachary and Zill (INFOCOM 1999). In a list that is asked from its top, the
 * longer prefix comes first.
 */
import type { Portion } from '../budget.js';
import { type AddressSet, everyAddress, type Network, networksIn } from '../regions/address-set.js';

/** A network with what its addresses get; undefined for nothing, which a wider network would give them. */
export interface Prefix<T> {
  network: Network | 'all';
  label: T | undefined;
}

interface Segment<T> {
  end: bigint;
  label: T | undefined;
}

interface Node<T> {
  /** What may be said at this node at the least cost below it. */
  labels: readonly (T | undefined)[];
  halves?: readonly [Node<T>, Node<T>];
}

/**
 * Finds the networks.
 *
 * @param sets what the addresses of each get; without overlaps
 * @returns the shorter prefixes first
 * @throws OutOfBudget
 */
export function leastPrefixes<T>(sets: readonly { label: T; addresses: AddressSet }[], portion: Portion): Prefix<T>[] {
  const segments = segmentsOf(sets);
  const grow = (start: bigint, size: bigint, from: number): Node<T> => {
    portion.spend(4);
    let at = from;
    while (segments[at]!.end <= start) at++;
    const { end, label } = segments[at]!;
    if (start + size <= end) return { labels: [label] };
    const half = size / 2n;
    return join(grow(start, half, at), grow(start + half, half, at));
  };
  const [v4, v6] = [grow(0n, v6Start, 0), grow(v6Start, lineEnd - v6Start, 0)];
  const found: Prefix<T>[] = [];
  const say = (node: Node<T>, start: bigint, size: bigint, said: T | undefined): void => {
    let label = said;
    if (!node.labels.includes(said)) {
      label = node.labels[0];
      found.push({ network: networkAt(start, size), label });
    }
    if (!node.halves) return;
    // Both families together are no network that can be cut in two.
    const half = size === lineEnd ? v6Start : size / 2n;
    say(node.halves[0], start, half, label);
    say(node.halves[1], start + half, size - half, label);
  };
  say(join(v4, v6), 0n, lineEnd, undefined);
  return found;
}

const v6Start = 1n << 32n;
const lineEnd = everyAddress[0]![1];

/** The line of addresses, cut where what they get changes. */
function segmentsOf<T>(sets: readonly { label: T; addresses: AddressSet }[]): Segment<T>[] {
  const ranges = sets.flatMap(({ label, addresses }) => addresses.map(([start, end]) => ({ start, end, label })));
  ranges.sort((a, b) => (a.start < b.start ? -1 : 1));
  const segments: Segment<T>[] = [];
  let at = 0n;
  for (const { start, end, label } of ranges) {
    if (start > at) segments.push({ end: start, label: undefined });
    segments.push({ end, label });
    at = end;
  }
  if (at < lineEnd) segments.push({ end: lineEnd, label: undefined });
  return segments;
}

function join<T>(first: Node<T>, second: Node<T>): Node<T> {
  const common = first.labels.filter((label) => second.labels.includes(label));
  const labels = common.length > 0 ? common : [...first.labels, ...second.labels];
  const isLeaf = !first.halves && !second.halves && common.length === 1 && first.labels.length === second.labels.length;
  return isLeaf ? { labels } : { labels, halves: [first, second] };
}

function networkAt(start: bigint, size: bigint): Network | 'all' {
  if (size === lineEnd) return 'all';
  const [network] = networksIn([[start, start + size]]);
  return network!;
}
