import { cis, cisBenchmarks, stig } from '../../src/rule-kit/controls.js';
import { preloadedLibraries } from '../../src/rule-kit/settings/libraries.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';

/** The classes that pgaudit.log knows (pgAudit's manual); misc_set since 1.4. */
const classes = ['ddl', 'function', 'misc', 'misc_set', 'read', 'role', 'write'];

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
      unknown:
        'pgAudit does not know the class {unknown} (pgaudit.log = {value}), and takes none of the list. The classes are {classes}, all and none, with a minus sign to leave one out.',
      missing: 'pgAudit does not record {missing} (pgaudit.log = {value}). Set pgaudit.log = {right}.',
      nothing: 'pgAudit is loaded and records nothing: no file sets pgaudit.log. Set pgaudit.log = {right}.',
    },
    suggestions: true,
  },
  parameters: ['pgaudit.log'],
  judge({ text, cluster, context }) {
    if (!preloadedLibraries(cluster)?.includes('pgaudit')) return undefined;
    const words = splitParameter('pgaudit.log', text, cluster.target) ?? [];
    const unknown = words.find((word) => !['all', 'none', ...classes].includes(word.replace(/^-/, '')));
    if (unknown !== undefined) return { messageId: 'unknown', data: { unknown, classes: classes.join(', ') } };
    const recorded = recordedClasses(words);
    const missing = context.options.require.filter((name) => !recorded.has(name));
    if (missing.length === 0) return undefined;
    const right = `'${[...recorded, ...missing].sort().join(', ')}'`;
    return {
      messageId: recorded.size === 0 && text === '' ? 'nothing' : 'missing',
      data: { missing: missing.join(', '), right },
      right: { value: right, as: 'suggestion' },
    };
  },
});

/** The classes that a list records, read from left to right. */
function recordedClasses(words: readonly string[]): Set<string> {
  const recorded = new Set<string>();
  for (const word of words) {
    const name = word.replace(/^-/, '');
    const meant = name === 'all' ? classes : name === 'none' ? [] : name === 'misc' ? ['misc', 'misc_set'] : [name];
    if (name === 'none') recorded.clear();
    for (const each of meant) word.startsWith('-') ? recorded.delete(each) : recorded.add(each);
  }
  return recorded;
}
