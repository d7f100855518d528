import { distinctErrors } from '../../src/rule-kit/reading-errors.js';
import { defineRule, type ReadingError } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/skipped-include',
  meta: {
    type: 'suggestion',
    summary: 'Report include_if_exists of files that do not exist',
    category: 'maintainability',
    messages: {
      skipped: '{message} If the file is expected here, look at its name and folder; if not, remove the line.',
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ configuration, hba, ident, hosts }) {
        const found: ReadingError[] = [hba, ident, hosts].flatMap((reading) => reading?.errors ?? []);
        for (const error of distinctErrors([...configuration.includeErrors, ...found])) {
          if (error.code !== 'include-skipped') continue;
          const name = error.message.replaceAll(`${cluster.folder}/`, '');
          report({
            messageId: 'skipped',
            data: { message: name },
            at: { file: error.file, start: error.start, end: error.end },
          });
        }
      },
    };
  },
});
