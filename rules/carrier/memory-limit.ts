import { bytesInForce, isSetByPerson, relatedLimit } from '../../src/rule-kit/container.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, shownValue } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'carrier/memory-limit',
  meta: {
    type: 'problem',
    summary: 'Report shared_buffers that do not fit into the memory of the container',
    category: 'durability',
    presets: ['recommended'],
    messages: {
      above: {
        headline: 'shared_buffers does not fit into the container',
        why: 'It is {value}, and {limit} is {written}: the kernel kills the server.',
        help: 'Set shared_buffers to a quarter of that, {right}, or raise {limit}.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const memory = cluster.container?.memory;
        const buffers = bytesInForce(cluster, 'shared_buffers');
        if (memory === undefined || memory.isRequest === true || buffers === undefined) return;
        if (buffers < memory.bytes || !isSetByPerson(cluster, 'shared_buffers')) return;
        const right = `${Math.max(1, Math.floor(memory.bytes / 4 / 1024 ** 2))}MB`;
        const { name: limit, written } = memory;
        reportSetting(context, 'shared_buffers', {
          messageId: 'above',
          data: { value: shownValue(cluster, 'shared_buffers'), limit, written, right },
          relatedInFile: relatedLimit(cluster, memory),
          right: { value: right, as: 'suggestion' },
        });
      },
    };
  },
});
