import { policyOptions } from '../../src/rule-kit/policies/policy-options.js';
import { describeProof, PolicyError, proofsOf, readPolicy } from '../../src/rule-kit/policies/proofs.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/policy',
  meta: {
    type: 'problem',
    summary: 'Require that who gets in keeps to a policy of your own',
    category: 'authorization',
    severity: 'error',
    options: policyOptions,
    check(options) {
      try {
        readPolicy(options);
        return undefined;
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        return { keys: error.keys, says: error.message };
      }
    },
    messages: {
      violated: {
        headline: 'The policy “{name}” is violated',
        why: 'By the records, {what}.',
        help: '{advice}',
      },
      open: {
        headline: 'The policy “{name}” is not proven',
        why: 'By the records, {what}, if {assuming}.',
        help: '{advice}',
      },
      tooMuch: {
        headline: 'The policy “{name}” is not proven',
        why: 'It is {what}.',
        help: '{advice}',
      },
    },
  },
  create({ options, report }) {
    return {
      Cluster(cluster) {
        const { hba } = cluster;
        if (options.statements.length === 0 || hba?.loads !== true) return;
        for (const { statement, proof } of proofsOf(readPolicy(options), cluster, hba)) {
          if (proof.verdict === 'holds') continue;
          const { what, assuming, advice } = describeProof(proof, statement, ({ line }) => `line ${line}`);
          const record = 'tooMuch' in proof ? undefined : proof.records[0];
          const at = record
            ? { file: record.file, start: record.start, end: record.end }
            : { file: hba.main, start: 0, end: 0, wholeFile: true as const };
          const messageId = proof.verdict === 'violated' ? 'violated' : 'tooMuch' in proof ? 'tooMuch' : 'open';
          report({ messageId, data: { name: statement.name, what, assuming: assuming.join(' and '), advice }, at });
        }
      },
    };
  },
});
