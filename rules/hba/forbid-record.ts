import { partsOfReading } from '../../src/rule-kit/reading-errors.js';
import {
  fitsPattern,
  recordPatternHelp,
  recordPatternProperties,
  showIds,
} from '../../src/rule-kit/records/record-pattern.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/forbid-record',
  meta: {
    type: 'problem',
    summary: 'Disallow records that a policy of your own describes',
    category: 'authorization',
    options: {
      records: {
        type: 'array',
        default: [],
        items: {
          type: 'object',
          required: ['message'],
          properties: {
            ...recordPatternProperties,
            message: { type: 'string' },
            ids: { type: 'array', items: { type: 'string' } },
          },
          additionalProperties: false,
        },
        description: `The records that must not be, each with the message to report and, if you like, ids of your policy. ${recordPatternHelp}`,
      },
    },
    eachRecordAlone: true,
    messages: {
      forbidden: {
        headline: '{headline}{ids}',
        why: '{why}',
        help: '{help}',
      },
    },
  },
  create({ options, report }) {
    return {
      HbaRecord(record) {
        for (const pattern of options.records) {
          if (!fitsPattern(record, pattern)) continue;
          report({
            messageId: 'forbidden',
            data: { ...partsOfReading(pattern), ids: showIds(pattern.ids) },
            at: { file: record.file, start: record.start, end: record.end },
          });
        }
      },
    };
  },
});
