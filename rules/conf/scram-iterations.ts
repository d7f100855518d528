import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/scram-iterations',
  meta: {
    type: 'suggestion',
    summary: 'Require that guessing a password from a stolen SCRAM verifier takes work',
    category: 'authentication',
    presets: [{ preset: 'strict', options: { minimum: 10000 } }, 'managed-cloud'],
    targets: { from: 16 },
    options: {
      minimum: { type: 'integer', default: 4096, minimum: 1, description: 'The fewest iterations.' },
      maximum: {
        type: 'integer',
        default: 1000000,
        minimum: 1,
        description: 'The most iterations: the client computes them at every login.',
      },
    },
    messages: {
      few: {
        headline: 'SCRAM verifiers have only {value} hash rounds',
        why: 'Anyone who steals one can try passwords faster (scram_iterations).',
        help: 'Set scram_iterations = {minimum}; passwords that are set from then on get it.',
      },
      many: {
        headline: 'Each login costs a client {value} hash rounds',
        why: 'Weak machines take seconds (scram_iterations).',
        help: 'Set {maximum} or fewer.',
      },
    },
    suggestions: true,
  },
  create(context) {
    const { minimum, maximum } = context.options;
    return {
      Cluster(cluster) {
        const value = valueInForce(cluster, 'scram_iterations');
        if (typeof value !== 'number' || (value >= minimum && value <= maximum)) return;
        const right = value < minimum ? minimum : maximum;
        reportSetting(context, 'scram_iterations', {
          messageId: value < minimum ? 'few' : 'many',
          data: { value, minimum, maximum },
          right: { value: String(right), as: 'suggestion' },
        });
      },
    };
  },
});
