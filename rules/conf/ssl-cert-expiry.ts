import { relativePath } from '../../src/rule-kit/cluster/paths.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { readValidity } from '../../src/rule-kit/tls/certificate.js';

export default defineRule({
  id: 'conf/ssl-cert-expiry',
  meta: {
    type: 'problem',
    summary: 'Report a server certificate that has expired or soon will',
    category: 'tls',
    severity: 'warning',
    presets: ['strict'],
    options: {
      days: {
        type: 'integer',
        default: 30,
        minimum: 0,
        description: 'How many days before its end a certificate is reported.',
      },
      today: {
        type: 'string',
        default: '',
        description: 'The day to compare with, as 2026-01-31; the day of the run where it is left out.',
      },
    },
    messages: {
      expired: {
        headline: 'The certificate in {path} has expired',
        why: 'Since {day} verifying clients refuse it.',
        help: 'Renew it, and reload.',
      },
      soon: {
        headline: 'The certificate in {path} expires on {day}',
        why: 'Then verifying clients refuse it.',
        help: 'Renew it, and reload.',
      },
      early: {
        headline: 'The certificate in {path} holds from {day} on',
        why: 'Until then verifying clients refuse it.',
        help: 'Use a valid one.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const file = cluster.fileNamedBy?.('ssl_cert_file');
        const validity = file === undefined ? undefined : readValidity(file.text);
        if (file === undefined || validity === undefined) return;
        const today: string = context.options.today || context.today;
        const until = dayOf(validity.notAfter);
        const from = dayOf(validity.notBefore);
        const path = relativePath(file.path, cluster.folder);
        const report = (messageId: string, day: string) =>
          reportSetting(context, 'ssl_cert_file', { messageId, data: { path, day } });
        if (until < today) report('expired', until);
        else if (until < addDays(today, context.options.days)) report('soon', until);
        else if (from > today) report('early', from);
      },
    };
  },
});

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function addDays(day: string, count: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + count);
  return dayOf(time);
}
