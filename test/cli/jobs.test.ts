/** Several threads must say what one says: threads run the bundle, so these tests do, too. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { threadsFor } from '../../src/cli/commands/lint/jobs/parallel.js';
import { type ThreadAnswer, type ThreadTask, takenFrom } from '../../src/cli/commands/lint/jobs/task.js';

const dist = new URL('../../dist/', import.meta.url);
const clusters = 40;
let folder = '';

function put(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgconflint-jobs-'));
  put('shared.conf', 'work_mem = 4XB\n');
  for (let index = 0; index < clusters; index++) {
    const include = index % 3 === 0 ? `include '../shared.conf'\n` : '';
    const ignored = index % 5 === 0 ? ' # pgconflint-disable-line hba/no-trust -- a test' : '';
    put(`db${index}/postgresql.conf`, `port = ${5432 + index}\nfsync = off\n${include}`);
    put(`db${index}/pg_hba.conf`, `host all all 10.${index}.0.0/16 trust${ignored}\nlocal all u${index} md5\n`);
    if (index % 4 === 0) put(`db${index}/PG_VERSION`, '14\n');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [new URL('cli.js', dist).pathname, ...args, '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

describe('--jobs', () => {
  test.each([
    ['json', '--preset', 'all', '--postgres', '12,18'],
    ['sarif', '--rule', 'hba/no-trust: off'],
  ])('says with three threads what one says: %s %s %s', (...format) => {
    const alone = lint('--format', ...format, '--jobs', '1');
    expect(alone.stdout).not.toBe('');
    expect(lint('--format', ...format, '--jobs', '3')).toEqual(alone);
  });

  test('leaves code of the project to one thread', () => {
    const rule = `{ id: 'own/no-port', meta: { type: 'problem', summary: 'x', category: 'network',
      url: 'https://example.org', messages: { found: 'Port {port}.' } }, create: ({ report }) => ({ ConfEntry(entry) {
        if (entry.name === 'port') report({ messageId: 'found', data: { port: entry.value }, at: entry });
      } }) }`;
    put('rules.mjs', `export const rules = [${rule}];\n`);
    put('pgconflint.config.json', '{ "plugins": ["./rules.mjs"], "rules": { "own/no-port": "error" } }');
    const [alone, several] = [
      lint('--allow-code', '--format', 'json', '--jobs', '1'),
      lint('--allow-code', '--format', 'json', '--jobs', '3', '--debug'),
    ];
    rmSync(join(folder, 'pgconflint.config.json'));
    expect(several.stdout).toBe(alone.stdout);
    expect(alone.stdout).toContain('Port 5433.');
    expect(several.stderr).not.toContain('threads');
  });

  test('says what is wrong with a configuration as one thread does', () => {
    put('db7/pgconflint.config.json', '{ "rules": { "hba/no-such-rule": "off" } }');
    const alone = lint('--jobs', '1');
    const several = lint('--jobs', '3');
    rmSync(join(folder, 'db7/pgconflint.config.json'));
    expect(alone).toMatchObject({ status: 2, stdout: '' });
    expect(several).toEqual(alone);
  });

  test.each(['0', '65', 'two', '-1'])('%s is no number of threads', (jobs) => {
    expect(lint(`--jobs=${jobs}`)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a thread that helps', () => {
  test('judges what nobody has taken', async () => {
    const tasks = Array.from({ length: clusters }, (_, index) => {
      const path = join(folder, `db${index}/postgresql.conf`);
      const none = { auto: undefined, hba: undefined, ident: undefined, hosts: undefined };
      const told = { targets: undefined, targetSource: undefined };
      const definition = {
        id: path,
        path,
        folder: join(path, '..'),
        main: path,
        extent: 'whole' as const,
        ...none,
        ...told,
      };
      return { cluster: { definition, asked: [path] }, targets: [16 as const] };
    });
    const next = new Int32Array(new SharedArrayBuffer(4));
    expect([...takenFrom(next, 4)]).toEqual([0, 1, 2, 3]);
    next[0] = 4;
    const task: ThreadTask = {
      tasks,
      next,
      bounds: { workspace: [folder], followOutside: false },
      config: undefined,
      over: {},
      cwd: folder,
      today: '2026-11-22',
    };
    const answers: ThreadAnswer[] = [];
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('lint-thread.cjs', dist), { workerData: task });
      worker.on('message', (some: ThreadAnswer[]) => answers.push(...some));
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
    expect(answers.map(({ index }) => index)).toEqual(tasks.map((_, index) => index).slice(4));
    for (const { judgement, digests } of answers) {
      expect(judgement.problems.map(({ ruleId }) => ruleId)).toContain('hba/no-trust');
      expect(digests).toHaveLength(judgement.files.length);
    }
  });
});

test('one thread does what is done sooner than a second one starts', async () => {
  expect(await threadsFor('auto', 100)).toBe(1);
  expect(await threadsFor(3, 2)).toBe(2);
  expect(await threadsFor(3, 1000)).toBe(3);
});
