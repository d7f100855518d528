import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import {
  createMessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeFileSystem } from '../../src/files/node-file-system.js';
import { formatBaseline } from '../../src/linter/baseline/baseline.js';
import { bare, full, pulling, TestClient } from './client.js';

const clients: TestClient[] = [];
const folders: string[] = [];

async function start(files: object, capabilities: object, params: object = {}): Promise<TestClient> {
  const client = await new TestClient(files as never).start(capabilities, params);
  clients.push(client);
  return client;
}

function makeFolder(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const codes = (diagnostics: { code?: unknown }[]) => diagnostics.map(({ code }) => code);

test('several folders are clusters of their own, and folders come and go', async () => {
  const files = {
    '/a/postgresql.conf': 'work_men = 1\n',
    '/b/postgresql.conf': 'work_men = 1\n',
    '/b/pg_hba.conf': '',
  };
  const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///a', name: 'a' }] });
  await client.open('file:///a/postgresql.conf', 'work_men = 1\n');
  await client.diagnostics('file:///a/postgresql.conf', (all) => all.length > 0);
  expect(client.published.has('file:///b/postgresql.conf')).toBe(false);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///b', name: 'b' }], removed: [] },
  });
  await client.open('file:///b/pg_hba.conf', 'local all all peer\n');
  expect(codes(await client.diagnostics('file:///b/postgresql.conf', (all) => all.length > 0))).toContain(
    'conf/unknown-parameter',
  );
});

test('a client without capabilities hears of changes on the disk', async () => {
  const folder = makeFolder({ 'postgresql.conf': "include 'more.conf'\n", 'more.conf': 'work_mem = 4MB\n' });
  const client = await start(nodeFileSystem, bare, { rootUri: pathToFileURL(folder).href });
  const more = pathToFileURL(join(folder, 'more.conf')).href;
  const main = pathToFileURL(join(folder, 'postgresql.conf')).href;
  await client.open(main, "include 'more.conf'\n");
  await client.diagnostics(main);
  expect(codes(await client.diagnostics(more))).not.toContain('conf/unknown-parameter');
  // The folder is watched once the first diagnostics are out.
  await new Promise((resolve) => setTimeout(resolve, 50));
  writeFileSync(join(folder, 'more.conf'), 'work_men = 4MB\n');
  expect(codes(await client.diagnostics(more, (all) => all.length > 0))).toContain('conf/unknown-parameter');
});

test('what a client does not watch is watched all the same', async () => {
  const folder = makeFolder({ 'postgresql.conf': "include 'more.cfg'\n", 'more.cfg': 'work_mem = 4MB\n' });
  const workspace = { ...full.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  const client = new TestClient(nodeFileSystem);
  client.connection.onRequest('client/registerCapability', () => null);
  clients.push(client);
  await client.start({ ...full, workspace }, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'c' }] });
  const more = pathToFileURL(join(folder, 'more.cfg')).href;
  const main = pathToFileURL(join(folder, 'postgresql.conf')).href;
  await client.open(main, "include 'more.cfg'\n");
  await client.diagnostics(main);
  await new Promise((resolve) => setTimeout(resolve, 50));
  writeFileSync(join(folder, 'more.cfg'), 'work_men = 4MB\n');
  expect(codes(await client.diagnostics(more, (all) => all.length > 0))).toContain('conf/unknown-parameter');
});

test('settings of the editor choose targets, presets and rules', async () => {
  const settings = { targets: ['12'], rules: { 'hba/no-trust': 'off' } };
  const client = await start({}, full, { initializationOptions: settings });
  await client.open('file:///c/pg_hba.conf', 'host all all 10.0.0.0/8 trust\n');
  await client.open('file:///c/postgresql.conf', 'wal_keep_segments = 3\n');
  expect(codes(await client.diagnostics('file:///c/pg_hba.conf'))).not.toContain('hba/no-trust');
  expect(codes(await client.diagnostics('file:///c/postgresql.conf'))).not.toContain('conf/removed-parameter');
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { pgconflint: { targets: [18] } },
  });
  const trusting = await client.diagnostics('file:///c/pg_hba.conf', (all) => codes(all).includes('hba/no-trust'));
  expect(codes(trusting)).toContain('hba/no-trust');
  const removed = await client.diagnostics('file:///c/postgresql.conf', (all) =>
    codes(all).includes('conf/removed-parameter'),
  );
  expect(codes(removed)).toContain('conf/removed-parameter');
});

