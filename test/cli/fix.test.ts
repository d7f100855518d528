import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { nodeFileSystem } from '../../src/files/node-file-system.js';
import { OverlayFileSystem } from '../../src/files/overlay-file-system.js';
import { writeFiles } from '../../src/project/write-files.js';
import { makeFolder } from './folder.js';
import { noProblemsIn, type Outcome, runIn } from './terminal.js';

const broken = 'work_mem = 4mb\n';
const mended = 'work_mem = 4MB\n';
let folder: string;

beforeEach(() => {
  folder = makeFolder({ 'postgresql.conf': broken });
});

const units = ['--preset', 'correctness', '--rule', 'conf/invalid-unit: error'];

function lint(...args: string[]): Promise<Outcome> {
  return runIn(folder, ['postgresql.conf', ...units, ...args]);
}

function content(name = 'postgresql.conf'): string {
  return readFileSync(join(folder, name), 'latin1');
}

describe('--fix', () => {
  test('writes what is mended, says what it did, and reports only what is left', async () => {
    const outcome = await lint('--fix');
    expect(outcome).toMatchObject({ code: 0, output: '' });
    expect(outcome.errors).toMatch(
      noProblemsIn(1, 'pgconflint: fixed 1 problem in postgresql.conf (conf/invalid-unit).\n'),
    );
    expect(content()).toBe(mended);
    expect(readdirSync(folder)).toEqual(['postgresql.conf']);
  });

  test('leaves a file alone that has nothing to mend', async () => {
    writeFileSync(join(folder, 'postgresql.conf'), mended);
    const before = statSync(join(folder, 'postgresql.conf'));
    expect(await lint('--fix')).toEqual({ code: 0, output: '', errors: expect.stringMatching(noProblemsIn(1)) });
    expect(statSync(join(folder, 'postgresql.conf')).ino).toBe(before.ino);
  });

  test.each([
    ['the mode', broken, mended],
    ['CRLF line ends', 'work_mem = 4mb\r\nport = 5432\r\n', 'work_mem = 4MB\r\nport = 5432\r\n'],
    ['a missing final newline', 'work_mem = 4mb', 'work_mem = 4MB'],
    [
      'bytes that are not UTF-8',
      "application_name = '\xe4\xff'\nwork_mem = 4mb\n",
      "application_name = '\xe4\xff'\nwork_mem = 4MB\n",
    ],
  ])('keeps %s', async (_, before, after) => {
    const path = join(folder, 'postgresql.conf');
    writeFileSync(path, before, 'latin1');
    chmodSync(path, 0o640);
    await lint('--fix');
    expect(content()).toBe(after);
    expect(statSync(path).mode & 0o7777).toBe(0o640);
  });

  test('keeps a byte order mark where nothing asks to remove it', async () => {
    // The server takes the mark as the start of a name, so only what stands on later lines can be mended.
    writeFileSync(join(folder, 'postgresql.conf'), `\uFEFF# note\n${broken}`, 'utf8');
    await lint('--fix', '--rule', 'cluster/byte-order-mark: off');
    expect(readFileSync(join(folder, 'postgresql.conf'), 'utf8')).toBe(`\uFEFF# note\n${mended}`);
  });

  (process.getuid?.() === 0 ? test : test.skip)('keeps the owner', async () => {
    const path = join(folder, 'postgresql.conf');
    execFileSync('chown', ['123:456', path]);
    await lint('--fix');
    expect(content()).toBe(mended);
    expect(statSync(path)).toMatchObject({ uid: 123, gid: 456 });
  });

  test.each<[string, () => void, RegExp]>([
    ['a read-only file', () => chmodSync(join(folder, 'postgresql.conf'), 0o444), /postgresql\.conf is read-only/],
    [
      'a file with a second name',
      () => linkSync(join(folder, 'postgresql.conf'), join(folder, 'other.txt')),
      /postgresql\.conf has further names/,
    ],
  ])('refuses %s', async (_, prepare, message) => {
    prepare();
    const outcome = await lint('--fix');
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(message);
    expect(content()).toBe(broken);
  });

  test('refuses a symbolic link', async () => {
    symlinkSync('postgresql.conf', join(folder, 'postgresql.link.conf'));
    const outcome = await runIn(folder, ['postgresql.link.conf', ...units, '--fix']);
    expect(outcome.code).toBe(2);
    expect(outcome.errors).toMatch(/postgresql\.link\.conf is a symbolic link to postgresql\.conf: name that file/);
    expect(content()).toBe(broken);
  });

  test('writes none of several files where one cannot be written', async () => {
    writeFileSync(join(folder, 'postgresql.other.conf'), broken);
    chmodSync(join(folder, 'postgresql.other.conf'), 0o444);
    const outcome = await runIn(folder, ['.', ...units, '--fix']);
    expect(outcome.code).toBe(2);
    expect([content(), content('postgresql.other.conf')]).toEqual([broken, broken]);
    expect(readdirSync(folder).sort()).toEqual(['postgresql.conf', 'postgresql.other.conf']);
  });

  test('leaves a file alone that changed after it was read', () => {
    const path = join(folder, 'postgresql.conf');
    const before = new OverlayFileSystem(nodeFileSystem);
    before.open(path, 'work_mem = 5mb\n');
    const read = { fileSystem: before, bounds: { workspace: [folder], followOutside: false }, isMember: () => true };
    expect(() => writeFiles(new Map([[path, mended]]), read, folder)).toThrow(/has changed while it was checked/);
    expect(content()).toBe(broken);
  });

  test('writes only files of the clusters, inside the workspace, whoever asks for more', () => {
    const outside = makeFolder({ 'postgresql.conf': broken, 'd/postgresql.conf': broken });
    symlinkSync(join(outside, 'd'), join(folder, 'linked'));
    const bounds = { workspace: [folder], followOutside: false };
    const write = (path: string, isMember: boolean, followOutside = false) =>
      writeFiles(
        new Map([[path, mended]]),
        { fileSystem: nodeFileSystem, bounds: { ...bounds, followOutside }, isMember: () => isMember },
        folder,
      );
    const refused =
      /is not a file of the clusters that were checked, or stands outside the workspace\. Nothing was written\./;
    expect(() => write(join(folder, 'postgresql.conf'), false)).toThrow(refused);
    for (const path of [join(outside, 'postgresql.conf'), join(folder, 'linked/postgresql.conf')]) {
      expect(() => write(path, true)).toThrow(refused);
    }
    expect([content(), readFileSync(join(outside, 'd/postgresql.conf'), 'utf8')]).toEqual([broken, broken]);
    write(join(outside, 'postgresql.conf'), true, true);
    expect(readFileSync(join(outside, 'postgresql.conf'), 'utf8')).toBe(mended);
  });

  test('mends standard input to standard output, the report beside it', async () => {
    const args = ['--stdin', '--kind', 'conf', ...units, '--fix'];
    const outcome = await runIn(folder, args, `${broken}nonsense = 1\n`);
    expect(outcome.output).toBe(`${mended}nonsense = 1\n`);
    expect(outcome.errors).toContain('conf/unknown-parameter');
    expect(outcome.code).toBe(1);
  });
});

