// The parts of the bundle that are loaded at their first use, and the layers that most of the rest stands on.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What a run may do without. A part's modules are reached by functions only, so that whoever imports one gets stand-ins
 * that load the part when they are called.
 */
export const parts = {
  // Linting settings alone reads no records.
  records: [
    'src/syntax/auth.ts',
    'src/cluster/records/hba.ts',
    'src/cluster/records/ident.ts',
    'src/cluster/records/hosts.ts',
  ],
  coverage: ['src/access/coverage.ts', 'src/linter/engine/covered.ts'],
  // Parameters of libraries: few files set any.
  'extension-records': ['src/catalog/extension-records.ts'],
  // Files with placeholders are few.
  templates: ['src/syntax/placeholders.ts', 'src/cluster/templates/templates.ts', 'src/linter/engine/templates.ts'],
  'regular-expressions': ['src/syntax/regular-expression.ts'],
  'cipher-lists': ['src/values/cipher-list.ts'],
  // Most projects have no configuration of pgconflint.
  'configuration-files': ['src/linter/configuration/check.ts', 'src/linter/configuration/schema.ts'],
  baseline: ['src/linter/baseline/fingerprints.ts'],
  timestamps: ['src/values/timestamp.ts'],
  'standby-names': ['src/values/lists/standby-names.ts'],
  // What an editor asks to show a file, and what it asks when a person does something.
  'editor-display': [
    'src/lsp/features/display/folding.ts',
    'src/lsp/features/display/inlay-hints.ts',
    'src/lsp/features/navigation/links.ts',
    'src/lsp/features/display/semantic-tokens.ts',
    'src/lsp/features/navigation/symbols.ts',
  ],
  'editor-requests': [
    'src/lsp/features/questions/access.ts',
    'src/lsp/features/questions/cluster-of.ts',
    'src/lsp/features/code-actions/code-actions.ts',
    'src/lsp/features/display/code-lens.ts',
    'src/lsp/features/completion/completion.ts',
    'src/lsp/configuration/features.ts',
    'src/lsp/features/navigation/definition.ts',
    'src/lsp/features/formatting.ts',
    'src/lsp/features/hover/hover.ts',
    'src/lsp/features/navigation/references.ts',
    'src/lsp/features/navigation/rename.ts',
    'src/lsp/features/navigation/workspace-symbols.ts',
  ],
  // Configurations and plugins that are code.
  code: ['src/project/load-module.ts'],
  globs: ['src/linter/configuration/globs.ts'],
  'wide-characters': ['src/report/vfile-reporter/wide-characters.ts'],
  'ignore-patterns': ['src/files/ignore-patterns.ts'],
};

/**
 * Modules that always come together, each layer one file: to find, read and link many small ones takes Node longer than
 * to compile what they hold. Whatever needs a module of a layer loads the whole layer.
 */
export const layers = {
  // The report that a run prints unless told otherwise, and a list that settings and records share.
  core: ['src/cli/commands/lint/lint.ts', 'src/report/stylish.ts', 'src/values/lists/split.ts'],
  records: parts.records,
  rules: ['rules:settings'],
  // What the groups of rules on records have in common.
  'record-rules': [
    'src/access/addresses.ts',
    'src/access/coverage/address-line.ts',
    'src/access/names.ts',
    'src/access/transports.ts',
    'src/cluster/views/view-options.ts',
    'src/rule-kit/records/allow.ts',
    'src/rule-kit/records/anchors.ts',
    'src/rule-kit/records/keyword-names.ts',
    'src/rule-kit/edits/record-edits.ts',
    'src/access/record-meaning.ts',
  ],
  'language-server': ['src/lsp/serve.ts'],
};

/**
 * The stand-ins of a module: functions of the same names that load its part.
 *
 * @param {string} part the part's name
 * @param {number} index the module's place in the part
 * @param {string} text the module's source text
 */
export function standIns(part, index, text) {
  const other = /^export (?!function|async function|type|interface)(.*)$/m.exec(text);
  if (other !== null) throw new Error(`The part ${part} exports more than functions: ${other[0]}`);
  const names = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
  const load = `let module; const load = () => (module ??= pgconflintPart('${part}').module${index});`;
  // An overload declares its function several times.
  return [
    load,
    ...[...new Set(names)].map((name) => `export function ${name}(...args) { return load().${name}(...args); }`),
  ].join('\n');
}

/**
 * Gives every importer of a part's module the stand-ins, and the part itself the module.
 *
 * @param {string} root the project's folder
 * @returns {import('esbuild').Plugin}
 */
export function partsPlugin(root) {
  const places = new Map();
  for (const [part, modules] of Object.entries(parts)) {
    for (const [index, path] of modules.entries()) places.set(resolve(root, path), { part, index });
  }
  const names = [...places.keys()].map((path) => /([\w-]+)\.ts$/.exec(path)[1]);
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^\\..*/(?:${names.join('|')})\\.js$`) }, ({ path, resolveDir, namespace }) => {
        const found = resolve(resolveDir, path.replace(/\.js$/, '.ts'));
        if (namespace !== 'file' || !places.has(found)) return undefined;
        return { path: found, namespace: 'stand-in' };
      });
      onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => {
        const { part, index } = places.get(path);
        return { contents: standIns(part, index, readFileSync(path, 'utf8')), loader: 'js' };
      });
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'part' }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
        contents: parts[path].map((module, index) => `export * as module${index} from './${module}';`).join('\n'),
        resolveDir: root,
      }));
    },
  };
}
