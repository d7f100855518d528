import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { cisFrom6 } from '../../src/rule-kit/controls.js';
import { removeSetting, setSetting } from '../../src/rule-kit/edits/settings.js';
import { type Cluster, defineRule, type Report } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { tls13Suites } from '../../src/rule-kit/tls/names.js';

export default defineRule({
  id: 'conf/ssl-tls13-ciphers',
  meta: {
    type: 'problem',
    summary: 'Require that suites of TLS 1.3 stand where they count, with colons between them',
    category: 'tls',
    presets: ['correctness'],
    controls: cisFrom6('6.10'),
    blocks: { separator: 'start', none: 'start' },
    messages: {
      only: {
        headline: 'ssl_ciphers names suites of TLS 1.3 only',
        why: 'This list cannot hold them: with OpenSSL 3 the server does not start, with older ones the list is ignored.',
        help: '{advice}',
      },
      mixed: {
        headline: '{suite} does nothing in ssl_ciphers',
        why: 'It is of TLS 1.3, and the list is for TLS 1.2 and before.',
        help: '{advice}',
      },
      separator: {
        headline: 'ssl_tls13_ciphers takes colons between suites',
        why: 'With anything else the server does not start.',
        help: 'Write {right}.',
      },
      unknown: {
        headline: '{suite} is not a suite of TLS 1.3',
        why: 'OpenSSL 1.1.1 refuses the whole list, and the server does not start; OpenSSL 3 passes over the name.',
        help: '{advice}',
      },
      none: {
        headline: '{suite} is not a suite of TLS 1.3',
        why: 'No other stands in ssl_tls13_ciphers: the server does not start.',
        help: '{advice}',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const advice =
          cluster.target >= 18
            ? 'Write it in ssl_tls13_ciphers, with colons between suites.'
            : 'Remove it: before 18, PostgreSQL leaves the suites of TLS 1.3 to OpenSSL.';
        const list = (textInForce(cluster, 'ssl_ciphers') ?? '').split(/[:;, ]+/).filter((each) => each !== '');
        const misplaced = list.filter((each) => tls13Suites.includes(each));
        if (misplaced.length > 0 && provenance(cluster, 'ssl_ciphers') === 'set') {
          const messageId = misplaced.length === list.length ? 'only' : 'mixed';
          context.report({
            messageId,
            data: { suite: misplaced.join(', '), advice },
            at: valuePlace(cluster.configuration.get('ssl_ciphers').entry!),
            suggestions: moved(cluster, list, misplaced),
          });
        }
        const text = textInForce(cluster, 'ssl_tls13_ciphers') ?? '';
        const named = text.split(/[:;,\s]+/).filter((each) => each !== '');
        const unknown = named.find((each) => !tls13Suites.includes(each));
        if (unknown !== undefined) {
          const messageId = named.some((each) => tls13Suites.includes(each)) ? 'unknown' : 'none';
          reportSetting(context, 'ssl_tls13_ciphers', {
            messageId,
            data: { suite: unknown, advice: adviceFor(unknown) },
          });
        } else if (/[;,\s]/.test(text)) {
          const right = `'${named.join(':')}'`;
          reportSetting(context, 'ssl_tls13_ciphers', {
            messageId: 'separator',
            data: { right },
            right: { value: right, as: 'suggestion' },
          });
        }
      },
    };
  },
});

/** What was probably meant, or where the name belongs. */
function adviceFor(suite: string): string {
  const near = nearestOf(suite, tls13Suites, 1)[0];
  if (near !== undefined) return `Did you mean ${near}?`;
  return suite.startsWith('TLS_') ? 'Remove it.' : 'Remove it, or write it in ssl_ciphers.';
}

/** The list without the suites of TLS 1.3, which from 18 on get the list that is theirs, where it is free. */
function moved(cluster: Cluster, list: readonly string[], misplaced: readonly string[]): Report['suggestions'] {
  const rest = list.filter((each) => !misplaced.includes(each));
  const { entry } = cluster.configuration.get('ssl_ciphers');
  const taken =
    rest.length === 0 && entry !== undefined
      ? removeSetting(cluster, entry)
      : setSetting(cluster, 'ssl_ciphers', `'${rest.join(':')}'`);
  const isFree = cluster.target >= 18 && provenance(cluster, 'ssl_tls13_ciphers') === 'default';
  const given = isFree ? setSetting(cluster, 'ssl_tls13_ciphers', `'${misplaced.join(':')}'`) : [];
  if (taken === undefined || given === undefined) return [];
  const title = isFree ? 'Move the suites of TLS 1.3 to ssl_tls13_ciphers' : 'Remove the suites of TLS 1.3';
  return [{ title, edits: [...taken, ...given] }];
}
