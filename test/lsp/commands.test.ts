/** Questions that a command of the command line answers: what the editor shows is what the command prints. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ShowDocumentParams } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../../src/files/node-file-system.js';
import type { Refusal } from '../../src/lsp/features/questions/asked-command.js';
import type { Choices } from '../../src/lsp/features/questions/choices.js';
import type { LoginAnswer } from '../../src/lsp/features/questions/login.js';
import type { ReportAnswer } from '../../src/lsp/features/questions/reports.js';
import type { SettingsAnswer } from '../../src/lsp/features/questions/settings.js';
import type { WrittenAnswer } from '../../src/lsp/features/questions/written.js';
import { runIn, writeFolder } from '../cli/terminal.js';
import { full, TestClient } from './client.js';

const hba = 'file:///data/pg_hba.conf';
const main = 'file:///data/postgresql.conf';
let client: TestClient;
const made: string[] = [];

afterEach(async () => {
  await client.stop();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A client over files in memory, with the pg_hba.conf or the postgresql.conf open. */
async function open(files: Record<string, string>, settings: object = {}): Promise<void> {
  client = await new TestClient(files).start(full, {
    workspaceFolders: [{ uri: 'file:///data', name: 'data' }],
    initializationOptions: settings,
  });
  for (const uri of [hba, main]) {
    const text = files[uri.slice('file://'.length)];
    if (text !== undefined) await client.open(uri, text);
  }
}

/** A client over a folder on the disk, with one of its files open. */
async function openFolder(
  files: Record<string, string>,
  name: string,
): Promise<{ folder: string; root: string; uri: string }> {
  const folder = nodeFileSystem.realPath(writeFolder(files));
  made.push(folder);
  const root = pathToFileURL(folder).href;
  client = await new TestClient(nodeFileSystem).start(full, { workspaceFolders: [{ uri: root, name: 'x' }] });
  const uri = `${root}/${name}`;
  await client.open(uri, files[name]!);
  return { folder, root, uri };
}

describe('pgconflint/settings', () => {
  const ask = (uri = main) => client.request<SettingsAnswer & Refusal>('pgconflint/settings', uri);
  const files = {
    '/data/postgresql.conf': 'work_mem = 8MB\ninclude conf.d/more.conf\n',
    '/data/conf.d/more.conf': 'work_mem = 16MB\nport = 5433\n',
  };
  const work = ({ settings }: SettingsAnswer) => settings.find(({ name }) => name === 'work_mem');

  test('each with the file and line that set it, and those that it overrides', async () => {
    await open(files);
    const answer = await ask();
    expect(answer).toMatchObject({ uri: main, target: 18, remarks: [] });
    expect(work(answer)).toMatchObject({
      value: '16MB',
      default: '4MB',
      uri: 'file:///data/conf.d/more.conf',
      sourceline: 1,
      changed: true,
      overrides: [{ uri: main, sourceline: 1, value: '8MB' }],
    });
    expect(answer.settings.find(({ name }) => name === 'max_connections')).toMatchObject({ uri: null, changed: false });
  });

  test('what is not saved counts', async () => {
    await open(files);
    await client.open('file:///data/conf.d/more.conf', 'work_mem = 32MB\n');
    expect(work(await ask())).toMatchObject({ value: '32MB' });
    await client.change(main, 2, [{ text: 'work_mem = 64MB\n' }]);
    expect(work(await ask())).toMatchObject({ value: '64MB', overrides: [] });
  });

  test('for the major that the editor shows, with the remarks of the command', async () => {
    await open({ '/data/postgresql.conf': 'this is = = no line\n' }, { targets: [13] });
    const { target, remarks } = await ask();
    expect(target).toBe(13);
    expect(remarks).toEqual([expect.stringMatching(/^A line cannot be read/)]);
  });

  test('without a postgresql.conf, and before a file is saved, the answer is a sentence', async () => {
    await open({ '/data/pg_hba.conf': 'local all all peer\n' });
    expect(await ask(hba)).toEqual({ refusal: expect.stringMatching(/has no postgresql\.conf beside it\.$/) });
    await client.open('untitled:Untitled-1', 'work_mem = 4MB\n', 'postgresql-conf');
    expect(await ask('untitled:Untitled-1')).toEqual({ refusal: expect.stringMatching(/^Save the file first/) });
    expect(await ask('file:///data/other.txt')).toBeNull();
  });

  test('code of the project runs only where the editor allows it', async () => {
    const configured = { ...files, '/data/pgconflint.config.js': 'export default {};\n' };
    await open(configured);
    expect(await ask()).toEqual({ refusal: expect.stringContaining('This configuration is code and was not run') });
  });
});

