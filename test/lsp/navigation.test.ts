import { afterEach, describe, expect, test } from '@jest/globals';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { tokenTypes } from '../../src/lsp/protocol/announced.js';
import { bare, full, TestClient } from './client.js';

const hba = 'file:///c/pg_hba.conf';
const ident = 'file:///c/pg_ident.conf';
const conf = 'file:///c/postgresql.conf';
const clients: TestClient[] = [];

async function opened(uri: string, text: string, files: Record<string, string> = {}, capabilities: object = full) {
  const client = await new TestClient(files).start(capabilities, {
    workspaceFolders: [{ uri: 'file:///c', name: 'c' }],
  });
  clients.push(client);
  await client.open(uri, text);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

const cluster = {
  '/c/postgresql.conf': "work_mem = 4MB\ninclude 'more.conf'\n",
  '/c/more.conf': 'work_mem = 8MB\n',
  '/c/pg_hba.conf': 'local all @names peer map=net\nhost all bob samenet gss "map=net"\n',
  '/c/names': 'alice\n',
  '/c/pg_ident.conf': 'net alice bob\nnet carol carol\n',
};
const at = (line: number, character: number) => ({ position: { line, character } });
const places = (locations: Location[]) =>
  locations.map(({ uri, range }) => `${uri.slice(10)}:${range.start.line}:${range.start.character}`);

describe('navigation', () => {
  test('finds the setting that wins, the mappings of a map, and files', async () => {
    const client = await opened(conf, cluster['/c/postgresql.conf'], cluster);
    await client.open(hba, cluster['/c/pg_hba.conf']);
    const ask = async (uri: string, line: number, character: number) =>
      places(await client.request<Location[]>('textDocument/definition', uri, at(line, character)));
    expect(await ask(conf, 0, 3)).toEqual(['more.conf:0:0']);
    expect(await ask(conf, 1, 12)).toEqual(['more.conf:0:0']);
    expect(await ask(hba, 0, 26)).toEqual(['pg_ident.conf:0:0', 'pg_ident.conf:1:0']);
    expect(await ask(hba, 0, 12)).toEqual(['names:0:0']);
  });

  test('finds every use of a map, a role and a parameter', async () => {
    const client = await opened(ident, cluster['/c/pg_ident.conf'], cluster);
    const ask = async (uri: string, line: number, character: number, includeDeclaration = true) => {
      const params = { ...at(line, character), context: { includeDeclaration } };
      return places(await client.request<Location[]>('textDocument/references', uri, params));
    };
    expect(await ask(ident, 0, 1)).toEqual([
      'pg_hba.conf:0:26',
      'pg_hba.conf:1:30',
      'pg_ident.conf:0:0',
      'pg_ident.conf:1:0',
    ]);
    expect(await ask(ident, 0, 1, false)).toEqual(['pg_hba.conf:0:26', 'pg_hba.conf:1:30']);
    expect(await ask(ident, 0, 11)).toEqual(['pg_hba.conf:1:9', 'pg_ident.conf:0:10']);
  });

  test('renames a map in both files, and refuses what is no single word', async () => {
    const client = await opened(ident, cluster['/c/pg_ident.conf'], cluster);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', ident, { ...at(0, 1), newName: 'web' });
    const changes = edit.documentChanges?.map(
      (change) => 'edits' in change && [change.textDocument.uri, change.edits.length],
    );
    expect(changes).toEqual([
      [hba, 2],
      [ident, 2],
    ]);
    await expect(client.request('textDocument/rename', ident, { ...at(0, 1), newName: 'a b' })).rejects.toThrow(
      'one word',
    );
    await expect(client.request('textDocument/rename', ident, { ...at(0, 11), newName: 'x' })).rejects.toThrow(
      'Only maps',
    );
    expect(await client.request('textDocument/prepareRename', ident, at(0, 11))).toBeNull();
  });

  test('links only files that exist', async () => {
    const client = await opened(conf, "include 'more.conf'\ninclude_if_exists 'gone.conf'\n", cluster);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', conf);
    expect(links.map(({ target }) => target)).toEqual(['file:///c/more.conf']);
  });

  test('finds symbols over all files', async () => {
    const client = await opened(conf, cluster['/c/postgresql.conf'], cluster);
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'wkm' });
    expect(found.map(({ name, containerName }) => `${containerName} ${name}`)).toEqual([
      'postgresql.conf work_mem',
      'more.conf work_mem',
    ]);
  });
});

