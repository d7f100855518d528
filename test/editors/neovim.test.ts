import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Neovim } from './neovim.js';
import { isInstalled, makeScene, root, type Scene } from './scene.js';

const describeWhereInstalled = isInstalled('nvim', 'Neovim') ? describe : describe.skip;

describeWhereInstalled('Neovim, set up by the lines of examples/editors/neovim', () => {
  let scene: Scene;
  let neovim: Neovim;

  beforeAll(() => {
    scene = makeScene();
    process.env['PGCONFLINT_SETUP'] = join(root, 'examples/editors/neovim/pgconflint.lua');
    neovim = new Neovim(join(root, 'test/editors/neovim.lua'), scene.folder, scene.path);
  });

  afterAll(() => {
    neovim.stop();
    scene.remove();
  });

  const open = async (name: string) => {
    const file = join(scene.cluster, name);
    await neovim.until<number>('1', () => true);
    await neovim.type(`<Esc>:drop ${file}<CR>`);
    await neovim.until<string>('vim.api.nvim_buf_get_name(0)', (one) => one === file);
  };
  const textOfLine = (line: number) => neovim.ask<string>(`vim.fn.getline(${line})`);

  test('shows the diagnostics of a cluster, also those of included files', async () => {
    await open('postgresql.conf');
    const shown = await neovim.diagnostics((all) => all.length > 0);
    expect(shown).toContainEqual(expect.objectContaining({ line: 17, code: 'conf/unknown-parameter' }));
    expect(shown).toContainEqual(expect.objectContaining({ line: 19, code: 'conf/invalid-value' }));
    await open('conf.d/10-memory.conf');
    expect(await neovim.ask('vim.bo.filetype')).toBe('postgresql-conf');
    expect(await neovim.ask('#vim.lsp.buf_get_clients(0)')).toBe(1);
  });

  test('tells in a window what a parameter is', async () => {
    await open('postgresql.conf');
    await neovim.type('/^shared_buffers<CR>:lua vim.lsp.buf.hover()<CR>');
    const windows = 'vim.tbl_map(function(one) return vim.api.nvim_win_get_config(one).relative ~= "" and ';
    const texts = `${windows} vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(one), 0, -1, false) or {} end, vim.api.nvim_list_wins())`;
    const [text] = await neovim.until<string[]>(
      `vim.tbl_flatten({{table.concat(vim.tbl_flatten(${texts}), "\\n")}})`,
      (one) => /shared_buffers/.test(one[0] ?? ''),
    );
    expect(text).toMatch(/restart/);
    await neovim.type('<Esc>hl');
  });

  test('applies a fix, and the diagnostic goes', async () => {
    await open('postgresql.conf');
    await neovim.ask('(function() _G.wanted = "work_mem"; return 1 end)()');
    await neovim.type('17G0:lua vim.lsp.buf.code_action()<CR>');
    await neovim.until<string>('vim.fn.getline(17)', (line) => line !== 'work_men = 16MB');
    expect(await textOfLine(17)).toBe('work_mem = 16MB');
    await neovim.diagnostics((all) => all.every(({ code }) => code !== 'conf/unknown-parameter'));
  });

  test('completes parameters and values as they are typed', async () => {
    await open('postgresql.conf');
    await neovim.type('Gowal_le<C-x><C-o>');
    const words = 'vim.tbl_map(function(one) return one.abbr end, vim.fn.complete_info({"items"}).items)';
    expect(await neovim.until<string[]>(words, (all) => all.length > 0)).toContain('wal_level');
    // The parameter comes with its default, which gives way to another value.
    await neovim.type('<C-n><C-y><C-w>lo<C-x><C-o>');
    expect(await neovim.until<string[]>(words, (all) => all.includes('logical'))).toContain('logical');
    await neovim.type('<C-n><C-y><Esc>');
    expect(await neovim.ask('vim.fn.getline("$")')).toMatch(/^wal_level = '?logical'?$/);
  });

  test('sees at once in pg_hba.conf what is typed into postgresql.conf, and what is saved', async () => {
    await open('pg_hba.conf');
    const before = await neovim.diagnostics((all) => all.length > 0);
    expect(before).toContainEqual(expect.objectContaining({ line: 4, code: 'hba/no-trust' }));
    await open('postgresql.conf');
    await neovim.type(':%s/^ssl = on/ssl = off/<CR>');
    await open('pg_hba.conf');
    await neovim.diagnostics((all) => JSON.stringify(all) !== JSON.stringify(before));
    await neovim.type(':wall<CR>');
    await neovim.until<number>('#vim.fn.getbufinfo({ bufmodified = 1 })', (modified) => modified === 0);
    expect(readFileSync(join(scene.cluster, 'postgresql.conf'), 'utf8')).toMatch(/^work_mem = 16MB$/m);
  });

  test('shows what is wrong with our own configuration, and completes it', async () => {
    writeFileSync(join(scene.cluster, 'pgconflint.config.yaml'), 'rules:\n  hba/no-trust: of\n');
    await open('pgconflint.config.yaml');
    const messages = 'vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))';
    expect(await neovim.until<string[]>(messages, (all) => all.length > 0)).toEqual([
      expect.stringContaining('is not a severity'),
    ]);
    await neovim.type('G$a<C-x><C-o>');
    const words = 'vim.tbl_map(function(one) return one.abbr end, vim.fn.complete_info({"items"}).items)';
    expect(await neovim.until<string[]>(words, (all) => all.length > 0)).toContain('off');
    await neovim.type('<C-n><C-y><Esc>');
    expect(await neovim.ask('vim.fn.getline("$")')).toBe('  hba/no-trust: off');
    await neovim.until<string[]>(messages, (all) => all.length === 0);
  });
});
