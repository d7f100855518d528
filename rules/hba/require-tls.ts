import { cis, percona } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { recordsWithoutPlain } from '../../src/rule-kit/records/covered-records.js';
import { allowsPlain, isRemote, originOf } from '../../src/rule-kit/records/records.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'hba/require-tls',
  meta: {
    type: 'problem',
    summary: 'Require encryption of every connection from another machine',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('6.8'), ...percona('tls')],
    options: { allow: allowOption },
    anyMajor: true,
    sameCause: 'file',
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'record' },
      { rule: 'hba/invalid-record', by: 'record' },
      { rule: 'conf/ssl-on', by: 'cluster', messages: ['off'] },
    ],
    eachRecordAlone: true,
    messages: {
      host: {
        headline: 'Clients {origin} can connect unencrypted',
        why: '{type} allows plain TCP, and clients fall back to it.',
        help: 'Write hostssl.',
      },
      off: {
        headline: 'Clients {origin} connect unencrypted',
        why: 'ssl is off, so traffic can be read.',
        help: 'Set ssl = on, then write hostssl.',
      },
      hostnossl: {
        headline: 'hostnossl matches only without TLS',
        why: 'Traffic {origin} can be read, unless GSSAPI encrypts it.',
        help: 'Write hostssl.',
      },
    },
    suggestions: true,
  },
  create({ allRecords, cluster, options, report }) {
    const isOff = isTlsOff(cluster);
    return {
      DecidingRecord(record) {
        const type = record.connectionType;
        const token = record.connectionTypeToken;
        if (type === undefined || token === undefined) return;
        if (!isRemote(record) || !allowsPlain(record)) return;
        // An earlier hostnossl reject, or several together, may leave it none of the connections without encryption.
        if (recordsWithoutPlain(cluster, allRecords).has(record)) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = token;
        report({
          messageId: type === 'hostnossl' ? 'hostnossl' : isOff ? 'off' : 'host',
          data: { origin: originOf(record), type },
          at: { file, start, end },
          suggestions: isOff ? [] : [{ title: 'Write hostssl', edits: replaceToken({ file, start, end }, 'hostssl') }],
        });
      },
    };
  },
});

/** Whether the files say that no connection can use TLS; then a record that asks for it would lock its clients out. */
function isTlsOff(cluster: Cluster): boolean {
  const { entry } = cluster.configuration.get('ssl');
  if (entry === undefined && cluster.extent !== 'whole') return false;
  return cluster.configuration.main !== undefined && valueInForce(cluster, 'ssl') === false;
}