test.each([
  ['pgconflint.config.json', '{ "rules": { "hba/no-trust": "off" } }', '{ "rules": {} }'],
  ['pgconflint.config.yaml', 'rules:\n  hba/no-trust: off\n', 'rules: {}\n'],
])('%s of the project is honoured, also while it is edited', async (name, off, on) => {
  const files = { [`/c/${name}`]: off };
  const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
  const uri = 'file:///c/pg_hba.conf';
  await client.open(uri, 'host all all 10.0.0.0/8 trust\n');
  expect(codes(await client.diagnostics(uri))).not.toContain('hba/no-trust');
  await client.open(`file:///c/${name}`, on, 'yaml');
  const found = await client.diagnostics(uri, (all) => codes(all).includes('hba/no-trust'));
  expect(codes(found)).toContain('hba/no-trust');
  await client.change(`file:///c/${name}`, 2, [{ text: '{ "rules": { "no/such-rule": "error" } }' }]);
  await client.request('textDocument/hover', uri, { position: { line: 0, character: 0 } });
  await client.change(uri, 2, [{ text: 'host all all 10.0.0.0/8 md5\n' }]);
  expect(codes(await client.diagnostics(uri, (all) => !codes(all).includes('hba/no-trust')))).toContain('hba/no-md5');
  // Where a person has the configuration open, it is said there, and not on every keystroke.
  const [complaint] = await client.diagnostics(`file:///c/${name}`, (all) => all.length > 0);
  expect(complaint?.message).toContain('no/such-rule');
  expect(client.messages).toEqual([]);
});

test('what the baseline of the folder records is not reported again', async () => {
  const text = 'host all all 10.0.0.0/8 trust\n';
  const baseline = formatBaseline(new Map([['pg_hba.conf', new Map([['hba/no-trust', 1]])]]));
  const files = { '/c/pgconflint-baseline.json': baseline };
  const client = await start(files, full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
  await client.open('file:///c/pg_hba.conf', text);
  expect(codes(await client.diagnostics('file:///c/pg_hba.conf'))).not.toContain('hba/no-trust');
});

test('settings that cannot be used are told, and change nothing', async () => {
  const client = await start({}, full, { initializationOptions: { presets: ['no-such-preset'] } });
  await client.open('file:///c/pg_hba.conf', 'host all all 10.0.0.0/8 trust\n');
  expect(codes(await client.diagnostics('file:///c/pg_hba.conf', (all) => all.length > 0))).toContain('hba/no-trust');
  expect(await client.told('no-such-preset')).toContain('no-such-preset');
});

test('a request that is taken back is answered as such', async () => {
  const client = await start({}, pulling);
  await client.open('file:///c/pg_hba.conf', 'host all all 10.0.0.0/8 trust\n');
  const { CancellationTokenSource } = await import('vscode-languageserver/node');
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: 'file:///c/pg_hba.conf' }, position: { line: 0, character: 1 } };
  const answer = client.connection.sendRequest('textDocument/hover', params, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

test('requests about buffers that were never opened are answered with nothing', async () => {
  const client = await start({}, full);
  const uri = 'file:///c/pg_hba.conf';
  const position = { line: 3, character: 9 };
  expect(await client.request('textDocument/hover', uri, { position })).toBeNull();
  expect(await client.request('textDocument/documentSymbol', uri)).toBeNull();
  await client.change(uri, 2, [{ text: 'x' }]);
  expect(client.server.workspace.documents.get(uri)).toBeUndefined();
});

test('the command serves over standard input and output, and ends when it is told to', async () => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  if (!existsSync(cli)) throw new Error('dist is not built: npm run build');
  const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: bare });
  const textDocument = { uri: 'file:///c/pg_hba.conf', languageId: '', version: 7, text: 'host all all all trust\n' };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  expect(await published).toMatchObject({ uri: textDocument.uri, version: 7 });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});
