import { type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import type { SourceFile } from '../../../cluster/types.js';
import { baseNameOf } from '../../../files/paths.js';
import type { Span } from '../../../syntax/nodes.js';
import type { Workspace } from '../../workspace/workspace.js';
import { locationIn } from '../locations.js';
import { recordName } from './symbols.js';

/** More than this nobody reads. */
const mostSymbols = 500;

/** Settings, records and maps of every cluster whose name has the letters of the query in their order. */
export function workspaceSymbols(query: string, workspace: Workspace): SymbolInformation[] {
  const found = new Map<string, SymbolInformation>();
  const add = (name: string, kind: SymbolKind, file: SourceFile, span: Span) => {
    const key = `${file.id}:${span.start}`;
    if (found.size >= mostSymbols || found.has(key) || !matches(name, query)) return;
    const location = locationIn(file, { start: span.start, end: span.end }, workspace);
    found.set(key, { name, kind, location, containerName: baseNameOf(file.path) });
  };
  for (const { configuration, hba, ident } of workspace.clusters()) {
    for (const entry of configuration.entries) add(entry.name, SymbolKind.Property, entry.file, entry);
    for (const record of hba?.records ?? []) add(recordName(record), SymbolKind.Event, record.file, record);
    for (const { mapName } of ident?.mappings ?? []) {
      if (mapName !== undefined) add(mapName.value, SymbolKind.Namespace, mapName.file, mapName);
    }
  }
  return [...found.values()];
}

function matches(name: string, query: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  for (const character of query.toLowerCase()) {
    at = lower.indexOf(character, at);
    if (at === -1) return false;
    at++;
  }
  return true;
}
