import { renameSetting, replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type Cluster, type ConfEntry, defineRule, type Report } from '../../src/rule-kit/rule.js';
import { namePlace, valuePlace } from '../../src/rule-kit/settings/setting-places.js';

/** Values that were spelt otherwise before 9.6 and 10, by parameter: what they mean now (guc_tables.c). */
const oldValues: Readonly<Record<string, { value: string; spellings: readonly string[] }>> = {
  wal_level: { value: 'replica', spellings: ['archive', 'hot_standby'] },
  password_encryption: { value: 'md5', spellings: ['on', 'true', 'yes', '1'] },
};

export default defineRule({
  id: 'conf/old-name',
  meta: {
    type: 'suggestion',
    summary: 'Report old names of parameters and old spellings of values that the server still takes',
    category: 'maintainability',
    presets: ['recommended'],
    yieldsTo: [{ rule: 'conf/password-encryption', by: 'setting', messages: ['oldValue'] }],
    messages: {
      old: {
        headline: '{old} is an old name of {name}',
        why: 'The server accepts it, but shows and documents only {name}.',
        help: 'Write {name}.',
      },
      oldValue: {
        headline: '{old} is an old spelling of {name} = {value}',
        why: 'The server shows and documents only {value}.',
        help: 'Write {value}.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { parameter, file } = entry;
        const oldValue = ofValue(entry, cluster);
        if (oldValue !== undefined) report(oldValue);
        if (parameter === undefined || parameter.name.toLowerCase() === entry.name.toLowerCase()) return;
        const at = namePlace(entry);
        const isDuplicate = cluster.configuration.entries.some(
          (other) => other !== entry && other.parameter?.name === parameter.name,
        );
        const edits = renameSetting(entry, parameter.name);
        report({
          messageId: 'old',
          data: { old: entry.name, name: parameter.name },
          at,
          tags: ['deprecated'],
          // Where both names are set, another line might win.
          fix:
            file === cluster.configuration.auto || isDuplicate
              ? undefined
              : { title: `Write ${parameter.name}`, safety: 'safe', edits },
        });
      },
    };
  },
});

function ofValue(entry: ConfEntry, { configuration }: Cluster): Report | undefined {
  const { parameter, reading } = entry;
  const old = oldValues[parameter?.name ?? ''];
  const written = entry.value.trim();
  if (parameter === undefined || old === undefined || reading?.ok !== true) return undefined;
  if (!old.spellings.includes(written.toLowerCase())) return undefined;
  const edits = entry.file === configuration.auto ? undefined : replaceValue(entry, old.value);
  return {
    messageId: 'oldValue',
    parts: [parameter.name],
    data: { old: written, name: parameter.name, value: old.value },
    at: valuePlace(entry),
    tags: ['deprecated'],
    fix: edits === undefined ? undefined : { title: `Write ${old.value}`, safety: 'safe', edits },
  };
}
