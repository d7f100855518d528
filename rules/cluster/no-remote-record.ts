import { isRemote } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { listening } from '../../src/rule-kit/settings/listening.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'cluster/no-remote-record',
  meta: {
    type: 'suggestion',
    summary: 'Report servers that listen on a network from which no record lets anyone in',
    category: 'network',
    presets: ['strict'],
    messages: {
      nobody: {
        headline: 'pg_hba.conf lets in no client of another host',
        why: 'Yet the server listens on {addresses}.',
        help: 'Add a record, or listen on localhost only.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ hba, configuration }) {
        const { entry } = configuration.get('listen_addresses');
        const where = listening(cluster);
        if (hba === undefined || entry === undefined || where === undefined) return;
        if (!where.remote4 && !where.remote6) return;
        // What could not be read may hold the record.
        if (hba.records.some((record) => isRemote(record) || record.error?.severity === 'error')) return;
        if (hba.errors.length > 0) return;
        report({ messageId: 'nobody', data: { addresses: where.addresses.join(', ') }, at: valuePlace(entry) });
      },
    };
  },
});
