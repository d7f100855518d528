import { cis } from '../../src/rule-kit/controls.js';
import { isTaken, passwordMethods } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { hasLibrary, preloadedLibraries, withLibrary } from '../../src/rule-kit/settings/libraries.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/password-check-loaded',
  meta: {
    type: 'suggestion',
    summary: 'Require a library that refuses weak passwords',
    category: 'authentication',
    presets: ['strict'],
    controls: [...cis('5.6')],
    options: {
      libraries: {
        type: 'array',
        default: ['passwordcheck', 'credcheck', 'passwordpolicy'],
        items: { type: 'string' },
        description: 'Libraries of which one is enough.',
      },
    },
    messages: {
      missing: {
        headline: 'Any password is accepted, even a single letter',
        why: 'No library checks them (shared_preload_libraries).',
        help: 'Load {library}.',
      },
    },
    suggestions: true,
  },
  create(context) {
    const libraries = context.options.libraries;
    return {
      Cluster(cluster) {
        const loaded = preloadedLibraries(cluster);
        if (loaded === undefined || hasLibrary(loaded, libraries)) return;
        // Where no record asks for a password that the server stores, weak ones open nothing.
        const { hba } = cluster;
        const asks = hba?.records.some((record) => isTaken(record) && passwordMethods.includes(record.method ?? ''));
        if (asks === false) return;
        const library = libraries[0] ?? 'passwordcheck';
        reportSetting(context, 'shared_preload_libraries', {
          messageId: 'missing',
          data: { library },
          right: {
            value: withLibrary(cluster, library),
            title: `Load ${library} (takes effect at the next restart, which fails where it is not installed)`,
            as: 'suggestion',
          },
        });
      },
    };
  },
});
