/** Which folder imports from which: the table of docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

const layers = ['syntax', 'catalog', 'values', 'cluster', 'access', 'linter'];
const upTo = (last: string) => layers.slice(0, layers.indexOf(last) + 1);

/** `src` is src/index.ts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  syntax: ['catalog'],
  catalog: [],
  values: ['syntax', 'catalog'],
  cluster: upTo('values'),
  access: upTo('cluster'),
  linter: upTo('access'),
  report: upTo('linter'),
  format: upTo('cluster'),
  audit: [...upTo('linter'), 'report'],
  upgrade: [...upTo('linter'), 'report'],
  api: [...upTo('linter'), 'report', 'format', 'audit', 'upgrade', 'cli', 'rules'],
  cli: [...upTo('linter'), 'report', 'format', 'audit', 'upgrade', 'api', 'lsp', 'rules'],
  lsp: [...upTo('linter'), 'report', 'format', 'audit', 'upgrade', 'rules'],
  src: [...upTo('linter'), 'api'],
  rules: upTo('linter'),
};

/** The folders below src, or `rules`, that a path belongs to. */
function folderOf(path: string): string {
  const [top, folder, file] = path.split('/');
  return top === 'src' ? (file === undefined ? 'src' : folder!) : top!;
}

function* importsOf(folder: string): Generator<{ file: string; from: string; to: string; path: string }> {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const file = `${folder}/${name}`;
    if (!name.endsWith('.ts') || file.includes('/generated/') || file === 'rules/index.ts') continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, target] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const path = normalize(join(dirname(file), target!));
      if (folderOf(path) !== folderOf(file)) yield { file, from: folderOf(file), to: folderOf(path), path };
    }
  }
}

test('imports go down the table of docs/architecture.md', () => {
  const wrong = [...importsOf('src'), ...importsOf('rules')].filter(({ from, to }) => !allowed[from]?.includes(to));
  expect(wrong.map(({ file, path }) => `${file} imports ${path}`)).toEqual([]);
});

test('syntax takes only the majors from the catalog, rules only what is for rules from the linter', () => {
  const beyond = [
    ...[...importsOf('src')].filter(({ from, path }) => from === 'syntax' && path !== 'src/catalog/majors.js'),
    ...[...importsOf('rules')].filter(
      ({ to, path }) => to === 'linter' && !/^src\/linter\/(?:rule\.js$|for-rules\/)/.test(path),
    ),
  ];
  expect(beyond.map(({ file, path }) => `${file} imports ${path}`)).toEqual([]);
});
