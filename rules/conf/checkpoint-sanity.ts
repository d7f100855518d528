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
      often:
        'Checkpoints come every {value} (checkpoint_timeout): whole pages are logged again and again, and the disk never rests. Set checkpoint_timeout = 5min or more.',
      seldom:
        'Checkpoints come only every {value} (checkpoint_timeout): after a crash the server may replay that much before anyone gets in. Set checkpoint_timeout = 30min or less.',
      burst:
        'A checkpoint writes everything in the first part of its time (checkpoint_completion_target = {value}), and queries wait meanwhile. Set it to 0.9.',
      silent:
        'The server does not say when checkpoints come too often (checkpoint_warning = {value}). Set checkpoint_warning = 30s.',
      order:
        'max_wal_size = {value} is below min_wal_size = {other}: the space between them is never used. Raise max_wal_size.',
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
