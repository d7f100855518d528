import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { shownValue, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** Bytes of a block. */
const block = 8192;

export default defineSettingRule({
  id: 'conf/memory-sizes',
  meta: {
    type: 'suggestion',
    summary: 'Disallow memory settings that contradict each other or the machine',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    options: {
      ramMegabytes: {
        type: 'integer',
        default: 0,
        minimum: 0,
        description: 'The memory of the machine; 0 where it is not known.',
      },
    },
    messages: {
      small: {
        headline: 'shared_buffers = {value} is too little for any real load',
        why: 'A quarter of the memory is usual.',
        help: 'Raise it.',
      },
      large: {
        headline: 'shared_buffers = {value} is over half of the memory',
        why: 'The machine has {ram} MB, for sessions and its cache too.',
        help: 'Lower it.',
      },
      cache: {
        headline: 'effective_cache_size is less than shared_buffers',
        why: 'The planner expects {value} in memory; the server keeps {other}.',
        help: 'Raise it.',
      },
      sum: {
        headline: 'shared_buffers and the sessions may take {sum} MB',
        why: 'The machine has {ram} MB, and each session may use work_mem twice.',
        help: 'Lower work_mem or max_connections.',
      },
    },
  },
  parameters: ['shared_buffers', 'effective_cache_size', 'work_mem'],
  judge({ name, value, cluster, context }) {
    const buffers = valueInForce(cluster, 'shared_buffers');
    if (typeof value !== 'number' || typeof buffers !== 'number') return undefined;
    const ram = context.options.ramMegabytes;
    const megabytes = (blocks: number) => (blocks * block) / (1024 * 1024);
    if (name === 'shared_buffers') {
      if (megabytes(value) < 16) return { messageId: 'small' };
      return ram > 0 && megabytes(value) > ram / 2 ? { messageId: 'large', data: { ram } } : undefined;
    }
    if (name === 'effective_cache_size') {
      if (value >= buffers) return undefined;
      return { messageId: 'cache', data: { other: shownValue(cluster, 'shared_buffers') } };
    }
    const connections = valueInForce(cluster, 'max_connections');
    if (ram === 0 || typeof connections !== 'number') return undefined;
    const sum = Math.round(megabytes(buffers) + (connections * value * 2) / 1024);
    return sum > ram ? { messageId: 'sum', data: { sum, ram } } : undefined;
  },
});
