import { cis, cisBenchmarks, cisFrom6, percona } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** Oldest first. */
const protocols = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

export default defineRule({
  id: 'conf/ssl-min-protocol',
  meta: {
    type: 'problem',
    summary: 'Disallow TLS versions that are broken or deprecated',
    category: 'tls',
    presets: [
      'recommended',
      { preset: 'strict', options: { min: 'TLSv1.3' } },
      ...cisBenchmarks.map((preset) => ({ preset, options: { min: 'TLSv1.3' } })),
    ],
    controls: [...cis('6.8'), ...cisFrom6('6.9'), ...percona('tls')],
    targets: { from: 12 },
    options: {
      min: {
        type: 'string',
        default: 'TLSv1.2',
        enum: ['TLSv1.2', 'TLSv1.3'],
        description: 'The oldest version that may be allowed.',
      },
    },
    messages: {
      set: {
        headline: 'Clients may use TLS as old as {value}',
        why: 'It is weaker than {min}.',
        help: "Set ssl_min_protocol_version = '{min}'.",
      },
      default: {
        headline: 'Clients may use TLS as old as {value}',
        why: 'That is the default of PostgreSQL {target}.',
        help: "Set ssl_min_protocol_version = '{min}'.",
      },
    },
    fix: 'unsafe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const value = textInForce(cluster, 'ssl_min_protocol_version');
        const min = context.options.min;
        if (value === undefined || protocols.indexOf(value) >= protocols.indexOf(min)) return;
        reportSetting(context, 'ssl_min_protocol_version', {
          messageId: provenance(cluster, 'ssl_min_protocol_version'),
          parts: [value],
          data: { value, min, target: cluster.target },
          right: {
            value: `'${min}'`,
            title: `Set ssl_min_protocol_version = '${min}' (clients that know only older versions can no longer connect)`,
            as: 'unsafe',
          },
        });
      },
    };
  },
});
