import { afterEach, describe, expect, test } from '@jest/globals';
import type { CompletionList, Hover, TextEdit } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.js';
import { presetNames } from '../../src/linter/configuration/presets.js';
import { applyEdits } from '../../src/linter/fixes.js';
import { TextLines } from '../../src/lsp/protocol/text-lines.js';
import { full, pulling, TestClient } from './client.js';

const json = 'file:///c/pgconflint.config.jsonc';
const yaml = 'file:///c/pgconflint.config.yaml';
const manifest = 'file:///c/package.json';
const hba = 'file:///c/pg_hba.conf';
const plainClient = { ...full, textDocument: { ...full.textDocument, completion: {} } };
const clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

async function at(uri: string, marked: string, capabilities: object = plainClient) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const client = await new TestClient({}).start(capabilities, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
  clients.push(client);
  await client.open(uri, text, uri.endsWith('yaml') ? 'yaml' : 'jsonc');
  return { client, text, lines: new TextLines(text, 'utf-8'), offset };
}

async function complete(uri: string, marked: string, capabilities?: object) {
  const { client, text, lines, offset } = await at(uri, marked, capabilities);
  const position = lines.positionAt(offset);
  const { items } = await client.request<CompletionList>('textDocument/completion', uri, { position });
  const take = (label: string) => {
    const edit = items.find((one) => one.label === label)?.textEdit as TextEdit | undefined;
    return edit === undefined ? undefined : applyEdits(text, [{ ...lines.spanOf(edit.range), text: edit.newText }]);
  };
  return { labels: items.map(({ label }) => label), items, take };
}

async function hoverText(uri: string, marked: string): Promise<string> {
  const { client, lines, offset } = await at(uri, marked);
  const hover = await client.request<Hover | null>('textDocument/hover', uri, { position: lines.positionAt(offset) });
  return (hover?.contents as { value: string } | undefined)?.value ?? '';
}

describe('completion in our own configuration', () => {
  test.each([
    [json, '{ | }', 'rules', '{ "rules":  }'],
    [json, '{ "ru|" }', 'rules', '{ "rules":  }'],
    [json, '{ "ru|": {} }', 'rules', '{ "rules": {} }'],
    [json, '{ "extends": "|" }', 'strict', '{ "extends": "strict" }'],
    [json, '{ "extends": ["recommended", |] }', 'strict', '{ "extends": ["recommended", "strict"] }'],
    [json, '{ "rules": { "hba/no-|" } }', 'hba/no-trust', '{ "rules": { "hba/no-trust":  } }'],
    [json, '{ "rules": { "hba/no-trust": | } }', 'warn', '{ "rules": { "hba/no-trust": "warn" } }'],
    [json, '{ "rules": { "hba/no-trust": ["e|"] } }', 'error', '{ "rules": { "hba/no-trust": ["error"] } }'],
    [
      json,
      '{ "rules": { "hba/both-families": ["warn", { "records": | }] } }',
      'all',
      '{ "rules": { "hba/both-families": ["warn", { "records": "all" }] } }',
    ],
    [
      json,
      '{ "rules": { "hba/both-families": ["warn", { "rec|" }] } }',
      'records',
      '{ "rules": { "hba/both-families": ["warn", { "records":  }] } }',
    ],
    [json, '{ "postgres": [16, |] }', '18', '{ "postgres": [16, 18] }'],
    [json, '{ "root": t| }', 'true', '{ "root": true }'],
    [json, '{ "overrides": [{ "fi| }] }', 'files', '{ "overrides": [{ "files":  }] }'],
    [
      json,
      '{ "overrides": [{ "files": "*", "rules": { "conf/|" } }] }',
      'conf/syntax-error',
      '{ "overrides": [{ "files": "*", "rules": { "conf/syntax-error":  } }] }',
    ],
    [manifest, '{ "pgconflint": { "ext|" } }', 'extends', '{ "pgconflint": { "extends":  } }'],
    [yaml, 'ru|', 'rules', 'rules: '],
    [yaml, 'root: true\nru|\n', 'rules', 'root: true\nrules: \n'],
    [yaml, 'extends: |\n', 'strict', 'extends: strict\n'],
    [yaml, 'extends:\n  - rec|\n', 'recommended', 'extends:\n  - recommended\n'],
    [yaml, 'extends: [recommended, |]\n', 'strict', 'extends: [recommended, strict]\n'],
    [yaml, 'rules:\n  hba/no-|\n', 'hba/no-trust', 'rules:\n  hba/no-trust: \n'],
    [yaml, 'rules:\n  hba/no-md5: off\n  hba/|\n', 'hba/no-trust', 'rules:\n  hba/no-md5: off\n  hba/no-trust: \n'],
    [yaml, 'rules:\n  hba/no-trust: |\n', 'off', 'rules:\n  hba/no-trust: off\n'],
    [yaml, 'rules:\n  hba/no-tr|: off\n', 'hba/no-trust', 'rules:\n  hba/no-trust: off\n'],
    [
      yaml,
      'rules:\n  hba/both-families:\n    - warn\n    - rec|\n',
      'records',
      'rules:\n  hba/both-families:\n    - warn\n    - records: \n',
    ],
    [
      yaml,
      'rules:\n  hba/both-families: [warn, { records: | }]\n',
      'all',
      'rules:\n  hba/both-families: [warn, { records: all }]\n',
    ],
    [yaml, 'overrides:\n  - files: "*"\n    ru|\n', 'rules', 'overrides:\n  - files: "*"\n    rules: \n'],
    [yaml, 'postgres: 1|\n', '17', 'postgres: 17\n'],
  ])('%s: %s', async (uri, marked, label, expected) => {
    expect((await complete(uri, marked)).take(label)).toBe(expected);
  });

  test('offers every preset and every rule, and what is there already not again', async () => {
    expect((await complete(json, '{ "extends": | }')).labels).toEqual(expect.arrayContaining(presetNames(rules)));
    const { labels, items } = await complete(json, '{ "rules": { "hba/no-trust": "off", "|" } }');
    expect(labels).toHaveLength(rules.length - 1);
    expect(items[0]?.documentation).toBeTruthy();
    const severities = (await complete(json, '{ "rules": { "hba/no-trust": "|" } }')).labels;
    expect(severities).toEqual(['off', 'warn', 'error']);
  });

  test('opens what a key holds, for a client that knows snippets', async () => {
    expect((await complete(json, '{ | }', full)).take('rules')).toBe('{ "rules": {$0} }');
    expect((await complete(json, '{ | }', full)).take('overrides')).toBe('{ "overrides": [$0] }');
    expect((await complete(yaml, 'ov|', full)).take('overrides')).toBe('overrides:\n  - $0');
    expect((await complete(yaml, 'overrides:\n  - ru|', full)).take('rules')).toBe('overrides:\n  - rules:\n      $0');
  });

  test.each([
    [json, '{ // r|\n}'],
    [yaml, '# ru|'],
    [manifest, '{ "na|" }'],
    ['file:///c/other.json', '{ | }'],
  ])('has nothing to offer in %s: %s', async (uri, marked) => {
    const { client, lines, offset } = await at(uri, marked);
    const found = await client.request<CompletionList | null>('textDocument/completion', uri, {
      position: lines.positionAt(offset),
    });
    expect(found?.items ?? []).toEqual([]);
  });
});

