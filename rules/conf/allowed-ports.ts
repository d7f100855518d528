import { stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/allowed-ports',
  meta: {
    type: 'suggestion',
    summary: 'Require that the server listens on a port that was agreed upon',
    category: 'network',
    controls: [...stig('003500', '008000')],
    options: {
      ports: {
        type: 'array',
        default: [5432],
        items: { type: 'integer', minimum: 1, maximum: 65535 },
        description: 'The ports that are agreed upon.',
      },
    },
    messages: {
      set: {
        headline: 'Port {value} is not one of those agreed upon ({ports})',
        why: 'Firewalls and monitoring do not know it.',
        help: 'Set port = {first}.',
      },
      default: {
        headline: 'Port {value}, the default, is not agreed upon',
        why: 'Those that are agreed upon are {ports}.',
        help: 'Set port = {first}.',
      },
    },
    suggestions: true,
  },
  parameters: ['port'],
  judge({ value, context }) {
    const ports = context.options.ports;
    const [first] = ports;
    if (first === undefined || ports.includes(Number(value))) return undefined;
    return { data: { ports: ports.join(', '), first }, right: { value: String(first), as: 'suggestion' } };
  },
});
