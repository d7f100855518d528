import { cis } from '../../src/rule-kit/controls.js';
import { superusersOption } from '../../src/rule-kit/records/superusers.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { parseConnectionString } from '../../src/rule-kit/values/conninfo.js';

export default defineSettingRule({
  id: 'conf/primary-conninfo-role',
  meta: {
    type: 'problem',
    summary: 'Require a role of its own for replication in primary_conninfo',
    category: 'replication',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('7.5')],
    options: {
      superusers: superusersOption,
    },
    messages: {
      missing: {
        headline: 'primary_conninfo names no user',
        why: 'So its system user, usually postgres, logs in.',
        help: 'Add user= with a replication role.',
      },
      superuser: {
        headline: 'The standby logs in as {user}, a superuser',
        why: 'Whoever owns it owns the primary.',
        help: 'Use a role that can only replicate.',
      },
    },
  },
  parameters: ['primary_conninfo'],
  judge({ text, context }) {
    const parsed = text === '' ? undefined : parseConnectionString(text);
    if (parsed === undefined) return undefined;
    const user = parsed.get('user');
    if (user === undefined) return parsed.get('service') === undefined ? { messageId: 'missing' } : undefined;
    return context.options.superusers.includes(user) ? { messageId: 'superuser', data: { user } } : undefined;
  },
});
