/** The picture of the README is what the command prints; PGCONFLINT_PICTURES=1 draws it again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { firstPicture } from '../../scripts/pictures/first-page.js';
import { runIn } from '../cli/terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('docs/pictures/terminal.svg', async () => {
  const { output, errors } = await runIn(root, ['examples/insecure'], '', { isTerminal: true, color: true });
  const drawn = firstPicture(output + errors);
  const path = `${root}docs/pictures/terminal.svg`;
  if (process.env['PGCONFLINT_PICTURES'] === '1') writeFileSync(path, drawn);
  expect(readFileSync(path, 'utf8')).toBe(drawn);
});

test('every line fits into it', () => {
  const picture = readFileSync(`${root}docs/pictures/terminal.svg`, 'utf8');
  const [, width] = /viewBox="0 0 (\d+) /.exec(picture)!;
  for (const [, x, length] of picture.matchAll(/x="([\d.]+)" y="\d+" textLength="([\d.]+)"/g)) {
    expect(Number(x) + Number(length)).toBeLessThan(Number(width));
  }
});
