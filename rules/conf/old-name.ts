import { renameSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/old-name',
  meta: {
    type: 'suggestion',
    summary: 'Report old names of parameters that the server still takes',
    category: 'maintainability',
    presets: ['recommended'],
    messages: {
      old: '{old} is an old name of {name}: the server takes it, but shows and documents only {name}. Write {name}.',
    },
    fix: 'safe',
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { parameter, file } = entry;
        if (parameter === undefined || parameter.name.toLowerCase() === entry.name.toLowerCase()) return;
        const at = namePlace(entry);
        const isDuplicate = cluster.configuration.entries.some(
          (other) => other !== entry && other.parameter?.name === parameter.name,
        );
        const edits = renameSetting(entry, parameter.name);
        report({
          messageId: 'old',
          data: { old: entry.name, name: parameter.name },
          at,
          tags: ['deprecated'],
          // Where both names are set, another line might win.
          fix:
            file === cluster.configuration.auto || isDuplicate
              ? undefined
              : { title: `Write ${parameter.name}`, safety: 'safe', edits },
        });
      },
    };
  },
});
