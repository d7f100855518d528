/** What pages show of a command’s output is what it prints: blocks that start with `$ pgconflint`, `...` for what is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { runIn } from '../cli/terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = ['README.md', ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

interface Shown {
  page: string;
  command: string;
  lines: string[];
}

function shownIn(page: string): Shown[] {
  const text = readFileSync(root + page, 'utf8');
  return [...text.matchAll(/^```[a-z]*\n\$ pgconflint ?([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, command, output]) => ({
    page,
    command: command!,
    lines: output!.replace(/\n$/, '').split('\n'),
  }));
}

const all = pages.flatMap(shownIn);

test('the first page shows the default output', () => {
  expect(all.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(0);
});

test.each(all)('$page: pgconflint $command', async ({ command, lines }) => {
  const { output, errors } = await runIn(root, command.split(' '));
  let rest = `\n${output}${errors}`;
  for (const piece of lines.join('\n').split(/^\.\.\.\n/m)) {
    if (piece === '') continue;
    const at = rest.indexOf(`\n${piece.replace(/\n+$/, '')}\n`);
    expect(at === -1 ? `${piece}\n\nis not in\n${rest}` : '').toBe('');
    rest = rest.slice(at + piece.replace(/\n+$/, '').length + 1);
  }
});
