import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { parseStandbyNames } from '../../src/rule-kit/values/standby-names.js';

export default defineSettingRule({
  id: 'conf/synchronous-standbys',
  meta: {
    type: 'problem',
    summary: 'Require that a commit does not wait for more standbys than are named',
    category: 'replication',
    presets: ['recommended'],
    suggestions: true,
    messages: {
      tooMany: {
        headline: 'Every commit waits for {count} of {named} standbys',
        why: 'synchronous_standby_names names no more: as long as no two standbys share a name, no commit comes back.',
        help: 'Write a number of at most {named}, or name more standbys.',
      },
      word: {
        headline: 'Every commit waits for a standby called {word}',
        why: 'Every word in synchronous_standby_names is a name.',
        help: 'Write {right}.',
      },
      twice: {
        headline: 'synchronous_standby_names names {standby} twice',
        why: 'The second place means nothing.',
        help: 'Name each standby once.',
      },
    },
  },
  parameters: ['synchronous_standby_names'],
  judge({ text }): SettingVerdict | undefined {
    const parsed = text === '' ? undefined : parseStandbyNames(text);
    if (parsed === undefined) return undefined;
    const word = parsed.names.length === 1 ? parsed.names[0]! : '';
    if (/^(?:none|off|false|no|disabled?|null|default|empty)$/i.test(word)) {
      return { messageId: 'word', data: { word, right: "''" }, right: { value: "''", as: 'suggestion' } };
    }
    if (/^(?:all|any|on|true|yes)$/i.test(word)) {
      return { messageId: 'word', data: { word, right: "'*'" }, right: { value: "'*'", as: 'suggestion' } };
    }
    const names = parsed.names.map((name) => name.toLowerCase());
    const named = new Set(names).size;
    if (parsed.count > named && !names.includes('*')) {
      return { messageId: 'tooMany', data: { count: parsed.count, named } };
    }
    const standby = names.find((name, index) => names.indexOf(name) !== index);
    return standby === undefined ? undefined : { messageId: 'twice', data: { standby } };
  },
});
