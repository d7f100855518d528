import { distinctErrors, reportReadingErrors } from '../../src/rule-kit/reading-errors.js';
import { type Repair, repairOf } from '../../src/rule-kit/records/record-repairs.js';
import { defineRule, type ReadingError } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/invalid-record',
  meta: {
    type: 'problem',
    summary: 'Report what a server refuses or ignores in pg_hba.conf',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    sameCause: 'neighbours',
    blocks: { refused: 'start' },
    messages: {
      refused: {
        headline: '{headline}',
        why: '{why} PostgreSQL rejects the whole file.',
        help: '{help}',
      },
      ignored: {
        headline: '{headline}',
        why: '{why}',
        help: '{help}',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create(context) {
    return {
      Cluster({ hba }) {
        if (hba === undefined) return;
        const repairs = new Map<ReadingError, Repair>();
        for (const record of hba.records) {
          const repair = repairOf(record, context.target);
          if (repair !== undefined) repairs.set(record.error!, repair);
        }
        const errors = [...hba.errors, ...hba.records.map((record) => record.error)].filter(
          (error) => error === undefined || !isByteOrderMark(error),
        );
        reportReadingErrors(context, distinctErrors(errors), repairs);
      },
    };
  },
});

/** cluster/byte-order-mark says it, for files of every kind. */
function isByteOrderMark({ file, start }: ReadingError): boolean {
  return start === 0 && file.text.startsWith('\uFEFF');
}
