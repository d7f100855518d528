import { coveredRecords, crossedRecords } from '../../src/rule-kit/records/covered-records.js';
import { isWithin } from '../../src/rule-kit/records/exceptions.js';
import { methodKey } from '../../src/rule-kit/records/meaning.js';
import { isWeaker } from '../../src/rule-kit/records/method-strength.js';
import { recordPlace } from '../../src/rule-kit/records/record-places.js';
import { isEverywhere, isOwnMachine } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

/** What the earlier one of two records that cross takes away from the later one. */
const kinds = ['reject-below', 'weaker-above', 'reject-above', 'one-family-left', 'other-method'] as const;
type Kind = (typeof kinds)[number];

export default defineRule({
  id: 'hba/partial-overlap',
  meta: {
    type: 'problem',
    summary: 'Report records of which an earlier one takes a part and does something else with it',
    category: 'authorization',
    concern: 'meaning',
    severity: 'warning',
    presets: [
      'recommended',
      { preset: 'strict', options: { kinds: ['reject-below', 'weaker-above', 'reject-above', 'one-family-left'] } },
    ],
    options: {
      kinds: {
        type: 'array',
        default: ['reject-below', 'weaker-above', 'one-family-left'],
        items: { type: 'string', enum: kinds },
        description:
          'What is reported: reject-below (an earlier record lets in some whom this one rejects), weaker-above (an earlier record asks some for less), reject-above (an earlier record rejects some whom this one lets in), one-family-left (an earlier record for every address of IPv4 or IPv6 leaves this one only the other), other-method.',
      },
    },
    messages: {
      rejectBelow: {
        headline: 'Line {line} lets some of these clients in first',
        why: 'That is {part} ({method}).',
        help: 'Move this above it.',
      },
      weakerAbove: {
        headline: 'Line {line} asks some of these clients for less',
        why: 'It uses {method} for {part}.',
        help: 'Move this above it, or narrow that.',
      },
      rejectAbove: {
        headline: 'Line {line} rejects some of these clients',
        why: 'It rejects {part}.',
        help: 'Move this above it if not meant.',
      },
      oneFamilyLeft: {
        headline: 'Line {line} already matches every IPv{family} address',
        why: 'It uses {method}; this decides only IPv{other}.',
        help: 'Move this above it for both.',
      },
      otherMethod: {
        headline: 'Line {line} matches some of these clients first',
        why: 'It uses {method} for {part}.',
        help: 'Make the two disjoint.',
      },
    },
  },
  create({ options, report }) {
    return {
      Cluster(cluster) {
        // A record that never decides takes nothing away from a later one.
        const never = new Set(coveredRecords(cluster).map(({ record }) => record));
        for (const { record, partlyBy } of crossedRecords(cluster)) {
          const deciding = partlyBy.filter((earlier) => !never.has(earlier));
          const found = firstCrossing(record, deciding, options.kinds);
          if (found === undefined) continue;
          const { earlier, kind } = found;
          const family = earlier.address?.kind === 'network' ? earlier.address.family : 4;
          report({
            messageId: kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
            data: {
              family,
              other: family === 4 ? 6 : 4,
              line: earlier.line,
              method: earlier.method ?? '',
              own: record.method ?? '',
              part: partOf(earlier, record),
            },
            at: recordPlace(record),
            related: [{ at: earlier, message: 'this record takes a part' }],
          });
        }
      },
    };
  },
});

/** The first earlier record that crosses this one: neither lies within the other, which would be an exception or a default. */
function firstCrossing(
  record: HbaRecord,
  before: readonly HbaRecord[],
  wanted: readonly Kind[],
): { earlier: HbaRecord; kind: Kind } | undefined {
  for (const earlier of before) {
    // What holds for the machine itself stands above what holds for others, and is meant so.
    if (isOwn(earlier) && !isOwn(record) && earlier.method !== 'reject') continue;
    if (wanted.includes('one-family-left') && leavesOneFamily(earlier, record)) {
      return { earlier, kind: 'one-family-left' };
    }
    const kind = kindOf(earlier, record);
    if (kind === undefined || !wanted.includes(kind)) continue;
    if (!isWithin(earlier, record) && !isWithin(record, earlier)) return { earlier, kind };
  }
  return undefined;
}

/** Whether of an address of both families one is gone, although the later record was to do something else with both. */
function leavesOneFamily(earlier: HbaRecord, record: HbaRecord): boolean {
  const { address } = record;
  if (earlier.address?.kind !== 'network' || !isEverywhere(earlier.address)) return false;
  if (address === undefined || address.kind === 'network' || address.kind === 'all') return false;
  if (methodKey(earlier) === methodKey(record)) return false;
  return isWithin({ ...record, address: earlier.address }, earlier);
}

function isOwn({ address }: HbaRecord): boolean {
  return address !== undefined && isOwnMachine(address);
}

function kindOf(earlier: HbaRecord, record: HbaRecord): Kind | undefined {
  if (methodKey(earlier) === methodKey(record)) return undefined;
  if (record.method === 'reject') return 'reject-below';
  if (earlier.method === 'reject') return 'reject-above';
  if (isWeaker(earlier.method, record.method)) return 'weaker-above';
  return earlier.method === record.method || isWeaker(record.method, earlier.method) ? undefined : 'other-method';
}

function listed(patterns: HbaRecord['users']): string {
  return patterns.map(({ token }) => token.value).join(', ');
}

/** The common part as a reader can follow it: the narrower of both in each column. */
function partOf(a: HbaRecord, b: HbaRecord): string {
  const names = (left: HbaRecord['users'], right: HbaRecord['users']) => {
    const isAll = (patterns: HbaRecord['users']) => patterns.some(({ kind }) => kind === 'all');
    if (isAll(left) && isAll(right)) return 'any';
    if (isAll(left)) return listed(right);
    if (isAll(right)) return listed(left);
    const common = left.filter(({ kind, value }) => right.some((each) => each.kind === kind && each.value === value));
    // Names and sameuser, expressions or members meet without having an element in common: then the plain names tell.
    return listed(common.length > 0 ? common : [...left, ...right].filter(({ kind }) => kind === 'name')) || 'any';
  };
  const [narrow, wide] = [a.address, b.address];
  const isNarrower =
    wide?.kind !== 'network' || (narrow?.kind === 'network' && narrow.mask >= wide.mask) || narrow?.kind === 'samehost';
  const address = isNarrower && narrow !== undefined && narrow.kind !== 'all' ? narrow : wide;
  const from = address === undefined || address.kind === 'all' ? '' : ` from ${address.token.value}`;
  const of = (kind: string, text: string) => (text === 'any' ? `any ${kind}` : `${kind} ${text}`);
  return `${of('role', names(a.users, b.users))} in ${of('database', names(a.databases, b.databases))}${from}`;
}
