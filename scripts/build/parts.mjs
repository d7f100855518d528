// The parts of the bundle that are loaded at their first use.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const displayModules = [
  'src/lsp/features/display/folding.ts',
  'src/lsp/features/display/inlay-hints.ts',
  'src/lsp/features/navigation/links.ts',
  'src/lsp/features/display/semantic-tokens.ts',
  'src/lsp/features/navigation/symbols.ts',
];

/** What the features of the language server do, as far as the list of features names it: asked for when a person does something. */
function featureModules() {
  const folder = new URL('../../src/lsp/features/', import.meta.url);
  const list = readFileSync(new URL('list.ts', folder), 'utf8');
  const imported = [...list.matchAll(/^import \{.*\} from '(\.{1,2}\/.+)\.js';$/gm)].map(([, path]) =>
    relative(fileURLToPath(new URL('../../', import.meta.url)), fileURLToPath(new URL(`${path}.ts`, folder))),
  );
  // What is announced, and the questions, say themselves what they load.
  const ready = /\/(?:announced|questions)\.ts$/;
  const answers = ['access', 'choices', 'cluster-of', 'login', 'reports', 'settings', 'written'];
  const asked = answers.map((name) => `src/lsp/features/questions/${name}.ts`);
  return [...asked, ...imported.filter((path) => !ready.test(path) && !displayModules.includes(path))];
}

/**
 * What a run may do without. A part's modules are reached by functions only, so that whoever imports one gets stand-ins
 * that load the part when they are called.
 */
export const parts = {
  // Linting settings alone reads no records.
  records: [
    'src/syntax/auth.ts',
    'src/syntax/dialects.ts',
    'src/formats/hba/read.ts',
    'src/formats/ident/read.ts',
    'src/formats/hosts/read.ts',
  ],
  // An edited file is read again in an editor only.
  edits: ['src/syntax/edit-auth.ts'],
  coverage: ['src/access/coverage.ts', 'src/linter/engine/covered.ts'],
  // Parameters of libraries: few files set any.
  'extension-records': ['src/catalog/extension-records.ts'],
  // Files with placeholders are few.
  templates: ['src/syntax/placeholders.ts', 'src/cluster/templates/templates.ts', 'src/linter/engine/templates.ts'],
  'suppression-reports': ['src/linter/suppressions/suppression-reports.ts'],
  // Files that carry documents are asked for by who knows their formats.
  'carried-documents': ['src/documents/carrier.ts', 'src/linter/suppressions/suppressions-in-file.ts'],
  // YAML is read where a mark of a platform stands in a file.
  'carriers-in-yaml': ['src/carriers/read-yaml.ts'],
  'carriers-in-dockerfiles': ['src/carriers/read-dockerfile.ts'],
  'carriers-in-units': ['src/carriers/read-quadlet.ts'],
  'regular-expressions': ['src/syntax/regular-expression.ts'],
  'cipher-lists': ['src/values/cipher-list.ts'],
  // Most projects have no configuration of pgconflint.
  'configuration-files': ['src/linter/configuration/schema.ts'],
  baseline: ['src/linter/baseline/fingerprints.ts'],
  timestamps: ['src/values/timestamp.ts'],
  'standby-names': ['src/values/lists/standby-names.ts'],
  // What an editor asks to show a file, and what it asks when a person does something.
  'editor-display': displayModules,
  'editor-requests': featureModules(),
  // Most servers listen by their default.
  'own-hosts': ['src/addresses/own-host.ts'],
  // Configurations and plugins that are code.
  code: ['src/project/load-module.ts'],
  globs: ['src/linter/configuration/globs.ts'],
  // Only what looks like a slip of the hand is measured.
  slips: ['src/rule-kit/catalog/slips.ts'],
  'character-names': ['src/rule-kit/character-names.ts'],
  // A run that finds nothing wrong says nothing on a terminal's standard error.
  'error-lines': ['src/report/text/error-lines.ts'],
  'wide-characters': ['src/report/vfile-reporter/wide-characters.ts'],
  'ignore-patterns': ['src/files/ignore-patterns.ts'],
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
 * @returns {import('rolldown').Plugin}
 */
export function partsPlugin(root) {
  const places = new Map();
  for (const [part, modules] of Object.entries(parts)) {
    for (const [index, path] of modules.entries()) places.set(resolve(root, path), { part, index });
  }
  return {
    name: 'parts',
    resolveId(source, importer) {
      if (source.startsWith('part:')) return `\0${source}`;
      if (!source.startsWith('.') || importer?.startsWith('\0')) return undefined;
      const found = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
      return places.has(found) ? `\0stand-in:${found}` : undefined;
    },
    load(id) {
      const [, kind, name] = /^\0(part|stand-in):(.*)$/.exec(id) ?? [];
      if (kind === undefined) return undefined;
      if (kind === 'stand-in') {
        const { part, index } = places.get(name);
        return { code: standIns(part, index, readFileSync(name, 'utf8')), moduleType: 'js' };
      }
      const modules = parts[name].map((path, index) => `export * as module${index} from '${root}${path}';`);
      return { code: modules.join('\n'), moduleType: 'js' };
    },
    // What a stand-in loads is named from the file that the stand-in came into.
    renderChunk(code, { fileName }) {
      return code.replace(/\bpgconflintPart\((["'`])([\w-]+)\1\)/g, (_, __, part) => {
        const path = relative(dirname(`/${fileName}`), `/parts/${part}.cjs`);
        return `require('${path.startsWith('.') ? path : `./${path}`}')`;
      });
    },
  };
}
