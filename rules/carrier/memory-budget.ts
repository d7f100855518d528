import { bytesInForce, isSetByPerson, numberInForce, relatedLimit, shownBytes } from '../../src/rule-kit/container.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, shownValue } from '../../src/rule-kit/settings/settings.js';

/** A part of the memory that a server may use. */
interface Term {
  bytes: number;
  text: string;
  /** The parameters that decide it. */
  names: readonly string[];
}

export default defineRule({
  id: 'carrier/memory-budget',
  meta: {
    type: 'suggestion',
    summary: 'Report memory settings that together exceed the memory of the container',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    options: {
      workMemPerConnection: {
        type: 'integer',
        default: 1,
        minimum: 1,
        description: 'How many times work_mem a session is expected to use at once.',
      },
    },
    messages: {
      sum: {
        headline: 'The server may use more memory than its container has',
        why: '{terms} = {sum}, and {limit} is {written}: the kernel kills processes beyond that.',
        help: 'Lower max_connections or work_mem, or raise {limit}.',
      },
      half: {
        headline: 'shared_buffers takes most of the container’s memory',
        why: 'It is {value} of {written} ({limit}).',
        help: 'Set it to a quarter, {right}.',
      },
      cache: {
        headline: 'effective_cache_size is more than the container has',
        why: 'It is {value}, and {limit} is {written}.',
        help: 'Set it to three quarters, {right}.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const memory = cluster.container?.memory;
        if (memory === undefined) return;
        const { name: limit, written, bytes } = memory;
        const relatedInFile = relatedLimit(cluster, memory);
        const about = (name: string, messageId: string, part: number) => {
          const right = `${Math.max(1, Math.floor((bytes * part) / 1024 ** 2))}MB`;
          reportSetting(context, name, {
            messageId,
            data: { value: shownValue(cluster, name), limit, written, right },
            relatedInFile,
            right: { value: right, as: 'suggestion' },
          });
        };
        const buffers = bytesInForce(cluster, 'shared_buffers') ?? 0;
        // What does not fit at all, carrier/memory-limit says.
        if (buffers >= bytes && memory.isRequest !== true) return;
        if (buffers > bytes * 0.4 && isSetByPerson(cluster, 'shared_buffers')) about('shared_buffers', 'half', 0.25);
        const cache = bytesInForce(cluster, 'effective_cache_size') ?? 0;
        if (cache > bytes && isSetByPerson(cluster, 'effective_cache_size'))
          about('effective_cache_size', 'cache', 0.75);
        const terms = termsOf(cluster, context.options.workMemPerConnection);
        const sum = terms.reduce((total, term) => total + term.bytes, 0);
        const largest = [...terms].sort((a, b) => b.bytes - a.bytes).flatMap(({ names }) => names);
        const place = largest.find((name) => isSetByPerson(cluster, name));
        if (sum <= bytes || place === undefined) return;
        const shown = terms.map(({ text }) => text).join(' + ');
        reportSetting(context, place, {
          messageId: 'sum',
          parts: ['sum'],
          data: { terms: shown, sum: shownBytes(sum), limit, written },
          relatedInFile,
        });
      },
    };
  },
});

/** What the server takes at its start, and what its processes may take at one time. */
function termsOf(cluster: Cluster, perConnection: number): Term[] {
  const terms: Term[] = [];
  const buffers = bytesInForce(cluster, 'shared_buffers');
  if (buffers !== undefined)
    terms.push({ bytes: buffers, text: `shared_buffers ${shownBytes(buffers)}`, names: ['shared_buffers'] });
  const connections = numberInForce(cluster, 'max_connections');
  const work = bytesInForce(cluster, 'work_mem');
  if (connections !== undefined && work !== undefined) {
    const times = perConnection === 1 ? '' : ` × ${perConnection}`;
    const text = `max_connections ${connections} × work_mem ${shownBytes(work)}${times}`;
    terms.push({ bytes: connections * work * perConnection, text, names: ['work_mem', 'max_connections'] });
  }
  const workers = numberInForce(cluster, 'autovacuum_max_workers');
  const own = bytesInForce(cluster, 'autovacuum_work_mem');
  const name = own === undefined ? 'maintenance_work_mem' : 'autovacuum_work_mem';
  const maintenance = own ?? bytesInForce(cluster, 'maintenance_work_mem');
  if (workers !== undefined && maintenance !== undefined) {
    const text = `autovacuum_max_workers ${workers} × ${name} ${shownBytes(maintenance)}`;
    terms.push({ bytes: workers * maintenance, text, names: [name, 'autovacuum_max_workers'] });
  }
  return terms;
}
