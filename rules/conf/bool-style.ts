import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';

const styles: Readonly<Record<string, readonly [string, string]>> = {
  'on-off': ['on', 'off'],
  'true-false': ['true', 'false'],
  'yes-no': ['yes', 'no'],
};

export default defineRule({
  id: 'conf/bool-style',
  meta: {
    type: 'layout',
    summary: 'Require one spelling of true and false',
    category: 'maintainability',
    presets: ['style'],
    options: {
      style: { type: 'string', default: 'on-off', enum: Object.keys(styles), description: 'The spelling.' },
    },
    sameCause: 'file',
    messages: { style: { headline: '{name} = {value} is another spelling of {right}', help: 'Write {right}.' } },
    fix: 'safe',
  },
  create({ cluster, options, report }) {
    const [yes, no] = styles[options.style]!;
    return {
      ConfEntry(entry) {
        const { parameter, reading, value, file } = entry;
        if (parameter?.type !== 'bool' || reading?.ok !== true || file === cluster.configuration.auto) return;
        const right = reading.value === true ? yes : no;
        if (value === right) return;
        const at = valuePlace(entry);
        report({
          messageId: 'style',
          data: { name: parameter.name, value, right },
          at,
          fix: { title: `Write ${right}`, safety: 'safe', edits: replaceValue(entry, right) },
        });
      },
    };
  },
});
