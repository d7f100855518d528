/** The options of the method ldap: what they amount to, and which of them exclude each other (hba.c). */
import type { Major } from '../../../catalog/majors.js';
import { atoi } from '../../../values/c-numbers.js';
import { refusal } from '../../lines/reading-error.js';
import type { ReadingError, RecordOption } from '../../types.js';
import type { RecordReading } from '../record-reading.js';
import { parseLdapUrl } from './ldap-url.js';

/** What the server knows of a directory in the end: later options win, and an ldapurl sets several at once. */
export interface LdapSettings {
  server: string | undefined;
  /** 0 where nothing is said. */
  port: number;
  scheme: string | undefined;
  tls: boolean;
  prefix: string | undefined;
  suffix: string | undefined;
  baseDn: string | undefined;
  bindDn: string | undefined;
  bindPassword: string | undefined;
  searchAttribute: string | undefined;
  searchFilter: string | undefined;
  /** 0 base, 1 one level, 2 subtree, 3 subordinates. Every option behind an ldapurl sets it back to 2. */
  scope: number;
}

/** Works out what the options of an ldap record amount to. Options must have passed their own checks. */
export function ldapSettings(options: readonly RecordOption[]): LdapSettings {
  const settings: LdapSettings = {
    server: undefined,
    port: 0,
    scheme: undefined,
    tls: false,
    prefix: undefined,
    suffix: undefined,
    baseDn: undefined,
    bindDn: undefined,
    bindPassword: undefined,
    searchAttribute: undefined,
    searchFilter: undefined,
    scope: 0,
  };
  for (const { name, value } of options) {
    settings.scope = 2;
    apply(settings, name, value);
  }
  return settings;
}

function apply(settings: LdapSettings, name: string, value: string): void {
  switch (name) {
    case 'ldapserver':
      settings.server = value;
      break;
    case 'ldapport':
      settings.port = atoi(value);
      break;
    case 'ldapscheme':
      settings.scheme = value;
      break;
    case 'ldaptls':
      settings.tls = value === '1';
      break;
    case 'ldapprefix':
      settings.prefix = value;
      break;
    case 'ldapsuffix':
      settings.suffix = value;
      break;
    case 'ldapbasedn':
      settings.baseDn = value;
      break;
    case 'ldapbinddn':
      settings.bindDn = value;
      break;
    case 'ldapbindpasswd':
      settings.bindPassword = value;
      break;
    case 'ldapsearchattribute':
      settings.searchAttribute = value;
      break;
    case 'ldapsearchfilter':
      settings.searchFilter = value;
      break;
    case 'ldapurl':
      applyUrl(settings, value);
  }
}

function applyUrl(settings: LdapSettings, text: string): void {
  const url = parseLdapUrl(text);
  if (typeof url === 'string') return;
  settings.scheme = url.scheme;
  if (url.host !== undefined) settings.server = url.host;
  settings.port = url.port;
  if (url.dn !== undefined) settings.baseDn = url.dn;
  if (url.attributes !== undefined) settings.searchAttribute = url.attributes[0];
  settings.scope = url.scope;
  if (url.filter !== undefined) settings.searchFilter = url.filter;
}

/** Checks an ldapurl by itself. */
export function checkLdapUrl({ value, token }: RecordOption, target: Major): ReadingError | undefined {
  const url = parseLdapUrl(value);
  if (typeof url === 'string') return refusal(token, 'invalid-ldap-url', `"${value}" is not an LDAP URL: ${url}.`);
  if (url.scheme !== 'ldap' && (url.scheme !== 'ldaps' || target < 11)) {
    const allowed = target < 11 ? 'ldap://' : 'ldap:// or ldaps://';
    return refusal(
      token,
      'unsupported-ldap-scheme',
      `The server takes LDAP URLs with ${allowed} only, not ${url.scheme}://.`,
    );
  }
  if (url.filter !== undefined && target < 11) {
    return refusal(token, 'ldap-url-filter', `PostgreSQL ${target} takes no filter in an LDAP URL; that came with 11.`);
  }
  if (url.attributes?.length === 0) {
    return refusal(
      token,
      'ldap-url-without-attribute',
      'The attribute list of the LDAP URL names no attribute once its % escapes are undone: the server crashes when it reads this record.',
    );
  }
  return undefined;
}

/** Checks that the options of an ldap record make one way to log in. */
export function checkLdap({ record, context: { target } }: RecordReading): ReadingError | undefined {
  const settings = ldapSettings(record.options);
  const token = record.methodToken!;
  if (target < 12 && settings.server === undefined) {
    return refusal(token, 'ldap-without-server', `PostgreSQL ${target} needs ldapserver, or ldapurl with a host.`);
  }
  const searches =
    settings.baseDn !== undefined ||
    settings.bindDn !== undefined ||
    settings.bindPassword !== undefined ||
    settings.searchAttribute !== undefined ||
    settings.searchFilter !== undefined;
  if (settings.prefix !== undefined || settings.suffix !== undefined) {
    if (searches) {
      const message = 'ldapprefix and ldapsuffix are for a simple bind; they exclude every option of search and bind.';
      return refusal(token, 'ldap-modes-mixed', message);
    }
  } else if (settings.baseDn === undefined) {
    const message = 'ldap needs ldapbasedn (search and bind), or ldapprefix or ldapsuffix (simple bind).';
    return refusal(token, 'ldap-without-mode', message);
  }
  if (settings.searchAttribute !== undefined && settings.searchFilter !== undefined) {
    return refusal(token, 'ldap-attribute-with-filter', 'ldapsearchattribute and ldapsearchfilter exclude each other.');
  }
  return undefined;
}