describe('pgconflint/login', () => {
  const ask = (login: object) => client.request<LoginAnswer & Refusal>('pgconflint/login', hba, { login });
  const files = {
    '/data/pg_hba.conf': 'host app alice 10.0.0.0/8 md5\ninclude more.conf\nhost all +ops 10.0.0.0/8 reject\n',
    '/data/more.conf': 'hostssl all bob all scram-sha-256 clientcert=verify-full\n',
  };

  test('the record that decides, and those that were passed over', async () => {
    await open(files);
    expect(await ask({ user: 'bob', from: '10.1.2.3', encryption: 'tls' })).toMatchObject({
      target: 18,
      verdict: 'authenticate',
      decision: {
        uri: 'file:///data/more.conf',
        line: 1,
        method: 'scram-sha-256',
        options: ['clientcert=verify-full'],
      },
      passed: [{ uri: hba, file: 'pg_hba.conf', line: 1, why: expect.stringContaining('bob') }],
      remarks: [],
    });
    expect(await ask({ user: 'alice', database: 'app', from: '10.1.2.3' })).toMatchObject({ decision: { line: 1 } });
    await client.change(hba, 2, [{ text: 'local all all peer\n' }]);
    expect(await ask({ user: 'alice', from: 'local' })).toMatchObject({ decision: { line: 1, method: 'peer' } });
  });

  test('what files do not tell is asked', async () => {
    await open(files);
    const { verdict, possible, depends } = await ask({ user: 'carol', from: '10.1.2.3' });
    expect(verdict).toBe('depends');
    expect(possible).toEqual([expect.objectContaining({ uri: hba, line: 3 }), null]);
    expect(depends).toEqual([expect.objectContaining({ uri: hba, line: 3, question: expect.stringContaining('ops') })]);
  });

  test.each([
    [{ user: 'a', from: 'nowhere' }, /^--from: "nowhere" is neither an address/],
    [{ user: '', from: 'local' }, /^A login has a user/],
  ])('a login that cannot be is refused: %j', async (login, sentence) => {
    await open(files);
    expect(await ask(login)).toEqual({ refusal: expect.stringMatching(sentence) });
  });

  test('names are values, whatever they start with', async () => {
    await open(files);
    expect(await ask({ user: '--local', database: '-x', from: '10.1.2.3' })).toMatchObject({ verdict: 'depends' });
  });
});

describe('reports', () => {
  test('pgconflint/compare: what is not saved against the last commit', async () => {
    const files = { 'db/pg_hba.conf': 'local all all peer\n', 'db/postgresql.conf': 'work_mem = 4MB\n' };
    const { folder, uri } = await openFolder(files, 'db/pg_hba.conf');
    const compare = () => client.request<ReportAnswer & Refusal>('pgconflint/compare', uri);
    expect(await compare()).toEqual({ refusal: expect.stringContaining('not a folder of a git repository') });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], { cwd: folder, stdio: 'ignore' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    expect((await compare()).text).toContain('No effective change');
    await client.change(uri, 2, [{ text: 'local all all trust\n' }]);
    const { text } = await compare();
    expect(text).toContain('trust');
    expect(text).toContain('### db/postgresql.conf');
  });

  test('pgconflint/audit: a cluster against a benchmark, as the command sorts it', async () => {
    const files = { 'pg_hba.conf': 'local all all trust\n', 'postgresql.conf': 'port = 5432\n' };
    const { folder, uri } = await openFolder(files, 'postgresql.conf');
    const audit = (benchmark: string) => client.request<ReportAnswer & Refusal>('pgconflint/audit', uri, { benchmark });
    const { output } = await runIn(folder, ['audit', 'postgresql.conf', '--benchmark=cis-16', '--format=markdown']);
    expect(await audit('cis-16')).toMatchObject({ uri, text: output });
    expect(await audit('cis-1')).toEqual({ refusal: expect.stringContaining('cis-1') });
    await client.change(uri, 2, [{ text: 'log_connections = on\n' }]);
    expect((await audit('cis-16')).text).toContain('log&#95;connections &#61; on &#40;postgresql.conf:1&#41;');
  });
});

