import type { SemanticTokens } from 'vscode-languageserver/node';
import type { Cluster, HbaRecord, SourceFile } from '../../../cluster/types.js';
import type { ConfTree, Span } from '../../../syntax/nodes.js';
import { tokenTypes } from '../../protocol/announced.js';
import type { FileView } from '../../workspace/workspace.js';

type TokenType = (typeof tokenTypes)[number];

interface Token extends Span {
  type: TokenType;
  modifiers?: number;
}

/** The meaning of each word of a buffer, or of a part of it, for colours. */
export function semanticTokens({ file, cluster, document }: FileView, within?: Span): SemanticTokens {
  const tokens = file.tree.comments.map((comment): Token => ({ ...comment, type: 'comment' }));
  if (file.tree.kind === 'conf') tokens.push(...confTokens(file.tree, file, cluster));
  else tokens.push(...recordTokens(file, cluster));
  tokens.sort((a, b) => a.start - b.start);
  const { lines } = document;
  const data: number[] = [];
  let [lastLine, lastColumn] = [0, 0];
  let end = 0;
  for (const token of tokens) {
    if (within !== undefined && (token.end < within.start || token.start > within.end)) continue;
    const { line, character } = lines.positionAt(token.start);
    // A token over several lines has no form in the protocol that every client takes.
    if (token.start < end || token.end <= token.start || lines.lineAt(token.end) !== line) continue;
    const length = lines.columnsOf(token);
    data.push(line - lastLine, line === lastLine ? character - lastColumn : character, length);
    data.push(tokenTypes.indexOf(token.type), token.modifiers ?? 0);
    [lastLine, lastColumn, end] = [line, character, token.end];
  }
  return { data };
}

function confTokens(tree: ConfTree, file: SourceFile, cluster: Cluster): Token[] {
  const tokens: Token[] = [];
  const known = new Map(
    cluster.configuration.entries.filter((entry) => entry.file.id === file.id).map((entry) => [entry.node, entry]),
  );
  for (const line of tree.lines) {
    if (line.type === 'ConfSyntaxError') continue;
    const { name, value } = line;
    const isInclude = line.type === 'ConfInclude';
    const entry = line.type === 'Setting' ? known.get(line) : undefined;
    tokens.push({ start: name.start, end: name.end, type: isInclude ? 'macro' : 'property' });
    const type = entry?.parameter?.type;
    const isNumber = value.class === 'INTEGER' || value.class === 'REAL';
    const word: TokenType = isNumber ? 'number' : type === 'enum' || type === 'bool' ? 'enumMember' : 'string';
    tokens.push({ start: value.start, end: value.end, type: word });
  }
  return tokens;
}

function recordTokens(file: SourceFile, cluster: Cluster): Token[] {
  const tokens: Token[] = [];
  const add = (place: (Span & { file: { id: string } }) | undefined, type: TokenType, modifiers = 0) => {
    if (place?.file.id === file.id) tokens.push({ start: place.start, end: place.end, type, modifiers });
  };
  for (const line of file.tree.lines) {
    if (line.type !== 'AuthInclude') continue;
    const [directive] = line.fields;
    tokens.push({ start: directive!.start, end: directive!.end, type: 'macro' });
    tokens.push({ start: line.path.start, end: line.path.end, type: 'string' });
  }
  for (const record of cluster.hba?.records ?? []) if (record.file.id === file.id) addRecord(record, add);
  for (const { mapName, systemUser, databaseUser } of cluster.ident?.mappings ?? []) {
    add(mapName, 'namespace', 1);
    add(systemUser?.token, systemUser?.kind === 'regex' ? 'regexp' : 'string');
    add(databaseUser?.token, wordType(databaseUser?.kind));
  }
  for (const { hostNames, certificate, key, ca } of cluster.hosts?.entries ?? []) {
    for (const name of hostNames) add(name, 'variable');
    for (const path of [certificate, key, ca]) add(path, 'string');
  }
  return tokens;
}

function addRecord(
  record: HbaRecord,
  add: (place: (Span & { file: { id: string } }) | undefined, type: TokenType) => void,
): void {
  add(record.connectionTypeToken, 'type');
  for (const { kind, token } of [...record.databases, ...record.users]) {
    if (token.via === undefined) add(token, wordType(kind));
  }
  const { address } = record;
  if (address !== undefined) {
    const isWord = address.kind === 'all' || address.kind === 'samehost' || address.kind === 'samenet';
    add(address.token, isWord ? 'keyword' : address.kind === 'network' ? 'number' : 'string');
    if (address.kind === 'network') add(address.maskToken, 'number');
  }
  add(record.methodToken, 'function');
  for (const option of record.options) add(option.token, 'parameter');
}

function wordType(kind: string | undefined): TokenType {
  if (kind === 'name' || kind === 'members') return 'variable';
  if (kind === 'regex') return 'regexp';
  return kind === 'unknown' ? 'macro' : 'keyword';
}
