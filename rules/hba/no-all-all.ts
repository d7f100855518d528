import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { percona } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isEverywhere, isRemote, originOf } from '../../src/rule-kit/records/records.js';
import { type Address, defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-all-all',
  meta: {
    type: 'problem',
    summary: 'Disallow records that open every database to every role from a wide network',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { ipv4Prefix: 32, ipv6Prefix: 128 } }],
    controls: [...percona('authorization')],
    options: {
      ipv4Prefix: {
        type: 'integer',
        default: 24,
        minimum: 0,
        maximum: 32,
        description: 'Report only IPv4 networks that are wider than this prefix.',
      },
      ipv6Prefix: {
        type: 'integer',
        default: 64,
        minimum: 0,
        maximum: 128,
        description: 'Report only IPv6 networks that are wider than this prefix.',
      },
      allowMethods: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Methods whose records are not reported, for instance ["cert"].',
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
      open: {
        headline: 'Any role can use any database {origin}',
        why: 'Only {method} protects them.',
        help: 'Name databases, roles or networks.',
      },
    },
  },
  create({ options, report }) {
    /** A host name is one machine; how wide samenet is, files cannot tell. */
    function isWide(address: Address): boolean {
      if (address.kind === 'suffix') return true;
      if (address.kind !== 'network') return false;
      return (prefixLength(address) ?? 0) < options[address.family === 4 ? 'ipv4Prefix' : 'ipv6Prefix'];
    }
    return {
      DecidingRecord(record) {
        const { address, method } = record;
        if (!isRemote(record) || address === undefined || method === undefined) return;
        // Addresses without any bound are the business of hba/no-world-open.
        if (isEverywhere(address) || !isWide(address)) return;
        if (!record.databases.some(({ kind }) => kind === 'all')) return;
        const user = record.users.find(({ kind }) => kind === 'all');
        if (user === undefined || options.allowMethods.includes(method)) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = user.token;
        report({ messageId: 'open', data: { origin: originOf(record), method }, at: { file, start, end } });
      },
    };
  },
});
