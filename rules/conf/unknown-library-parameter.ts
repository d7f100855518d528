import { libraryOfPrefix } from '../../src/rule-kit/catalog/libraries.js';
import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { extensionParametersOf } from '../../src/rule-kit/catalog/parameters.js';
import { renameSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/unknown-library-parameter',
  meta: {
    type: 'problem',
    summary: 'Report names with a dot that the library of that prefix does not have',
    category: 'correctness',
    severity: 'warning',
    presets: ['correctness'],
    messages: {
      unknown: {
        headline: '{library} has no parameter {name}',
        why: 'PostgreSQL {target} keeps the line as a custom name and does nothing with it{since}.',
        help: '{guess}',
      },
    },
    suggestions: true,
  },
  create({ cluster, report, target }) {
    let names: string[] | undefined;
    return {
      ConfEntry(entry) {
        if (!entry.custom || entry.parameter !== undefined) return;
        const prefix = entry.name.slice(0, entry.name.indexOf('.')).toLowerCase();
        const library = libraryOfPrefix(prefix);
        if (library === undefined || !library.complete) return;
        // Files without such a name need none of the catalog.
        names ??= extensionParametersOf(target).map(({ name }) => name);
        const own = names.filter((name) => name.toLowerCase().startsWith(`${prefix}.`));
        // A library that the target does not have at all may come from elsewhere.
        if (own.length === 0 || own.some((name) => name.toLowerCase() === entry.name.toLowerCase())) return;
        const near = nearestOf(entry.name, own, 2);
        const at = namePlace(entry);
        report({
          messageId: 'unknown',
          data: {
            library: library.name,
            target,
            name: entry.name,
            since: target >= 15 ? ', and drops it with a warning when the library is loaded' : '',
            guess: near.length === 0 ? ' Remove the line.' : ` Did you mean ${near.join(' or ')}?`,
          },
          at,
          suggestions: (entry.file === cluster.configuration.auto ? [] : near).map((name) => ({
            title: `Write ${name}`,
            edits: renameSetting(entry, name),
          })),
        });
      },
    };
  },
});
