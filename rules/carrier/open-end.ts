import { insertRecord } from '../../src/rule-kit/edits/records.js';
import { isOwn, remarksOn } from '../../src/rule-kit/platform.js';
import { isEverywhere, isTaken, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

/** What asks for a password, as the record after them does. */
const passwords = new Set(['scram-sha-256', 'md5', 'password']);

export default defineRule({
  id: 'carrier/open-end',
  meta: {
    type: 'problem',
    summary: 'Report lists of records that name networks, after which the platform lets everybody try',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      'open-end': {
        headline: '{platform} adds a record after this that opens the list',
        why: '“{record}” also lets clients not {origin} try.',
        help: 'End the list with “host all all all reject”.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        const [remark] = remarksOn(cluster, 'open-end');
        const own = cluster.hba?.records.filter((record) => isOwn(record) && isTaken(record)) ?? [];
        const last = own.at(-1);
        if (remark === undefined || last === undefined || own.some(closes)) return;
        const restricting = own.findLast(
          (record) => passwords.has(record.method ?? '') && record.address !== undefined && !isWide(record),
        );
        const token = restricting?.address?.token;
        if (restricting === undefined || token === undefined) return;
        const { file, start, end } = token;
        report({
          messageId: 'open-end',
          data: { ...remark.data, origin: originOf(restricting) },
          at: { file, start, end },
          suggestions: [
            { title: 'End the list with reject', edits: insertRecord(last, 'below', 'host all all all reject') },
          ],
        });
      },
    };
  },
});

/** Whether nobody comes to what is after a record. */
function closes(record: HbaRecord): boolean {
  return record.method === 'reject' && record.connectionType === 'host' && isWide(record);
}

function isWide(record: HbaRecord): boolean {
  return record.address !== undefined && isEverywhere(record.address);
}