test.each([
  [json, '{ "rules": { "hba/both-fam|ilies": "off" } }', 'Options: `records` (`"reject"`)'],
  [yaml, 'rules:\n  hba/no-tr|ust: off\n', 'https://'],
  [json, '{ "extends": ["str|ict"] }', 'The preset **strict** switches on'],
  [json, '{ "ign|ores": [] }', 'Globs of files and folders'],
  [yaml, 'overrides:\n  - exc|ept: x\n', 'does not hold'],
  [manifest, '{ "pgconflint": { "root|": true } }', 'folders above'],
])('hover in %s: %s', async (uri, marked, expected) => {
  expect(await hoverText(uri, marked)).toContain(expected);
});

describe('diagnostics of our own configuration', () => {
  const first = async (client: TestClient, uri: string) => {
    const [found] = await client.diagnostics(uri, (all) => all.length > 0);
    return found === undefined ? undefined : [found.range.start.line, found.message];
  };

  test.each([
    [json, '{\n  "rules": {\n    "hba/no-trsut": "off"\n  }\n}\n', 2, 'hba/no-trust'],
    [json, '{\n  "rules": [\n', 2, 'not JSON'],
    [json, '{\n  "postgres": 9\n}\n', 1, 'postgres'],
    [yaml, 'rules:\n  hba/no-trust: maybe\n', 1, 'not a severity'],
    [yaml, 'extends: strickt\n', 0, 'strickt'],
    [manifest, '{\n  "name": "x",\n  "pgconflint": { "extend": "strict" }\n}\n', 2, 'extends'],
    ['file:///c/pgconflint-baseline.json', '[', 0, 'is not a baseline'],
  ])('%s: %s', async (uri, text, line, words) => {
    const { client } = await at(uri, text, full);
    expect(await first(client, uri)).toEqual([line, expect.stringContaining(words)]);
  });

  test('go when it is mended, and are no messages as well', async () => {
    const { client } = await at(json, '{ "rules": { "hba/no-trust": "of" } }', full);
    await client.open(hba, 'host all all 10.0.0.0/8 trust\n', 'pg-hba');
    expect(await first(client, json)).toEqual([0, expect.stringContaining('off')]);
    await client.change(json, 2, [{ text: '{ "rules": { "hba/no-trust": "off" } }' }]);
    expect(await client.diagnostics(json, (all) => all.length === 0)).toEqual([]);
    expect(client.messages).toEqual([]);
  });

  test('come for a file that is not open, too', async () => {
    const files = { '/c/pgconflint.config.yaml': 'rules:\n  hba/no-trust: of\n' };
    const client = await new TestClient(files).start(full, { workspaceFolders: [{ uri: 'file:///c', name: 'c' }] });
    clients.push(client);
    await client.open(hba, 'host all all 10.0.0.0/8 trust\n', 'pg-hba');
    expect(await first(client, yaml)).toEqual([1, expect.stringContaining('off')]);
    expect(await client.told('not a severity')).toContain('pgconflint.config.yaml:2');
  });

  test('are pulled by a client that pulls', async () => {
    const { client } = await at(json, '{ "rules": { "hba/no-trust": "of" } }', pulling);
    const report = await client.pull(json);
    expect(report.kind === 'full' && report.items.map(({ message }) => message)).toEqual([
      expect.stringContaining('not a severity'),
    ]);
    await client.change(json, 2, [{ text: '{}' }]);
    expect(await client.pull(json, report.resultId)).toMatchObject({ kind: 'full', items: [] });
  });
});
