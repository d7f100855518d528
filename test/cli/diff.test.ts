import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const before = {
  'main/PG_VERSION': '16\n',
  'main/postgresql.conf':
    "ssl = on\nwork_mem = '4MB'\nshared_buffers = 1GB\nlog_connections = on\ninclude 'more.conf'\n",
  'main/more.conf': 'max_connections = 100\n',
  'main/pg_hba.conf': 'local all all peer\nhost app all 10.0.0.0/8 md5\nhost all all 192.168.0.0/16 trust\n',
  'main/pg_ident.conf': 'm alice al\n',
};
const after = {
  ...before,
  'main/postgresql.conf': "ssl = on\nwork_mem = 4096kB\nshared_buffers = 2GB\ninclude 'more.conf'\n",
  'main/pg_hba.conf':
    'local all all peer # as before\nhost app all 10.0.0.0/8 scram-sha-256\nhost app +ops 10.0.0.0/7 md5\n',
  'main/pg_ident.conf': 'm alice al\nm bob al\n',
};

let folder: string;

beforeAll(() => {
  const sides = (name: string, files: Record<string, string>) =>
    Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]);
  folder = makeFolder(Object.fromEntries([...sides('old', before), ...sides('new', after)]));
});

async function diff(cwd: string, ...args: string[]) {
  const { code, output, errors } = await runIn(cwd, ['diff', '--format', 'json', ...args]);
  expect([code, errors]).toEqual([0, '']);
  return JSON.parse(output);
}

describe('pgconflint diff', () => {
  test('compares the meaning of two folders', async () => {
    const [difference, ...others] = await diff(folder, 'old', 'new');
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      cluster: 'main/postgresql.conf',
      state: 'changed',
      restart: true,
      target: null,
    });
    expect(difference.settings).toEqual([
      {
        name: 'log_connections',
        before: { value: 'on', file: 'main/postgresql.conf', line: 4 },
        after: { value: 'off', file: null, line: null },
        takesEffect: 'reload, new sessions only',
      },
      {
        name: 'shared_buffers',
        before: { value: '1GB', file: 'main/postgresql.conf', line: 3 },
        after: { value: '2GB', file: 'main/postgresql.conf', line: 3 },
        takesEffect: 'restart',
      },
    ]);
    const record = (line: number, method: string) => ({ file: 'main/pg_hba.conf', line, method, options: [] });
    expect(difference.access.gains).toEqual([
      {
        users: 'all',
        databases: 'app',
        from: '11.0.0.0/8',
        encryption: 'any',
        where: 'a member of ops',
        before: null,
        after: record(3, 'md5'),
        classes: [
          {
            name: 'new-access',
            login: { user: 'someone', database: 'app', from: '11.0.0.1', transport: 'plain' },
            where: 'a member of ops',
            text: 'someone to app from 11.0.0.1 without encryption',
          },
        ],
      },
    ]);
    expect(difference.access.losses).toEqual([
      {
        users: 'all',
        databases: 'all',
        from: '192.168.0.0/16',
        encryption: 'any',
        where: '',
        before: record(3, 'trust'),
        after: null,
        classes: [expect.objectContaining({ name: 'lost-access' })],
      },
    ]);
    expect(difference.access.methods).toEqual([
      expect.objectContaining({ from: '10.0.0.0/8', before: record(2, 'md5'), after: record(2, 'scram-sha-256') }),
    ]);
    expect(difference.mappings).toEqual({ added: ['m bob al'], removed: [] });
  });

  test('is silent about what means nothing', async () => {
    expect(await diff(folder, 'old', 'old')).toEqual([]);
    expect((await runIn(folder, ['diff', 'old', 'old'])).output).toContain('No effective change');
  });

  test('compares what is added or removed with nothing', async () => {
    const empty = makeFolder({ 'other.txt': '' });
    const [added] = await diff(folder, empty, 'new');
    expect(added).toMatchObject({ state: 'added', cluster: 'main/postgresql.conf' });
    // Whoever needs the least proof comes first.
    expect(added.access.gains.map(({ after: { line } }: { after: { line: number } }) => line)).toEqual([3, 2, 1]);
    const [removed] = await diff(folder, 'old', empty);
    expect(removed.state).toBe('removed');
    expect(removed.access.losses).toHaveLength(3);
  });

  test('switching ssl counts for hostssl records', async () => {
    const records = 'hostssl all all all md5\nhost app all all md5\n';
    const sides = makeFolder({
      'a/postgresql.conf': 'ssl = off\n',
      'a/pg_hba.conf': records,
      'b/postgresql.conf': 'ssl = on\n',
      'b/pg_hba.conf': records,
    });
    const [difference] = await diff(sides, 'a', 'b');
    expect(difference.access.gains).toEqual([expect.objectContaining({ encryption: 'TLS', databases: 'all' })]);
    expect(difference.access.losses).toEqual([]);
  });

  test('writes text and Markdown', async () => {
    const text = (await runIn(folder, ['diff', 'old', 'new'])).output;
    expect(text.split('\n').slice(0, 4)).toEqual([
      'main/postgresql.conf',
      '  2 settings (restart: shared_buffers), 1 group of logins newly let in, 1 group',
      '    no longer let in, 1 group let in by another method, 1 mapping.',
      '',
    ]);
    expect(text).toContain('Settings: a restart is needed');
    expect(text).toContain('Newly let in');
    const markdown = (await runIn(folder, ['diff', 'old', 'new', '--format', 'markdown'])).output;
    expect(markdown).toContain('### main/postgresql.conf');
    expect(markdown).toMatch(/\| setting +\| before/);
  });

  test('says what is left of everything where that is shorter', async () => {
    const sides = makeFolder({
      'a/pg_hba.conf': 'host all all 10.0.0.5/32 md5\nhost all all all reject\n',
      'b/pg_hba.conf': 'host all all 10.0.0.5/32 md5\nhost all all all md5\n',
    });
    const [difference] = await diff(sides, 'a', 'b');
    expect(difference.access.gains[0].from).toBe('any IPv4 address but 10.0.0.5, any IPv6 address');
  });

  test('reads revisions of a git repository', async () => {
    const repository = makeFolder({ ...before, 'main/link.conf': '' });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', '-c', 'commit.gpgsign=false', ...args], {
        cwd: repository,
        stdio: 'ignore',
      });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    writeFileSync(`${repository}/main/pg_hba.conf`, after['main/pg_hba.conf']);
    git('commit', '-q', '-a', '-m', 'two');
    rmSync(`${repository}/main/pg_hba.conf`);
    const run = (cwd: string, ...args: string[]) => runIn(cwd, ['diff', '--format', 'json', ...args]);
    const whole = JSON.parse((await run(repository, 'HEAD~1', 'HEAD')).output);
    expect(whole[0].cluster).toBe('main/postgresql.conf');
    expect(whole[0].access.gains).toHaveLength(1);
    expect(whole[0].settings).toEqual([]);
    // A branch of a folder's name is a branch where paths or another revision are given.
    expect(JSON.parse((await run(repository, 'HEAD~1', 'main', '--', 'main')).output)).toEqual(whole);
    expect(JSON.parse((await run(`${repository}/main`, 'HEAD~1', 'HEAD', '--', 'pg_hba.conf')).output)).toEqual(whole);
    const worktree = JSON.parse((await run(repository, 'HEAD', '.')).output);
    expect(worktree[0].access.losses).toHaveLength(3);
    expect((await run(repository, 'HEAD~1', 'nowhere')).errors).toContain('nor a revision');
    expect((await run(repository, '--output=x', 'HEAD')).code).toBe(2);
  });

  test.each([[['old']], [['old', 'new', 'more']], [['old', 'nowhere']], [['old', 'new', '--format', 'xml']]])(
    'refuses %j',
    async (args) => {
      expect((await runIn(folder, ['diff', ...args])).code).toBe(2);
    },
  );
});

