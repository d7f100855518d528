import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { isOctal } from '../../src/rule-kit/values/format.js';

export default defineRule({
  id: 'conf/octal-mode',
  meta: {
    type: 'problem',
    summary: 'Require the leading zero that makes a file mode octal',
    category: 'correctness',
    presets: ['recommended'],
    messages: {
      decimal: {
        headline: '{value} without a leading zero is a decimal number',
        why: 'It means the mode 0{means}.',
        help: 'Write 0{value} for the mode that it looks like.',
      },
    },
    fix: 'unsafe',
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { parameter, reading, value } = entry;
        if (parameter === undefined || !isOctal(parameter.name) || reading?.ok !== true) return;
        if (!/^[1-7][0-7]{2,3}$/.test(value)) return;
        const at = valuePlace(entry);
        const edits = replaceValue(entry, `0${value}`);
        report({
          messageId: 'decimal',
          data: { value, means: Number(reading.value).toString(8) },
          at,
          fix:
            entry.file === cluster.configuration.auto
              ? undefined
              : { title: `Write 0${value} (the mode changes)`, safety: 'unsafe', changes: [parameter.name], edits },
        });
      },
    };
  },
});
