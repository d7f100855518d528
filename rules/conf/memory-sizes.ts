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
      small:
        'shared_buffers = {value} is too little for any real load: nearly every page is read from the system again. A quarter of the memory is usual.',
      large:
        'shared_buffers = {value} takes more than half of the {ram} MB of the machine: little is left for sessions and for the system’s own cache.',
      cache:
        'effective_cache_size = {value} is less than shared_buffers = {other}: the planner believes that less is in memory than the server itself keeps. Raise it.',
      sum: 'All sessions together may take {sum} MB (max_connections × work_mem × 2, and shared_buffers), the machine has {ram} MB. Lower work_mem or max_connections.',
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
