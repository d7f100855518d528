import { removeRecord } from '../../src/rule-kit/edits/records.js';
import { causeOf, coveredRecords, isSameMatch, isSuperfluous } from '../../src/rule-kit/records/covered-records.js';
import { misplacedKeyword } from '../../src/rule-kit/records/misplaced-keywords.js';
import { recordPlace, recordPlaces } from '../../src/rule-kit/records/record-places.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/redundant-record',
  meta: {
    type: 'suggestion',
    summary: 'Report records that only repeat what earlier ones do',
    category: 'correctness',
    presets: ['correctness'],
    anyMajor: true,
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'cause' },
      { rule: 'hba/no-world-open', by: 'cause' },
      { rule: 'hba/unreachable-record', by: 'cause' },
    ],
    together: {
      headline: '{count} records below only repeat this one',
      help: 'Remove {lines}.',
    },
    messages: {
      duplicate: {
        headline: 'This record repeats {earlier}',
        help: 'Remove it.',
      },
      covered: {
        headline: 'Never reached: {earlier} does the same',
        why: 'It matches all that this record is for ({method}).',
        help: 'Remove this record.',
      },
      together: {
        headline: 'Never reached: {earlier} do the same',
        why: 'They match all that this record is for ({method}).',
        help: 'Remove this record.',
      },
    },
    fix: 'safe',
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const covered of coveredRecords(cluster)) {
          const { record, coveredBy } = covered;
          if (!isSuperfluous(covered)) continue;
          // It was to do something else: hba/keyword-like-name says what.
          if (misplacedKeyword(record, () => cluster.hba?.records ?? []) !== undefined) continue;
          const isDuplicate = coveredBy.length === 1 && isSameMatch(coveredBy[0]!, record);
          report({
            messageId: isDuplicate ? 'duplicate' : coveredBy.length === 1 ? 'covered' : 'together',
            data: { earlier: recordPlaces(coveredBy, record), method: record.method ?? '' },
            at: recordPlace(record),
            related: coveredBy.slice(0, 10).map((earlier) => ({ at: earlier, message: 'this record already matches' })),
            cause: causeOf(covered),
            tags: ['unnecessary'],
            fix: { title: 'Remove the record', safety: 'safe', edits: removeRecord(record) },
          });
        }
      },
    };
  },
});
