// Writes what is made and never edited: the parsers out of grammar/, and the index of the rules out of rules/.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import peggy from 'peggy';
import { grammars } from '../grammar/grammars.mjs';
import { lexicalMatchers, silentFirst } from '../grammar/plugins/lexical-matchers.mjs';

const root = new URL('../', import.meta.url);

/** Writes a file only where its text changes, so that watchers and build caches stay quiet. */
async function writeIfChanged(url, text) {
  const before = await readFile(url, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(url, text);
}

async function generateParsers() {
  const folder = new URL('src/syntax/generated/', root);
  await mkdir(folder, { recursive: true });
  for (const grammar of grammars) {
    const sources = await Promise.all(
      grammar.sources.map(async (source) => ({
        source,
        text: await readFile(new URL(`grammar/${source}`, root), 'utf8'),
      })),
    );
    const allowedStartRules = grammar.startRules;
    let code;
    try {
      code = silentFirst(
        peggy.generate(sources, { output: 'source', format: 'es', allowedStartRules, plugins: [lexicalMatchers] }),
      );
    } catch (error) {
      if (typeof error.format !== 'function') throw error;
      console.error(error.format(sources));
      process.exit(1);
    }
    const overloads = allowedStartRules.map((rule, index) => {
      const type = grammar.returnTypes?.[rule] ?? 'unknown';
      const optional = index === 0 ? '?' : '';
      return `export function parse(input: string, options${optional}: ParseOptions & { startRule${optional}: '${rule}' }): ${type};`;
    });
    const declaration = `export interface ParseOptions {
  grammarSource?: unknown;
  [option: string]: unknown;
}
export interface Expectation {
  type: 'literal' | 'class' | 'any' | 'end' | 'other' | 'not' | 'pattern' | 'rule' | 'and' | 'not';
  text?: string;
  description?: string;
}
export class SyntaxError extends globalThis.Error {
  readonly expected: Expectation[] | null;
  readonly found: string | null;
  readonly location: { start: { offset: number }; end: { offset: number } };
}
${overloads.join('\n')}
`;
    await writeIfChanged(new URL(`${grammar.name}.js`, folder), code);
    await writeIfChanged(new URL(`${grammar.name}.d.ts`, folder), declaration);
  }
}

async function generateRuleIndex() {
  // A checkout without any rule has no such folder: git keeps no empty ones.
  await mkdir(new URL('rules/', root), { recursive: true });
  const folders = (await readdir(new URL('rules/', root), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const imports = [];
  for (const folder of folders) {
    const names = (await readdir(new URL(`rules/${folder}/`, root))).filter((name) => name.endsWith('.ts')).sort();
    for (const name of names) imports.push(`./${folder}/${name.replace(/\.ts$/, '.js')}`);
  }
  const lines = [
    '// Made by scripts/generate.mjs out of the files in this folder.',
    "import type { Rule } from '../src/linter/rule.js';",
    ...imports.map((path, index) => `import rule${index} from '${path}';`),
    '',
    '/** Every rule of the project, sorted by id. */',
    `export const rules: readonly Rule[] = [${imports.map((_, index) => `rule${index}`).join(', ')}];`,
    '',
  ];
  await writeIfChanged(new URL('rules/index.ts', root), lines.join('\n'));
}

async function generateVersion() {
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const folder = new URL('src/project/generated/', root);
  await mkdir(folder, { recursive: true });
  const lines = ['// Made by scripts/generate.mjs out of package.json.', `export const version = '${version}';`, ''];
  await writeIfChanged(new URL('version.ts', folder), lines.join('\n'));
}

await generateVersion();
await generateParsers();
await generateRuleIndex();
console.log(`generated ${grammars.length} parsers and the rule index in ${fileURLToPath(root)}`.replace(/ in .*/, ''));
