import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/full-page-writes',
  meta: {
    type: 'problem',
    summary: 'Require that whole pages are logged after each checkpoint',
    category: 'durability',
    presets: ['recommended'],
    controls: [...cis('6.3')],
    options: {
      atomicStorage: {
        type: 'boolean',
        default: false,
        description: 'Whether the file system never writes a page in part, as ZFS does not.',
      },
    },
    anyMajor: true,
    yieldsTo: [{ rule: 'conf/fsync', by: 'cluster' }],
    messages: {
      set: {
        headline: 'Half-written pages stay broken (full_page_writes = {value})',
        why: 'Recovery after a crash has no copy of them.',
        help: 'Set it on.',
      },
    },
    fix: 'safe',
  },
  parameters: ['full_page_writes'],
  judge({ value, context }) {
    if (value !== false || context.options.atomicStorage) return undefined;
    return { messageId: 'set', right: { value: 'on', as: 'safe' } };
  },
});