describe('symbols of all files that are asked for', () => {
  test('before the configuration is loaded come once it is', async () => {
    const files = { ...cluster, '/c/pgconflint.config.yaml': 'postgres: 16\n' };
    const client = await opened(conf, cluster['/c/postgresql.conf'], files);
    await client.open('file:///c/pgconflint.config.yaml', 'postgres: 17\n');
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'work_mem' });
    expect(found).not.toHaveLength(0);
  });

  test('while it is broken is answered all the same', async () => {
    const files = { ...cluster, '/c/pgconflint.config.yaml': 'postgres: [16\n' };
    const client = await opened(conf, cluster['/c/postgresql.conf'], files);
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'work_mem' });
    expect(found).not.toHaveLength(0);
  });
});

const banner = '#------------------------------------------------------------------------------';
const stock = `${banner}\n# MEMORY\n${banner}\n\n# - Caches -\n\nshared_buffers = 16384\n#x\n#y\n#z\n${banner}\n# LOGS\n${banner}\nlog_connections = on\n`;

describe('what is shown', () => {
  test('is an outline by sections', async () => {
    const client = await opened(conf, stock);
    const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', conf);
    const names = (list: DocumentSymbol[]): unknown[] =>
      list.map(({ name, children }) => [name, names(children ?? [])]);
    expect(names(outline)).toEqual([
      ['MEMORY', [['Caches', [['shared_buffers', []]]]]],
      ['LOGS', [['log_connections', []]]],
    ]);
  });

  test('is a flat list for a client that knows no trees', async () => {
    const client = await opened(ident, cluster['/c/pg_ident.conf'], {}, bare);
    const list = await client.request<SymbolInformation[]>('textDocument/documentSymbol', ident);
    expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['net', undefined],
      ['alice', 'net'],
      ['carol', 'net'],
    ]);
  });

  test('can be folded', async () => {
    const client = await opened(conf, stock);
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', conf);
    expect(ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual(
      expect.arrayContaining([
        [1, 9, 'region'],
        [4, 9, 'region'],
        [11, 13, 'region'],
      ]),
    );
  });

  test('has hints for bare numbers, overridden settings and records that never match', async () => {
    const client = await opened(conf, "shared_buffers = 16384\nwork_mem = 4MB\ninclude 'more.conf'\n", cluster);
    await client.open(hba, 'host all all 10.0.0.0/8 scram-sha-256\nhost app all 10.1.0.0/16 md5\n');
    const ask = async (uri: string) => {
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const hints = await client.request<InlayHint[]>('textDocument/inlayHint', uri, { range });
      return hints.map(({ label, position }) => `${position.line}: ${label}`);
    };
    expect(await ask(conf)).toEqual(['0: = 128 MB', '1: in force: 8MB (more.conf:1)']);
    expect(await ask(hba)).toEqual(['1: never matches: line 1']);
  });

  test('has colours by meaning', async () => {
    const client = await opened(hba, 'host all bob 10.0.0.0/8 md5 # x\n');
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', hba);
    const types = data.filter((_, index) => index % 5 === 3).map((type) => tokenTypes[type]);
    expect(types).toEqual(['type', 'keyword', 'variable', 'number', 'function', 'comment']);
    expect(data.slice(0, 10)).toEqual([0, 0, 4, 5, 0, 0, 5, 3, 1, 0]);
  });

  test('is formatted, as a whole or in part', async () => {
    const client = await opened(hba, 'local all all peer\nhostssl   all all samenet   md5\n');
    const options = { options: { tabSize: 2, insertSpaces: true } };
    const whole = await client.request<TextEdit[]>('textDocument/formatting', hba, options);
    expect(new Set(whole.map(({ range }) => range.start.line))).toEqual(new Set([0, 1]));
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
    const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', hba, { ...options, range });
    expect(new Set(part.map((edit) => edit.range.start.line))).toEqual(new Set([1]));
  });

  test('answers who matches a record', async () => {
    const client = await opened(
      hba,
      'host all all 10.0.0.0/8 scram-sha-256\nhost app all 10.1.0.0/16 md5\nlocal all all peer\n',
    );
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', hba);
    expect(lenses.map(({ range }) => range.start.line)).toEqual([0, 1, 2]);
    const shown = await Promise.all(
      lenses.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    expect(shown.map(({ command }) => command?.title)).toEqual([
      'decides for 10.0.0.0/8, 16,777,216 addresses',
      'never decides: line 1 already matches',
      'decides for the Unix socket',
    ]);
    const ask = ({ command }: CodeLens) =>
      client.connection.sendRequest<string>('workspace/executeCommand', {
        command: command!.command,
        arguments: command!.arguments,
      });
    expect(await ask(shown[1]!)).toContain('Never in use: line 1 matches all of them first.');
    expect(await ask(shown[2]!)).toBe(
      'Connections over the Unix-domain socket to any database as any role: peer. No earlier record takes any of them.',
    );
  });

  test.each([
    ['host all all 10.1.2.3/32 md5', 'decides for 10.1.2.3'],
    ['host all all 10.1.2.0/31 md5', 'decides for 10.1.2.0/31, 2 addresses'],
    ['host all all 10.1.0.0/16 reject', 'rejects 10.1.0.0/16, 65,536 addresses'],
    ['host all all 2001:db8::/32 md5', 'decides for 2001:db8::/32, 2^96 addresses'],
    ['host all all 10.0.0.0 255.0.255.0 md5', 'decides for 10.0.0.0 255.0.255.0, 65,536 addresses'],
    ['host all all 0.0.0.0/0 md5', 'decides for clients from any IPv4 address'],
    ['host all all all md5', 'decides for clients from anywhere'],
    ['host all all samenet md5', "decides for the server's networks"],
    ['host all all .example.com md5', 'decides for *.example.com'],
    ['host all all db.example.com md5', 'decides for db.example.com'],
    ['hostssl app app 10.0.0.0/8 md5', 'never decides: no connection comes with TLS encryption', 'ssl = off'],
  ])('a lens says for whom a record decides: %s', async (record, title, settings = '') => {
    const client = await opened(hba, `${record}\n`, { '/c/postgresql.conf': `${settings}\n` });
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', hba);
    const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    expect(command?.title).toBe(title);
  });

  test('a lens names records of other files as they are called', async () => {
    const files = { '/c/more_pg_hba.conf': 'host app app 10.1.0.0/16 md5\n' };
    const client = await opened(hba, 'include more_pg_hba.conf\nhost all all 10.0.0.0/8 md5\n', files);
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', hba);
    const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    expect(command?.title).toBe('decides for 10.0.0.0/8, 16,777,216 addresses, except logins of more_pg_hba.conf:1');
  });

  test('of a very long file a lens answers only when it is chosen', async () => {
    const client = await opened(hba, `${'host all all 10.0.0.0/8 md5\n'.repeat(1001)}`);
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', hba);
    const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    expect(command).toMatchObject({ title: 'who matches this?', command: 'pgconflint.whoMatches' });
  });

  test('a lens names the records that decide before, and goes with what is typed', async () => {
    const text = 'host app app 10.1.0.0/16 md5\nhost all all samehost md5\nhost all all 10.0.0.0/8 md5\n';
    const client = await opened(hba, text);
    const title = async () => {
      const lenses = await client.request<CodeLens[]>('textDocument/codeLens', hba);
      return (await client.connection.sendRequest<CodeLens>('codeLens/resolve', lenses.at(-1))).command?.title;
    };
    expect(await title()).toBe('decides for 10.0.0.0/8, 16,777,216 addresses, except logins of line 1, perhaps line 2');
    const stale = (await client.request<CodeLens[]>('textDocument/codeLens', hba)).at(-1);
    await client.change(hba, 2, [{ text: 'host all all 192.168.0.0/16 md5\n' }]);
    expect(await title()).toBe('decides for 192.168.0.0/16, 65,536 addresses');
    expect(await client.connection.sendRequest<CodeLens>('codeLens/resolve', stale)).toEqual(stale);
  });
});
