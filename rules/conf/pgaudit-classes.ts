import { cis, cisBenchmarks, stig } from '../../src/rule-kit/controls.js';
import { preloadedLibraries } from '../../src/rule-kit/settings/libraries.js';
import { pgauditClasses as classes, recordedClasses } from '../../src/rule-kit/settings/pgaudit.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';

export default defineSettingRule({
  id: 'conf/pgaudit-classes',
  meta: {
    type: 'problem',
    summary: 'Require that pgAudit records the classes of statements that matter',
    category: 'accounting',
    presets: [
      'strict',
      ...cisBenchmarks.map((preset) => ({ preset, options: { require: ['ddl', 'write'] } })),
      { preset: 'stig-crunchy-16', options: { require: ['ddl', 'role', 'read', 'write'] } },
    ],
    controls: [...cis('3.2'), ...stig('001400', '009400', '011800', '010200', '010000', '010600')],
    options: {
      require: {
        type: 'array',
        default: ['ddl', 'role', 'write'],
        items: { type: 'string', enum: classes },
        description: 'The classes that must be recorded.',
      },
    },
    messages: {
      unknown: {
        headline: 'pgAudit does not know the class {unknown}',
        why: 'It accepts none of the list (pgaudit.log = {value}).',
        help: 'Write classes out of {classes}, all and none, with a minus sign to leave one out.',
      },
      missing: {
        headline: 'pgAudit does not record {missing}',
        why: 'That is pgaudit.log = {value}.',
        help: 'Set pgaudit.log = {right}.',
      },
      nothing: {
        headline: 'pgAudit is loaded and records nothing',
        why: 'No file sets pgaudit.log.',
        help: 'Set pgaudit.log = {right}.',
      },
    },
    suggestions: true,
  },
  parameters: ['pgaudit.log'],
  judge({ text, cluster, context }) {
    if (!preloadedLibraries(cluster)?.includes('pgaudit')) return undefined;
    const words = splitParameter('pgaudit.log', text, cluster.target) ?? [];
    const unknown = words.find((word) => !['all', 'none', ...classes].includes(word.replace(/^-/, '')));
    if (unknown !== undefined)
      return { messageId: 'unknown', parts: classes, data: { unknown, classes: classes.join(', ') } };
    const recorded = recordedClasses(words);
    const missing = context.options.require.filter((name) => !recorded.has(name));
    if (missing.length === 0) return undefined;
    const right = `'${[...recorded, ...missing].sort().join(', ')}'`;
    return {
      messageId: recorded.size === 0 && text === '' ? 'nothing' : 'missing',
      parts: missing,
      data: { missing: missing.join(', '), right },
      right: { value: right, as: 'suggestion' },
    };
  },
});
