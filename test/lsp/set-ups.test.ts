import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse as parseJsonc } from 'jsonc-parser';
import { isConfigurationBuffer, kindOfBuffer } from '../../src/lsp/workspace/languages.js';

const folder = fileURLToPath(new URL('../../examples/editors', import.meta.url));
const read = (...names: string[]) => readFileSync(join(folder, ...names), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** The names of languages that each set-up makes its editor send. */
const sent: Record<string, string[]> = {
  neovim: all(read('neovim', 'pgconflint.lua'), /= '((?:pg|postgresql)-\w+)'/g),
  emacs: all(read('emacs', 'pgconflint.el'), /define-derived-mode (\S+)-mode/g),
  vim: all(read('vim', 'pgconflint.vim'), /filetype=(\w+)$/gm),
  coc: parseJsonc(read('vim', 'coc-settings.json')).languageserver.pgconflint.filetypes,
  helix: all(read('helix', 'languages.toml'), /^name = "(.*)"$/gm),
  kakoune: all(read('kakoune', 'pgconflint.kak'), /set-option buffer filetype (\S+)/g),
  sublime: readdirSync(join(folder, 'sublime'))
    .filter((name) => name.endsWith('.sublime-syntax'))
    .flatMap((name) => all(read('sublime', name), /^scope: source\.(\S+)$/gm)),
  jetbrains: JSON.parse(read('jetbrains', 'template.json')).fileTypeMappings.map(
    (one: { languageId: string }) => one.languageId,
  ),
};

test.each(Object.entries(sent))('the server knows every language of the set-up for %s', (_, languages) => {
  const kinds = languages.map((language) => kindOfBuffer('/c/any', language));
  expect(new Set(kinds)).toEqual(new Set(['conf', 'hba', 'ident', 'hosts']));
});

test('the plain text of Zed is looked into', () => {
  const [language] = all(read('zed', 'extension.toml'), /^"Plain Text" = "(.*)"$/gm);
  expect(isConfigurationBuffer('/c/any', language, 'local all all peer\n')).toBe(true);
});

test('every set-up has a line in the table that says what was tried', () => {
  const table = read('README.md');
  for (const name of readdirSync(folder).filter((one) => one !== 'README.md')) {
    expect(table).toMatch(new RegExp(`\\| .*\`${name}\\b`));
  }
});
