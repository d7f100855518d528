/** The examples of docs/commands.md: commands print what stands there for the files that stand there, `...` for what is left out. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { commands } from '../../src/cli/registry.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/commands.md', import.meta.url)), 'utf8');

interface Example {
  args: string[];
  lines: string[];
  /** What the page has shown before it. */
  files: Record<string, string>;
}

function examplesOf(text: string): Example[] {
  let files: Record<string, string> = {};
  const examples: Example[] = [];
  for (const [, kind, file, body] of text.matchAll(/^```(\S+)(?: (?:file=(\S+)|run))?\n([\s\S]*?)^```$/gm)) {
    if (file !== undefined) files = { ...files, [file]: body! };
    if (kind !== 'console') continue;
    const [command, ...lines] = body!.split('\n');
    examples.push({ args: command!.replace(/^\$ pgconflint /, '').split(' '), lines, files });
  }
  return examples;
}

const examples = examplesOf(page);

test.each(examples)('pgconflint $args', async ({ args, lines, files }) => {
  // A configuration is not written where there is one.
  const { 'pgconflint.config.yaml': _, ...others } = files;
  const { output, errors } = await runIn(makeFolder(args[0] === 'init' ? others : files), args);
  const printed = output + errors;
  let at = 0;
  for (const piece of lines.join('\n').split(/^\.\.\.\n/m)) {
    const found = printed.indexOf(piece, at);
    expect(found === -1 ? `${piece}\nis not in\n${printed}` : '').toBe('');
    at = found + piece.length;
  }
  if (!lines.includes('...')) expect(printed).toBe(lines.join('\n'));
});

test('every command has a heading and an example', () => {
  for (const { name } of commands) {
    expect(page).toMatch(new RegExp(`^## ${name}: `, 'm'));
    expect(name === 'lint' || examples.some(({ args }) => args[0] === name)).toBe(true);
  }
});
