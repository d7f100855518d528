/** Messages that no editor sends: each gets an error, the server goes on, and its process ends with its input. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { misfitOf } from '../../src/lsp/protocol/message-shapes.js';
import { framed } from '../fuzz/frames.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What the built server says to bytes before it ends, and how it ends once they have ended. */
async function told(
  ...parts: (string | Uint8Array)[]
): Promise<{ code: number | null; answers: string; errors: string }> {
  const server = spawn(process.execPath, [cli, 'lsp'], { stdio: 'pipe' });
  let [answers, errors] = ['', ''];
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    answers += text;
  });
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  for (const part of parts) server.stdin.write(part);
  server.stdin.end();
  const code = await new Promise<number | null>((resolve) => server.on('exit', resolve));
  return { code, answers, errors };
}

const message = (method: string, params: unknown, id = 7) =>
  framed(JSON.stringify({ jsonrpc: '2.0', id, method, params }));

test.each([
  ['a body that is no message', framed('null'), /"id":null,"error":\{"code":-32600/],
  ['a list of messages', framed('[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]'), /"code":-32600/],
  ['parameters that are no object', message('textDocument/prepareRename', true), /"id":7,"error":\{"code":-32602/],
  ['a place without a line', message('textDocument/hover', { textDocument: { uri: 'x' }, position: {} }), /-32602/],
  ['an unknown set of characters', framed('{}', 'Content-Length: 2\r\nContent-Type: x; charset=nix\r\n\r\n'), /./],
  ['a message that never comes whole', framed('{}', 'Content-Length: 99999999999\r\n\r\n'), /^$/],
  ['nothing', '', /^$/],
])('%s', async (_, bytes, answer) => {
  const { code, answers, errors } = await told(bytes);
  expect(answers).toMatch(answer);
  expect(errors).toBe('');
  expect(code).toBe(1);
});

test('what was asked before the end of the input is answered', async () => {
  const { answers } = await told(message('initialize', { capabilities: {}, processId: null, rootUri: null }, 1));
  expect(answers).toContain('"serverInfo"');
});

describe('misfitOf', () => {
  const document = { uri: 'file:///x' };
  const position = { line: 0, character: 0 };
  test.each([
    ['textDocument/hover', { textDocument: document, position }],
    [
      'textDocument/codeAction',
      { textDocument: document, range: { start: position, end: position }, context: { diagnostics: [], more: 1 } },
    ],
    ['textDocument/didChange', { textDocument: { ...document, version: 1 }, contentChanges: [{ text: '' }] }],
    ['workspace/didChangeConfiguration', { settings: null }],
    ['textDocument/diagnostic', { textDocument: document, previousResultId: null }],
    ['$/setTrace', undefined],
    ['toString', undefined],
  ])('%s is right', (method, params) => expect(misfitOf(method, params)).toBeUndefined());

  test.each([
    [
      'textDocument/hover',
      { textDocument: document, position: { line: 0.5, character: 0 } },
      /^params\.position\.line of textDocument\/hover must be a whole number/,
    ],
    [
      'textDocument/didChange',
      { textDocument: { ...document, version: 1 }, contentChanges: 'x' },
      /contentChanges .* must be a list/,
    ],
    ['textDocument/anything', {}, /^params of textDocument\/anything lacks “textDocument”/],
    ['workspace/symbol', undefined, /^params of workspace\/symbol must be an object/],
  ])('%s is wrong', (method, params, says) => expect(misfitOf(method, params)).toMatch(says));
});
