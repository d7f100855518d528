import type { CompletionItem, Hover, Position } from 'vscode-languageserver/node';
import { baseNameOf } from '../../files/paths.js';
import { configNames } from '../../linter/configuration/config-file.js';
import { combinePresets, nothing, presetNames } from '../../linter/configuration/presets.js';
import { configSchema } from '../../linter/configuration/schema.js';
import type { Rule } from '../../linter/rule.js';
import { itemOf } from '../features/completion/completion.js';
import { code, plain } from '../features/hover/explanation.js';
import { ruleText } from '../features/hover/suppression.js';
import type { Client } from '../protocol/client.js';
import type { OpenDocument } from '../workspace/documents.js';
import type { Workspace } from '../workspace/workspace.js';
import type { ConfigReader } from './place.js';
import { describe, type Keys } from './schema-at.js';
import { suggest } from './suggest.js';

interface At {
  textDocument: { uri: string };
  position: Position;
}

/** One of our configuration files that holds JSON or YAML. */
interface ConfigBuffer {
  document: OpenDocument;
  reader: ConfigReader;
  isYaml: boolean;
  /** The keys in front of ours: a package.json has much else. */
  inside: Keys;
}

/** Keys, rules, presets and values where one of our configuration files is written; undefined in any other buffer. */
export async function completionInConfiguration(
  { textDocument, position }: At,
  workspace: Workspace,
  client: Client,
): Promise<CompletionItem[] | undefined> {
  const buffer = await bufferOf(textDocument.uri, workspace);
  if (buffer === undefined) return undefined;
  const { document, reader, isYaml, inside } = buffer;
  const { lines } = document;
  const offset = lines.offsetAt(position);
  const place = reader.placeAt(lines.text, offset);
  const keys = place === undefined ? undefined : ownKeys(place.keys, inside);
  if (place === undefined || keys === undefined) return [];
  const indent = /^[ -]*/.exec(lines.text.slice(lines.startOf(position.line), offset))![0].replaceAll('-', ' ');
  const writing = { write: reader.write, isYaml, indent };
  const schema = configSchema(workspace.configuration.rules);
  return suggest(schema, { ...place, keys }, writing).map((one) => itemOf(one, lines, offset, client));
}

/** What a key, a rule or a preset of one of our configuration files means. */
export async function hoverInConfiguration(
  { textDocument, position }: At,
  workspace: Workspace,
  client: Client,
): Promise<Hover | undefined> {
  const buffer = await bufferOf(textDocument.uri, workspace);
  if (buffer === undefined) return undefined;
  const { lines } = buffer.document;
  const word = buffer.reader.wordAt(lines.text, lines.offsetAt(position));
  const keys = word === undefined ? undefined : ownKeys(word.keys, buffer.inside);
  const text = keys === undefined ? undefined : textOf(keys, word!.isKey, word!.value, workspace.configuration.rules);
  if (text === undefined) return undefined;
  const range = lines.rangeOf(word!);
  return client.markdownHover
    ? { contents: { kind: 'markdown', value: text }, range }
    : { contents: { kind: 'plaintext', value: plain(text) }, range };
}

function textOf(keys: Keys, isKey: boolean, value: unknown, rules: readonly Rule[]): string | undefined {
  const rule = keys.at(-2) === 'rules' ? rules.find(({ id }) => id === keys.at(-1)) : undefined;
  if (rule !== undefined && isKey) return ruleText(rule);
  if (!isKey && keys.includes('extends')) {
    if (value === nothing) return `**${nothing}** starts again: what stands before it is switched off.`;
    if (presetNames(rules).includes(String(value))) return presetText(String(value), rules);
  }
  const description = describe(configSchema(rules), keys);
  return description === undefined ? undefined : `${code(String(keys.at(-1)))}: ${description}`;
}

function presetText(preset: string, rules: readonly Rule[]): string {
  return `The preset **${preset}** switches on ${combinePresets([preset], rules).size} of ${rules.length} rules.`;
}

async function bufferOf(uri: string, workspace: Workspace): Promise<ConfigBuffer | undefined> {
  const document = workspace.documents.get(uri);
  const name = baseNameOf(document?.path ?? '');
  const isManifest = name === 'package.json';
  if (document === undefined || !(isManifest || configNames.includes(name)) || /\.[mj]?[jt]s$/.test(name)) {
    return undefined;
  }
  const isYaml = /\.ya?ml$/.test(name);
  const { reader } = isYaml ? await import('./yaml-reader.js') : await import('./json-reader.js');
  return { document, reader, isYaml, inside: isManifest ? ['pgconflint'] : [] };
}

/** The keys below our part of the file; undefined outside of it. */
function ownKeys(keys: Keys, inside: Keys): Keys | undefined {
  return inside.every((key, index) => keys[index] === key) ? keys.slice(inside.length) : undefined;
}
