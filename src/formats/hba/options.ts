/** The options of a record (hba.c, parse_hba_auth_opt), and what a method demands of them in the end. */
import {
  type AuthenticationOption,
  authenticationOptions,
  findOption,
  isKnownTo,
} from '../../catalog/authentication.js';
import { majors } from '../../catalog/majors.js';
import { atoi } from '../../values/c-numbers.js';
import { refusal, remark } from '../lines/reading-error.js';
import type { PlacedToken, ReadingError, RecordOption } from '../types.js';
import { checkLdap, checkLdapUrl } from './methods/ldap.js';
import { checkOauth } from './methods/oauth.js';
import { checkRadius, checkRadiusOption } from './methods/radius.js';
import type { RecordReading } from './record-reading.js';

/** Reads everything behind the method. */
export function readOptions(reading: RecordReading): ReadingError | undefined {
  for (; reading.next < reading.fields.length; reading.next++) {
    for (const token of reading.fields[reading.next]!) {
      const error = readOption(reading, token);
      if (error !== undefined) return error;
    }
  }
  switch (reading.record.method) {
    case 'ldap':
      return checkLdap(reading);
    case 'radius':
      return checkRadius(reading);
    case 'oauth':
      return checkOauth(reading);
    default:
      return undefined;
  }
}

function readOption(reading: RecordReading, token: PlacedToken): ReadingError | undefined {
  const equals = token.value.indexOf('=');
  if (equals === -1) {
    const cut = describeCutValue(reading, token);
    if (cut !== undefined) return refusal(token, 'option-without-value', cut);
    const message = `"${token.value}" is not an option: those are written name=value, without spaces around the equals sign.`;
    return refusal(token, 'option-without-value', message);
  }
  const option: RecordOption = { name: token.value.slice(0, equals), value: token.value.slice(equals + 1), token };
  const known = findOption(option.name, reading.context.target);
  if (known === undefined) {
    const message = describeCutValue(reading, token) ?? describeUnknown(option.name, reading);
    return refusal(token, 'unknown-option', message);
  }
  if (reading.record.options.length === 0) reading.record.options = [option];
  else reading.record.options.push(option);
  return checkPlace(reading, option, known) ?? checkValue(reading, option, known);
}

/** A comma ends a value that has no double quotes: what follows it in the same column was meant as a part of the value. */
function describeCutValue(reading: RecordReading, token: PlacedToken): string | undefined {
  const field = reading.fields[reading.next] ?? [];
  const at = field.indexOf(token);
  const before = field[at - 1];
  if (
    at < 1 ||
    before === undefined ||
    before.quoted ||
    findOption(nameOf(before), reading.context.target) === undefined
  )
    return undefined;
  const whole = field.map(({ value }) => value).join(',');
  return `The comma after "${before.value}" ends the value of ${nameOf(before)}, so "${token.value}" is read as an option of its own. Put double quotes around it: "${whole}".`;
}

function nameOf({ value }: PlacedToken): string {
  return value.split('=', 1)[0]!;
}

function describeUnknown(name: string, reading: RecordReading): string {
  const { target } = reading.context;
  const known = majors.map((major) => findOption(name, major)).find((option) => option !== undefined);
  if (known !== undefined) {
    const when = known.since > target ? `it came with ${known.since}` : `its last major was ${known.until}`;
    return `PostgreSQL ${target} has no option ${name}; ${when}.`;
  }
  const lower = name.toLowerCase();
  if (lower !== name && findOption(lower, target) !== undefined) {
    return `${name} is not an option: they are lower case. Write ${lower}.`;
  }
  const plural = `${name}s`;
  if (name.startsWith('radius') && findOption(plural, target) !== undefined) {
    return `${name} is not an option since PostgreSQL 10. Write ${plural}.`;
  }
  return `"${name}" is not an option of PostgreSQL ${target}.`;
}

/** Whether the option goes with the record's connection type and method. */
function checkPlace(
  reading: RecordReading,
  option: RecordOption,
  known: AuthenticationOption,
): ReadingError | undefined {
  const { method, connectionType } = reading.record;
  if (known.connectionTypes !== undefined && !known.connectionTypes.includes(connectionType!)) {
    const message = `${option.name} works on ${known.connectionTypes.join(' and ')} records only.`;
    return refusal(option.token, 'option-needs-connection-type', message);
  }
  const methods = known.methods?.filter((name) => name !== 'oauth' || reading.context.target >= 18);
  if (methods !== undefined && !methods.includes(method!)) {
    const message = `${option.name} belongs to ${enumerate(methods)}, not to ${method}.`;
    return refusal(option.token, 'option-needs-method', message);
  }
  return undefined;
}

