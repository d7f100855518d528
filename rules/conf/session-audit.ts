import { cis } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { hasLibrary, preloadedLibraries } from '../../src/rule-kit/settings/libraries.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/session-audit',
  meta: {
    type: 'suggestion',
    summary: 'Require an extension that records when a session takes another role',
    category: 'accounting',
    severity: 'warning',
    controls: [...cis('4.8')],
    options: {
      libraries: {
        type: 'array',
        default: ['set_user'],
        items: { type: 'string' },
        description: 'The libraries of which one is enough.',
      },
    },
    messages: {
      missing: {
        headline: 'Nothing records who becomes a superuser by SET ROLE',
        why: '{libraries} is not loaded.',
        help: 'Add it to shared_preload_libraries.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const loaded = preloadedLibraries(cluster);
        const wanted = context.options.libraries;
        if (loaded === undefined || wanted.length === 0 || hasLibrary(loaded, wanted)) return;
        reportSetting(context, 'shared_preload_libraries', {
          messageId: 'missing',
          data: { libraries: wanted.join(' or ') },
        });
      },
    };
  },
});
