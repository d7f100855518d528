import { partsOfReading } from '../../src/rule-kit/reading-errors.js';
import {
  fitsPattern,
  type RecordPattern,
  recordPatternHelp,
  recordPatternProperties,
  showIds,
} from '../../src/rule-kit/records/record-pattern.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

interface Required extends RecordPattern {
  position?: 'anywhere' | 'first' | 'last';
  message: string;
  ids?: readonly string[];
}

function isMet({ position, ...pattern }: Required, records: readonly HbaRecord[]): boolean {
  if (position === undefined || position === 'anywhere') return records.some((record) => fitsPattern(record, pattern));
  const record = records.at(position === 'first' ? 0 : -1);
  return record !== undefined && fitsPattern(record, pattern);
}

export default defineRule({
  id: 'hba/require-record',
  meta: {
    type: 'problem',
    summary: 'Require records that a policy of your own describes',
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
            position: { type: 'string', enum: ['anywhere', 'first', 'last'] },
            message: { type: 'string' },
            ids: { type: 'array', items: { type: 'string' } },
          },
          additionalProperties: false,
        },
        description: `The records of which there must be one each, with the message to report where it is missing; position says whether it must be the first or the last. ${recordPatternHelp}`,
      },
    },
    messages: {
      missing: {
        headline: '{headline}{ids}',
        why: '{why}',
        help: '{help}',
      },
    },
  },
  create({ options, report }) {
    const required = options.records;
    return {
      Cluster({ hba }) {
        if (hba === undefined || required.length === 0) return;
        const records = hba.records.filter(isTaken);
        const end = hba.main.text.search(/\r?\n|$/);
        for (const each of required) {
          if (isMet(each, records)) continue;
          report({
            messageId: 'missing',
            data: { ...partsOfReading(each), ids: showIds(each.ids) },
            at: { file: hba.main, start: 0, end },
          });
        }
      },
    };
  },
});
