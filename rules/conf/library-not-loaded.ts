import { libraryOfPrefix } from '../../src/rule-kit/catalog/libraries.js';
import { setSetting } from '../../src/rule-kit/edits/settings.js';
import { type ConfEntry, defineRule } from '../../src/rule-kit/rule.js';
import { loadedLibraries, withLibrary } from '../../src/rule-kit/settings/libraries.js';
import { namePlace, settingPlace } from '../../src/rule-kit/settings/setting-places.js';

/**
 * Libraries that do nothing unless the server loads them at its start. Others come with a session (auto_explain by LOAD,
 * languages and data types by their functions), so that settings for them are no mistake.
 */
const neededAtStart = new Set([
  'auth_delay',
  'basic_archive',
  'citus',
  'credcheck',
  'passwordcheck',
  'pg_cron',
  'pg_failover_slots',
  'pg_partman_bgw',
  'pg_prewarm',
  'pg_qualstats',
  'pg_squeeze',
  'pg_stat_kcache',
  'pg_stat_statements',
  'pg_wait_sampling',
  'pgaudit',
  'pgauditlogtofile',
  'pgautofailover',
  'pglogical',
  'pgsentinel',
  'powa',
  'sepgsql',
  'set_user',
  'timescaledb',
]);
/** Libraries that the catalog has no parameters of. */
const furtherPrefixes: Readonly<Record<string, string>> = { citus: 'citus' };

export default defineRule({
  id: 'conf/library-not-loaded',
  meta: {
    type: 'problem',
    summary: 'Report settings of libraries that nothing loads',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      notLoaded: {
        headline: '{names} {does} nothing without {library}',
        why: 'It is not in shared_preload_libraries ({libraries}).',
        help: 'Add {library} there, or remove the {lines}.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    const loaded = loadedLibraries(cluster);
    if (loaded === undefined) return {};
    const idle = new Map<string, ConfEntry[]>();
    // A library that is not installed keeps the server from starting, so that a person must choose.
    const loading = (library: string) => {
      const value = withLibrary(cluster, library);
      const edits = setSetting(cluster, 'shared_preload_libraries', value);
      return edits === undefined ? [] : [{ title: `Set shared_preload_libraries = ${value}`, edits }];
    };
    return {
      ConfEntry(entry) {
        const prefix = /^([^.]+)\./.exec(entry.name)?.[1]?.toLowerCase();
        if (prefix === undefined || entry.overriddenBy !== undefined) return;
        const library = furtherPrefixes[prefix] ?? libraryOfPrefix(prefix)?.name;
        if (library === undefined || !neededAtStart.has(library) || loaded.has(library)) return;
        // pgaudit.* serves pgauditlogtofile too.
        if ([...loaded].some((other) => libraryOfPrefix(prefix)?.prefixes.includes(other))) return;
        idle.set(library, [...(idle.get(library) ?? []), entry]);
      },
      end() {
        for (const [library, entries] of idle) {
          const first = entries[0]!;
          const list = settingPlace(cluster, 'shared_preload_libraries');
          const names = [...new Set(entries.map(({ name }) => name))];
          report({
            messageId: 'notLoaded',
            data: {
              names:
                names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', '),
              does: names.length === 1 ? 'does' : 'do',
              lines: names.length === 1 ? 'line' : 'lines',
              library,
              libraries: cluster.configuration.get('shared_preload_libraries').value || 'which is empty',
            },
            at: namePlace(first),
            suggestions: loading(library),
            related: list === undefined ? [] : [{ at: list, message: `${library} is missing here` }],
          });
        }
      },
    };
  },
});
