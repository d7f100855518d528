/** What the core may not have: a browser page has no Node, and an editor runs for weeks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

function* textsOf(...folders: string[]): Generator<{ file: string; text: string }> {
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name}`;
      if (!name.endsWith('.ts') || file.includes('/data/') || file.includes('/generated/') || file === 'rules/index.ts')
        continue;
      yield { file, text: readFileSync(join(root, file), 'utf8') };
    }
  }
}

const core = ['catalog', 'syntax', 'values', 'addresses', 'cluster', 'access', 'linter', 'rule-kit', 'report'];
const coreFolders = [...core, 'format', 'audit', 'upgrade'].map((folder) => `src/${folder}`);

test('the core uses nothing that Node alone has', () => {
  const found = [...textsOf(...coreFolders, 'rules')].filter(({ text }) =>
    /from 'node:|import\('node:|\bBuffer\.|\bprocess\./.test(text),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

/** Empty from the first to the last day; the last one is emptied before it holds a megabyte. */
const bounded = ['src/access/regions/name-set.ts', 'src/linter/engine/covered.ts', 'src/catalog/nearest.ts'];

test('no module keeps more and more', () => {
  const found = [...textsOf('src', 'rules')].filter(({ text }) =>
    /^(?:export )?(?:const|let) .* = .*new (?:Map|Set)(?:<[^(]*>)?\(\)/m.test(text),
  );
  expect(found.map(({ file }) => file).filter((file) => !bounded.includes(file))).toEqual([]);
});

test('no type is asserted by way of unknown', () => {
  const found = [...textsOf('src', 'rules')].filter(({ text }) => text.includes('as unknown as'));
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('the day of a run comes from one place', () => {
  const found = [...textsOf('src', 'rules')].filter(({ text }) => text.includes('new Date().toISOString()'));
  expect(found.map(({ file }) => file)).toEqual(['src/project/today.ts']);
});

test('a file has at most 350 lines', () => {
  const found = [...textsOf('src', 'rules')].filter(({ text }) => text.split('\n').length > 351);
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('a folder of the source with more than fifteen files says in its README why', () => {
  const files = [...textsOf('src')].map(({ file }) => dirname(file));
  const large = [...new Set(files)].filter((folder) => files.filter((one) => one === folder).length > 15);
  expect(large.length).toBeGreaterThan(5);
  expect(large.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
});
