import { defineRule } from '../../src/rule-kit/rule.js';
import { mainOf } from '../../src/rule-kit/settings/setting-places.js';
import { textInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/recovery-file',
  meta: {
    type: 'problem',
    summary: 'Report a recovery.conf beside the configuration, with which PostgreSQL 12 and later do not start',
    category: 'replication',
    presets: ['correctness'],
    targets: { from: 12 },
    blocks: { refused: 'start' },
    messages: {
      refused: {
        headline: 'PostgreSQL {target} does not start while {path} exists',
        why: 'It is in the data directory, and majors from 12 on do not read it.',
        help: 'Move its settings here, put an empty standby.signal (or recovery.signal) beside it, and remove the file.',
      },
    },
  },
  create({ cluster, report, target }) {
    return {
      Cluster() {
        const main = mainOf(cluster);
        if (main === undefined) return;
        const data = textInForce(cluster, 'data_directory') ?? '';
        const folder = data === '' || data.startsWith('/') ? '.' : data.replace(/\/+$/, '');
        if (!cluster.namesIn?.(folder).includes('recovery.conf')) return;
        // The data directory is elsewhere: what is beside the configuration is only kept there.
        if (data.startsWith('/') && !cluster.namesIn?.('.').includes('PG_VERSION')) return;
        const path = folder === '.' ? 'recovery.conf' : `${folder}/recovery.conf`;
        report({ messageId: 'refused', data: { target, path }, at: { file: main, start: 0, end: 0, wholeFile: true } });
      },
    };
  },
});
