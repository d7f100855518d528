/** An editor with a buffer that carries documents: every place is one of the buffer. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { CodeAction, DocumentHighlight, Hover, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextLines } from '../../src/lsp/protocol/text-lines.js';
import { full, TestClient } from '../lsp/client.js';
import { testCarrier } from './carrier.js';

const uri = 'file:///c/a.carrier';
const text = [
  '# fsync = off',
  'main:',
  '  conf: |',
  '     fsync = off',
  '     work_mem = 4096kB',
  '',
  '  hba:',
  '    - "host \\"größe\\" all 0.0.0.0/0 trust"',
  '    - "hostssl all all 10.0.0.0/8 cert map=x"',
  'other:',
  '  hba: "host all all ::/0 trust\\n"',
  '',
].join('\n');

let client: TestClient;
afterEach(() => client.stop());

async function open(): Promise<TextLines> {
  client = await new TestClient({}, [testCarrier]).start(full);
  await client.open(uri, text, 'yaml');
  return new TextLines(text, 'utf-8');
}

const textAt = (lines: TextLines, range: { start: object; end: object }) => {
  const { start, end } = lines.spanOf(range as never);
  return text.slice(start, end);
};

/** The place of a text in the buffer. */
const at = (lines: TextLines, part: string) => lines.positionAt(text.indexOf(part));

describe('a buffer that carries documents', () => {
  test('has diagnostics of all of them, where their texts stand', async () => {
    const lines = await open();
    const found = await client.diagnostics(uri, (all) => all.length > 0);
    const trust = found.filter(({ code }) => code === 'hba/no-trust');
    expect(trust.map(({ range }) => [range.start.line, textAt(lines, range)])).toEqual([
      [7, 'trust'],
      [10, 'trust'],
    ]);
    const off = found.find(({ code }) => code === 'conf/fsync');
    expect([off?.range.start.line, textAt(lines, off!.range)]).toEqual([3, 'off']);
  });

  test('follows a change that brings another document', async () => {
    await open();
    await client.diagnostics(uri, (all) => all.length > 0);
    const added = 'third:\n  hba: "local all all trust"\n';
    await client.change(uri, 2, [{ text: text + added }]);
    const isThere = ({ code, range }: { code?: unknown; range: { start: { line: number } } }) =>
      code === 'hba/no-trust' && range.start.line === 12;
    expect((await client.diagnostics(uri, (all) => all.some(isThere))).some(isThere)).toBe(true);
  });

  test('explains what is under the cursor, of whichever document it is', async () => {
    const lines = await open();
    const hover = async (part: string) => {
      const found = await client.request<Hover | null>('textDocument/hover', uri, { position: at(lines, part) });
      return found === null ? undefined : textAt(lines, found.range!);
    };
    expect(await hover('work_mem')).toBe('work_mem = 4096kB');
    expect(await hover('::/0')).toBe('::/0');
    expect(await hover('größe')).toBe('\\"größe\\"');
    expect(await hover('# fsync')).toBeUndefined();
  });

  test('is changed where the document has it, as it is written there', async () => {
    const lines = await open();
    const position = at(lines, 'off\n     work_mem');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const disable = actions.find(({ title }) => title === 'Disable conf/fsync for this line');
    expect(applied(lines, disable)).toBe(
      text.replace('     fsync = off', (line) => {
        const comment = '# pgconflint-disable-next-line conf/fsync -- say why it is right here';
        return `     ${comment}\n${line}`;
      }),
    );
    const start = at(lines, '0.0.0.0/0 trust"');
    const inList = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    // A line cannot be put into a list by a range alone.
    expect(inList.some(({ title }) => title.startsWith('Disable'))).toBe(false);
  });

  test('names every place of a map as it is written', async () => {
    const lines = await open();
    const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', uri, {
      position: lines.positionAt(text.indexOf('map=x') + 4),
    });
    expect(found.map(({ range }) => textAt(lines, range))).toEqual(['x']);
  });
});

/** The buffer after an action. */
function applied(lines: TextLines, action: CodeAction | undefined): string {
  const [change] = action!.edit!.documentChanges as TextDocumentEdit[];
  const edits = change!.edits as TextEdit[];
  const [{ range, newText }] = edits as [TextEdit];
  const { start, end } = lines.spanOf(range);
  return text.slice(0, start) + newText + text.slice(end);
}
