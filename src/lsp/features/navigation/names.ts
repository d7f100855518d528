import { keywords } from '../../../catalog/authentication.js';
import type { Cluster, PlacedToken, RecordOption, SourceFile } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import { touches } from '../hover/explanation.js';

/** A name that several places of a cluster share. */
export interface SharedName {
  kind: 'map' | 'database' | 'role';
  name: string;
}

/** One place where a name stands, its quotes left out. */
export interface Occurrence extends Span {
  file: SourceFile;
  /** Whether it brings the name into being: a mapping, for a map. */
  defines: boolean;
}

/** Every place of a cluster where a name stands, in the order in which the files are read. */
export function occurrencesOf({ kind, name }: SharedName, cluster: Cluster): Occurrence[] {
  return allNames(cluster)
    .filter((one) => one.kind === kind && one.name === name)
    .map(({ occurrence }) => occurrence);
}

/** The name at an offset of a document. */
export function nameAt(cluster: Cluster, id: string, offset: number): (SharedName & Occurrence) | undefined {
  const found = allNames(cluster).find(({ occurrence }) => occurrence.file.id === id && touches(occurrence, offset));
  return found === undefined ? undefined : { kind: found.kind, name: found.name, ...found.occurrence };
}

/** Whether a name can be written bare in every column without turning into something else. */
export function isPlainName(name: string): boolean {
  return /^[^\s,#"\\=+@/][^\s,#"\\=]*$/.test(name) && !keywords.some((keyword) => keyword.name === name);
}

interface Found extends SharedName {
  occurrence: Occurrence;
}

function allNames({ hba, ident }: Cluster): Found[] {
  const found: Found[] = [];
  for (const { databases, users, options } of hba?.records ?? []) {
    for (const pattern of databases) {
      if (pattern.kind === 'name') found.push(named('database', pattern.value, pattern.token));
    }
    for (const pattern of users) {
      if (pattern.kind === 'name' || pattern.kind === 'members')
        found.push(named('role', pattern.value, pattern.token));
    }
    for (const option of options) if (option.name === 'map') found.push(mapOption(option));
  }
  for (const { mapName, databaseUser } of ident?.mappings ?? []) {
    if (mapName !== undefined) found.push(named('map', mapName.value, mapName, true));
    if (databaseUser?.kind === 'name' && !databaseUser.value.includes('\\1')) {
      found.push(named('role', databaseUser.value, databaseUser.token));
    }
  }
  return found;
}

function named(kind: SharedName['kind'], name: string, token: PlacedToken, defines = false): Found {
  const inside = withoutQuotes(token);
  // `+role` stands for the role behind the plus.
  const plus = inside.end - inside.start === name.length + 1 && token.value.startsWith('+') ? 1 : 0;
  const start = inside.start + plus;
  return { kind, name, occurrence: { file: token.file, start, end: inside.end, defines } };
}

function mapOption({ value, token }: RecordOption): Found {
  const inside = withoutQuotes(token);
  const text = token.file.text.slice(inside.start, inside.end);
  const start = inside.start + text.indexOf('=') + 1;
  const quoted = text.slice(text.indexOf('=') + 1);
  const isQuoted = /^".*"$/s.test(quoted);
  const span = isQuoted ? { start: start + 1, end: inside.end - 1 } : { start, end: inside.end };
  return { kind: 'map', name: value, occurrence: { file: token.file, ...span, defines: false } };
}

function withoutQuotes({ file, start, end }: PlacedToken): Span {
  const text = file.text.slice(start, end);
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}
