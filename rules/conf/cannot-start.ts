import { startupErrors } from '../../src/rule-kit/cluster/startup.js';
import { setSetting } from '../../src/rule-kit/edits/settings.js';
import { partsOfReading } from '../../src/rule-kit/reading-errors.js';
import { type ConfEntry, defineRule } from '../../src/rule-kit/rule.js';
import { settingPlace, valuePlace } from '../../src/rule-kit/settings/setting-places.js';

/** One setting that is enough, by the error's code. */
const remedies: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  'archiving-needs-wal': [
    ['wal_level', 'replica'],
    ['archive_mode', 'off'],
  ],
  'senders-need-wal': [
    ['wal_level', 'replica'],
    ['max_wal_senders', '0'],
  ],
  'summaries-need-wal': [
    ['wal_level', 'replica'],
    ['summarize_wal', 'off'],
  ],
};

export default defineRule({
  id: 'conf/cannot-start',
  meta: {
    type: 'problem',
    summary:
      'Disallow settings that are valid each by itself but with which the server does not start, or does less than asked',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { refused: 'start' },
    warnings: ['ignored'],
    messages: {
      refused: { headline: '{headline}', why: '{why}', help: '{help}' },
      ignored: { headline: '{headline}', why: '{why}', help: '{help}' },
      refusedIf: { headline: '{headline}', why: '{why} This holds where {condition}.', help: '{help}' },
    },
    suggestions: true,
  },
  create({ cluster, target, report }) {
    return {
      Cluster() {
        if (cluster.extent !== 'whole') return;
        const errors = startupErrors(cluster.configuration, target);
        for (const { severity, code, message, parameters, entry, condition } of errors) {
          const set = parameters
            .map((name) => cluster.configuration.get(name).entry)
            .filter((one) => one !== undefined);
          const last = entry ?? completing(set, cluster.configuration.entries);
          const at = last === undefined ? settingPlace(cluster, parameters[0]!) : valuePlace(last);
          if (at === undefined) continue;
          const others = set.filter((other) => other !== last).map((other) => valuePlace(other));
          const messageId = severity === 'warning' ? 'ignored' : condition === undefined ? 'refused' : 'refusedIf';
          report({
            messageId,
            parts: parameters,
            data: { ...partsOfReading({ message }), condition: condition ?? '' },
            at,
            related: others.map((place) => ({ at: place, message: 'This is the other side of it.' })),
            suggestions: (remedies[code] ?? []).flatMap(([name, value]) => {
              const edits = setSetting(cluster, name, value);
              return edits === undefined ? [] : [{ title: `Set ${name} = ${value}`, edits }];
            }),
          });
        }
      },
    };
  },
});

/** Of entries that contradict each other, the one that the server reads last: up to it, all was well. */
function completing(contradicting: readonly ConfEntry[], entries: readonly ConfEntry[]): ConfEntry | undefined {
  const order = contradicting.map((entry) => entries.indexOf(entry));
  return contradicting[order.indexOf(Math.max(...order))];
}