describe('what writes files', () => {
  const ask = (method: string, folder: string, params: object = {}) =>
    client.connection.sendRequest<WrittenAnswer & Refusal>(method, { folder, ...params });

  test('pgconflint/init: the configuration that the command writes; never over another one', async () => {
    const { folder, root } = await openFolder({ 'pg_hba.conf': 'local all all trust\n' }, 'pg_hba.conf');
    const { uri, sentences } = await ask('pgconflint/init', root, { preset: 'strict', targets: [14, 16] });
    expect(uri).toBe(root);
    expect(sentences).toContain('pgconflint.config.jsonc is written: preset strict, PostgreSQL 14, 16.');
    const text = readFileSync(join(folder, 'pgconflint.config.jsonc'), 'utf8');
    expect(text).toContain('"extends": ["strict"]');
    expect(text).toContain('"postgres": [14, 16]');
    expect(await ask('pgconflint/init', root, { preset: 'strict', targets: [] })).toEqual({
      refusal: 'pgconflint.config.jsonc is already here.',
    });
  });

  test('pgconflint/init: a preset that does not exist writes nothing', async () => {
    const { folder, root } = await openFolder({ 'pg_hba.conf': 'local all all trust\n' }, 'pg_hba.conf');
    expect(await ask('pgconflint/init', root, { preset: 'x', targets: [] })).toEqual({
      refusal: expect.stringContaining('There is no preset'),
    });
    expect(existsSync(join(folder, 'pgconflint.config.jsonc'))).toBe(false);
    expect(await ask('pgconflint/init', 'vscode-remote://x/y', { preset: 'strict', targets: [] })).toEqual({
      refusal: 'The folder is not on this machine.',
    });
  });

  test('pgconflint/baseline: what is recorded is no longer reported', async () => {
    const { folder, root, uri } = await openFolder({ 'pg_hba.conf': 'local all all trust\n' }, 'pg_hba.conf');
    expect(await client.diagnostics(uri, ({ length }) => length > 0)).not.toEqual([]);
    const { sentences } = await ask('pgconflint/baseline', root);
    expect(sentences).toEqual([expect.stringMatching(/^pgconflint-baseline\.json records \d+ problems?\.$/)]);
    expect(existsSync(join(folder, 'pgconflint-baseline.json'))).toBe(true);
    writeFileSync(join(folder, 'touched'), '');
    await client.change(uri, 2, [{ text: 'local all all trust\n\n' }]);
    expect(await client.diagnostics(uri, ({ length }) => length === 0)).toEqual([]);
  });

  test('pgconflint/choices: the presets and benchmarks that there are', async () => {
    await open({});
    const { presets, benchmarks } = await client.connection.sendRequest<Choices>('pgconflint/choices', {});
    expect(presets.map(({ name }) => name)).toEqual([
      'correctness',
      'recommended',
      'strict',
      'all',
      'style',
      'managed-cloud',
    ]);
    expect(benchmarks).toContainEqual(expect.objectContaining({ name: 'cis-16', target: 16 }));
  });
});

describe('pages of rules, without a network', () => {
  const content = (uri: string) =>
    client.connection.sendRequest<{ text: string } | null>('workspace/textDocumentContent', { uri });

  test('are documents of the server; links to the project’s other pages lead to the web', async () => {
    await open({});
    const page = await content('pgconflint-rule:/hba/no-trust.md');
    expect(page?.text).toMatch(/^# hba\/no-trust\n/);
    expect(await content('pgconflint-rule:/hba/../../package.md')).toBeNull();
    expect(await content('pgconflint-rule:/hba/nothing.md')).toBeNull();
    const linking = await content('pgconflint-rule:/pgconflint/unjustified-suppression.md');
    expect(linking?.text ?? '').not.toContain('](../../');
  });

  test.each([true, false])('the action opens one where the editor can show it: %j', async (reads) => {
    const workspace = { ...full.workspace, ...(reads ? { textDocumentContent: {} } : {}) };
    client = await new TestClient({ '/data/pg_hba.conf': '' }).start({ ...full, workspace });
    const capability = client.initialized.capabilities.workspace?.textDocumentContent;
    expect(capability).toEqual(reads ? { schemes: ['pgconflint-rule'] } : undefined);
    const shown: ShowDocumentParams[] = [];
    client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    const own = 'https://github.com/pgconflint/pgconflint/blob/main/rules/hba/no-trust.md';
    const other = 'https://example.com/rules/x.md';
    for (const url of [own, other]) {
      const command = { command: 'pgconflint.openRulePage', arguments: [url] };
      await client.connection.sendRequest('workspace/executeCommand', command);
    }
    expect(shown.map(({ uri }) => uri)).toEqual([reads ? 'pgconflint-rule:/hba/no-trust.md' : own, other]);
  });
});
