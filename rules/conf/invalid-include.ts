import { distinctErrors } from '../../src/rule-kit/reading-errors.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'conf/invalid-include',
  meta: {
    type: 'problem',
    summary: 'Report includes of postgresql.conf that a server cannot follow',
    category: 'correctness',
    presets: ['correctness'],
    messages: { refused: '{message}' },
  },
  create({ report }) {
    return {
      Cluster({ configuration }) {
        for (const { file, start, end, message, severity } of distinctErrors(configuration.includeErrors)) {
          if (severity === 'error') report({ messageId: 'refused', data: { message }, at: { file, start, end } });
        }
      },
    };
  },
});
