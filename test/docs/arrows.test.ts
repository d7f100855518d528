/** Which folder imports from which: the table of docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

const layers = [
  'catalog',
  'files',
  'syntax',
  'documents',
  'values',
  'addresses',
  'formats',
  'cluster',
  'access',
  'linter',
  'rule-kit',
];
const upTo = (last: string) => layers.slice(0, layers.indexOf(last) + 1);

/** `src` is src/index.ts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  files: ['catalog'],
  syntax: upTo('files'),
  documents: upTo('syntax'),
  values: upTo('documents'),
  addresses: upTo('values'),
  formats: upTo('addresses'),
  cluster: upTo('formats'),
  access: upTo('cluster'),
  linter: [...upTo('access'), 'carriers'],
  'rule-kit': upTo('linter'),
  carriers: upTo('cluster'),
  project: [...upTo('linter'), 'carriers'],
  report: upTo('linter'),
  logs: upTo('access'),
  format: upTo('cluster'),
  audit: [...upTo('rule-kit'), 'report'],
  upgrade: [...upTo('linter'), 'report'],
  api: [...upTo('rule-kit'), 'carriers', 'project', 'report', 'format', 'audit', 'upgrade', 'rules'],
  cli: [
    ...upTo('rule-kit'),
    'logs',
    'carriers',
    'project',
    'report',
    'format',
    'audit',
    'upgrade',
    'api',
    'lsp',
    'rules',
  ],
  lsp: [...upTo('rule-kit'), 'carriers', 'project', 'report', 'format', 'audit', 'upgrade', 'rules'],
  src: [...upTo('linter'), 'api'],
  rules: ['rule-kit'],
};

/** The folders below src, or `rules`, that a path belongs to. */
function folderOf(path: string): string {
  const [top, folder, file] = path.split('/');
  return top === 'src' ? (file === undefined ? 'src' : folder!) : top!;
}

function* textsOf(folder: string): Generator<{ file: string; text: string }> {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const file = `${folder}/${name}`;
    if (!name.endsWith('.ts') || file.includes('/generated/') || file === 'rules/index.ts') continue;
    yield { file, text: readFileSync(join(root, file), 'utf8') };
  }
}

function* importsOf(folder: string): Generator<{ file: string; from: string; to: string; path: string }> {
  for (const { file, text } of textsOf(folder)) {
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

test('files and syntax take only the majors from the catalog', () => {
  const beyond = [...importsOf('src')].filter(
    ({ from, to, path }) => /^(?:files|syntax)$/.test(from) && to === 'catalog' && path !== 'src/catalog/majors.js',
  );
  expect(beyond.map(({ file, path }) => `${file} imports ${path}`)).toEqual([]);
});

test('what the rules of the project import, the rules of plugins can import too', () => {
  const exported = readFileSync(join(root, 'src/rule-kit/index.ts'), 'utf8');
  const modules = new Set([...importsOf('rules')].map(({ path }) => path.replace('src/rule-kit/', './')));
  expect([...modules].filter((path) => !exported.includes(`export * from '${path}';`))).toEqual([]);
});

test('rules use nothing from outside of the project', () => {
  const wrong = [...textsOf('rules')].filter(({ text }) => /(?:from\s+|import\(\s*)'[^.]/.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('no rule builds edits of a text: its fixes are operations, which the document’s writer carries out', () => {
  const wrong = [...textsOf('rules'), ...textsOf('src/rule-kit')].filter(({ text }) =>
    /\bat: [^{}]*\bstart\b[^{}]*\btext\b|\bTextEdit\[/.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

/**
 * Groups of files that import each other in a circle, types included: what they share would have to be understood all at
 * once. A list that loads its members when it is asked for them (`import(…)`) does not import them.
 */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order: string[] = [];
  const seen = new Set<string>();
  const follow = (file: string, next: (file: string) => readonly string[], found: string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const other of next(file)) follow(other, next, found);
    found.push(file);
  };
  for (const file of imports.keys()) follow(file, (one) => imports.get(one) ?? [], order);
  const importers = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), file]);
  }
  seen.clear();
  const groups: string[][] = [];
  for (const file of order.reverse()) {
    const group: string[] = [];
    follow(file, (one) => importers.get(one) ?? [], group);
    if (group.length > 1) groups.push(group.sort());
  }
  return groups;
}

function staticImports(): Map<string, string[]> {
  const imports = new Map<string, string[]>();
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!file.endsWith('.ts') || file.includes('/generated/')) continue;
      const text = readFileSync(join(root, file), 'utf8');
      const targets = [...text.matchAll(/from\s*'(\.[^']+)'/g)].map(([, target]) =>
        normalize(join(dirname(file), target!))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts'),
      );
      imports.set(file, targets);
    }
  }
  return imports;
}

/** What is left of old circles. Take out of the list what you break; nothing is ever added. */
const known = [
  ['src/access/coverage/elements.ts', 'src/access/coverage/marks.ts'],
  ['src/access/matrix.ts', 'src/access/row-text.ts', 'src/access/wording.ts'],
  ['src/access/regions/condition.ts', 'src/access/regions/region.ts'],
  [
    'src/linter/engine/judge.ts',
    'src/linter/engine/lint.ts',
    'src/linter/engine/merge-causes.ts',
    'src/linter/engine/run-rules.ts',
    'src/linter/engine/target-choice.ts',
    'src/linter/engine/targets.ts',
  ],
];

test('no further files import each other in a circle', () => {
  const isKnown = (group: readonly string[]) => known.some((one) => group.every((file) => one.includes(file)));
  expect(circles(staticImports()).filter((group) => !isKnown(group))).toEqual([]);
});

test('a circle of imports would be found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
    ['e', ['e']],
  ]);
  expect(circles(imports)).toEqual([['a', 'b', 'c']]);
});
