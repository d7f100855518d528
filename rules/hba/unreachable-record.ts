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
    together:
      '{count} records below this one never decide, since it matches all that they are for: {lines}. Move those above it that are meant to decide, and remove the others.',
    messages: {
      reject:
        'This reject turns nobody away: {earlier} {matches} first and {lets} the same clients in ({methods}). Move it above, or remove it.',
      rejected:
        'This record lets nobody in: {earlier} {matches} first and {turns} the same clients away. Move it above the reject, or remove it.',
      weaker:
        'This record never decides: {earlier} {matches} first, and {asks} for less ({methods} instead of {method}). Move this one above, or remove it.',
      stronger:
        'This record never decides: {earlier} {matches} first, and {asks} for more ({methods} instead of {method}). Remove it.',
      plainer:
        'This record never decides: {earlier} {matches} first, and also without encryption. Move this one above and make the other one stricter, or remove this one.',
      other:
        'This record never decides: {earlier} {matches} first ({methods}), so nobody comes to {method}. Move this one above, or remove it.',
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
              lets: isOne ? 'lets' : 'let',
              turns: isOne ? 'turns' : 'turn',
              asks: isOne ? 'asks' : 'ask',
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