describe('diff --fail-on', () => {
  const gate = async (was: string, is: string, ...args: string[]) => {
    const cwd = makeFolder({ 'old/pg_hba.conf': was, 'new/pg_hba.conf': is });
    const { code, errors } = await runIn(cwd, ['diff', 'old', 'new', '--postgres', '16', ...args]);
    return { code, errors: errors.replace(/\s+/g, ' ') };
  };
  const tls = 'hostssl app all 10.0.0.0/8 scram-sha-256\n';

  test('lets other changes pass', async () => {
    expect(await gate(tls, `${tls}host a b ::/0 md5\n`, '--fail-on', 'lost-access,weaker-method')).toEqual({
      code: 0,
      errors: '',
    });
  });

  test.each([
    [
      'new-access',
      `${tls}host a b ::/0 md5\n`,
      'b to a from 2001:db8::7 without encryption was rejected, since no record matched and is let in by pg_hba.conf:2 with md5',
    ],
    [
      'weaker-method',
      tls.replace('scram-sha-256', 'md5'),
      'over TLS was let in by pg_hba.conf:1 with scram-sha-256 and is let in by pg_hba.conf:1 with md5',
    ],
    ['less-encrypted', tls.replace('hostssl', 'host'), 'without encryption was rejected'],
    ['lost-access', `host all all 10.1.0.0/16 reject\n${tls}`, 'is rejected by pg_hba.conf:1'],
  ])('%s ends with 1 and shows a login', async (name, is, text) => {
    const { code, errors } = await gate(tls, is, '--fail-on', name);
    expect(code).toBe(1);
    expect(errors).toContain(`${name}: `);
    expect(errors).toContain(text);
  });

  test('a certificate that is asked for no longer is a weaker method', async () => {
    const was = 'hostssl all all all scram-sha-256 clientcert=verify-full\n';
    const { code } = await gate(was, was.replace('full', 'ca'), '--fail-on', 'weaker-method');
    expect(code).toBe(1);
    expect((await gate(was.replace('full', 'ca'), was, '--fail-on', 'weaker-method')).code).toBe(0);
  });

  test('does not let pass what the server refuses, and refuses other words', async () => {
    expect((await gate(tls, `${tls}host\n`, '--fail-on', 'new-access')).errors).toContain('not decided');
    expect(await gate(tls, tls, '--fail-on', 'weaker')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--fail-on accepts new-access, weaker-method, less-encrypted, lost-access'),
    });
  });
});
