import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { isInstalled, makeScene, type Scene } from './scene.js';
import { missingParts, Workbench } from './workbench.js';

const missing = missingParts();
if (missing.length > 0) process.stderr.write(`Not here: ${missing.join(', ')}: the tests with VS Code are left out.\n`);
const isHere = isInstalled('chromium', 'VS Code') && missing.length === 0;
const describeWhereInstalled = isHere ? describe : describe.skip;

describeWhereInstalled("VS Code's workbench with the packaged extension", () => {
  let scene: Scene;
  let code: Workbench;

  beforeAll(async () => {
    scene = makeScene();
    code = await Workbench.open(scene.folder, scene.cluster);
  }, 120_000);

  afterAll(async () => {
    await code?.close();
    scene?.remove();
  });

  const status = '.statusbar-item[id="pgconflint.pgconflint.pgconflint.targets"]';

  test('shows the problems of the cluster, also of files that are not open', async () => {
    await code.openFile('postgresql.conf');
    await code.run('Problems: Focus on Problems View');
    const unknown = await code.problems('conf/unknown-parameter', ({ length }) => length === 2);
    expect(unknown[1]).toMatch(/work_men is not a parameter.*\[Ln 17, .*Did you mean work_mem/);
    const trusting = await code.problems('hba/no-trust', ({ length }) => length > 2);
    expect(trusting).toContainEqual(expect.stringMatching(/trust.*\[Ln 4, /));
    await code.page.locator('.editor-instance .squiggly-error').first().waitFor();
  });

  test('shows the version in the status bar', async () => {
    await code.texts(status, ([text]) => text?.includes('PostgreSQL 16') === true);
    await code.page.locator(status).hover();
    const [text] = await code.texts('.monaco-hover:visible', ([one]) => one?.includes('is checked for') === true);
    expect(text).toContain('told by a comment in postgresql.conf.');
  });

  test('tells what a parameter is', async () => {
    await code.openFile('postgresql.conf');
    await code.run('Problems: Focus on Problems View');
    // Each row has the lines of its message: fewer of them have room.
    await code.problems('', ({ length }) => length > 2);
    await code.hoverAt(16, 'shared_buffers');
    const [text] = await code.texts('.monaco-editor .monaco-hover:visible', ([one]) => /restart/.test(one ?? ''));
    expect(text).toContain('shared_buffers');
    expect(text).toContain('128MB');
    await code.picture('vscode');
    await code.page.keyboard.press('Escape');
  });

  test('applies a fix, and the problem goes; the safe ones on save', async () => {
    await code.openFile('postgresql.conf');
    await code.page.locator('.editor-instance .squiggly-error').first().waitFor();
    await code.goTo(17);
    await code.page.keyboard.press('Control+.');
    const action = code.page.locator('.action-widget .monaco-list-row', { hasText: 'work_mem' }).first();
    await action.waitFor();
    await action.click();
    await code.line('work_mem = 16MB').waitFor();
    await code.page.keyboard.press('Control+S');
    const saved = async () => readFileSync(join(scene.cluster, 'postgresql.conf'), 'utf8');
    await eventually(saved, (one) => /^work_mem = 16MB$/m.test(one) && /^shared_buffers = 128MB$/m.test(one));
    await code.problems('conf/unknown-parameter', (rows) => rows.length === 0);
  });

  test('knows an included file, whatever it is called', async () => {
    await code.openFile('conf.d', '10-memory.conf');
    await code.texts(
      '.statusbar-item[id="status.editor.mode"]',
      ([text]) => text?.includes('postgresql.conf') === true,
    );
    await code.texts(status, ([text]) => text?.includes('PostgreSQL 16') === true);
  });

  test('says above a record for whom it decides, and more when asked', async () => {
    await code.openFile('pg_hba.conf');
    const lens = code.page.locator('.codelens-decoration a', { hasText: 'decides for the Unix socket' }).first();
    const toast = code.page.locator('.notifications-toasts').getByText('Connections').first();
    // A lens that is made again in the moment of the click runs nothing: a person clicks again.
    const said = async () => {
      await lens.click();
      await toast.waitFor({ timeout: 3000 });
    };
    await eventually(said, () => true, 30_000);
    const [text] = await code.texts('.notifications-toasts', ([one]) => one?.includes('Connections') === true);
    expect(text).toContain('over the Unix-domain socket');
    await code.run('Notifications: Clear All Notifications');
  });

  test('shows who gets in, leads to the record, and follows what is typed', async () => {
    await code.openFile('pg_hba.conf');
    await code.run('pgconflint: Show Who Gets In');
    const page = await code.webview('Who gets in by pg_hba.conf');
    await code.picture('vscode-access');
    await page.locator('tr.trust a', { hasText: 'pg_hba.conf:4' }).click();
    await code.texts('.statusbar-item[id="status.editor.selection"]', ([text]) => text?.includes('Ln 4') === true);
    await code.page.keyboard.press('Home');
    await code.page.keyboard.type('# ');
    await code.gone('pg_hba.conf:4');
  });

  test('shows the settings in force, and leads to the line that sets one', async () => {
    await code.openFile('postgresql.conf');
    await code.run('pgconflint: Show Settings in Force');
    const page = await code.webview('Settings in force: postgresql.conf');
    const place = page.getByRole('row', { name: 'listen_addresses' }).locator('a').first();
    const line = /:(\d+)$/.exec((await place.textContent()) ?? '')?.[1];
    await code.picture('vscode-settings');
    await place.click();
    await code.texts(
      '.statusbar-item[id="status.editor.selection"]',
      ([text]) => text?.includes(`Ln ${line},`) === true,
    );
  });

  test('tests a login that a person describes', async () => {
    await code.openFile('pg_hba.conf');
    await code.run('pgconflint: Test a Login');
    await code.answer('The role that logs in', 'alice');
    await code.answer('The database', 'shop');
    await code.answer('Where the client is', '192.0.2.7');
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'No encryption' }).click();
    const page = await code.webview('Login of alice to shop from 192.0.2.7 without encryption');
    await page.locator('.answer').waitFor();
    await code.picture('vscode-login');
  });

  test('compares what is typed with the last commit', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], { cwd: scene.cluster });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    await code.openFile('pg_hba.conf');
    await code.page.keyboard.press('Control+End');
    await code.page.keyboard.type('host newdb newrole 2001:db8::/32 scram-sha-256');
    await code.run('pgconflint: Compare with HEAD');
    await code.webview('newrole');
  });

  test('opens the page of a rule without a network', async () => {
    await code.openFile('pg_hba.conf');
    await code.run('Problems: Focus on Problems View');
    await code.problems('hba/no-trust', ({ length }) => length > 0);
    await code.page
      .locator('.markers-panel a', { hasText: 'hba/no-trust' })
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await code.webview('When not to use it');
  });

  test('completes what is typed, and puts columns below each other', async () => {
    await code.openFile('pg_ident.conf');
    await code.page.keyboard.press('Control+End');
    await code.page.keyboard.type('peop');
    await code.page.locator('.suggest-widget .monaco-list-row', { hasText: 'people' }).first().waitFor();
    await code.page.keyboard.press('Escape');
    await code.page.keyboard.type('le carl app');
    await code.run('Format Document');
    await code.line('people          carl                    app').waitFor();
  });

  test('runs a configuration that is code only once the folder is trusted', async () => {
    const ran = join(scene.folder, 'ran');
    const text = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(ran)}, '');\nexport default { postgres: 13 };\n`;
    writeFileSync(join(scene.cluster, 'pgconflint.config.mjs'), text);
    await code.openFile('postgresql.conf');
    await code.run('pgconflint: Restart the Server');
    await code.texts('.notifications-toasts', ([one]) => one?.includes('has not been allowed to run') === true);
    await code.run('Notifications: Clear All Notifications');
    expect(existsSync(ran)).toBe(false);
    await code.run('Workspaces: Manage Workspace Trust');
    await code.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await code.page.locator('.workspace-trust-header.workspace-trust-trusted').waitFor();
    await code.openFile('postgresql.conf');
    await code.texts(status, ([shown]) => shown?.includes('PostgreSQL 13') === true);
    expect(existsSync(ran)).toBe(true);
  });

  test('checks for the versions that a person chooses, where neither the files nor the configuration tell one', async () => {
    await code.openFile('postgresql.conf');
    await code.page.locator(status).click();
    // 13, which the configuration tells, is marked.
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: 'PostgreSQL 18' }).click();
    await code.page.keyboard.press('Enter');
    const written = join(scene.cluster, '.vscode/settings.json');
    const settings = await eventually(
      async () => (existsSync(written) ? (JSON.parse(readFileSync(written, 'utf8')) as object) : {}),
      (found) => Object.keys(found).length > 0,
    );
    expect(settings).toEqual({ 'pgconflint.targets': [13, 18] });
    await code.texts(status, ([text]) => text?.includes('PostgreSQL 13, 18') === false);
    writeFileSync(join(scene.cluster, 'pgconflint.config.mjs'), 'export default {};\n');
    mkdirSync(join(scene.cluster, 'loose'));
    writeFileSync(join(scene.cluster, 'loose/pg_hba_loose.conf'), 'local all all peer\n');
    await code.run('pgconflint: Restart the Server');
    await code.openFile('loose', 'pg_hba_loose.conf');
    await code.texts(status, ([text]) => text?.includes('PostgreSQL 13, 18') === true);
  });
});
