import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type ConfEntry, defineRule, type Report } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { listInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue, writeElement } from '../../src/rule-kit/values/quote.js';

export default defineRule({
  id: 'conf/search-path',
  meta: {
    type: 'problem',
    summary: 'Disallow a server-wide search_path in which others can plant functions',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { allowPublic: false } }, 'managed-cloud'],
    options: {
      allowPublic: {
        type: 'boolean',
        default: true,
        description: 'Do not report public, in which databases from before 15 let every role create objects.',
      },
    },
    messages: {
      shadowed: {
        headline: '{schema} comes before pg_catalog in search_path',
        why: "A function or operator that someone creates in {schema} is used instead of PostgreSQL's own of that name (CVE-2018-1058).",
        help: 'Leave pg_catalog out: it then comes first.',
      },
      public: {
        headline: 'Every session finds what is in public',
        why: 'In databases made before 15 any role may add to it (CVE-2018-1058).',
        help: 'Leave public out.',
      },
    },
    suggestions: true,
  },
  create({ cluster, options, report }) {
    /** The list without one schema; `$user` in quotes, as everyone writes it. */
    const without = (schema: string, schemas: readonly string[], entry: ConfEntry): Report['suggestions'] => {
      if (entry.file === cluster.configuration.auto) return [];
      const kept = schemas.filter((each) => each !== schema);
      const list = kept.map((each) => (each === '$user' ? '"$user"' : writeElement(each, true))).join(', ');
      return [{ title: `Write ${quoteValue(list)}`, edits: replaceValue(entry, list, true) }];
    };
    return {
      Cluster() {
        const { entry } = cluster.configuration.get('search_path');
        if (entry === undefined) return;
        const schemas = listInForce(cluster, 'search_path') ?? [];
        const catalog = schemas.indexOf('pg_catalog');
        if (catalog > 0) {
          report({
            messageId: 'shadowed',
            data: { schema: schemas[0]! },
            at: valuePlace(entry),
            suggestions: without('pg_catalog', schemas, entry),
          });
          return;
        }
        if (options.allowPublic || !schemas.includes('public')) return;
        report({ messageId: 'public', at: valuePlace(entry), suggestions: without('public', schemas, entry) });
      },
    };
  },
});
