import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { writeNumber } from '../../src/rule-kit/values/format.js';

const unitNames: Readonly<Record<string, string>> = {
  B: 'bytes',
  kB: 'kilobytes',
  '8kB': 'pages of 8 kB',
  MB: 'megabytes',
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
};

export default defineRule({
  id: 'conf/explicit-unit',
  meta: {
    type: 'suggestion',
    summary: 'Require a unit after amounts of memory and time',
    category: 'maintainability',
    presets: ['strict', 'style'],
    options: {
      allowParameters: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Parameters that are not reported.',
      },
    },
    sameCause: 'file',
    yieldsTo: [{ rule: 'conf/bare-number', by: 'setting' }],
    messages: {
      unit: {
        headline: '{name} = {value} has no unit',
        why: 'It counts in {unit}, so it means {means}.',
        help: 'Write {means}.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, options, report, target }) {
    const allowed = new Set<string>(options.allowParameters.map((name: string) => name.toLowerCase()));
    return {
      ConfEntry(entry) {
        const { parameter, reading, value } = entry;
        if (parameter?.unit === undefined || reading?.ok !== true || typeof reading.value !== 'number') return;
        // 0 and -1 switch things off, and the default is what everyone knows.
        if (reading.value <= 0 || !/^\d+$/.test(value.trim()) || value === parameter.default) return;
        if (allowed.has(parameter.name.toLowerCase())) return;
        const means = writeNumber(parameter, reading.value);
        if (/\d$/.test(means) || (means.endsWith('B') && !/[kMGT]B$/.test(means) && target < 11)) return;
        const at = valuePlace(entry);
        report({
          messageId: 'unit',
          parts: [parameter.name],
          data: { name: parameter.name, unit: unitNames[parameter.unit] ?? parameter.unit, value, means },
          at,
          fix:
            entry.file === cluster.configuration.auto
              ? undefined
              : {
                  title: `Write ${means}`,
                  safety: 'safe',
                  edits: replaceValue(entry, means),
                },
        });
      },
    };
  },
});
