import { isRemote, passwordMethods } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { hasLibrary, preloadedLibraries, withLibrary } from '../../src/rule-kit/settings/libraries.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/auth-delay-loaded',
  meta: {
    type: 'suggestion',
    summary: 'Require a brake on guessing where other machines log in with passwords',
    category: 'authentication',
    options: {
      libraries: {
        type: 'array',
        default: ['auth_delay', 'credcheck'],
        items: { type: 'string' },
        description: 'Libraries of which one is enough.',
      },
    },
    messages: {
      missing: {
        headline: 'Nothing slows down who guesses passwords',
        why: 'Line {line} of pg_hba.conf asks for them ({method}).',
        help: 'Preload {library}.',
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
        const record = cluster.hba?.records.find(
          (each) => isRemote(each) && passwordMethods.includes(each.method ?? ''),
        );
        if (record === undefined) return;
        const library = libraries[0] ?? 'auth_delay';
        reportSetting(context, 'shared_preload_libraries', {
          messageId: 'missing',
          data: { line: record.line, method: record.method!, library },
          related: [
            {
              at: { file: record.file, start: record.start, end: record.end },
              message: 'This record takes passwords.',
            },
          ],
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
