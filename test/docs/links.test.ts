/** Links between pages lead to files and headings that exist, and the index names every page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => join(folder, name));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'editors/vscode/README.md',
  ...below('docs'),
  ...below('rules'),
  ...below('src'),
  ...below('scripts'),
];

const textOf = (page: string) => readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** As GitHub names the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const headings = [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function linksOf(page: string): { file: string; anchor: string | undefined }[] {
  return [...textOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g)].map(([, path, anchor]) => ({
    file: path === '' ? page : normalize(join(dirname(page), path!)),
    anchor,
  }));
}

test.each(pages)('%s links to what is there', (page) => {
  const broken = linksOf(page).filter(
    ({ file, anchor }) =>
      !existsSync(join(root, file)) || (anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).has(anchor)),
  );
  expect(broken).toEqual([]);
});

test('docs/README.md names every page', () => {
  const named = new Set(linksOf('docs/README.md').map(({ file }) => file));
  const own = below('docs').filter((page) => !page.startsWith(join('docs', 'history')) && page !== 'docs/README.md');
  expect(own.filter((page) => !named.has(page))).toEqual([]);
});
