import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { isInstalled, makeScene, root, type Scene } from './scene.js';
import { Terminal } from './terminal.js';

/** Whether Vim has the plug-in, which Debian brings as a package of Vim's own kind. */
function hasAle(): boolean {
  const found = existsSync('/usr/share/vim-ale');
  if (!found) process.stderr.write('No ALE on this machine: the tests with Vim are left out.\n');
  return found;
}

const isThere = isInstalled('vim', 'Vim') && isInstalled('tmux', 'Vim in a terminal', '-V') && hasAle();
const describeWhereInstalled = isThere ? describe : describe.skip;

describeWhereInstalled('Vim with ALE, set up by the lines of examples/editors/vim', () => {
  let scene: Scene;
  const terminal = new Terminal();

  beforeAll(async () => {
    scene = makeScene();
    const setup = join(root, 'examples/editors/vim/pgconflint.vim');
    const command = ['vim', '-u', join(root, 'test/editors/vim.vim'), join(scene.cluster, 'postgresql.conf')];
    await terminal.start(command, { HOME: scene.folder, PATH: scene.path, PGCONFLINT_SETUP: setup });
  });

  afterAll(async () => {
    await terminal.stop();
    scene.remove();
  });

  const execute = async (command: string) => {
    await terminal.press('Escape');
    await terminal.type(`:${command}`);
    await terminal.press('Enter');
  };

  test('shows the diagnostics beside the lines', async () => {
    const screen = await terminal.shows(/work_men is not a parameter/);
    expect(screen).toMatch(/^>>work_men = 16MB > work_men is not a parameter\. No PostgreSQL/m);
    expect(screen).toMatch(/^>>wal_level = replca > 'replca' is not a value/m);
    expect(screen).toMatch(/^--log_connections = off > Logins are not logged/m);
  });

  test('tells what a parameter is', async () => {
    await execute('/^shared_buf');
    await terminal.shows(/^conf\/invalid-unit: '128M'/m);
    await terminal.type('K');
    const screen = await terminal.shows(/A change takes effect at the next restart/);
    expect(screen).toMatch(/^shared_buffers integer/m);
    await execute('pclose');
  });

  test('applies a fix, and the diagnostic goes', async () => {
    await execute('17');
    await terminal.shows(/^conf\/unknown-parameter: work_men/m);
    await terminal.type('\\a');
    await terminal.shows(/1\) Write work_mem$[\s\S]*Type number/m);
    await terminal.type('1');
    await terminal.press('Enter');
    await terminal.shows(/^ *work_mem = 16MB$/m);
    await terminal.hides(/work_men/);
  });

  test('completes parameters and values', async () => {
    await execute('$');
    await terminal.type('owal_lev');
    await terminal.press('C-x', 'C-o');
    await terminal.shows(/wal_level = replica/);
    await terminal.press('C-n', 'C-y');
    await terminal.shows(/^..wal_level = replica/m);
    await terminal.press('Enter');
    await terminal.type('log_min_messages = noti');
    await terminal.press('C-x', 'C-o');
    await terminal.shows(/notice +m/);
    await terminal.press('C-n', 'C-y', 'Escape');
    await execute('w');
    // Vim says that it wrote in its last line, where ALE may show what it knows of the word at the cursor.
    const written = /^work_mem = 16MB$[\s\S]*^wal_level = replica\nlog_min_messages = notice$/m;
    const saved = async () => readFileSync(join(scene.cluster, 'postgresql.conf'), 'utf8');
    expect(await eventually(saved, (text) => written.test(text), 20_000)).toMatch(written);
  });

  test('sees in pg_hba.conf what is not saved in postgresql.conf', async () => {
    await execute('%s/^ssl = on/ssl = off/');
    // ALE tells of a change when it checks: a moment after the typing, or at once.
    await execute('ALELint');
    await execute(`edit ${join(scene.cluster, 'pg_hba.conf')}`);
    await terminal.shows(/^..local +all +all +trust > /m);
    await terminal.shows(/This record never matches: ssl is off/);
  });
});
