import { findParameter } from '../../src/rule-kit/catalog/parameters.js';
import { type AcceptedValue, type ConfFile, defineRule, type Parameter } from '../../src/rule-kit/rule.js';
import { writeNumber } from '../../src/rule-kit/values/format.js';
import { readValue } from '../../src/rule-kit/values/read.js';

export default defineRule({
  id: 'conf/commented-default',
  meta: {
    type: 'suggestion',
    summary: 'Report commented settings that do not show the default of the target',
    category: 'maintainability',
    presets: ['style'],
    sameCause: 'file',
    messages: {
      drift: {
        headline: 'The comment is not the default of {name}',
        why: 'It shows {value}; PostgreSQL {target} has {byDefault}.',
        help: 'Write that, or remove the # to set {value}.',
      },
    },
  },
  create({ cluster, report, target }) {
    return {
      Cluster() {
        for (const file of cluster.configuration.files) {
          if (file !== cluster.configuration.auto) checkComments(file);
        }
      },
    };

    function checkComments(file: ConfFile): void {
      for (const { start, end } of file.tree.comments) {
        const match = /^#([A-Za-z_]\w*)[ \t]*=[ \t]*('(?:[^'\\]|'')*'|[^\s#']+)[ \t]*(?:#.*)?$/.exec(
          file.text.slice(start, end).trimEnd(),
        );
        if (match === null) continue;
        const [, name = '', text = ''] = match;
        const parameter = findParameter(name, target);
        if (parameter?.default === undefined) continue;
        const value = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
        const shown = readValue(parameter, value, target);
        const byDefault = readValue(parameter, parameter.default, target);
        if (shown.ok !== true || byDefault.ok !== true || shown.value === byDefault.value) continue;
        report({
          messageId: 'drift',
          data: { name, value, target, byDefault: defaultText(parameter, byDefault) },
          at: { file, start, end: start + match[0].length },
        });
      }
    }
  },
});

function defaultText(parameter: Parameter, { value, canonical }: AcceptedValue): string {
  if (typeof value === 'number') return writeNumber(parameter, value);
  return canonical === '' ? "''" : canonical;
}
