import { startupErrors } from '../../src/cluster/startup/index.js';
import { settingPlace, valuePlace } from '../../src/linter/for-rules/setting-places.js';
import { defineRule } from '../../src/linter/rule.js';

export default defineRule({
  id: 'conf/cannot-start',
  meta: {
    type: 'problem',
    summary:
      'Disallow settings that are valid each by itself but with which the server does not start, or does less than asked',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      refused: '{message}',
      ignored: '{message}',
      refusedIf: '{message} (This holds where {condition}.)',
    },
  },
  create({ cluster, target, report }) {
    return {
      Cluster() {
        if (!cluster.complete) return;
        const errors = startupErrors(cluster.configuration, target);
        for (const { severity, message, parameters, entry, condition } of errors) {
          const at = entry === undefined ? settingPlace(cluster, parameters[0]!) : valuePlace(entry);
          if (at === undefined) continue;
          const others = parameters
            .map((name) => cluster.configuration.get(name).entry)
            .filter((other) => other !== undefined)
            .map((other) => valuePlace(other))
            .filter((place) => place.file !== at.file || place.start !== at.start);
          const messageId = severity === 'warning' ? 'ignored' : condition === undefined ? 'refused' : 'refusedIf';
          report({
            messageId,
            data: { message, condition: condition ?? '' },
            at,
            related: others.map((place) => ({ at: place, message: 'This is the other side of it.' })),
          });
        }
      },
    };
  },
});
