import { stig } from '../../src/rule-kit/controls.js';
import { letsIn, optionOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/ssl-crl',
  meta: {
    type: 'suggestion',
    summary: 'Require a list of revoked certificates where clients show certificates',
    category: 'tls',
    presets: ['strict'],
    controls: [...stig('004000')],
    messages: {
      missing: {
        headline: 'Revoked client certificates still work',
        why: 'They log in by line {line} of pg_hba.conf.',
        help: 'Set {advice}.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.extent !== 'whole' || valueInForce(cluster, 'ssl') !== true) return;
        if (textInForce(cluster, 'ssl_crl_file') !== '' || (textInForce(cluster, 'ssl_crl_dir') ?? '') !== '') return;
        const record = cluster.hba?.records.find(
          (each) => letsIn(each) && (each.method === 'cert' || /^verify-|^1$/.test(optionOf(each, 'clientcert') ?? '')),
        );
        if (record === undefined) return;
        reportSetting(context, 'ssl_crl_file', {
          messageId: 'missing',
          data: { line: record.line, advice: cluster.target >= 14 ? 'ssl_crl_file or ssl_crl_dir' : 'ssl_crl_file' },
          related: [{ at: record, message: 'Clients show certificates here' }],
        });
      },
    };
  },
});
