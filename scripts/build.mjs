// Bundles the command and the library into dist/: parts that are loaded when they are needed, in as few files as may be.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { commandEntries, commandsApart } from './build/commands.mjs';
import { writeCommonJs, writeModuleOver } from './build/common-js.mjs';
import { keepReachable } from './build/declarations.mjs';
import { lightLanguageServer } from './build/language-server.mjs';
import { layersPlugin } from './build/layers.mjs';
import { licencesOf } from './build/licences.mjs';
import { moduleGraph, refuseChangingExports } from './build/module-graph.mjs';
import { parts, partsPlugin } from './build/parts.mjs';
import { ruleGroups, ruleGroupsPlugin } from './build/rule-groups.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = `${root}dist`;
await rm(dist, { recursive: true, force: true });

/** Gives vfile-reporter lighter parts for three of its imports; src/report/vfile-reporter says why. */
const lightReporter = {
  name: 'light-reporter',
  setup({ onResolve }) {
    const lighter = {
      'string-width': 'string-width.ts',
      'vfile-sort': 'sort.ts',
      'vfile-reporter/do-not-use-color': 'color.ts',
    };
    onResolve({ filter: /^(?:string-width|vfile-sort|vfile-reporter\/do-not-use-color)$/ }, ({ path, importer }) =>
      importer.includes('node_modules/vfile-reporter/')
        ? { path: `${root}src/report/vfile-reporter/${lighter[path]}` }
        : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // jsonc-parser's main file asks for its parts by names that a bundler does not see.
  mainFields: ['module', 'main'],
  // Only configurations in TypeScript need it, and it loads parts of itself by name.
  external: ['jiti'],
  logLevel: 'warning',
};

const rules = await ruleGroups(shared);
const library = { index: 'src/index.ts', 'rule-tester': 'src/linter/rule-tester.ts' };
const main = 'src/cli/main.ts';
const options = {
  ...shared,
  splitting: true,
  outExtension: { '.js': '.cjs' },
  chunkNames: 'chunks/[name]-[hash]',
  entryPoints: {
    ...library,
    'lint-thread': 'src/cli/commands/lint/jobs/thread.ts',
    ...Object.fromEntries(Object.keys(parts).map((name) => [`parts/${name}`, `part:${name}`])),
    ...Object.fromEntries([...rules.groups.keys()].map((name) => [`parts/rules-${name}`, `rules:${name}`])),
  },
};
const plugins = [lightReporter, lightLanguageServer, partsPlugin(root), ruleGroupsPlugin(root, rules)];
const graph = await moduleGraph({ ...options, entryPoints: { ...options.entryPoints, cli: main }, plugins });
await refuseChangingExports(root, graph);
const { outputFiles, metafile } = await build({
  ...options,
  entryPoints: { ...options.entryPoints, ...commandEntries(graph, main) },
  minify: true,
  write: false,
  metafile: true,
  plugins: [layersPlugin(root, graph), ...plugins],
});
// The first file shares nothing with the others, so that --version reads nothing else.
const command = await build({
  ...shared,
  entryPoints: { cli: main },
  outExtension: options.outExtension,
  minify: true,
  write: false,
  metafile: true,
  plugins: [commandsApart],
});
await writeCommonJs([...outputFiles, ...command.outputFiles], dist, `${dist}/cli.cjs`);
for (const name of Object.keys(library))
  await writeModuleOver(`${dist}/${name}`, metafile.outputs[`dist/${name}.cjs`].exports);
// What each file is made of, for the test of what a start loads.
const made = Object.entries({ ...metafile.outputs, ...command.metafile.outputs });
const modules = made.map(([path, { inputs }]) => [path.replace('cli.cjs', 'cli.js'), Object.keys(inputs)]);
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
// The package says that .js files are ES modules; the command is none, but the types are of ES modules.
await writeFile(`${dist}/package.json`, '{ "type": "commonjs" }\n');
await writeFile(`${dist}/types/package.json`, '{ "type": "module" }\n');
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/config-schema.ts'], { cwd: root, stdio: 'inherit' });
// The rules' pages go into the package: pgconflint explain prints them.
await cp(`${root}rules`, `${dist}/rules`, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
