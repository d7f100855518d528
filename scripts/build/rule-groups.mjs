// The rules in groups, of which a run loads those that it needs.
import { build } from 'esbuild';

/** Rules outside the folders of one kind of file judge any cluster; those that few switch on stand apart. */
function groupOf({ id, meta }) {
  const folder = id.slice(0, id.indexOf('/'));
  const kind = ['hba', 'ident', 'hosts'].includes(folder) ? folder : 'settings';
  const presets = (meta.presets ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.preset));
  return presets.includes('recommended') || presets.includes('correctness') ? kind : `${kind}-further`;
}

/**
 * Runs the rules' modules to see what they declare.
 *
 * @param {import('esbuild').BuildOptions} shared
 * @returns {Promise<{ index: string, groups: Map<string, string[]> }>} the index as JSON, and the ids of each group
 */
export async function ruleGroups(shared) {
  const contents = `export { rules } from './rules/index.ts'; export { indexEntry } from './src/linter/rule-index.ts';`;
  const { outputFiles } = await build({
    ...shared,
    stdin: { contents, resolveDir: shared.absWorkingDir },
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { rules, indexEntry } = await import(`data:text/javascript;base64,${code}`);
  const groups = new Map();
  for (const rule of rules) groups.set(groupOf(rule), [...(groups.get(groupOf(rule)) ?? []), rule.id]);
  return { index: JSON.stringify(rules.map((rule) => indexEntry(rule, groupOf(rule)))), groups };
}

/**
 * Puts an index in the place of rules/index.ts; the rules' own modules come by `rules:GROUP`.
 *
 * @param {Awaited<ReturnType<typeof ruleGroups>>} made
 * @returns {import('esbuild').Plugin}
 */
export function ruleGroupsPlugin(root, { index, groups }) {
  return {
    name: 'rule-groups',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/rules\/index\.js$/ }, () => ({ path: 'index', namespace: 'rules' }));
      onResolve({ filter: /^rules:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'rules' }));
      onLoad({ filter: /.*/, namespace: 'rules' }, ({ path: group }) => {
        const contents =
          group === 'index'
            ? `import { rulesOfIndex } from './src/linter/rule-index.ts';
const index = JSON.parse(${JSON.stringify(index)});
const load = { ${[...groups.keys()].map((name) => `'${name}': () => pgconflintPart('rules-${name}')`).join(', ')} };
export const rules = rulesOfIndex(index, (group) => load[group]().rules);`
            : `${groups
                .get(group)
                .map((id, at) => `import rule${at} from './rules/${id}.ts';`)
                .join('\n')}
export const rules = [${groups
                .get(group)
                .map((_, at) => `rule${at}`)
                .join(', ')}];`;
        return { contents, resolveDir: root };
      });
    },
  };
}
