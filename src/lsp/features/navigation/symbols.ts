import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import type { HbaRecord } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import type { Client } from '../../protocol/client.js';
import type { FileView } from '../../workspace/workspace.js';
import { type Section, sectionsOf } from './sections.js';

/** Something of an outline, before it is put into the client's form. */
interface Symbol extends Span {
  name: string;
  detail: string | undefined;
  kind: SymbolKind;
  selection: Span;
  children: Symbol[];
}

/** The outline of a buffer: settings and records below the headings of its comments, mappings below their maps. */
export function symbols(view: FileView, client: Client): DocumentSymbol[] | SymbolInformation[] {
  const found = view.file.kind === 'ident' ? mapSymbols(view) : underSections(itemsOf(view), view);
  if (client.hierarchicalSymbols) return found.map((symbol) => asTree(symbol, view));
  return found.flatMap((symbol) => asList(symbol, undefined, view));
}

/** Settings, records and host entries in the order of the text. */
export function itemsOf({ file, cluster }: FileView): Symbol[] {
  const make = (span: Span, selection: Span, name: string, detail: string | undefined, kind: SymbolKind): Symbol => ({
    start: span.start,
    end: span.end,
    selection,
    name,
    detail,
    kind,
    children: [],
  });
  if (file.tree.kind === 'conf') {
    return file.tree.lines.flatMap((line) => {
      if (line.type === 'ConfSyntaxError') return [];
      const kind = line.type === 'ConfInclude' ? SymbolKind.File : SymbolKind.Property;
      return [make(line, line.name, line.name.value, line.value.value, kind)];
    });
  }
  const includes = file.tree.lines.flatMap((line) =>
    line.type === 'AuthInclude'
      ? [make(line, line.path, `${line.directive} ${line.path.value}`, undefined, SymbolKind.File)]
      : [],
  );
  const own = <T extends Span & { file: { id: string } }>(list: readonly T[] | undefined) =>
    (list ?? []).filter((one) => one.file.id === file.id);
  const records = own(cluster.hba?.records).map((record) =>
    make(record, record, recordName(record), record.method, SymbolKind.Event),
  );
  const entries = own(cluster.hosts?.entries).map((entry) =>
    make(
      entry,
      entry,
      entry.hostNames.map(({ value }) => value).join(','),
      entry.certificate?.value,
      SymbolKind.Object,
    ),
  );
  return [...includes, ...records, ...entries].sort((a, b) => a.start - b.start);
}

/** `hostssl app,shop +staff 10.0.0.0/8`: the record without its method. */
export function recordName({ node, methodToken }: HbaRecord): string {
  const fields = node.fields.filter((field) => methodToken === undefined || field.start < methodToken.start);
  const words = fields.map(({ tokens }) => tokens.map(({ value }) => value).join(','));
  return words.join(' ') || 'record';
}

function mapSymbols({ file, cluster }: FileView): Symbol[] {
  const maps = new Map<string, Symbol>();
  for (const mapping of cluster.ident?.mappings ?? []) {
    const { mapName, systemUser, databaseUser } = mapping;
    if (mapName === undefined || mapping.file.id !== file.id) continue;
    const { start, end } = mapping;
    const map = maps.get(mapName.value) ?? {
      name: mapName.value,
      detail: undefined,
      kind: SymbolKind.Namespace,
      selection: { start: mapName.start, end: mapName.end },
      start,
      end,
      children: [],
    };
    maps.set(mapName.value, map);
    map.end = end;
    const name = systemUser?.token.value || 'mapping';
    const detail = databaseUser?.token.value;
    map.children.push({ name, detail, kind: SymbolKind.Field, selection: { start, end }, start, end, children: [] });
  }
  return [...maps.values()];
}

/** Puts what stands under a heading below it. */
function underSections(items: readonly Symbol[], { file }: FileView): Symbol[] {
  const sections = sectionsOf(file.text).map(asSymbol);
  const top: Symbol[] = [...sections];
  for (const item of items) {
    const section = sections.find((one) => one.start <= item.start && item.end <= one.end);
    const part = section?.children.find(
      (one) => one.kind === SymbolKind.Namespace && one.start <= item.start && item.end <= one.end,
    );
    (part?.children ?? section?.children ?? top).push(item);
  }
  return top.sort((a, b) => a.start - b.start);
}

function asSymbol({ title, start, end, heading, sections }: Section): Symbol {
  const children = sections.map(asSymbol);
  return { name: title, detail: undefined, kind: SymbolKind.Namespace, selection: heading, start, end, children };
}

function asTree(symbol: Symbol, view: FileView): DocumentSymbol {
  const { lines } = view.document;
  const tree: DocumentSymbol = {
    name: symbol.name,
    kind: symbol.kind,
    range: lines.rangeOf(symbol),
    selectionRange: lines.rangeOf(symbol.selection),
    children: symbol.children.map((child) => asTree(child, view)),
  };
  if (symbol.detail !== undefined) tree.detail = symbol.detail;
  return tree;
}

function asList(symbol: Symbol, container: string | undefined, view: FileView): SymbolInformation[] {
  const { document } = view;
  const location = { uri: document.uri, range: document.lines.rangeOf(symbol) };
  const information: SymbolInformation = { name: symbol.name, kind: symbol.kind, location };
  if (container !== undefined) information.containerName = container;
  return [information, ...symbol.children.flatMap((child) => asList(child, symbol.name, view))];
}
