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
      set: 'The server listens on port {value}, which is not one of those agreed upon ({ports}): firewalls and monitoring do not know it. Set port = {first}.',
      default:
        'The server listens on port {value}, which is the default, but none of those agreed upon ({ports}). Set port = {first}.',
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
