/**
 * The rows of pg_hba_file_rules and pg_ident_file_mappings as a server of the target shows them
 * (src/backend/utils/adt/hbafuncs.c; before 15, hba.c). pg_hosts.conf has no view; its rows follow the same pattern.
 */

import { formatAddress } from '../../addresses/numeric-address.js';
import type { Major } from '../../catalog/majors.js';
import { folderOf, relativePath } from '../../files/paths.js';
import type { AuthLine } from '../../syntax/nodes.js';
import type {
  AuthFile,
  HbaReading,
  HbaRecord,
  HostEntry,
  HostsReading,
  IdentMapping,
  IdentReading,
  NamePattern,
  PlacedToken,
  ReadingError,
} from '../types.js';
import { viewOptions } from './view-options.js';

/** A row of pg_hba_file_rules. Majors before 16 have no rule_number and file_name; here they are always filled. */
export interface HbaRow {
  rule_number: number | null;
  file_name: string;
  line_number: number;
  type: string | null;
  database: string[] | null;
  user_name: string[] | null;
  address: string | null;
  netmask: string | null;
  auth_method: string | null;
  options: string[] | null;
  error: string | null;
}

/** A row of pg_ident_file_mappings, which 15 and later have; here every major has it. */
export interface IdentRow {
  map_number: number | null;
  file_name: string;
  line_number: number;
  map_name: string | null;
  sys_name: string | null;
  pg_username: string | null;
  error: string | null;
}

/** An entry of pg_hosts.conf. */
export interface HostsRow {
  file_name: string;
  line_number: number;
  host_names: string[] | null;
  certificate: string | null;
  key: string | null;
  ca: string | null;
  passphrase_command: string | null;
  passphrase_command_reload: string | null;
  error: string | null;
}

/**
 * The rows of pg_hba_file_rules.
 *
 * @param folder file names are given relative to it; the main file's folder where it is left out
 */
export function hbaRows(reading: HbaReading, target: Major, folder = folderOf(reading.main.path)): HbaRow[] {
  return (reading.rows ?? reading.records).map((row) => {
    if (!('type' in row)) return { ...emptyHbaRow, ...place(row, folder), error: row.message };
    const at = place(row, folder);
    const number = { ...at, rule_number: row.ruleNumber ?? null };
    if (row.error?.severity === 'error') return { ...emptyHbaRow, ...number, error: row.error.message };
    if (row.method === undefined) return { ...emptyHbaRow, ...number, error: null };
    return hbaRow(row, number, target);
  });
}

const emptyHbaRow = {
  rule_number: null,
  file_name: '',
  line_number: 0,
  type: null,
  database: null,
  user_name: null,
  address: null,
  netmask: null,
  auth_method: null,
  options: null,
  error: null,
};

function hbaRow(
  record: HbaRecord,
  at: Pick<HbaRow, 'rule_number' | 'file_name' | 'line_number'>,
  target: Major,
): HbaRow {
  return {
    rule_number: at.rule_number,
    file_name: at.file_name,
    line_number: at.line_number,
    type: record.connectionType!,
    database: record.databases.map(textOf),
    user_name: record.users.map(textOf),
    ...addressColumns(record),
    auth_method: record.method!,
    options: viewOptions(record, target),
    error: record.error?.shownByServer ? record.error.message : null,
  };
}

function addressColumns({ address }: HbaRecord): Pick<HbaRow, 'address' | 'netmask'> {
  if (address === undefined) return { address: null, netmask: null };
  if (address.kind === 'host' || address.kind === 'suffix') return { address: address.name, netmask: null };
  if (address.kind !== 'network') return { address: address.kind, netmask: null };
  return {
    address: formatAddress(address.address, address.family),
    netmask: formatAddress(address.mask, address.family),
  };
}

/** The view gives names, keywords and regular expressions without quotes, as one text. */
function textOf(pattern: NamePattern): string {
  return pattern.token.value;
}

/** The rows of pg_ident_file_mappings. */
export function identRows(reading: IdentReading, folder = folderOf(reading.main.path)): IdentRow[] {
  return (reading.rows ?? reading.mappings).map((row: IdentMapping | ReadingError): IdentRow => {
    const at = place(row, folder);
    const error = 'type' in row ? row.error : row;
    if (error !== undefined || !('type' in row)) {
      return { map_number: null, ...at, map_name: null, sys_name: null, pg_username: null, error: error!.message };
    }
    return {
      map_number: row.mapNumber!,
      ...at,
      map_name: row.mapName!.value,
      sys_name: row.systemUser!.token.value,
      pg_username: row.databaseUser!.token.value,
      error: null,
    };
  });
}

/** The entries of pg_hosts.conf; no server shows them. */
export function hostsRows(reading: HostsReading, folder = folderOf(reading.main.path)): HostsRow[] {
  return (reading.rows ?? reading.entries).map((row: HostEntry | ReadingError): HostsRow => {
    const at = place(row, folder);
    const error = 'type' in row ? row.error : row;
    const entry = error === undefined && 'type' in row ? row : undefined;
    return {
      ...at,
      host_names: entry?.hostNames.map(({ value }) => value) ?? null,
      certificate: wordOf(entry?.certificate),
      key: wordOf(entry?.key),
      ca: wordOf(entry?.ca),
      passphrase_command: wordOf(entry?.passphraseCommand),
      passphrase_command_reload: wordOf(entry?.reload),
      error: error?.message ?? null,
    };
  });
}

function wordOf(token: PlacedToken | undefined): string | null {
  return token === undefined ? null : token.value;
}

function place(row: Located, folder: string): { file_name: string; line_number: number } {
  const line_number = row.node?.serverLine ?? row.line!;
  return { file_name: relativePath(row.file.path, folder), line_number };
}

/** A record, mapping or host entry, or an error, which has no line of its own. */
interface Located {
  file: Pick<AuthFile, 'path'>;
  line?: number;
  node?: AuthLine;
}
