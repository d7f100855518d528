import { placeholdersOption, placeholderTest } from '../../src/rule-kit/placeholders.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { parseConnectionString } from '../../src/rule-kit/values/conninfo.js';

export default defineSettingRule({
  id: 'conf/primary-conninfo-password',
  meta: {
    type: 'problem',
    summary: 'Disallow the password of the replication role in primary_conninfo',
    category: 'replication',
    presets: ['recommended'],
    anyMajor: true,
    evenInTemplates: true,
    options: { placeholders: placeholdersOption },
    messages: {
      set: {
        headline: 'primary_conninfo holds the password{role} as plain text',
        why: 'Whoever can read this file, a backup of it or the repository can copy the whole cluster.',
        help: 'Keep it in a password file and write passfile=/var/lib/postgresql/.pgpass, or use a client certificate.',
      },
    },
  },
  parameters: ['primary_conninfo'],
  judge({ text, context }) {
    const parsed = parseConnectionString(text);
    const password = parsed?.get('password');
    if (password === undefined || placeholderTest(context.options.placeholders)(password)) return undefined;
    const user = parsed?.get('user');
    return { messageId: 'set', data: { role: user === undefined ? '' : ` of ${user}` } };
  },
});
