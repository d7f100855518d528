/** The example of a plugin, with the package as it is built. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgconflint-plugin-'));
  cpSync(join(root, 'examples/plugin'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/pgconflint'), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, output: stdout, errors: stderr };
}

test('its own tests pass with the packaged rule tester', () => {
  const report = execFileSync(process.execPath, ['--test', '--test-reporter=tap'], {
    cwd: folder,
    encoding: 'utf8',
    // What tells a test runner within a test runner to report in another form.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: '' },
  });
  expect(report).toMatch(/^# pass 11$/m);
  expect(report).toMatch(/^# fail 0$/m);
});

test('the command runs its rules where a person allows code, and says so where nobody does', () => {
  const { code, output } = lint('cluster', '--allow-code', '--format', 'json');
  const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  expect(code).toBe(0);
  expect(files.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).sort()).toEqual([
    'acme/role-names 2',
    'acme/work-memory 1',
  ]);
  const refused = lint('cluster');
  expect(refused).toMatchObject({ code: 2, output: '' });
  expect(refused.errors).toMatch(/--allow-code/);
});