function enumerate(words: readonly string[]): string {
  if (words.length === 1) return `the method ${words[0]}`;
  return `the methods ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function checkValue(
  reading: RecordReading,
  option: RecordOption,
  known: AuthenticationOption,
): ReadingError | undefined {
  const { name, value, token } = option;
  switch (known.value) {
    case 'clientcert':
      return checkClientCertificate(reading, option);
    case 'clientname':
      if (value === 'CN' || value === 'DN') return undefined;
      return refusal(token, 'invalid-clientname', `clientname is CN or DN, in capitals, not "${value}".`, false);
    case 'port':
      if (atoi(value) !== 0) return undefined;
      return refusal(token, 'invalid-port', `"${value}" is not a port number.`);
    case 'list':
    case 'port-list':
      return checkRadiusOption(reading, option);
    case 'ldap-url':
      return checkLdapUrl(option, reading.context.target);
    default:
      if (name === 'ldapscheme') return remarkOnScheme(reading, option);
      return known.name === 'validator.' ? checkValidatorOption(option) : undefined;
  }
}

/** The server only logs a wrong scheme, and the login fails later. */
function remarkOnScheme(reading: RecordReading, { value, token }: RecordOption): undefined {
  if (value === 'ldap' || value === 'ldaps') return undefined;
  reading.remark ??= remark(token, 'invalid-ldapscheme', `ldapscheme is ldap or ldaps, not "${value}".`);
  return undefined;
}

/** Names of the validator's own options: letters, digits, `_` and `-` (auth-oauth.c, 19). */
function checkValidatorOption({ name, token }: RecordOption): ReadingError | undefined {
  if (/^validator\.[A-Za-z0-9_-]+$/.test(name)) return undefined;
  const message = `"${name}" is not validator. followed by a name of letters, digits, _ and -.`;
  return refusal(token, 'invalid-validator-option', message, false);
}

/** The majors differ most here: see each branch. */
function checkClientCertificate(reading: RecordReading, { value, token }: RecordOption): ReadingError | undefined {
  const isCert = reading.record.method === 'cert';
  const { target } = reading.context;
  if (target < 12) {
    // Only 1 demands a certificate; every other text switches the demand off, which cert does not allow.
    if (value === '1' || !isCert) return undefined;
    return refusal(
      token,
      'clientcert-with-cert',
      `The method cert demands a certificate anyway; clientcert can only be 1.`,
    );
  }
  if (value === 'verify-full') return undefined;
  if (target < 14) {
    if (value === 'verify-ca' || value === '1') return undefined;
    if (value === '0' || value === 'no-verify') {
      if (!isCert) return undefined;
      const message = 'The method cert demands a certificate, so clientcert cannot switch it off.';
      return refusal(token, 'clientcert-with-cert', message);
    }
    const message = `clientcert is verify-ca, verify-full or no-verify, not "${value}".`;
    return refusal(token, 'invalid-clientcert', message, false);
  }
  if (value === 'verify-ca') {
    if (!isCert) return undefined;
    return refusal(
      token,
      'clientcert-with-cert',
      'The method cert always implies clientcert=verify-full; drop the option.',
    );
  }
  const advice = value === '1' ? ' 1 meant verify-ca before 14.' : '';
  const message = `clientcert is verify-ca or verify-full, not "${value}".${advice}`;
  return refusal(token, 'invalid-clientcert', message, false);
}

/** The last value of an option; undefined where the record does not have it. */
export function optionValue(options: readonly RecordOption[], name: string): string | undefined {
  for (let at = options.length - 1; at >= 0; at--) if (options[at]!.name === name) return options[at]!.value;
  return undefined;
}

/** The options that a major has for a method, for completion and messages. */
export function optionsOf(method: string, major: (typeof majors)[number]): AuthenticationOption[] {
  return authenticationOptions.filter(
    (option) => isKnownTo(option, major) && (option.methods === undefined || option.methods.includes(method)),
  );
}
