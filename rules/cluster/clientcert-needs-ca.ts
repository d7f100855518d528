import { recordPlaces } from '../../src/rule-kit/records/record-places.js';
import { isTaken, optionOf } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { textInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/clientcert-needs-ca',
  meta: {
    type: 'problem',
    summary: 'Require ssl_ca_file where records ask for client certificates',
    category: 'tls',
    presets: ['correctness'],
    messages: {
      noAuthority: {
        headline: '{what} needs ssl_ca_file, which is empty',
        why: 'The server rejects every such login{more}.',
        help: 'Set it to the authority’s certificate.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ extent, configuration, hba, hosts }) {
        if (extent !== 'whole' || hba === undefined || configuration.unread.length > 0) return;
        if (textInForce(cluster, 'ssl_ca_file') !== '') return;
        // With TLS off no login comes to such a record; pg_hosts.conf (19) names authorities of its own.
        if (hosts?.entries.some(({ ca }) => ca !== undefined && ca.value !== '')) return;
        const asking = hba.records.filter(asksForCertificate);
        const first = asking[0];
        if (first === undefined) return;
        const { file, start, end } = tokenOf(first) ?? first;
        const place = settingPlace(cluster, 'ssl_ca_file');
        report({
          messageId: 'noAuthority',
          data: {
            what: first.method === 'cert' ? 'cert' : `clientcert=${optionOf(first, 'clientcert')}`,
            more: asking.length === 1 ? '' : ` (also ${recordPlaces(asking.slice(1), first)})`,
          },
          at: { file, start, end },
          related: [
            ...(place === undefined ? [] : [{ at: place, message: 'ssl_ca_file is empty' }]),
            ...asking.slice(1, 10).map((record) => ({ at: record, message: 'asks for a certificate too' })),
          ],
        });
      },
    };
  },
});

/** `clientcert=0` and `no-verify` of earlier majors ask for none. */
function asksForCertificate(record: HbaRecord): boolean {
  if (!isTaken(record) || record.connectionType !== 'hostssl') return false;
  return record.method === 'cert' || ['verify-ca', 'verify-full', '1'].includes(optionOf(record, 'clientcert') ?? '');
}

function tokenOf(record: HbaRecord): HbaRecord['methodToken'] {
  if (record.method === 'cert') return record.methodToken;
  return record.options.findLast(({ name }) => name === 'clientcert')?.token;
}
