/** A manifest in an editor: the parts that are PostgreSQL's, and nothing else. */
import { afterEach, expect, test } from '@jest/globals';
import type { CodeAction, CompletionList, Hover, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../src/linter/fixes.js';
import { TextLines } from '../../src/lsp/protocol/text-lines.js';
import { full, TestClient } from '../lsp/client.js';

const uri = 'file:///c/cluster.yaml';
const text = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: trust
spec:
  postgresql:
    parameters:
      max_connections: 300
      work_mem: "8MB"
    pg_hba:
      - hostssl app app all trust
`;

let client: TestClient;
afterEach(() => client.stop());

async function open(content = text): Promise<TextLines> {
  client = await new TestClient({}).start(full);
  await client.open(uri, content, 'yaml');
  return new TextLines(content, 'utf-8');
}

test('has diagnostics, hover and quick fixes at the places of the file', async () => {
  const lines = await open();
  const found = await client.diagnostics(uri, (all) => all.length > 0);
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual(
    expect.arrayContaining([
      ['carrier/text-value', 7],
      ['hba/no-trust', 10],
    ]),
  );
  expect(found.every(({ range }) => range.start.line >= 7)).toBe(true);
  const at = (part: string) => lines.positionAt(text.indexOf(part));
  const hover = async (part: string) => client.request<Hover | null>('textDocument/hover', uri, { position: at(part) });
  expect(JSON.stringify(await hover('work_mem'))).toContain('work_mem');
  expect(await hover('kind: Cluster')).toBeNull();
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
    range: { start: at('300'), end: at('300') },
    context: { diagnostics: [] },
  });
  const fix = actions.find(({ title }) => title === "Write '300'");
  const [change] = fix!.edit!.documentChanges as TextDocumentEdit[];
  const edits = (change!.edits as TextEdit[]).map(({ range, newText }) => ({ ...lines.spanOf(range), text: newText }));
  expect(applyEdits(text, edits)).toBe(text.replace('300', "'300'"));
});

test('other manifests have nothing, and get it as soon as they are one of these', async () => {
  const other = 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n';
  await open(other);
  expect(await client.diagnostics(uri, () => true)).toEqual([]);
  await client.change(uri, 2, [{ text }]);
  expect((await client.diagnostics(uri, (all) => all.length > 0)).length).toBeGreaterThan(0);
});

test('completion offers names of parameters where a setting stands', async () => {
  const content = text.replace('work_mem: "8MB"', 'work_me: "8MB"');
  const lines = await open(content);
  const position = lines.positionAt(content.indexOf('work_me') + 'work_me'.length);
  const answer = await client.request<CompletionList>('textDocument/completion', uri, { position });
  expect(answer.items.map(({ label }) => label)).toContain('work_mem');
});
