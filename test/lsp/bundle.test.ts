import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  InitializeParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextLines } from '../../src/lsp/protocol/text-lines.js';
import { BundledServer } from './bundled-server.js';
import { bare, full, pulling } from './client.js';

const text = 'host "größe 😀" all 10.0.0.0/8 trust\nlocal all all peer\n';
let folder: string;
let server: BundledServer | undefined;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')));
  writeFileSync(join(folder, 'postgresql.conf'), "include 'more.conf'\n");
  writeFileSync(join(folder, 'more.conf'), 'work_men = 4MB\n');
  writeFileSync(join(folder, 'pg_hba.conf'), text);
});

afterEach(() => {
  server?.kill();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** One way in which clients differ. */
interface Way {
  capabilities: ClientCapabilities;
  params?: (root: string) => Partial<InitializeParams>;
  /** Whether it registers what the server wants to hear of; left out where it cannot be asked. */
  registers?: boolean;
  settings?: unknown;
  languageId?: string;
  /** Whether it tells of files that change. */
  tellsOfFiles?: boolean;
}

const root = (uri: string): Partial<InitializeParams> => ({ rootUri: uri });
const folders = (uri: string): Partial<InitializeParams> => ({ workspaceFolders: [{ uri, name: 'bundle' }] });
const utf16: ClientCapabilities = { ...full, general: { positionEncodings: ['utf-16'] } };
const utf8: ClientCapabilities = { ...full, general: { positionEncodings: ['utf-8'] } };
const watching = (base: ClientCapabilities): ClientCapabilities => ({
  ...base,
  workspace: {
    ...base.workspace,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true } as never,
    codeLens: { refreshSupport: true },
  },
});
const plainTexts: ClientCapabilities = {
  ...full,
  textDocument: {
    ...full.textDocument,
    hover: { contentFormat: ['plaintext'] },
    completion: { completionItem: { snippetSupport: false } },
  },
};

const ways: Record<string, Way> = {
  'nothing at all, not even a folder': { capabilities: bare },
  'a root by its URI': { capabilities: bare, params: root },
  'a root by its path, as before 3.0': {
    capabilities: bare,
    params: (uri) => ({ rootUri: null, rootPath: decodeURIComponent(uri.slice('file://'.length)) }),
  },
  'no folder although there may be some': { capabilities: full, params: () => ({ workspaceFolders: null }) },
  'folders, pushed, UTF-16': { capabilities: utf16, params: folders },
  'folders, pushed, UTF-8': { capabilities: utf8, params: folders },
  'pulled, UTF-16': { capabilities: { ...pulling, general: utf16.general! }, params: folders },
  'pulled, UTF-8': { capabilities: { ...pulling, general: utf8.general! }, params: folders },
  'files that are watched, settings that are asked for': {
    capabilities: watching(full),
    params: folders,
    registers: true,
    settings: { targets: [17] },
    tellsOfFiles: true,
  },
  'pulled, with files that are watched': {
    capabilities: watching(pulling),
    params: folders,
    registers: true,
    settings: null,
    tellsOfFiles: true,
  },
  'watching that is offered and then refused': { capabilities: watching(full), params: folders, registers: false },
  'a language that nobody knows': { capabilities: full, params: folders, languageId: 'pgconflint-hba' },
  'a language of another name': { capabilities: full, params: root, languageId: 'conf-space' },
  'plain texts and no snippets': { capabilities: plainTexts, params: root, languageId: 'pg_hba' },
};

test.each(Object.entries(ways))('the built server serves a client with %s', async (_, way) => {
  const { capabilities, params, registers = false, settings = null, languageId = '' } = way;
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  const uri = pathToFileURL(join(folder, 'pg_hba.conf')).href;
  server = new BundledServer({ registers, settings });
  const { capabilities: served } = await server.start(capabilities, params?.(pathToFileURL(folder).href) ?? {});
  expect(served.positionEncoding).toBe(capabilities.general?.positionEncodings?.includes('utf-8') ? 'utf-8' : 'utf-16');
  expect(served.diagnosticProvider !== undefined).toBe(pulls);
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  const lines = new TextLines(text, served.positionEncoding as 'utf-8' | 'utf-16');
  const trust = text.indexOf('trust');
  const place = lines.rangeOf({ start: trust, end: trust + 5 });

  const found = await server.diagnostics(uri, pulls ? uri : undefined, (all) =>
    all.some(({ code }) => code === 'hba/no-trust'),
  );
  expect(found.find(({ code }) => code === 'hba/no-trust')?.range).toEqual(place);
  expect(server.published.size === 0).toBe(pulls);

  const hover = await server.request<Hover>('textDocument/hover', uri, { position: place.start });
  const isMarkdown = capabilities.textDocument?.hover?.contentFormat?.includes('markdown') === true;
  expect(hover.contents).toEqual({
    kind: isMarkdown ? 'markdown' : 'plaintext',
    value: expect.stringMatching(isMarkdown ? /^\*\*trust\*\*/ : /^trust/),
  });

  const { items } = await server.request<CompletionList>('textDocument/completion', uri, { position: place.end });
  const item = items.find(({ label }) => label === 'scram-sha-256');
  expect(item?.textEdit).toMatchObject({ range: place });
  expect(items.every(({ insertTextFormat }) => insertTextFormat !== 2)).toBe(true);

  const actions = await server.request<CodeAction[]>('textDocument/codeAction', uri, {
    range: { start: place.start, end: place.start },
    context: { diagnostics: [] },
  });
  const { edit } = actions.find(({ title }) => title === 'Use scram-sha-256')!;
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: editsOf(edit!, uri).map(({ range, newText }) => ({ range, text: newText })),
  });
  const after = await server.diagnostics(uri, pulls ? uri : undefined, (all) =>
    all.every(({ code }) => code !== 'hba/no-trust'),
  );
  expect(after.map(({ code }) => code)).not.toContain('hba/no-trust');

  await seesTheDisk(server, way, pulls);
  if (capabilities.workspace?.inlayHint !== undefined) await server.isAsked('workspace/inlayHint/refresh');
  expect(server.asked.includes('client/registerCapability')).toBe(way.registers !== undefined);
  expect(await server.stop()).toBe(0);
  expect(server.errors).toBe('');
  expect(server.shown).toEqual([]);
  if (way.registers !== false) expect(server.logged).toEqual([]);
});

