/** The examples of docs/policies.md: files and commands as they stand there give what is printed there. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/policies.md', import.meta.url)), 'utf8');
const blocks = [...page.matchAll(/^```(\S+)(?: (?:file=)?(\S+))?\n([\s\S]*?)^```$/gm)].map(([, kind, file, text]) => ({
  kind,
  file,
  text: text!,
}));

test('every example says what the command says', async () => {
  let files: Record<string, string> = {};
  let commands = 0;
  for (const { kind, file, text } of blocks) {
    if (kind !== 'console' && file !== undefined) files = { ...files, [file]: text };
    if (kind !== 'console') continue;
    const [line, ...expected] = text.split('\n');
    const { code, output, errors } = await runIn(makeFolder(files), line!.replace(/^\$ pgconflint /, '').split(' '));
    expect(`${output}${errors}exit code ${code}\n`).toBe(expected.join('\n'));
    commands++;
  }
  expect(commands).toBeGreaterThanOrEqual(4);
});
