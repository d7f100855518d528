/** Messages for the language server: right ones, wrong ones, and bytes between them. */
import type { Random } from '../servers/generators/random.js';
import { damage } from './bytes.js';

/** Bytes to send, and whether the stream is still in step after them: the next header begins where one is expected. */
export interface Frame {
  bytes: Uint8Array;
  inStep: boolean;
}

const uris = [
  'file:///x/pg_hba.conf',
  'file:///x/postgresql.conf',
  'untitled:pg_ident.conf',
  'file:///x/d/values.yaml',
];
const strangeUris = [
  '',
  'x',
  'file://',
  'file:///%',
  'file:///%ff',
  'http://x/pg_hba.conf',
  '\0',
  'file:///../../etc/passwd',
];
const texts = [
  'local all all peer\nhost all /(a+)+\\1 10.0.0.0/8 md5 # x\n',
  "work_mem = 4mb\nshared_preload_libraries = 'a, b'\ninclude 'x'\n",
  'm /^(.*)@x$ \\1\n',
  'postgresql:\n  parameters:\n    work_mem: 4MB\n',
  '',
  '\ufeff\r\n\0\u202e"',
];
const requests = [
  'hover',
  'completion',
  'codeAction',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
  'semanticTokens/full/delta',
  'formatting',
  'rangeFormatting',
  'codeLens',
  'diagnostic',
  'selectionRange',
].map((name) => `textDocument/${name}`);
const others = [
  'workspace/symbol',
  'workspace/diagnostic',
  'workspace/executeCommand',
  'completionItem/resolve',
  'codeAction/resolve',
  'codeLens/resolve',
  'nothing/such',
  '__proto__',
  '',
];
const strange = [null, true, -1, 1e20, 1.5, '', 'x', [], {}, [null], '__proto__', { uri: 5 }, 'a'.repeat(5_000)];

const uri = (random: Random) => (random.chance(0.9) ? random.pick(uris) : random.pick(strangeUris));
const number = (random: Random) => random.pick([0, 0, 1, 2, 5, 40, 1_000_000, -1, 2 ** 31, 2 ** 53, 0.5]);
const position = (random: Random) => ({ line: number(random), character: number(random) });
const range = (random: Random) => ({ start: position(random), end: position(random) });

function notification(random: Random): object {
  const textDocument = { uri: uri(random), languageId: 'plaintext', version: number(random), text: random.pick(texts) };
  const change = random.choose<object>(
    [3, () => ({ range: range(random), text: random.pick(texts) })],
    [1, () => ({ text: random.pick(texts) })],
    [1, () => ({ range: range(random), rangeLength: number(random), text: '"' })],
  );
  const messages: [string, unknown][] = [
    ['textDocument/didOpen', { textDocument }],
    ['textDocument/didChange', { textDocument, contentChanges: [change, change] }],
    ['textDocument/didChange', { textDocument, contentChanges: [change] }],
    ['textDocument/didClose', { textDocument }],
    ['textDocument/didSave', { textDocument }],
    ['workspace/didChangeConfiguration', { settings: { pgconflint: random.pick(strange) } }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: uri(random), type: number(random) }] }],
    // Strange folders are the whole disk, which takes its time.
    ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: random.pick(uris), name: 'x' }], removed: [] } }],
    ['$/cancelRequest', { id: number(random) }],
    ['$/setTrace', { value: random.pick(['off', 'verbose', 5]) }],
    ['initialized', {}],
  ];
  const [method, params] = random.pick(messages);
  return { method, params };
}

function request(random: Random, id: number): object {
  const params = {
    textDocument: { uri: uri(random) },
    position: position(random),
    range: range(random),
    positions: [position(random)],
    context: { diagnostics: [], includeDeclaration: true, only: random.pick([undefined, ['source'], ['quickfix']]) },
    options: { tabSize: number(random), insertSpaces: true },
    newName: random.pick(['other', '', '"', 'no map']),
    command: random.pick(['x', 'pgconflint.fix']),
    query: '',
    previousResultIds: [],
    previousResultId: 'x',
  };
  return { id, method: random.pick(random.chance(0.9) ? requests : others), params };
}

/** The message with one part taken out or exchanged. */
function broken(random: Random, message: object): object {
  const copy = structuredClone(message);
  let at = copy as Record<string, unknown>;
  for (;;) {
    const key = random.pick(Object.keys(at));
    const inner = at[key];
    if (inner !== null && typeof inner === 'object' && Object.keys(inner).length > 0 && random.chance(0.75)) {
      at = inner as Record<string, unknown>;
      continue;
    }
    if (random.chance(0.3)) delete at[key];
    else at[key] = random.pick(strange);
    return copy;
  }
}

/** The bytes of one message with its header. */
export function framed(body: Uint8Array | string, header?: string): Uint8Array {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(header ?? `Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/**
 * One message.
 *
 * @param id what its request is called
 */
export function frame(random: Random, id: number): Frame {
  const message = { jsonrpc: '2.0', ...random.choose([2, () => notification(random)], [3, () => request(random, id)]) };
  const text = JSON.stringify(message);
  const sound = (bytes: Uint8Array): Frame => ({ bytes, inStep: true });
  return random.choose<Frame>(
    [12, () => sound(framed(text))],
    [8, () => sound(framed(JSON.stringify(broken(random, message))))],
    [3, () => sound(framed(damage(random, Buffer.from(text), Buffer.from(text), 3)))],
    [1, () => sound(framed(random.pick(['[]', '1', 'null', '"x"', '{}', '', `[${text}]`, '{"jsonrpc":"2.0"}'])))],
    [1, () => sound(framed(text, `content-length: ${Buffer.byteLength(text)}\r\nX-Other: y\r\n\r\n`))],
    [
      0.3,
      () => ({
        bytes: random.choose(
          [2, () => framed(text, `Content-Length: ${random.pick(['-1', 'x', '', '1e9', '99999999999', '3'])}\r\n\r\n`)],
          [1, () => framed(text, random.pick(['\r\n\r\n', 'Content-Length 5\r\n\r\n', '\n\n', '']))],
          [
            1,
            () => framed(text, `Content-Length: ${Buffer.byteLength(text)}\r\nContent-Type: x; charset=koi8\r\n\r\n`),
          ],
          [1, () => damage(random, framed(text), Buffer.from(text))],
        ),
        inStep: false,
      }),
    ],
  );
}
