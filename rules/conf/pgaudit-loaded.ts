import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { hasLibrary, preloadedLibraries, withLibrary } from '../../src/rule-kit/settings/libraries.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/pgaudit-loaded',
  meta: {
    type: 'problem',
    summary: 'Require an audit extension among the preloaded libraries',
    category: 'accounting',
    presets: ['strict'],
    controls: [...cis('3.2'), ...stig('000400', '000700', '000900', '001400', '012000'), ...percona('accounting')],
    options: {
      alternatives: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Further libraries of which one is as good as pgaudit, for instance ["edb_audit"].',
      },
    },
    messages: {
      missing: {
        headline: 'No audit extension is loaded',
        why: 'Nothing records who read or changed what.',
        help: 'Add pgaudit to shared_preload_libraries.',
      },
      without: {
        headline: 'No audit extension is loaded',
        why: 'shared_preload_libraries has only {libraries}.',
        help: 'Add pgaudit.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const libraries = preloadedLibraries(cluster);
        if (libraries === undefined || hasLibrary(libraries, ['pgaudit', ...context.options.alternatives])) return;
        reportSetting(context, 'shared_preload_libraries', {
          messageId: libraries.length === 0 ? 'missing' : 'without',
          data: { libraries: libraries.join(', ') },
          right: {
            value: withLibrary(cluster, 'pgaudit'),
            title: 'Load pgaudit (takes effect at the next restart, which fails where it is not installed)',
            as: 'suggestion',
          },
        });
      },
    };
  },
});
