import { afterEach, describe, expect, test } from '@jest/globals';
import { listMajors } from '../../src/linter/engine/targets.js';
import { bare, full, pulling, TestClient } from './client.js';

const hba = 'file:///c/pg_hba.conf';
const conf = 'file:///c/postgresql.conf';
const clients: TestClient[] = [];

async function start(...[files, capabilities, params]: [object, object, object?]): Promise<TestClient> {
  const client = await new TestClient(files as never).start(capabilities, params);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

const codes = (diagnostics: { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('pushed diagnostics', () => {
  test('come for a buffer of a client that can do nothing', async () => {
    const client = await start({}, bare);
    await client.open(hba, 'host all all 0.0.0.0/0 trust\n');
    const found = await client.diagnostics(hba, (all) => all.length > 0);
    expect(codes(found)).toContain('hba/no-trust');
    const trust = found.find(({ code }) => code === 'hba/no-trust');
    expect(trust?.range).toEqual({ start: { line: 0, character: 23 }, end: { line: 0, character: 28 } });
    expect(trust?.codeDescription).toBeUndefined();
  });

  test('name the rule, its page and the version', async () => {
    const client = await start({}, full);
    await client.open(hba, 'host all all 0.0.0.0/0 trust\n');
    const found = await client.diagnostics(hba, (all) => all.length > 0);
    expect(found[0]).toMatchObject({
      source: 'pgconflint',
      codeDescription: { href: expect.stringMatching(/^https:/) },
    });
    expect(client.published.get(hba)?.version).toBe(1);
  });

  test('count columns in bytes where that was agreed on', async () => {
    const client = await start({}, full);
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-8');
    await client.open(hba, 'host "größe" all 0.0.0.0/0 trust\n');
    const found = await client.diagnostics(hba, (all) => all.length > 0);
    expect(found.find(({ code }) => code === 'hba/no-trust')?.range.start).toEqual({ line: 0, character: 29 });
  });

  test.each([
    ['a method', hba, 'host all all 10.0.0.0/8 rejeloca\n', 'host all all ::1/128 oauth\n', '18 and 19'],
    ['a comment', hba, 'host all all 10.0.0.0/8 rejeloca\n', '# pgconflint: postgres=16,18\n', '16 and 18'],
    ['a parameter', conf, 'work_mem = x\nlog_statement = some\n', 'io_method = sync\n', '18 and 19'],
    ['a path', conf, 'log_statement = some\n', "external_pid_file = '/run/postgresql/16-main.pid'\n", '16'],
  ])('are for the majors that the text tells now: %s', async (_, uri, text, clue, majors) => {
    const client = await start({}, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    await client.open(uri, text);
    const targets = async () => {
      // The answer comes after everything that was sent before it.
      await client.connection.sendRequest('workspace/symbol', { query: '?' });
      return listMajors(client.server.workspace.judgedWith(new URL(uri).pathname)!.choice.targets);
    };
    expect(await targets()).toBe('15 to 19');
    await client.change(uri, 2, [{ text: clue + text }]);
    expect(await targets()).toBe(majors);
    await client.change(uri, 3, [{ text }]);
    expect(await targets()).toBe('15 to 19');
  });

  test('show in one file what an unsaved change of another one does', async () => {
    const files = {
      '/c/postgresql.conf': "include 'ssl.conf'\n",
      '/c/ssl.conf': 'ssl = on\n',
      '/c/pg_hba.conf': 'hostssl all all 10.0.0.0/8 scram-sha-256\n',
    };
    const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    await client.open(hba, files['/c/pg_hba.conf']);
    await client.open('file:///c/ssl.conf', 'ssl = on\n');
    const before = codes(await client.diagnostics(hba));
    await client.change('file:///c/ssl.conf', 2, [
      { range: { start: { line: 0, character: 6 }, end: { line: 0, character: 8 } }, text: 'off' },
    ]);
    const isAnother = (all: Parameters<typeof codes>[0]) => codes(all).join() !== before.join();
    const after = codes(await client.diagnostics(hba, isAnother));
    expect(after).not.toEqual(before);
  });

  test('come for files that are not open, and go with the last buffer of the cluster', async () => {
    const files = { '/c/postgresql.conf': 'work_men = 4MB\n', '/c/pg_hba.conf': 'local all all trust\n' };
    const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    await client.open(hba, files['/c/pg_hba.conf']);
    expect(await client.diagnostics(conf, (all) => all.length > 0)).not.toEqual([]);
    expect(client.published.get(conf)?.version).toBeUndefined();
    await client.close(hba);
    expect(await client.diagnostics(conf, (all) => all.length === 0)).toEqual([]);
    expect(await client.diagnostics(hba, (all) => all.length === 0)).toEqual([]);
  });

  test('leave buffers of other languages alone', async () => {
    const client = await start({}, full);
    await client.open('file:///c/main.py', 'a = 1\nb = 2\n', 'python');
    expect(await client.diagnostics('file:///c/main.py')).toEqual([]);
  });

  test('say what is wrong on the first line, why and what to write on lines of their own', async () => {
    const files = { '/c/PG_VERSION': '18\n', '/c/postgresql.conf': "listen_addresses = '*'\n", '/c/pg_hba.conf': '' };
    const client = await start(files, full);
    await client.open(hba, 'host app app 10.0.0.0/8 trust\n');
    const found = await client.diagnostics(hba, (all) => codes(all).includes('hba/no-trust'));
    expect(
      found
        .find(({ code }) => code === 'hba/no-trust')
        ?.message.toString()
        .split('\n'),
    ).toEqual(['Anyone from 10.0.0.0/8 gets in without a password.', 'Each becomes app.', 'Use scram-sha-256.']);
  });

  test('name the targets on the first line', async () => {
    const files = { '/c/pgconflint.config.json': '{ "postgres": [12, 18] }' };
    const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    await client.open(conf, 'promote_trigger_file = x\n');
    const [found] = await client.diagnostics(conf, (all) => all.length > 0);
    expect(found?.message.toString().split('\n')[0]).toMatch(/\(PostgreSQL 18\)\.$/);
  });

  test('come for a buffer that was never saved, by its language', async () => {
    const client = await start({}, full);
    await client.open('untitled:Untitled-1', 'host all all 0.0.0.0/0 trust\n', 'pg-hba');
    expect(codes(await client.diagnostics('untitled:Untitled-1', (all) => all.length > 0))).toContain('hba/no-trust');
  });
});

describe('pulled diagnostics', () => {
  test('are never pushed as well', async () => {
    const client = await start({}, pulling);
    await client.open(hba, 'host all all 0.0.0.0/0 trust\n');
    const report = await client.pull(hba);
    expect(report.kind === 'full' && codes(report.items)).toContain('hba/no-trust');
    expect(client.published.size).toBe(0);
    expect((await client.pull(hba, report.resultId)).kind).toBe('unchanged');
  });

  test('bring the other files of the cluster along', async () => {
    const files = { '/c/postgresql.conf': 'work_men = 4MB\n', '/c/pg_hba.conf': 'local all all peer\n' };
    const client = await start(files, pulling, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    await client.open(hba, files['/c/pg_hba.conf']);
    const report = (await client.pull(hba)) as { relatedDocuments?: Record<string, { items: unknown[] }> };
    expect(report.relatedDocuments?.[conf]?.items).not.toEqual([]);
  });

  test('cover whole folders', async () => {
    const files = { '/c/a/pg_hba.conf': 'local all all trust\n', '/c/b/postgresql.conf': 'work_men = 4MB\n' };
    const client = await start(files, pulling, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    const report = await client.connection.sendRequest<{ items: { uri: string; items: unknown[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    expect(report.items.map(({ uri }) => uri).sort()).toEqual([
      'file:///c/a/pg_hba.conf',
      'file:///c/b/postgresql.conf',
    ]);
    expect(report.items.every(({ items }) => items.length > 0)).toBe(true);
  });
});
