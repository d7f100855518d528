import { moveAbove, removeRecord } from '../../src/rule-kit/edits/records.js';
import type { Covered } from '../../src/rule-kit/records/covered.js';
import {
  causeOf,
  coveredRecords,
  isPlainer,
  isSameMatch,
  isSuperfluous,
} from '../../src/rule-kit/records/covered-records.js';
import { isWeaker } from '../../src/rule-kit/records/method-strength.js';
import { recordPlace, recordPlaces } from '../../src/rule-kit/records/record-places.js';
import { defineRule, type Report } from '../../src/rule-kit/rule.js';

type Match = Pick<Covered, 'record' | 'coveredBy'>;

export default defineRule({
  id: 'hba/unreachable-record',
  meta: {
    type: 'problem',
    summary: 'Report records that can never decide, because earlier ones match everything that they are for',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    anyMajor: true,
    yieldsTo: [{ rule: 'hba/no-trust', by: 'cause' }],
    together: {
      headline: '{count} records below are never reached',
      why: 'This record already matches every connection of {lines}.',
      help: 'Move those above it that are meant to decide, and remove the others.',
    },
    messages: {
      reject: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients are let in there ({methods}).',
        help: 'Move this record above, or remove it.',
      },
      rejected: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients are rejected there.',
        help: 'Move this record above, or remove it.',
      },
      weaker: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients need less there ({methods}, not {method}).',
        help: 'Move this above, or remove it.',
      },
      stronger: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients need more there ({methods}, not {method}).',
        help: 'Remove this record.',
      },
      plainer: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients may come unencrypted there.',
        help: 'Tighten that one, or remove this.',
      },
      other: {
        headline: 'Never reached: {earlier} {matches} first',
        why: 'The same clients need {methods} there, not {method}.',
        help: 'Move this above, or remove it.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const covered of coveredRecords(cluster)) {
          if (isSuperfluous(covered)) continue;
          const { record, coveredBy } = covered;
          const isOne = coveredBy.length === 1;
          const methods = [...new Set(coveredBy.map(({ method }) => method))].join(', ');
          report({
            messageId: messageOf(covered),
            data: {
              earlier: recordPlaces(coveredBy, record),
              matches: isOne ? 'matches' : 'together match',
              methods: methods === record.method ? `${methods} with other options` : methods,
              method: record.method ?? '',
            },
            at: recordPlace(record),
            related: coveredBy.slice(0, 10).map((earlier) => ({ at: earlier, message: 'this record already matches' })),
            cause: causeOf(covered),
            tags: ['unnecessary'],
            suggestions: suggestionsFor(covered),
          });
        }
      },
    };
  },
});

function messageOf({
  record,
  coveredBy,
}: Covered): 'reject' | 'rejected' | 'weaker' | 'stronger' | 'plainer' | 'other' {
  if (record.method === 'reject') return 'reject';
  if (coveredBy.every(({ method }) => method === 'reject')) return 'rejected';
  if (coveredBy.some(({ method }) => isWeaker(method, record.method))) return 'weaker';
  if (isWeakest({ record, coveredBy })) return 'stronger';
  return coveredBy.some((earlier) => isPlainer(earlier, record)) ? 'plainer' : 'other';
}

function suggestionsFor({ record, coveredBy }: Match): Report['suggestions'] {
  const remove = { title: 'Remove the record', edits: removeRecord(record) };
  const first = coveredBy[0]!;
  const edits = moveAbove(record, first);
  if (isWeakest({ record, coveredBy })) return [remove];
  // Above a record for the same connections it would make that one unreachable instead.
  if (edits === undefined || coveredBy.some((earlier) => isSameMatch(earlier, record))) return [remove];
  return [{ title: `Move it above line ${first.line}`, edits }, remove];
}

/** Whether the record would ask for less than those above: moving it up would open what they close. */
function isWeakest({ record, coveredBy }: Match): boolean {
  return coveredBy.every(({ method }) => method !== 'reject' && isWeaker(record.method, method));
}
