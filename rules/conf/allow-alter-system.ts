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
      set: {
        headline: 'ALTER SYSTEM can override these managed files',
        why: 'That is allow_alter_system = on.',
        help: 'Set it off.',
      },
      default: {
        headline: 'ALTER SYSTEM can override these managed files',
        why: 'It is allowed by default.',
        help: 'Set allow_alter_system = off.',
      },
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
