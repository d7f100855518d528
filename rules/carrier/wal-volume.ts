import { bytesInForce, isSetByPerson, relatedLimit } from '../../src/rule-kit/container.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, shownValue } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'carrier/wal-volume',
  meta: {
    type: 'problem',
    summary: 'Report sizes of WAL that do not fit into the volume',
    category: 'durability',
    presets: ['recommended'],
    messages: {
      max_wal_size: {
        headline: 'WAL may grow beyond its volume',
        why: 'max_wal_size is {value}, and the volume has {written} ({limit}); a server without room for WAL stops.',
        help: 'Set max_wal_size to half of the volume at most, or enlarge the volume.',
      },
      wal_keep_size: {
        headline: 'The WAL that is kept does not fit into its volume',
        why: 'wal_keep_size is {value}, and the volume has {written} ({limit}); a server without room for WAL stops.',
        help: 'Lower wal_keep_size, or enlarge the volume.',
      },
      max_slot_wal_keep_size: {
        headline: 'WAL for slots may grow beyond its volume',
        why: 'max_slot_wal_keep_size is {value}, and the volume has {written} ({limit}); a server without room for WAL stops.',
        help: 'Lower max_slot_wal_keep_size, or enlarge the volume.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const volume = cluster.container?.walStorage ?? cluster.container?.storage;
        if (volume === undefined) return;
        for (const name of ['max_wal_size', 'wal_keep_size', 'max_slot_wal_keep_size']) {
          const bytes = bytesInForce(cluster, name);
          if (bytes === undefined || bytes < volume.bytes || !isSetByPerson(cluster, name)) continue;
          reportSetting(context, name, {
            messageId: name,
            data: { value: shownValue(cluster, name), limit: volume.name, written: volume.written },
            relatedInFile: relatedLimit(cluster, volume),
          });
        }
      },
    };
  },
});
