import { removeSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** Oldest first. */
const protocols = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

export default defineRule({
  id: 'conf/ssl-protocol-range',
  meta: {
    type: 'problem',
    summary: 'Require that ssl_max_protocol_version leaves room for the newest TLS',
    category: 'tls',
    presets: ['correctness', { preset: 'recommended', options: { newest: true } }],
    targets: { from: 12 },
    options: {
      newest: {
        type: 'boolean',
        default: false,
        description: 'Report every ssl_max_protocol_version below TLSv1.3, and not only one below the minimum.',
      },
    },
    messages: {
      empty: {
        headline: 'No version of TLS is left',
        why: 'ssl_max_protocol_version = {max} is below ssl_min_protocol_version = {min}. {effect}',
        help: 'Remove ssl_max_protocol_version.',
      },
      old: {
        headline: 'Clients cannot use TLS newer than {max}',
        why: 'ssl_max_protocol_version forbids it.',
        help: 'Remove ssl_max_protocol_version.',
      },
    },
    fix: 'unsafe',
  },
  create({ cluster, options, report, target }) {
    return {
      Cluster() {
        const { entry, overridden } = cluster.configuration.get('ssl_max_protocol_version');
        const max = textInForce(cluster, 'ssl_max_protocol_version');
        const min = textInForce(cluster, 'ssl_min_protocol_version');
        if (entry === undefined || valueInForce(cluster, 'ssl') !== true) return;
        if (max === undefined || min === undefined || !protocols.includes(max)) return;
        const isEmpty = protocols.indexOf(max) < protocols.indexOf(min);
        if (!isEmpty && (!options.newest || max === 'TLSv1.3')) return;
        // An earlier entry would come into force with another limit.
        const edits = overridden.length > 0 ? undefined : removeSetting(cluster, entry);
        const effect =
          target >= 13 ? 'The server does not start.' : 'The server starts, but every TLS connection fails.';
        report({
          messageId: isEmpty ? 'empty' : 'old',
          data: { max, min, effect },
          at: valuePlace(entry),
          ...(isEmpty && target >= 13 ? { blocks: 'start' } : {}),
          fix: edits && {
            title: 'Remove ssl_max_protocol_version (clients may then use TLS up to 1.3)',
            safety: 'unsafe',
            changes: ['ssl_max_protocol_version'],
            edits,
          },
        });
      },
    };
  },
});
