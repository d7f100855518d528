import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/checkpoint-sanity',
  meta: {
    type: 'suggestion',
    summary: 'Disallow checkpoints that come too often, too seldom, or all at once',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    messages: {
      often: {
        headline: 'Checkpoints come every {value}',
        why: 'Whole pages are logged again and again (checkpoint_timeout).',
        help: 'Set 5min or more.',
      },
      seldom: {
        headline: 'Checkpoints come only every {value}',
        why: 'After a crash that much is replayed first (checkpoint_timeout).',
        help: 'Set 30min or less.',
      },
      burst: {
        headline: 'Checkpoints write in bursts',
        why: 'checkpoint_completion_target = {value} makes queries wait for them.',
        help: 'Set it to 0.9.',
      },
      silent: {
        headline: 'Checkpoints that come too often are not logged',
        why: 'That is what checkpoint_warning = {value} says.',
        help: 'Set checkpoint_warning = 30s.',
      },
      order: {
        headline: 'max_wal_size is below min_wal_size ({value} < {other})',
        why: 'The space between them is never used.',
        help: 'Raise max_wal_size.',
      },
    },
    suggestions: true,
  },
  parameters: ['checkpoint_timeout', 'checkpoint_completion_target', 'checkpoint_warning', 'max_wal_size'],
  judge({ name, value, cluster }) {
    if (typeof value !== 'number') return undefined;
    if (name === 'checkpoint_timeout') {
      if (value < 60) return { messageId: 'often', right: { value: '5min', as: 'suggestion' } };
      return value > 3600 ? { messageId: 'seldom', right: { value: '30min', as: 'suggestion' } } : undefined;
    }
    if (name === 'checkpoint_completion_target') {
      return value < 0.5 ? { messageId: 'burst', right: { value: '0.9', as: 'suggestion' } } : undefined;
    }
    if (name === 'checkpoint_warning') {
      return value === 0 ? { messageId: 'silent', right: { value: '30s', as: 'suggestion' } } : undefined;
    }
    const least = valueInForce(cluster, 'min_wal_size');
    if (typeof least !== 'number' || value >= least) return undefined;
    return { messageId: 'order', data: { other: cluster.configuration.get('min_wal_size').value } };
  },
});
