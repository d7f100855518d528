import { cis, stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/max-connections',
  meta: {
    type: 'suggestion',
    summary: 'Limit how many connections the server allows, and keep some for superusers',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('5.5'), ...stig('000100')],
    options: {
      max: { type: 'integer', default: 500, minimum: 1, description: 'The most that max_connections may be.' },
    },
    messages: {
      many: {
        headline: 'max_connections = {value} is more than {max}',
        why: 'Each is a process with memory of its own.',
        help: 'Lower it, with a pooler in front.',
      },
      none: {
        headline: 'No connection is kept for superusers',
        why: 'Others may take all (superuser_reserved_connections = {value}).',
        help: 'Set it to 3.',
      },
    },
  },
  parameters: ['max_connections', 'superuser_reserved_connections'],
  judge({ name, value, context }) {
    if (name === 'superuser_reserved_connections') return value === 0 ? { messageId: 'none' } : undefined;
    const max = context.options.max;
    return typeof value === 'number' && value > max ? { messageId: 'many', data: { max } } : undefined;
  },
});
