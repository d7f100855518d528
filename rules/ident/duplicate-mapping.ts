import { removeRecord } from '../../src/rule-kit/edits/records.js';
import { defineRule, type IdentMapping, type NamePattern } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/duplicate-mapping',
  meta: {
    type: 'suggestion',
    summary: 'Report mappings that stand in pg_ident.conf twice',
    category: 'maintainability',
    presets: ['recommended'],
    messages: {
      duplicate: {
        headline: 'This mapping repeats line {line}',
        help: 'Remove it.',
      },
    },
    fix: 'safe',
  },
  create({ report }) {
    const seen = new Map<string, IdentMapping>();
    return {
      IdentMapping(mapping) {
        const { mapName, systemUser, databaseUser, error, file, start, end } = mapping;
        if (error !== undefined || mapName === undefined || systemUser === undefined || databaseUser === undefined)
          return;
        const key = JSON.stringify([mapName.value, ...meaning(systemUser), ...meaning(databaseUser)]);
        const earlier = seen.get(key);
        if (earlier === undefined) {
          seen.set(key, mapping);
          return;
        }
        if (earlier.file === file && earlier.start === start) return;
        report({
          messageId: 'duplicate',
          data: { line: earlier.line },
          at: { file, start, end },
          related: [{ at: earlier, message: 'the same mapping' }],
          tags: ['unnecessary'],
          fix: { title: 'Remove the mapping', safety: 'safe', edits: removeRecord(mapping) },
        });
      },
    };
  },
});

function meaning({ kind, value }: NamePattern): [string, string] {
  return [kind, value];
}
