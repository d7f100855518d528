import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { describeNumber } from '../../src/rule-kit/values/format.js';

/** How many of the smallest unit of its kind a unit has: bytes and microseconds. */
const sizes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 2 ** 10,
  '8kB': 2 ** 13,
  MB: 2 ** 20,
  GB: 2 ** 30,
  TB: 2 ** 40,
  us: 1,
  ms: 1e3,
  s: 1e6,
  min: 6e7,
  h: 3.6e9,
  d: 8.64e10,
};

export default defineRule({
  id: 'conf/rounded-value',
  meta: {
    type: 'suggestion',
    summary: 'Report values that the server rounds to something else',
    category: 'correctness',
    presets: ['strict', 'style'],
    messages: {
      rounded: {
        headline: '{name} = {value} is rounded to {means}',
        why: 'It counts in whole numbers of {unit}.',
        help: 'Write {means}.',
      },
      zero: {
        headline: '{name} = {value} is rounded to 0',
        why: 'It is less than half of {unit}, and 0 means something else.',
        help: 'Write {unit} or more.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { parameter, reading, value } = entry;
        if (parameter?.unit === undefined || parameter.type !== 'integer' || reading?.ok !== true) return;
        const wanted = amountOf(value, parameter.unit);
        if (wanted === undefined || typeof reading.value !== 'number') return;
        const taken = reading.value * sizes[parameter.unit]!;
        if (Math.abs(wanted - taken) < 1e-9 * Math.max(1, Math.abs(wanted))) return;
        const means = describeNumber(parameter, reading.value);
        const at = valuePlace(entry);
        const unit = parameter.unit === '8kB' ? '8 kB' : `1 ${parameter.unit}`;
        const text = means.replace(' ', '');
        const canEdit = reading.value !== 0 && entry.file !== cluster.configuration.auto;
        report({
          messageId: reading.value === 0 ? 'zero' : 'rounded',
          data: { name: parameter.name, value, unit, means },
          at,
          suggestions: canEdit ? [{ title: `Write ${text}`, edits: replaceValue(entry, text, true) }] : [],
        });
      },
    };
  },
});

/** An amount in bytes or microseconds; undefined for what is no plain number with an optional unit. */
function amountOf(text: string, base: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d*)?|\.\d+)\s*(B|kB|MB|GB|TB|us|ms|s|min|h|d)?\s*$/.exec(text);
  if (match === null || /^0\d/.test(match[1]!)) return undefined;
  return Number(match[1]) * sizes[match[2] ?? base]!;
}
