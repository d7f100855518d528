import { bytesInForce, isSetByPerson, numberInForce, relatedLimit, shownBytes } from '../../src/rule-kit/container.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** What decides how much a parallel query shares. */
const parameters = ['work_mem', 'max_parallel_workers_per_gather', 'hash_mem_multiplier'] as const;

export default defineRule({
  id: 'carrier/shared-memory',
  meta: {
    type: 'suggestion',
    summary: 'Report settings with which parallel queries need more than /dev/shm holds',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    targets: { from: 11 },
    messages: {
      hash: {
        headline: 'Parallel queries may need more than /dev/shm holds',
        why: 'One parallel hash join may take {terms} = {sum}, and {limit} is {written}.',
        help: 'Set {limit} to {sum} or more, or lower work_mem.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const limit = cluster.container?.sharedMemory;
        const work = bytesInForce(cluster, 'work_mem');
        const workers = numberInForce(cluster, 'max_parallel_workers_per_gather');
        if (limit === undefined || work === undefined || workers === undefined || workers === 0) return;
        if (valueInForce(cluster, 'dynamic_shared_memory_type') !== 'posix') return;
        if (valueInForce(cluster, 'enable_parallel_hash') === false) return;
        // Majors before 13 have no such parameter, and no factor.
        const times = cluster.target < 13 ? 1 : numberInForce(cluster, 'hash_mem_multiplier');
        const place = parameters.find((name) => isSetByPerson(cluster, name));
        if (times === undefined || place === undefined) return;
        const sum = work * times * (workers + 1);
        if (sum <= limit.bytes) return;
        const multiplier = cluster.target < 13 ? '' : ` × hash_mem_multiplier ${times}`;
        const terms = `work_mem ${shownBytes(work)}${multiplier} × ${workers + 1} processes`;
        reportSetting(context, place, {
          messageId: 'hash',
          data: { terms, sum: shownBytes(sum), limit: limit.name, written: limit.written },
          relatedInFile: relatedLimit(cluster, limit),
        });
      },
    };
  },
});
