import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/gss-settings',
  meta: {
    type: 'problem',
    summary: 'Report settings that weaken or break the records with the method gss',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      keytab: {
        headline: 'krb_server_keyfile is empty',
        why: 'Line {line} of pg_hba.conf (gss) uses the default, usually root’s.',
        help: 'Name the server’s keytab.',
      },
      letterCase: {
        headline: 'krb_caseins_users = on makes ALICE and alice one user',
        why: 'Kerberos keeps them apart (line {line} of pg_hba.conf).',
        help: 'Set it off.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ configuration, hba }) {
        const uses = (method: string) => (record: HbaRecord) => isTaken(record) && record.method === method;
        const gss = hba?.records.find(uses('gss'));
        const single = gss ?? hba?.records.find(uses('sspi'));
        const keytab = configuration.get('krb_server_keyfile').entry;
        if (gss !== undefined && keytab?.value === '') {
          const related = [{ at: gss, message: 'uses Kerberos' }];
          report({ messageId: 'keytab', data: { line: gss.line }, at: valuePlace(keytab), related });
        }
        const letterCase = configuration.get('krb_caseins_users').entry;
        if (single === undefined || letterCase === undefined) return;
        if (valueInForce(cluster, 'krb_caseins_users') !== true) return;
        report({
          messageId: 'letterCase',
          data: { line: single.line, method: single.method ?? '' },
          at: valuePlace(letterCase),
          related: [{ at: single, message: 'uses Kerberos' }],
        });
      },
    };
  },
});
