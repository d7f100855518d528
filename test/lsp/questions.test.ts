import { afterEach, describe, expect, test } from '@jest/globals';
import { supportedMajors } from '../../src/catalog/support.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { ConfigError } from '../../src/linter/configuration/config-error.js';
import { listMajors } from '../../src/linter/engine/targets.js';
import type { AccessAnswer } from '../../src/lsp/features/questions/access.js';
import type { ClusterAnswer } from '../../src/lsp/features/questions/cluster-of.js';
import { EditorConfiguration } from '../../src/lsp/workspace/configured.js';
import { defaultSettings } from '../../src/lsp/workspace/settings.js';
import { full, TestClient } from './client.js';

const hba = 'file:///data/pg_hba.conf';
const main = 'file:///data/postgresql.conf';
let client: TestClient;

async function open(files: Record<string, string>, settings: object = {}): Promise<void> {
  client = await new TestClient(files).start(full, {
    workspaceFolders: [{ uri: 'file:///data', name: 'data' }],
    initializationOptions: settings,
  });
  await client.open(hba, files['/data/pg_hba.conf']!, 'pg-hba');
}

afterEach(() => client.stop());

describe('pgconflint/cluster: which cluster, for which majors, and who says so', () => {
  const ask = (uri = hba) => client.request<ClusterAnswer | null>('pgconflint/cluster', uri);
  const files = { '/data/pg_hba.conf': 'local all all peer\n', '/data/postgresql.conf': 'port = 5432\n' };

  test('nothing tells', async () => {
    const supported = supportedMajors(new Date().toISOString().slice(0, 10));
    await open(files);
    expect(await ask()).toEqual({
      kind: 'hba',
      uri: main,
      targets: supported,
      targetsBecause: `Checked for PostgreSQL ${listMajors(supported)}, the supported majors: nothing tells which one it is.`,
    });
  });

  test('PG_VERSION', async () => {
    await open({ ...files, '/data/PG_VERSION': '14\n' });
    expect(await ask()).toMatchObject({
      targets: [14],
      targetsBecause: 'Checked for PostgreSQL 14, told by PG_VERSION.',
    });
  });

  test('a comment', async () => {
    await open({ ...files, '/data/postgresql.conf': '# pgconflint: postgres=13,16\n' });
    expect(await ask()).toMatchObject({
      targets: [13, 16],
      targetsBecause: 'Checked for PostgreSQL 13 and 16, told by a comment in postgresql.conf.',
    });
  });

  test('the configuration stands over the files, and both over the editor', async () => {
    const configured = { ...files, '/data/PG_VERSION': '14\n', '/data/pgconflint.config.json': '{ "postgres": 15 }' };
    await open(configured);
    expect(await ask()).toMatchObject({
      targets: [15],
      targetsBecause: 'Checked for PostgreSQL 15, told by pgconflint.config.json.',
    });
    await client.stop();
    await open(configured, { targets: [12] });
    expect(await ask()).toMatchObject({
      targets: [15],
      targetsBecause: 'Checked for PostgreSQL 15, told by pgconflint.config.json.',
    });
    await client.stop();
    await open({ ...files, '/data/PG_VERSION': '14\n' }, { targets: [12] });
    expect(await ask()).toMatchObject({
      targets: [14],
      targetsBecause: 'Checked for PostgreSQL 14, told by PG_VERSION.',
    });
    await client.stop();
    await open(files, { targets: [12] });
    expect(await ask()).toMatchObject({
      targets: [12],
      targetsBecause: "Checked for PostgreSQL 12, told by the editor's settings.",
    });
  });

  test('a file of something else has none', async () => {
    await open(files);
    await client.open('file:///data/nginx.conf', 'server { listen 80; }\n', 'nginx');
    expect(await ask('file:///data/nginx.conf')).toBeNull();
  });
});

describe('pgconflint/access: who gets in', () => {
  test('as the command prints it, with unsaved changes of every file of the cluster', async () => {
    await open({
      '/data/pg_hba.conf': 'hostssl all all all cert\ninclude more.conf\nhost all bob 10.0.0.0/8 trust\n',
      '/data/more.conf': 'host all +ops 10.0.0.0/8 scram-sha-256\n',
      '/data/postgresql.conf': 'ssl = off\n',
    });
    const answer = await client.request<AccessAnswer>('pgconflint/access', hba);
    expect(answer).toMatchObject({ uri: hba, target: 18, remarks: [] });
    expect(
      answer.rows.map(({ uri, line, users, from, method, reachable }) => [uri, line, users, from, method, reachable]),
    ).toEqual([
      [hba, 1, ['all'], 'anywhere', 'cert', false],
      ['file:///data/more.conf', 1, ['+ops'], '10.0.0.0/8', 'scram-sha-256', true],
      [hba, 3, ['bob'], '10.0.0.0/8', 'trust', true],
    ]);
    await client.open(main, 'ssl = on\n', 'postgresql-conf');
    const changed = await client.request<AccessAnswer>('pgconflint/access', main);
    expect(changed.rows[0]).toMatchObject({ reachable: true, encryption: 'TLS' });
  });

  test('says what keeps a server from using the records', async () => {
    await open({ '/data/pg_hba.conf': 'local all all peer\nhost all all nowhere/99 md5\n' });
    const { remarks } = await client.request<AccessAnswer>('pgconflint/access', hba);
    expect(remarks).toEqual([expect.stringMatching(/^The server refuses this file.*[^.]\)\. The answer/)]);
  });

  test('a cluster without pg_hba.conf has no answer', async () => {
    await open({ '/data/pg_hba.conf': '' });
    await client.open('file:///data/sub/pg_ident.conf', 'm a b\n', 'pg-ident');
    expect(await client.request('pgconflint/access', 'file:///data/sub/pg_ident.conf')).toBeNull();
  });
});

describe('configurations that are code', () => {
  const path = '/data/pgconflint.config.js';
  const configuration = (loaded: unknown) => {
    const files = new MemoryFileSystem({ [path]: '', '/data/pg_hba.conf': '' });
    return new EditorConfiguration(files, [], async () => loaded);
  };
  const targets = async (one: EditorConfiguration) => {
    let found: unknown;
    await one.supply(() => {
      found = one.resolve('/data/pg_hba.conf').targets;
    });
    return found;
  };

  test('are run once the editor allows it, and not before', async () => {
    await open({ '/data/pg_hba.conf': '' });
    const one = configuration({ postgres: 15 });
    expect(await targets(one)).toBeUndefined();
    expect(one.error).toBeInstanceOf(ConfigError);
    expect(one.error?.message).toContain('has not been allowed to run');
    one.settings = { ...defaultSettings, runsCode: true };
    expect(await targets(one)).toEqual([15]);
    one.settings = { ...defaultSettings, runsCode: false };
    expect(await targets(one)).toBeUndefined();
  });
});
