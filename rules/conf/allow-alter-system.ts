import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/allow-alter-system',
  meta: {
    type: 'suggestion',
    summary: 'Keep ALTER SYSTEM off where files are managed from elsewhere',
    category: 'authorization',
    targets: { from: 17 },
    options: {
      managed: {
        type: 'boolean',
        default: false,
        description:
          'Whether these files are written by a tool or from a repository. Without it the rule says nothing.',
      },
    },
    messages: {
      set: 'ALTER SYSTEM can override these managed files (allow_alter_system = on): what is in force is then in postgresql.auto.conf on the server only. Set off.',
      default:
        'ALTER SYSTEM can override these managed files, as it can by default: what is in force is then in postgresql.auto.conf on the server only. Set allow_alter_system = off.',
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (!context.options.managed || valueInForce(cluster, 'allow_alter_system') !== true) return;
        reportSetting(context, 'allow_alter_system', {
          messageId: provenance(cluster, 'allow_alter_system'),
          right: {
            value: 'off',
            title: 'Set allow_alter_system = off (ALTER SYSTEM then fails)',
            as: 'suggestion',
          },
        });
      },
    };
  },
});
