import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { isInstalled, makeScene, root, type Scene } from './scene.js';
import { Terminal } from './terminal.js';

/** Whether eglot comes with Emacs or with a package. */
function hasEglot(): boolean {
  const load = "(progn (require 'package) (package-initialize) (require 'eglot))";
  if (spawnSync('emacs', ['--batch', '--eval', load], { stdio: 'ignore' }).status === 0) return true;
  process.stderr.write('No eglot on this machine: the tests with Emacs are left out.\n');
  return false;
}

const isThere = isInstalled('emacs', 'Emacs') && isInstalled('tmux', 'Emacs in a terminal', '-V') && hasEglot();
const describeWhereInstalled = isThere ? describe : describe.skip;

describeWhereInstalled('Emacs with eglot, set up by the lines of examples/editors/emacs', () => {
  let scene: Scene;
  const terminal = new Terminal();

  beforeAll(async () => {
    scene = makeScene();
    const setup = join(root, 'examples/editors/emacs/pgconflint.el');
    const command = ['emacs', '-nw', '-q', '-l', join(root, 'test/editors/emacs.el')];
    const environment = { HOME: scene.folder, PATH: scene.path, PGCONFLINT_SETUP: setup };
    await terminal.start([...command, join(scene.cluster, 'postgresql.conf')], environment);
  });

  afterAll(async () => {
    await terminal.stop();
    scene.remove();
  });

  const execute = async (command: string) => {
    await terminal.press('M-x');
    await terminal.type(command);
    await terminal.press('Enter');
  };

  test('shows the diagnostics of the buffer', async () => {
    // Errors and warnings are counted in the mode line.
    await terminal.shows(/Flymake\[[1-9]\d* [1-9]\d*\]/);
    await execute('flymake-show-buffer-diagnostics');
    const screen = await terminal.shows(/Flymake diagnostics for/);
    expect(screen).toMatch(/17 +0 error .*\[conf\/unknown-parameter\]: work_men is not a parameter/);
    expect(screen).toMatch(/19 +12 error .*\[conf\/invalid-value\]: 'replca'/);
    await terminal.press('C-x', '1');
  });

  test('tells what a parameter is', async () => {
    await terminal.press('C-s');
    await terminal.type('shared_buf');
    await terminal.press('Enter');
    await execute('eldoc');
    const screen = await terminal.shows(/A change takes effect at the next restart/);
    expect(screen).toMatch(/^shared_buffers integer/m);
    await terminal.press('C-x', '1');
  });

  test('applies a fix, and the diagnostic goes', async () => {
    await terminal.press('C-s');
    await terminal.type('work_men');
    await terminal.press('Enter');
    await execute('eglot-code-actions');
    await terminal.shows(/Pick an action \(default Write work_mem\)/);
    await terminal.press('Enter');
    await terminal.shows(/^work_mem = 16MB/m);
    await execute('flymake-show-buffer-diagnostics');
    await terminal.shows(/Flymake diagnostics for/);
    await terminal.hides(/work_men is not a parameter/);
    await terminal.press('C-x', '1');
  });

  test('completes parameters and values', async () => {
    await terminal.press('M->');
    await terminal.type('wal_leve');
    await terminal.press('C-M-i');
    await terminal.shows(/^wal_level = replica$/m);
    await terminal.press('C-a', 'C-k');
    await terminal.type("TimeZone = 'Europe/Londo");
    await terminal.press('C-M-i');
    await terminal.shows(/^TimeZone = 'Europe\/London'$/m);
  });

  test('sees in pg_hba.conf what is not saved in postgresql.conf, and saves', async () => {
    await terminal.press('M-<', 'M-%');
    await terminal.type('ssl = on');
    await terminal.press('Enter');
    await terminal.type('ssl = off');
    await terminal.press('Enter');
    await terminal.type('!');
    await terminal.shows(/^ssl = off/m);
    await terminal.press('C-x', 'C-f', 'C-a', 'C-k');
    await terminal.type(join(scene.cluster, 'pg_hba.conf'));
    await terminal.press('Enter');
    await terminal.shows(/\(pg_hba\.conf Flymake\[[1-9]/);
    await execute('flymake-show-buffer-diagnostics');
    await terminal.shows(/^ +9 .*This record never matches: ssl is off/m);
    await terminal.press('C-x', '1', 'C-x', 's');
    await terminal.shows(/Save file .*postgresql\.conf/);
    await terminal.type('!');
    const saved = /^ssl = off$[\s\S]*^work_mem = 16MB$[\s\S]*^TimeZone = 'Europe\/London'$/m;
    await eventually(
      async () => readFileSync(join(scene.cluster, 'postgresql.conf'), 'utf8'),
      (text) => saved.test(text),
    );
  });
});
