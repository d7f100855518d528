import { cis, percona } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { demandedCertificate } from '../../src/rule-kit/records/certificates.js';
import { isEverywhere, isForReplication, letsIn, originOf, rolesOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-world-open',
  meta: {
    type: 'problem',
    summary: 'Disallow records that let clients in from every address',
    category: 'network',
    presets: [
      { preset: 'recommended', options: { allowMethods: ['cert'] } },
      { preset: 'strict', options: { allowMethods: [] } },
    ],
    controls: [...cis('5.4'), ...percona('network')],
    options: {
      allowMethods: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description:
          'Methods with which a record may be open to every address. With cert among them, every record that demands a client certificate (clientcert) may.',
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
        headline: 'Clients {origin} can try to log in',
        why: 'They can try {roles}, and {guard} the data.',
        help: 'List the networks that need access.',
      },
    },
  },
  create({ options, report, target }) {
    return {
      DecidingRecord(record) {
        const { address, method } = record;
        if (!letsIn(record) || address === undefined || method === undefined || !isEverywhere(address)) return;
        // Who copies the cluster from where is the business of hba/replication-network.
        if (isForReplication(record) || isAllowed(record, options.allow)) return;
        if (options.allowMethods.includes(method)) return;
        if (options.allowMethods.includes('cert') && demandedCertificate(record, target) !== undefined) return;
        const { file, start, end } = address.token;
        const mask = address.kind === 'network' ? address.maskToken : undefined;
        report({
          messageId: 'open',
          data: {
            origin: originOf(record),
            roles: rolesOf(record),
            method,
            guard: method === 'trust' ? 'nothing protects' : `only ${method} protects`,
          },
          at: { file, start, end: mask?.file === file ? mask.end : end },
        });
      },
    };
  },
});