test('--fix-dry-run reports what would be left and writes nothing', async () => {
  const outcome = await lint('--fix-dry-run', '--format', 'json');
  expect(JSON.parse(outcome.output)[0]).toMatchObject({ messages: [], output: mended });
  expect(outcome.code).toBe(0);
  expect(content()).toBe(broken);
});

describe('--diff', () => {
  test('prints a patch that git applies, writes nothing and exits with 1', async () => {
    const outcome = await lint('--diff');
    expect(outcome).toMatchObject({ code: 1, errors: '' });
    expect(outcome.output).toMatch(
      /^--- a\/postgresql\.conf.*\n\+\+\+ b\/postgresql\.conf.*\n@@ -1,1 \+1,1 @@\n-work_mem = 4mb\n\+work_mem = 4MB\n$/,
    );
    expect(content()).toBe(broken);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: outcome.output });
    expect(content()).toBe(mended);
    expect(await lint('--diff')).toEqual({ code: 0, output: '', errors: '' });
  });

  test('still writes reports that have a file', async () => {
    await lint('--diff', '--format', 'json=a.json', '--format', 'stylish');
    expect(existsSync(join(folder, 'a.json'))).toBe(true);
  });
});

test.each<[string[], RegExp]>([
  [['--unsafe-fixes'], /--unsafe-fixes goes together with --fix/],
  [['--fix', '--diff'], /--fix and --diff exclude each other/],
])('%j is one plain sentence and exit code 2', async (args, message) => {
  const outcome = await lint(...args);
  expect(outcome).toMatchObject({ code: 2, output: '' });
  expect(outcome.errors).toMatch(message);
});

test('unsafe fixes are applied only when asked for', async () => {
  writeFileSync(join(folder, 'postgresql.conf'), 'password_encryption = md5\n');
  const args = ['postgresql.conf', '--preset', 'correctness', '--rule', 'conf/password-encryption: error'];
  await runIn(folder, [...args, '--fix']);
  expect(content()).toBe('password_encryption = md5\n');
  await runIn(folder, [...args, '--fix', '--unsafe-fixes']);
  expect(content()).toMatch(/^password_encryption = '?scram-sha-256'?\n$/);
});
