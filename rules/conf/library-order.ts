import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { libraryName } from '../../src/rule-kit/values/parameters.js';
import { quoteValue, writeList } from '../../src/rule-kit/values/quote.js';
import { splitFiles } from '../../src/rule-kit/values/split.js';

/** Libraries that ask for a place in the list, and what happens at another one. */
const behind: readonly { library: string; after: string; effect: string }[] = [
  {
    library: 'pg_stat_kcache',
    after: 'pg_stat_statements',
    effect: 'it may miss the identifiers of queries, which pg_stat_statements sets',
  },
  {
    library: 'pg_wait_sampling',
    after: 'pg_stat_statements',
    effect: 'its samples may come without the identifiers of queries',
  },
];

export default defineRule({
  id: 'conf/library-order',
  meta: {
    type: 'problem',
    summary: 'Require the order of preloaded libraries that some of them ask for',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    blocks: { first: 'start' },
    messages: {
      first: {
        headline: 'citus comes after {before}',
        why: 'It refuses to be loaded there, and the server does not start.',
        help: 'Put citus first.',
      },
      after: {
        headline: '{library} stands before {after}',
        why: 'There {effect}.',
        help: 'Put {library} after {after}.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        const { entry } = cluster.configuration.get('shared_preload_libraries');
        const elements = entry === undefined ? undefined : splitFiles(entry.value, cluster.target);
        if (entry === undefined || elements === undefined) return;
        const written = elements.map(({ name }) => name);
        const names = written.map(libraryName);
        const at = valuePlace(entry);
        const say = (messageId: string, data: Record<string, string>, order: string[]) => {
          const list = writeList(order);
          const canEdit = entry.file !== cluster.configuration.auto;
          const edits = replaceValue(entry, list, true);
          report({ messageId, data, at, suggestions: canEdit ? [{ title: `Write ${quoteValue(list)}`, edits }] : [] });
        };
        const citus = names.indexOf('citus');
        if (citus > 0) {
          const order = [written[citus]!, ...written.filter((_, index) => index !== citus)];
          say('first', { before: names[citus - 1]! }, order);
        }
        for (const { library, after, effect } of behind) {
          const [own, other] = [names.indexOf(library), names.indexOf(after)];
          if (own === -1 || other === -1 || own > other) continue;
          const order = written.filter((_, index) => index !== own);
          order.splice(other, 0, written[own]!);
          say('after', { library, after, effect }, order);
        }
      },
    };
  },
});
