/** What the messages that we answer must look like (Language Server Protocol 3.18), as far as we read them. */
import { findMisfit, keysText } from '../../linter/configuration/check.js';
import type { JsonSchema } from '../../linter/json-schema.js';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'integer' };
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
type Keys = Readonly<Record<string, JsonSchema>>;
/** Some clients send null for what they leave out. */
const orNull = (shapes: Keys): Keys =>
  Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, { anyOf: [shape, { enum: [null] }] }]));
/** An object with these keys; further ones are none of our business. */
const object = (keys: Keys, optional: Keys = {}): JsonSchema => ({
  type: 'object',
  properties: { ...keys, ...orNull(optional) },
  required: Object.keys(keys),
  additionalProperties: true,
});

const position = object({ line: number, character: number });
const range = object({ start: position, end: position });
const buffer = object({ uri: text });
const file = list(object({ uri: text }));
const inBuffer = object({ textDocument: buffer });
const atPlace = object({ textDocument: buffer, position });
const ofRange = object({ textDocument: buffer, range });
const change = object({ text }, { range });

const shapes: Readonly<Record<string, JsonSchema>> = {
  initialize: object({ capabilities: { type: 'object' } }),
  'textDocument/didOpen': object({ textDocument: object({ uri: text, languageId: text, text }, { version: number }) }),
  'textDocument/didChange': object({
    textDocument: object({ uri: text }, { version: number }),
    contentChanges: list(change),
  }),
  'textDocument/hover': atPlace,
  'textDocument/completion': atPlace,
  'textDocument/definition': atPlace,
  'textDocument/documentHighlight': atPlace,
  'textDocument/prepareRename': atPlace,
  'textDocument/rename': object({ textDocument: buffer, position, newName: text }),
  'textDocument/references': object({
    textDocument: buffer,
    position,
    context: object({ includeDeclaration: { type: 'boolean' } }),
  }),
  'textDocument/codeAction': object({
    textDocument: buffer,
    range,
    context: object({ diagnostics: list(object({ range })) }, { only: list(text) }),
  }),
  'textDocument/inlayHint': ofRange,
  'textDocument/semanticTokens/range': ofRange,
  'textDocument/rangeFormatting': ofRange,
  'textDocument/diagnostic': object({ textDocument: buffer }, { previousResultId: text }),
  'completionItem/resolve': object({ label: text }),
  'workspace/diagnostic': object({ previousResultIds: list(object({ uri: text, value: text })) }),
  'workspace/symbol': object({ query: text }),
  'workspace/executeCommand': object({ command: text }, { arguments: { type: 'array' } }),
  'workspace/didChangeConfiguration': object({}),
  'workspace/didChangeWatchedFiles': object({ changes: file }),
  'workspace/didChangeWorkspaceFolders': object({ event: object({ added: file, removed: file }) }),
};

/**
 * What is wrong with the parameters of a message, as a sentence; undefined where nothing is, and for methods that we do
 * not know.
 */
export function misfitOf(method: string, params: unknown): string | undefined {
  const shape = Object.hasOwn(shapes, method)
    ? shapes[method]
    : method.startsWith('textDocument/')
      ? inBuffer
      : undefined;
  const misfit = shape && findMisfit(params, shape);
  return misfit && `${['params', keysText(misfit.keys)].filter(Boolean).join('.')} of ${method} ${misfit.says}`;
}
