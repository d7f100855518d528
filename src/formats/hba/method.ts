/** The method column, and which connection types a method is for (hba.c, parse_hba_line). */
import { authenticationMethods, findMethod, usualBuild } from '../../catalog/authentication.js';
import { refusal } from '../lines/reading-error.js';
import type { PlacedToken, ReadingError } from '../types.js';
import { describeSurplusColumn } from './missing-column.js';
import { missing, type RecordReading } from './record-reading.js';

/** Reads the method. */
export function readMethod(reading: RecordReading): ReadingError | undefined {
  const { record, context } = reading;
  const field = reading.fields[reading.next++];
  if (field === undefined) return missing(reading, 'missing-method', 'The record ends before its method.');
  if (field.length > 1)
    return refusal(field[1]!, 'several-methods', 'A record has one method. Write a record for each.');
  const token = field[0]!;
  record.methodToken = token;
  const method = findMethod(token.value, context.target);
  if (method === undefined) return refusal(token, 'invalid-method', describeMethod(token, reading));
  if (method.name === 'md5' && context.target <= 16 && isOn(reading, 'db_user_namespace')) {
    return refusal(token, 'md5-with-db-user-namespace', 'md5 does not work with db_user_namespace = on.');
  }
  if (method.build !== undefined && !usualBuild.has(method.build)) {
    const system = method.build === 'sspi' ? 'Windows' : 'OpenBSD';
    return refusal(token, 'method-not-in-build', `The method ${method.name} exists in servers for ${system} only.`);
  }
  record.method = method.name === 'ident' && record.connectionType === 'local' ? 'peer' : method.name;
  return checkConnectionType(record.method, token, reading);
}

function checkConnectionType(method: string, token: PlacedToken, reading: RecordReading): ReadingError | undefined {
  const type = reading.record.connectionType!;
  if (method === 'gss' && type === 'local') {
    return refusal(token, 'gss-on-local', 'gss does not work over a Unix-domain socket. Use it on host records.');
  }
  if (method === 'peer' && type !== 'local') {
    return refusal(token, 'peer-not-local', `peer works over a Unix-domain socket only, not on ${type} records.`);
  }
  if (method === 'cert' && type !== 'hostssl') {
    return refusal(token, 'cert-not-hostssl', 'cert needs TLS: it works on hostssl records only.');
  }
  return undefined;
}

function isOn(reading: RecordReading, parameter: string): boolean {
  const { entry, reading: value } = reading.context.configuration.get(parameter);
  return entry !== undefined && value?.ok === true && value.value === true;
}

/** Names that people try, and what they mean. */
const misnomers: Readonly<Record<string, string>> = {
  gssapi: 'gss',
  kerberos: 'gss',
  krb5: 'gss',
  certificate: 'cert',
  'scram-sha256': 'scram-sha-256',
  scram: 'scram-sha-256',
  'sha-256': 'scram-sha-256',
  deny: 'reject',
  allow: 'trust',
};

function describeMethod(token: PlacedToken, reading: RecordReading): string {
  const { target } = reading.context;
  const { value } = token;
  const other = authenticationMethods.find((method) => method.name === value);
  if (other !== undefined) {
    const when = other.since > target ? `it came with ${other.since}` : `its last major was ${other.until}`;
    return `PostgreSQL ${target} has no method ${value}; ${when}.`;
  }
  const lower = value.toLowerCase();
  if (lower !== value && findMethod(lower, target) !== undefined) {
    return `${value} is not a method: they are lower case. Write ${lower}.`;
  }
  if (reading.record.connectionType === 'local' && /^[\d.:a-f]+(\/\d+)?$/i.test(value) && /[.:]/.test(value)) {
    return `"${value}" stands where the method belongs: local records have no address.`;
  }
  const surplus = describeSurplusColumn(reading.fields, reading.next - 1, target);
  if (surplus !== undefined) return surplus;
  const meant = misnomers[lower];
  if (meant !== undefined) return `"${value}" is not an authentication method; ${meant} is.`;
  return `"${value}" is not an authentication method of PostgreSQL ${target}.`;
}