test.each([
  ['pgconflint.config.jsonc', '{ "rules": { "hba/no-trust": "of" } }'],
  ['pgconflint.config.yaml', 'rules:\n  hba/no-trust: of\n'],
])('the built server loads what it needs for %s', async (name, config) => {
  const uri = pathToFileURL(join(folder, name)).href;
  server = new BundledServer({ registers: false, settings: null });
  await server.start(full, folders(pathToFileURL(folder).href));
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: '', version: 1, text: config },
  });
  const found = await server.diagnostics(uri, undefined, (all) => all.length > 0);
  expect(found[0]?.message).toContain('not a severity');
  const lines = new TextLines(config, 'utf-8');
  const position = lines.positionAt(config.lastIndexOf('of') + 2);
  const { items } = await server.request<CompletionList>('textDocument/completion', uri, { position });
  expect(items.map((item) => item.label)).toContain('error');
  const rule = lines.positionAt(config.indexOf('no-trust'));
  const hover = await server.request<Hover>('textDocument/hover', uri, { position: rule });
  expect(hover.contents).toMatchObject({ value: expect.stringContaining('**hba/no-trust**') });
  expect(await server.stop()).toBe(0);
  expect(server.errors).toBe('');
});

test('the built server loads the descriptions of parameters', async () => {
  const uri = pathToFileURL(join(folder, 'postgresql.conf')).href;
  server = new BundledServer({ registers: false, settings: null });
  await server.start(full, folders(pathToFileURL(folder).href));
  const textDocument = { uri, languageId: '', version: 1, text: 'work_mem = 4MB\n' };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  const position = { line: 0, character: 3 };
  const hover = await server.request<Hover>('textDocument/hover', uri, { position });
  expect(hover.contents).toMatchObject({
    value: expect.stringMatching(/\*\*work_mem\*\*[\s\S]*[Mm]emory[\s\S]*Range/),
  });
  const { items } = await server.request<CompletionList>('textDocument/completion', uri, { position });
  const item = items.find(({ label }) => label === 'work_mem');
  const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('emory') });
  expect(await server.stop()).toBe(0);
  expect(server.errors).toBe('');
});

function editsOf({ changes, documentChanges }: WorkspaceEdit, uri: string): TextEdit[] {
  const [change] = documentChanges ?? [];
  return change !== undefined && 'edits' in change ? (change.edits as TextEdit[]) : changes![uri]!;
}

/** What happens to a file that is not open is seen, whoever watches it. */
async function seesTheDisk(server: BundledServer, { tellsOfFiles }: Way, pulls: boolean): Promise<void> {
  const path = join(folder, 'more.conf');
  const more = pathToFileURL(path).href;
  const main = pathToFileURL(join(folder, 'postgresql.conf')).href;
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: main, languageId: '', version: 1, text: "include 'more.conf'\nwork_mem = 1\n" },
  });
  const pulled = pulls ? main : undefined;
  const isWrong = (all: { code?: unknown }[]) => all.some(({ code }) => code === 'conf/unknown-parameter');
  expect(isWrong(await server.diagnostics(more, pulled, isWrong))).toBe(true);
  writeFileSync(path, 'work_mem = 4MB\n');
  if (tellsOfFiles) {
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: more, type: 2 }] });
  }
  const isMended = (all: { code?: unknown }[]) => !isWrong(all);
  expect(isWrong(await server.diagnostics(more, pulled, isMended))).toBe(false);
}
