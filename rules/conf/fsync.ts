import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/fsync',
  meta: {
    type: 'problem',
    summary: 'Require that what is committed reaches the disk',
    category: 'durability',
    presets: ['recommended'],
    controls: [...cis('6.3')],
    anyMajor: true,
    messages: {
      set: {
        headline: 'Nothing waits until data are on disk (fsync = {value})',
        why: 'A crash of the machine can destroy the whole cluster beyond repair.',
        help: 'Set fsync = on; where speed matters more than the last commits, synchronous_commit = off is safe for the data.',
      },
    },
    fix: 'safe',
  },
  parameters: ['fsync'],
  judge: ({ value }) => (value === false ? { messageId: 'set', right: { value: 'on', as: 'safe' } } : undefined),
});
