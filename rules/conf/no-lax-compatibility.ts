import { defineRule } from '../../src/rule-kit/rule.js';
import { reportUnwanted, type UnwantedSetting } from '../../src/rule-kit/settings/unwanted-settings.js';

/** Settings that bring back what PostgreSQL did long ago, at the price of security or of sense. */
const settings: readonly UnwantedSetting[] = [
  {
    name: 'lo_compat_privileges',
    good: [false],
    effect: 'lets every role read and change all large objects, as before 9.0',
  },
  {
    name: 'transform_null_equals',
    good: [false],
    effect: 'turns “x = NULL” into “x IS NULL”, so that conditions mean another thing here than on every other server',
  },
  {
    name: 'standard_conforming_strings',
    good: [true],
    effect:
      'makes a backslash in an ordinary string escape the next character, so that programs that quote by the standard can be tricked (SQL injection)',
  },
  {
    name: 'backslash_quote',
    good: ['safe_encoding', 'off', false],
    effect:
      "takes \\' for a quote in every client encoding, so that in some encodings a string can be broken out of (SQL injection)",
  },
];

export default defineRule({
  id: 'conf/no-lax-compatibility',
  meta: {
    type: 'problem',
    summary: 'Disallow settings that bring back unsafe behaviour of old releases',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }, 'managed-cloud'],
    messages: {
      unwanted: {
        headline: '{name} = {value} keeps an old, lax behavior',
        why: 'It {effect}.',
        help: 'Remove the line ({name} = {good}), and fix what still needs it.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster: () => reportUnwanted(context, settings, 'suggestion'),
    };
  },
});
