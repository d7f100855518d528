import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { extensionParameter } from '../../src/rule-kit/catalog/parameters.js';
import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { partsOfReading } from '../../src/rule-kit/reading-errors.js';
import { type ConfEntry, defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { readValue } from '../../src/rule-kit/values/read.js';

/** Words that pgAudit knows (its hooks check_pgaudit_log and check_pgaudit_log_level), in any letter case. */
const classes = ['none', 'all', 'ddl', 'function', 'misc', 'misc_set', 'read', 'role', 'write'];
const levels = ['debug', 'debug1', 'debug2', 'debug3', 'debug4', 'debug5', 'info', 'notice', 'warning', 'log'];

export default defineRule({
  id: 'conf/library-value',
  meta: {
    type: 'problem',
    summary: 'Report values that a library does not accept for its parameters',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      refused: {
        headline: '{headline}',
        why: '{why} The server starts with a warning in the log, and {name} keeps its default ({default}).',
        help: '{help}',
      },
      word: {
        headline: '{name} does not know {word}',
        why: 'It knows {words}. The server starts with a warning in the log, and {name} keeps its default ({default}).',
        help: '{guess}',
      },
    },
    suggestions: true,
  },
  create({ cluster, report, target }) {
    return {
      ConfEntry(entry) {
        if (!entry.custom || entry.overriddenBy !== undefined) return;
        const parameter = extensionParameter(entry.name, target);
        if (parameter === undefined) return;
        const { name, default: fallback = '' } = parameter;
        const at = valuePlace(entry);
        const word = unknownWord(entry);
        const canEdit = entry.file !== cluster.configuration.auto;
        if (word !== undefined) {
          const words = name === 'pgaudit.log' ? classes : levels;
          const [near, other] = nearestOf(word, words);
          const right = near === undefined || other !== undefined ? undefined : entry.value.replace(word, near);
          report({
            messageId: 'word',
            data: {
              name,
              word,
              words: words.join(', '),
              default: fallback,
              guess: right === undefined ? '' : ` Did you mean ${near}?`,
            },
            at,
            suggestions:
              right === undefined || !canEdit ? [] : [{ title: `Write ${right}`, edits: replaceValue(entry, right) }],
          });
          return;
        }
        // Of libraries of others one version was read: another one may have more values and other bounds.
        if (parameter.approximate && parameter.type !== 'bool') return;
        const reading = readValue(parameter, entry.value, target);
        if (reading.ok !== false) return;
        const right = canEdit ? reading.suggestion : undefined;
        report({
          messageId: 'refused',
          data: { name, ...partsOfReading(reading), default: fallback },
          at,
          suggestions: right === undefined ? [] : [{ title: `Write ${right}`, edits: replaceValue(entry, right) }],
        });
      },
    };
  },
});

/** The first word of a list of pgAudit, or its level, that it does not know. */
function unknownWord({ name, value }: ConfEntry): string | undefined {
  const lower = name.toLowerCase();
  if (lower === 'pgaudit.log_level') return levels.includes(value.trim().toLowerCase()) ? undefined : value.trim();
  if (lower !== 'pgaudit.log') return undefined;
  const words = value.split(',').map((word) => word.trim());
  return words.find((word) => word !== '' && !classes.includes(word.toLowerCase().replace(/^-/, '')));
}
