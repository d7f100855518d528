// Bundles the command and the library into dist/. scripts/build/README.md says what is loaded when, and why.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { keepReachable } from './build/declarations.mjs';
import { lightLanguageServer } from './build/language-server.mjs';
import { layers } from './build/layers.mjs';
import { licencesOf } from './build/licences.mjs';
import { lightReporter } from './build/light-reporter.mjs';
import { parts, partsPlugin } from './build/parts.mjs';
import { ruleGroups, ruleGroupsPlugin } from './build/rule-groups.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = `${root}dist`;
const library = {
  index: 'src/index.ts',
  'rule-kit': 'src/rule-kit/index.ts',
  'rule-tester': 'src/linter/rule-tester.ts',
};
await rm(dist, { recursive: true, force: true });

const rules = await ruleGroups(root);
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: {
    ...library,
    cli: 'src/cli/main.ts',
    'lint-thread': 'src/cli/commands/lint/jobs/thread.ts',
    ...Object.fromEntries(Object.keys(parts).map((name) => [`parts/${name}`, `part:${name}`])),
    ...Object.fromEntries([...rules.groups.keys()].map((name) => [`parts/rules-${name}`, `rules:${name}`])),
  },
  // Only configurations in TypeScript need it, and it loads parts of itself by name.
  external: ['jiti'],
  // jsonc-parser's main file asks for its parts by names that a bundler does not see.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  // Commands that are loaded later ask for the index of the rules by import(); what is loaded first has it already.
  checks: { ineffectiveDynamicImport: false },
  plugins: [lightReporter(root), lightLanguageServer(), partsPlugin(root), ruleGroupsPlugin(root, rules)],
});
const { output } = await bundle.write({
  dir: dist,
  // Node starts CommonJS without its loader of ES modules.
  format: 'cjs',
  exports: 'named',
  minify: true,
  entryFileNames: ({ name }) => (name === 'cli' ? 'cli.js' : '[name].cjs'),
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  codeSplitting: { groups: layers(root) },
});
const chunks = output.filter(({ type }) => type === 'chunk');
await chmod(`${dist}/cli.js`, 0o755);
for (const name of Object.keys(library)) {
  const { exports } = chunks.find(({ fileName }) => fileName === `${name}.cjs`);
  const names = exports.map((each) => `export const ${each} = api.${each};`);
  await writeFile(`${dist}/${name}.mjs`, `import api from './${name}.cjs';\n${names.join('\n')}\n`);
}
// Told to what keeps results from run to run: another build may judge otherwise.
const digest = createHash('sha256')
  .update(JSON.stringify(chunks.map(({ code }) => code)))
  .digest('hex');
// With one character beyond Latin-1, V8 takes two bytes for each character of a file.
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
for (const { fileName, code } of chunks) {
  const text = code.replace(/\bpgconflintBuild\b/g, JSON.stringify(digest)).replace(/[\u0080-\uffff]/g, escaped);
  await writeFile(`${dist}/${fileName}`, text);
}
/** A module's path below the project's folder, or what a plugin calls it. */
const nameOf = (id) => (id.startsWith('\0') ? id.slice(1) : relative(root, id));
// What each file is made of, for the test of what a start loads.
const modules = chunks.map(({ fileName, moduleIds }) => [`dist/${fileName}`, moduleIds.map(nameOf)]);
const bundled = [...new Set(modules.flatMap(([, inputs]) => inputs))];
await writeFile(`${dist}/third-party-licences.txt`, await licencesOf(root, bundled));
await mkdir(`${root}node_modules/.cache/pgconflint`, { recursive: true });
await writeFile(`${root}node_modules/.cache/pgconflint/modules.json`, JSON.stringify(Object.fromEntries(modules)));
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const declared = Object.values(library).map((path) => `${dist}/types/${path.replace(/\.ts$/, '.d.ts')}`);
await keepReachable(`${dist}/types`, declared);
// The package says that .js files are ES modules; the command is not one, but the types are of ES modules.
await writeFile(`${dist}/package.json`, '{ "type": "commonjs" }\n');
await writeFile(`${dist}/types/package.json`, '{ "type": "module" }\n');
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/config-schema.ts'], { cwd: root, stdio: 'inherit' });
// The rules' pages go into the package: pgconflint explain prints them.
await cp(`${root}rules`, `${dist}/rules`, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
