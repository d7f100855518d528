import { historyOf } from '../../src/rule-kit/catalog/history.js';
import { majorsText } from '../../src/rule-kit/catalog/majors.js';
import { nearestNames } from '../../src/rule-kit/catalog/nearest-names.js';
import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { compareReleases } from '../../src/rule-kit/catalog/releases.js';
import { renameSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule, type Major } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/unknown-parameter',
  meta: {
    type: 'problem',
    summary: 'Report names that are not a parameter of the target',
    category: 'correctness',
    presets: ['correctness'],
    options: {
      known: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description:
          'Names that a server built from PostgreSQL knows beside PostgreSQL’s own, for instance ["optimizer"].',
      },
    },
    blocks: { unknown: 'start', later: 'start', minor: 'start', recovery: 'start' },
    messages: {
      unknown: {
        headline: '{name} is not a parameter',
        why: 'No PostgreSQL from {known} knows it. The server does not start; a reload changes nothing.',
        help: '{guess}',
      },
      later: {
        headline: '{name} came with PostgreSQL {since}',
        why: 'PostgreSQL {target} does not start; a reload changes nothing.',
        help: 'Remove the line for {target}.',
      },
      minor: {
        headline: '{name} came with PostgreSQL {since}',
        why: 'PostgreSQL {release} does not start; a reload changes nothing.',
        help: 'Update the server, or remove the line.',
      },
      recovery: {
        headline: 'PostgreSQL {target} reads {name} from recovery.conf only',
        why: 'The server does not start; a reload changes nothing.',
        help: 'Move the line there.',
      },
    },
    suggestions: true,
  },
  create({ cluster, options, report, target, release }) {
    const known = new Set<string>(options.known.map((name: string) => name.toLowerCase()));
    return {
      ConfEntry(entry) {
        const since = entry.parameter?.sinceMinor;
        if (since !== undefined && release !== undefined && compareReleases(release, since) < 0) {
          report({ messageId: 'minor', data: { name: entry.name, since, release }, at: namePlace(entry) });
          return;
        }
        if (entry.parameter !== undefined || entry.custom || known.has(entry.name.toLowerCase())) return;
        // cluster/byte-order-mark says what is wrong with a file that starts with one.
        if (entry.name.startsWith('\uFEFF') && entry.node.name.start === 0) return;
        const at = namePlace(entry);
        const history = historyOf(entry.name);
        if (history?.since !== undefined && history.since > target) {
          const messageId = history.recoveryFile ? 'recovery' : 'later';
          report({ messageId, data: { name: entry.name, since: history.since, target }, at });
          return;
        }
        if (history !== undefined) return;
        const names = guessesFor(entry.name, target);
        const canEdit = entry.file !== cluster.configuration.auto;
        report({
          messageId: 'unknown',
          data: {
            name: entry.name,
            known: majorsText,
            guess: names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`,
          },
          at,
          suggestions: (canEdit ? names : []).map((name) => ({
            title: `Write ${name}`,
            edits: renameSetting(entry, name),
          })),
        });
      },
    };
  },
});

const includeWords = ['include', 'include_dir', 'include_if_exists'];

/** What a name was probably meant to be: an include (`include_dirs`, `includedir`), or a parameter. */
function guessesFor(name: string, target: Major): string[] {
  const include = /^include/i.test(name) ? nearestOf(name, includeWords, 1) : [];
  return include.length > 0 ? include : nearestNames(name, target);
}
