import { fitsEveryone } from '../../src/rule-kit/records/broad-expressions.js';
import { superusersOption } from '../../src/rule-kit/records/superusers.js';
import { defineRule, type NamePattern } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/broad-map',
  meta: {
    type: 'problem',
    summary: 'Disallow mappings that let every system user become a superuser, or any role',
    category: 'authorization',
    presets: ['recommended'],
    options: {
      superusers: superusersOption,
    },
    messages: {
      superuser: {
        headline: 'Every system user becomes the superuser {role}',
        why: '{system} matches every name.',
        help: 'Name the system users that may.',
      },
      anyRole: {
        headline: 'Every system user may become any role',
        why: '{system} matches every name, and all includes superusers.',
        help: 'Name the roles.',
      },
      anyName: {
        headline: '{system} matches whatever follows the @',
        why: 'So postgres@elsewhere becomes postgres.',
        help: 'Write /^(.*)@example\\.com$.',
      },
    },
  },
  create({ options, report, target }) {
    return {
      IdentMapping({ systemUser, databaseUser, error }) {
        if (error !== undefined || systemUser === undefined || databaseUser === undefined) return;
        if (!fitsEveryone(systemUser, target)) return;
        const messageId = gravity(databaseUser);
        if (messageId === undefined) return;
        const { file, start, end, value } = systemUser.token;
        report({ messageId, data: { system: value, role: databaseUser.token.value }, at: { file, start, end } });
      },
    };

    function gravity({ kind, value, token }: NamePattern): 'superuser' | 'anyRole' | 'anyName' | undefined {
      if (kind === 'all') return target >= 16 ? 'anyRole' : undefined;
      if (token.value.includes('\\1')) return 'anyName';
      return kind === 'name' && options.superusers.includes(value) ? 'superuser' : undefined;
    }
  },
});
