// The rules in groups, of which a run loads those that it needs.
import { rolldown } from 'rolldown';

/** Rules outside the folders of one kind of file judge any cluster; those that few switch on stand apart. */
function groupOf({ id, meta }) {
  const folder = id.slice(0, id.indexOf('/'));
  const kind = ['hba', 'ident', 'hosts', 'carrier'].includes(folder) ? folder : 'settings';
  const presets = (meta.presets ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.preset));
  return presets.includes('recommended') || presets.includes('correctness') ? kind : `${kind}-further`;
}

/**
 * Runs the rules' modules to see what they declare.
 *
 * @param {string} root the project's folder
 * @returns {Promise<{ index: string, groups: Map<string, string[]> }>} the index as JSON, and the ids of each group
 */
export async function ruleGroups(root) {
  const exports = `export { rules } from '${root}rules/index.ts'; export { indexEntry } from '${root}src/linter/rule-index.ts';`;
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'entry' ? '\0entry' : undefined),
        load: (id) => (id === '\0entry' ? { code: exports, moduleType: 'js' } : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  const code = Buffer.from(output[0].code).toString('base64');
  const { rules, indexEntry } = await import(`data:text/javascript;base64,${code}`);
  const groups = new Map();
  for (const rule of rules) groups.set(groupOf(rule), [...(groups.get(groupOf(rule)) ?? []), rule.id]);
  return { index: JSON.stringify(rules.map((rule) => indexEntry(rule, groupOf(rule)))), groups };
}

/**
 * Puts an index in the place of rules/index.ts; the rules' own modules come by `rules:GROUP`.
 *
 * @param {string} root the project's folder
 * @param {Awaited<ReturnType<typeof ruleGroups>>} made
 * @returns {import('rolldown').Plugin}
 */
export function ruleGroupsPlugin(root, { index, groups }) {
  const load = [...groups.keys()].map((name) => `'${name}': () => pgconflintPart('rules-${name}')`);
  const indexModule = `import { rulesOfIndex } from '${root}src/linter/rule-index.ts';
const index = JSON.parse(${JSON.stringify(index)});
const load = { ${load.join(', ')} };
export const rules = rulesOfIndex(index, (group) => load[group]().rules);`;
  const groupModule = (ids) => `${ids.map((id, at) => `import rule${at} from '${root}rules/${id}.ts';`).join('\n')}
export const rules = [${ids.map((_, at) => `rule${at}`).join(', ')}];`;
  return {
    name: 'rule-groups',
    resolveId(source) {
      if (/\/rules\/index\.js$/.test(source)) return '\0rules:index';
      return source.startsWith('rules:') ? `\0${source}` : undefined;
    },
    load(id) {
      if (!id.startsWith('\0rules:')) return undefined;
      const group = id.slice('\0rules:'.length);
      return { code: group === 'index' ? indexModule : groupModule(groups.get(group)), moduleType: 'js' };
    },
  };
}
