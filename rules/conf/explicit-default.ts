import { removeSetting } from '../../src/rule-kit/edits/settings.js';
import { type ConfEntry, defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';
import { readValue } from '../../src/rule-kit/values/read.js';

/**
 * Settings that say by being there what a server is for: whoever writes down how many slots it has means to use them. Other
 * rules ask whether they are set, so that only a person may remove them.
 */
const signs = new Set([
  'listen_addresses',
  'log_timezone',
  'max_replication_slots',
  'max_wal_senders',
  'random_page_cost',
  'unix_socket_directories',
]);

export default defineRule({
  id: 'conf/explicit-default',
  meta: {
    type: 'suggestion',
    summary: 'Report settings that say what the server does anyway',
    category: 'maintainability',
    presets: ['style'],
    options: {
      allowParameters: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Parameters that are not reported.',
      },
    },
    sameCause: 'file',
    messages: {
      isDefault: {
        headline: '{name} = {value} is the default',
        why: 'PostgreSQL {target} does the same without the line.',
        help: 'Remove the line.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, options, report, target }) {
    const allowed = new Set<string>(options.allowParameters.map((name: string) => name.toLowerCase()));
    return {
      ConfEntry(entry) {
        const { parameter, reading } = entry;
        if (parameter?.default === undefined || parameter.approximate || reading?.ok !== true) return;
        // A line that replaces another one is needed, and so is one that something may stand behind.
        if (entry.overriddenBy !== undefined || cluster.configuration.get(entry.name).overridden.length > 0) return;
        if (allowed.has(parameter.name.toLowerCase())) return;
        const byDefault = readValue(parameter, parameter.default, target);
        if (byDefault.ok !== true || byDefault.value !== reading.value) return;
        const isSign = signs.has(parameter.name.toLowerCase());
        const edits = isSign || isOld(entry) ? undefined : removeSetting(cluster, entry);
        report({
          messageId: 'isDefault',
          data: { name: parameter.name, value: entry.value === '' ? "''" : entry.value, target },
          at: namePlace(entry),
          tags: ['unnecessary'],
          fix: edits === undefined ? undefined : { title: 'Remove the line', safety: 'safe', edits },
        });
      },
    };
  },
});

/** Whether the name or the value is spelt as old versions did: conf/old-name says so, and its fix comes first. */
function isOld({ name, value, parameter }: ConfEntry): boolean {
  return (
    parameter?.name.toLowerCase() !== name.toLowerCase() ||
    parameter.hiddenValues?.includes(value.trim().toLowerCase()) === true
  );
}
