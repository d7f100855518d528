/** One record of pg_hba.conf, checked in the server's order: the first error ends it (hba.c, parse_hba_line). */

import { findRecordType } from '../../catalog/authentication.js';
import { lastMajor, type Major } from '../../catalog/majors.js';
import { lineInFile } from '../../documents/places.js';
import type { ExpandedLine } from '../lines/expansion.js';
import { checkPatterns, databasePattern, userPattern } from '../lines/name-patterns.js';
import { refusal, remark } from '../lines/reading-error.js';
import type { Configuration, HbaRecord, ImpliedOption, PlacedToken, ReadingError } from '../types.js';
import { readAddress } from './address.js';
import { readMethod } from './method.js';
import { readOptions } from './options.js';
import { type HbaContext, missing, type RecordReading } from './record-reading.js';

/** Shared by all records that have nothing in some place; nobody adds to it. */
const nothing: never[] = [];
const verifyFull: readonly ImpliedOption[] = [{ name: 'clientcert', value: 'verify-full' }];
const clientCertificate: readonly ImpliedOption[] = [{ name: 'clientcert', value: '1' }];

/**
 * Reads one record.
 *
 * @param line its columns
 * @param context the target and the settings that records depend on
 */
export function readHbaRecord(line: ExpandedLine, context: HbaContext): HbaRecord {
  const record: HbaRecord = {
    type: 'HbaRecord',
    file: line.file,
    start: line.node.start,
    end: line.node.end,
    line: lineInFile(line.file, line.node),
    node: line.node,
    ruleNumber: undefined,
    connectionType: undefined,
    connectionTypeToken: undefined,
    databases: nothing,
    users: nothing,
    address: undefined,
    method: undefined,
    methodToken: undefined,
    options: nothing,
    implied: nothing,
    error: line.error,
    undecidable: nothing,
  };
  if (line.error === undefined) {
    const reading: RecordReading = { record, fields: line.fields, next: 0, context, remark: undefined };
    const error = readColumns(reading);
    // Where an error leaves no text in the server's view, that of an earlier remark stands there.
    if (error !== undefined && reading.remark?.shownByServer) error.shownByServer = true;
    record.error = error ?? reading.remark;
  }
  if (record.error !== undefined) record.error.line = line.node.serverLine ?? line.node.line;
  return record;
}

function readColumns(reading: RecordReading): ReadingError | undefined {
  const unread = findUnread(reading);
  if (unread !== undefined) return certainError(reading, unread) ?? undecided(reading, unread);
  const error = readConnectionType(reading) ?? readNames(reading);
  if (error !== undefined) return error;
  const doubt = reading.record.connectionType === 'local' ? undefined : readAddress(reading);
  if (doubt !== undefined && doubt.assumes === undefined) return doubt;
  // What the address leaves open does not hide what is certain about the columns after it.
  const rest = readMethod(reading) ?? imply(reading) ?? readOptions(reading);
  return rest !== undefined && rest.assumes === undefined ? rest : (doubt ?? rest);
}

/** An `@file` that was not read leaves only the columns of names judgeable: anywhere else nothing is certain. */
function findUnread(reading: RecordReading): PlacedToken | undefined {
  for (let column = 0; column < reading.fields.length; column++) {
    if (column === 1 || column === 2) continue;
    for (const token of reading.fields[column]!) if (token.unread) return token;
  }
  return undefined;
}

/** What is wrong with the columns before one that was not read: it refuses the record whatever that one holds. */
function certainError(reading: RecordReading, unread: PlacedToken): ReadingError | undefined {
  if (reading.fields[0]!.includes(unread)) return undefined;
  const probe: RecordReading = { ...reading, record: { ...reading.record } };
  return readConnectionType(probe) ?? readNames(probe);
}

function undecided(reading: RecordReading, token: PlacedToken): ReadingError {
  reading.record.undecidable = [`what ${token.value} holds, and so what this record means`];
  return remark(token, 'file-not-read', `${token.value} was not read, so what this record means is not known.`);
}

function readConnectionType(reading: RecordReading): ReadingError | undefined {
  const { record, context } = reading;
  const field = reading.fields[reading.next++]!;
  if (field.length > 1) {
    return refusal(field[1]!, 'several-connection-types', 'A record has one connection type. Write a record for each.');
  }
  const token = field[0]!;
  record.connectionTypeToken = token;
  const found = findRecordType(token.value, context.target);
  if (found === undefined)
    return refusal(token, 'invalid-connection-type', describeConnectionType(token, context.target));
  record.connectionType = found.name;
  if (found.name === 'hostssl') reading.remark = remarkOnSsl(token, context.configuration);
  return undefined;
}

function describeConnectionType(token: PlacedToken, target: Major): string {
  const known = target >= 12 ? ', hostgssenc and hostnogssenc' : '';
  const types = `The types are local, host, hostssl${known === '' ? ' and' : ','} hostnossl${known}`;
  if (token.value.startsWith('\ufeff')) {
    return token.start === 0
      ? 'The file starts with a byte order mark, which counts as text. Save it without one.'
      : 'The line starts with a byte order mark, which counts as text: two files were put together here. Remove it.';
  }
  if (target < 16 && /^include(_if_exists|_dir)?$/.test(token.value)) {
    return `PostgreSQL ${target} has no ${token.value} in this file; it came with 16.`;
  }
  if (findRecordType(token.value, lastMajor) !== undefined) {
    return `PostgreSQL ${target} does not know the connection type ${token.value}; it came with 12.`;
  }
  const lower = token.value.toLowerCase();
  if (lower !== token.value && findRecordType(lower, target) !== undefined) {
    return `${token.value} is not a connection type: they are lower case. Write ${lower}.`;
  }
  return `"${token.value}" is not a connection type. ${types}.`;
}

function remarkOnSsl(token: PlacedToken, configuration: Configuration): ReadingError | undefined {
  if (configuration.main === undefined) return undefined;
  const ssl = configuration.get('ssl');
  if (ssl.reading?.ok ? ssl.reading.value !== false : ssl.value !== 'off') return undefined;
  return remark(token, 'ssl-is-off', 'This record never matches: ssl is off. Set ssl = on, or write host.', true);
}

function readNames(reading: RecordReading): ReadingError | undefined {
  const { record, context } = reading;
  const databases = reading.fields[reading.next++];
  if (databases === undefined) return missing(reading, 'missing-database', 'The record ends before its database.');
  record.databases = databases.map((token) => databasePattern(token, context.target));
  const error = checkPatterns(record.databases, context.target);
  if (error !== undefined) return error;
  const users = reading.fields[reading.next++];
  if (users === undefined) return missing(reading, 'missing-user', 'The record ends before its user.');
  record.users = users.map((token) => userPattern(token, context.target));
  return checkPatterns(record.users, context.target);
}

function imply(reading: RecordReading): undefined {
  if (reading.record.method !== 'cert') return undefined;
  reading.record.implied = reading.context.target < 12 ? clientCertificate : verifyFull;
  return undefined;
}

/** Tells whether a record is one that the server loads. */
export function loads(record: { error: ReadingError | undefined }): boolean {
  return record.error?.severity !== 'error';
}
