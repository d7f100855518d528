import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/no-db-user-namespace',
  meta: {
    type: 'problem',
    summary: 'Disallow db_user_namespace, which PostgreSQL 17 no longer has',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended'],
    targets: { to: 16 },
    messages: {
      on: {
        headline: 'db_user_namespace changes the name of every role',
        why: 'Roles are called app@shop then. PostgreSQL 17 does not start with it, and without it those roles cannot log in as before.',
        help: 'Give the roles names of their own, and set it off.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'db_user_namespace') !== true) return;
        reportSetting(context, 'db_user_namespace', {
          messageId: 'on',
          right: {
            value: 'off',
            title: 'Set db_user_namespace = off (roles named name@database must be renamed)',
            as: 'suggestion',
          },
        });
      },
    };
  },
});
