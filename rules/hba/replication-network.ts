import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { cis, percona } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isEverywhere, isRemote, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/replication-network',
  meta: {
    type: 'problem',
    summary: 'Disallow replication from wide networks',
    category: 'replication',
    presets: ['recommended'],
    controls: [...cis('7.1'), ...percona('network')],
    options: {
      ipv4: {
        type: 'integer',
        default: 24,
        minimum: 0,
        maximum: 32,
        description: 'Report IPv4 networks with a shorter prefix than this.',
      },
      ipv6: {
        type: 'integer',
        default: 120,
        minimum: 0,
        maximum: 128,
        description: 'Report IPv6 networks with a shorter prefix than this.',
      },
      allow: allowOption,
    },
    anyMajor: true,
    sameCause: 'file',
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'record' },
      // It never matches: ssl is off.
      { rule: 'hba/invalid-record', by: 'record' },
    ],
    eachRecordAlone: true,
    messages: {
      wide: {
        headline: 'Replication is open to clients {origin}',
        why: 'It hands out every byte of every database.',
        help: 'Name the standbys’ addresses.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const { address } = record;
        if (!isRemote(record) || address === undefined) return;
        if (!record.databases.some(({ kind }) => kind === 'replication') || isAllowed(record, options.allow)) return;
        const length = address.kind === 'network' ? prefixLength(address) : undefined;
        const isWide =
          isEverywhere(address) ||
          (address.kind === 'network' && length !== undefined && length < options[`ipv${address.family}`]);
        if (!isWide) return;
        const { file, start, end } = address.token;
        const mask = address.kind === 'network' && address.maskToken?.file === file ? address.maskToken : undefined;
        report({ messageId: 'wide', data: { origin: originOf(record) }, at: { file, start, end: mask?.end ?? end } });
      },
    };
  },
});
