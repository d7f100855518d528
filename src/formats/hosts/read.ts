/** pg_hosts.conf, 19 and later (be-secure-common.c, parse_hosts_line; observed on 19rc1). */

import type { Major } from '../../catalog/majors.js';
import { lineInFile } from '../../documents/places.js';
import { readAuthLines } from '../lines/auth-lines.js';
import { type DirectiveError, type ExpandedLine, isDirectiveError } from '../lines/expansion.js';
import { refusal } from '../lines/reading-error.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { HostEntry, HostsReading, PlacedToken, ReadingError } from '../types.js';

/**
 * Reads pg_hosts.conf with everything that it draws in. An empty file is fine. Whether the certificates and keys
 * can be loaded, the server alone knows.
 *
 * @param path the main file's absolute path
 * @param files opens the files
 * @param target the server's major
 * @returns the entries in the server's order; why the main file cannot be read, where it cannot
 */
export function readHosts(path: string, files: FileReader, target: Major): HostsReading | OpenError {
  const entries: HostEntry[] = [];
  const rows: (HostEntry | ReadingError)[] = [];
  const errors: ReadingError[] = [];
  const seen = new Map<string, HostEntry>();
  let broken = false;
  const take = (line: ExpandedLine | DirectiveError): void => {
    if (isDirectiveError(line)) {
      rows.push(line);
      errors.push(line);
      broken = true;
      return;
    }
    const entry = readEntry(line, seen);
    if (entry.error !== undefined) broken = true;
    entries.push(entry);
    rows.push(entry);
  };
  const read = readAuthLines(path, 'hosts', files, target, { push: take });
  if (isOpenError(read)) return read;
  errors.unshift(...read.remarks);
  return { main: read.main, files: read.files, entries, errors, rows, loads: !broken };
}

function readEntry(line: ExpandedLine, seen: Map<string, HostEntry>): HostEntry {
  const entry: HostEntry = {
    type: 'HostEntry',
    file: line.file,
    start: line.node.start,
    end: line.node.end,
    line: lineInFile(line.file, line.node),
    node: line.node,
    hostNames: [],
    certificate: undefined,
    key: undefined,
    ca: undefined,
    passphraseCommand: undefined,
    reload: undefined,
    error: line.error,
  };
  entry.error ??= readColumns(entry, line.fields) ?? checkRepeated(entry, seen);
  if (entry.error !== undefined) entry.error.line = line.node.serverLine ?? line.node.line;
  return entry;
}

function readColumns(entry: HostEntry, fields: readonly PlacedToken[][]): ReadingError | undefined {
  entry.hostNames = fields[0]!;
  const special = entry.hostNames.find(({ value }) => value === '*' || value === '/no_sni/');
  if (special !== undefined && entry.hostNames.length > 1) {
    const message = `${special.value} stands alone: write a separate line for it.`;
    return refusal(special, 'special-host-in-list', message);
  }
  return (
    readColumn(entry, fields, 1, 'certificate', 'certificate') ??
    readColumn(entry, fields, 2, 'key', 'key') ??
    readColumn(entry, fields, 3, 'ca', 'CA') ??
    readColumn(entry, fields, 4, 'passphraseCommand', 'passphrase command') ??
    readReload(entry, fields)
  );
}

function readColumn(
  entry: HostEntry,
  fields: readonly PlacedToken[][],
  index: number,
  property: 'certificate' | 'key' | 'ca' | 'passphraseCommand',
  name: string,
): ReadingError | undefined {
  const field = fields[index];
  if (field === undefined) {
    if (index > 2) return undefined;
    const message = `The entry ends before its ${name}. The columns are host names, certificate and key, at least.`;
    return refusal(entry, 'missing-column', message);
  }
  if (field.length > 1) return refusal(field[1]!, 'several-values', `An entry has one ${name}.`);
  entry[property] = field[0]!;
  return undefined;
}

function readReload(entry: HostEntry, fields: readonly PlacedToken[][]): ReadingError | undefined {
  const field = fields[5];
  if (field === undefined) return undefined;
  if (fields[6] !== undefined) {
    return refusal(fields[6][0]!, 'extra-column', 'An entry has six columns at most; this is the seventh.');
  }
  if (field.length > 1 || !isBoolean(field[0]!.value)) {
    const message = 'Whether the passphrase command may run on a reload is a Boolean: write on or off.';
    return refusal(field[0]!, 'invalid-boolean', message);
  }
  entry.reload = field[0]!;
  return undefined;
}

/** parse_bool: prefixes of true, false, yes and no; on, off and `of`; 1 and 0; in any letter case. */
function isBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === '' || lower === 'o') return false;
  return ['true', 'false', 'yes', 'no', 'on', 'off', '1', '0'].some((word) => word.startsWith(lower));
}

/** Each name, the default and the entry for clients without a name may come once. */
function checkRepeated(entry: HostEntry, seen: Map<string, HostEntry>): ReadingError | undefined {
  for (const token of entry.hostNames) {
    // The two special names are compared letter by letter: /NO_SNI/ is a host name.
    const isSpecial = token.value === '*' || token.value === '/no_sni/';
    const key = isSpecial ? token.value : `host ${token.value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}`;
    const first = seen.get(key);
    if (first !== undefined) {
      return refusal(token, 'repeated-host', `${token.value} has an entry already, in line ${first.line}. Remove one.`);
    }
    seen.set(key, entry);
  }
  return undefined;
}
