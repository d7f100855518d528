import { distinctErrors, partsOfReading } from '../../src/rule-kit/reading-errors.js';
import { defineRule, type ReadingError } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/skipped-include',
  meta: {
    type: 'suggestion',
    summary: 'Report include_if_exists of files that do not exist',
    category: 'maintainability',
    messages: {
      skipped: {
        headline: '{headline}',
        why: '{why}',
        help: 'Check its name and folder, or remove the line. {help}',
      },
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
            data: partsOfReading({ message: name }),
            at: { file: error.file, start: error.start, end: error.end },
          });
        }
      },
    };
  },
});
