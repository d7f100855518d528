import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { removeSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/duplicate-setting',
  meta: {
    type: 'suggestion',
    summary: 'Report settings that a later line of the same file replaces',
    category: 'correctness',
    presets: [
      'correctness',
      { preset: 'recommended', options: { alterSystem: true } },
      { preset: 'strict', options: { acrossFiles: true, alterSystem: true } },
    ],
    options: {
      alterSystem: {
        type: 'boolean',
        default: false,
        description: 'Report also settings that postgresql.auto.conf replaces with another value.',
      },
      acrossFiles: {
        type: 'boolean',
        default: false,
        description:
          'Report also settings that another file replaces. Files in conf.d are often there to do just that, and postgresql.auto.conf always is.',
      },
    },
    anyMajor: true,
    messages: {
      same: {
        headline: '{name} is set again in line {line}',
        why: 'It gets the same value there; this line does nothing.',
        help: 'Remove one of them.',
      },
      other: {
        headline: '{name} is set again in line {line}',
        why: 'There it is {winner}, which is in force; this line does nothing.',
        help: 'Remove one of them.',
      },
      elsewhere: {
        headline: '{name} is set again in {file}',
        why: 'There it is {winner}, which is in force; this line does nothing.',
        help: 'Remove one of them.',
      },
      auto: {
        headline: 'ALTER SYSTEM has set {name} in {file}',
        why: 'There it is {winner}, which is in force; this line does nothing.',
        help: 'Remove it, or run ALTER SYSTEM RESET {name}.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, options, report }) {
    return {
      ConfEntry(entry) {
        const winner = entry.overriddenBy;
        if (winner === undefined) return;
        const isSameValue = winner.value === entry.value;
        const isAuto = winner.file === cluster.configuration.auto && !isSameValue && options.alterSystem;
        if (winner.file !== entry.file && !options.acrossFiles && !isAuto) return;
        const elsewhere = winner.file === cluster.configuration.auto ? 'auto' : 'elsewhere';
        const messageId = winner.file !== entry.file ? elsewhere : isSameValue ? 'same' : 'other';
        const edits = removeSetting(cluster, entry);
        report({
          messageId,
          parts: [entry.name],
          cause: { key: entry.file.path },
          data: {
            name: entry.name,
            line: winner.line,
            file: baseNameOf(winner.file.path),
            winner: winner.value === '' ? 'an empty value' : winner.value,
          },
          at: namePlace(entry),
          related: [{ at: namePlace(winner), message: 'this one is in force' }],
          tags: ['unnecessary'],
          fix: edits === undefined ? undefined : { title: 'Remove the line', safety: 'safe', edits },
        });
      },
    };
  },
});
