import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { recordPlaces } from '../../src/rule-kit/records/record-places.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/scram-needs-verifiers',
  meta: {
    type: 'problem',
    summary: 'Report password_encryption = md5 beside records with scram-sha-256',
    category: 'authentication',
    presets: ['recommended'],
    messages: {
      set: {
        headline: 'password_encryption = {value} stores MD5 hashes',
        why: 'Whoever gets a new password cannot log in by {places}, where scram-sha-256 accepts no MD5 hash.',
        help: 'Set password_encryption = scram-sha-256.',
      },
      default: {
        headline: 'PostgreSQL {target} stores MD5 hashes by default',
        why: 'Whoever gets a new password cannot log in by {places}, where scram-sha-256 accepts no MD5 hash.',
        help: 'Set password_encryption = scram-sha-256.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ extent, hba, target, configuration }) {
        const value = valueInForce(cluster, 'password_encryption');
        if (extent !== 'whole' || hba === undefined || value === undefined || value === 'scram-sha-256') return;
        const records = hba.records.filter((record) => isTaken(record) && record.method === 'scram-sha-256');
        const at = settingPlace(cluster, 'password_encryption');
        const first = records[0];
        if (first === undefined || at === undefined) return;
        const name = baseNameOf(first.file.path);
        report({
          messageId: provenance(cluster, 'password_encryption'),
          parts: ['password_encryption'],
          data: {
            value: configuration.get('password_encryption').value ?? '',
            target,
            places: `${recordPlaces(records, first)} of ${name}`,
          },
          at,
          related: records.slice(0, 10).map((record) => ({ at: record, message: 'takes SCRAM verifiers only' })),
        });
      },
    };
  },
});
