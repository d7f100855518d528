import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/password-encryption',
  meta: {
    type: 'problem',
    summary: 'Require that new passwords are stored as SCRAM verifiers, not as MD5 hashes',
    category: 'authentication',
    presets: ['recommended', 'managed-cloud'],
    yieldsTo: [{ rule: 'cluster/scram-needs-verifiers', by: 'setting' }],
    controls: [...cis('5.4'), ...stig('003800'), ...percona('authentication')],
    messages: {
      set: {
        headline: 'New passwords become MD5 hashes',
        why: 'Stolen ones log in like passwords (password_encryption = {value}).',
        help: 'Write scram-sha-256.',
      },
      default: {
        headline: 'MD5 is the default hash of PostgreSQL {target}',
        why: 'A stolen hash works like a password.',
        help: 'Set password_encryption = scram-sha-256.',
      },
    },
    fix: 'unsafe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        const value = valueInForce(cluster, 'password_encryption');
        if (value === undefined || value === 'scram-sha-256') return;
        reportSetting(context, 'password_encryption', {
          messageId: provenance(cluster, 'password_encryption'),
          data: { value: cluster.configuration.get('password_encryption').value ?? '', target: cluster.target },
          right: {
            value: "'scram-sha-256'",
            title:
              'Set password_encryption = scram-sha-256 (clients older than PostgreSQL 10 cannot use new passwords)',
            as: 'unsafe',
          },
        });
      },
    };
  },
});
