// npm run package:vscode: puts the VS Code extension with the built server into editors/vscode/pgconflint.vsix.
//
// Nothing is fetched here: npm ci --prefix editors/vscode did that before.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { embeddedGrammar } from '../editors/vscode/grammars/embedded.js';
import { grammars } from '../editors/vscode/grammars/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const extension = `${root}editors/vscode/`;
/** What goes into the package, as it will lie there. */
const staged = `${extension}dist/`;

const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
const writeJson = (path: string, value: unknown) => writeFile(path, `${JSON.stringify(value, null, 2)}\n`);

await rm(staged, { recursive: true, force: true });
await mkdir(`${staged}server`, { recursive: true });
await mkdir(`${staged}syntaxes`);

await build({
  cwd: root,
  platform: 'node',
  input: 'editors/vscode/src/extension.ts',
  external: ['vscode'],
  transform: { target: 'node20' },
  output: { file: 'editors/vscode/dist/extension.cjs', format: 'cjs', minify: true, codeSplitting: false },
});

for (const part of ['README.md', 'CHANGELOG.md', 'icon.png', 'languages', 'snippets', 'walkthrough']) {
  await cp(extension + part, staged + part, { recursive: true });
}
await cp(`${root}LICENSE`, `${staged}LICENSE.txt`);
for (const [language, grammar] of Object.entries(grammars)) {
  await writeJson(`${staged}syntaxes/${language}.tmLanguage.json`, grammar);
}
await writeJson(`${staged}syntaxes/embedded.tmLanguage.json`, embeddedGrammar);
const { devDependencies: _, private: __, ...manifest } = await readJson(`${extension}package.json`);
await writeJson(`${staged}package.json`, manifest);
// Without it vsce asks for one: here everything that was put together belongs in.
await writeFile(`${staged}.vscodeignore`, '.vscodeignore\n');

// The server: the built command, without what only programs import.
const forPrograms = [
  'types',
  'index.cjs',
  'index.mjs',
  'rule-kit.cjs',
  'rule-kit.mjs',
  'rule-tester.cjs',
  'rule-tester.mjs',
].map((part) => `${root}dist/${part}`);
await cp(`${root}dist`, `${staged}server/dist`, { recursive: true, filter: (path) => !forPrograms.includes(path) });
const { name, version, license, type } = await readJson(`${root}package.json`);
await writeJson(`${staged}server/package.json`, { name, version, license, type });
// Configurations in TypeScript need it.
await cp(`${root}node_modules/jiti`, `${staged}server/node_modules/jiti`, { recursive: true });

const vsce = `${extension}node_modules/@vscode/vsce/vsce`;
const args = ['package', '--no-dependencies', '--allow-missing-repository', '--out', `${extension}pgconflint.vsix`];
execFileSync(process.execPath, [vsce, ...args], { cwd: staged, stdio: 'inherit' });
