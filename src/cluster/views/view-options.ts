/** The options column of pg_hba_file_rules: what the options amount to, in the server's own order (get_hba_options). */
import type { Major } from '../../catalog/majors.js';
import { ldapSettings } from '../../formats/hba/methods/ldap.js';
import { optionValue } from '../../formats/hba/options.js';
import type { HbaRecord } from '../types.js';

/** The options of a record that loads; null where there are none. */
export function viewOptions(record: HbaRecord, target: Major): string[] | null {
  const shown: string[] = [];
  if (record.method === 'gss' || record.method === 'sspi') {
    if ((optionValue(record.options, 'include_realm') ?? '1') === '1') shown.push('include_realm=true');
    showLast(record, 'krb_realm', shown);
  }
  showLast(record, 'map', shown);
  const clientCertificate = demandedCertificate(record, target);
  if (clientCertificate !== undefined) shown.push(`clientcert=${clientCertificate}`);
  showLast(record, 'pamservice', shown);
  if (record.method === 'ldap') showLdap(record, target, shown);
  if (record.method === 'radius') {
    for (const name of ['radiusservers', 'radiussecrets', 'radiusidentifiers', 'radiusports']) {
      showLast(record, name, shown);
    }
  }
  if (record.method === 'oauth') showOauth(record, shown);
  return shown.length > 0 ? shown : null;
}

function showLast(record: HbaRecord, name: string, shown: string[]): void {
  const value = optionValue(record.options, name);
  if (value !== undefined) shown.push(`${name}=${value}`);
}

/**
 * How far a record demands a client certificate, as the view says it.
 *
 * @returns `true` on 10 and 11, else `verify-ca` or `verify-full`; undefined where no certificate is demanded
 */
export function demandedCertificate(record: HbaRecord, target: Major): string | undefined {
  const implied = record.implied?.find((option) => option.name === 'clientcert')?.value;
  const value = implied ?? optionValue(record.options, 'clientcert');
  if (target < 12) return value === '1' ? 'true' : undefined;
  if (value === '1') return 'verify-ca';
  return value === 'verify-ca' || value === 'verify-full' ? value : undefined;
}

function showLdap(record: HbaRecord, target: Major, shown: string[]): void {
  const settings = ldapSettings(record.options);
  // Minor releases of 13 and later got the scheme in February 2025; 12 and before never did.
  const columns: [string, string | number | undefined][] = [
    ['ldapserver', settings.server],
    ['ldapport', settings.port || undefined],
    ['ldapscheme', target >= 13 ? settings.scheme : undefined],
    ['ldaptls', settings.tls ? 'true' : undefined],
    ['ldapprefix', settings.prefix],
    ['ldapsuffix', settings.suffix],
    ['ldapbasedn', settings.baseDn],
    ['ldapbinddn', settings.bindDn],
    ['ldapbindpasswd', settings.bindPassword],
    ['ldapsearchattribute', settings.searchAttribute],
    ['ldapsearchfilter', settings.searchFilter],
    ['ldapscope', settings.scope || undefined],
  ];
  for (const [name, value] of columns) if (value !== undefined) shown.push(`${name}=${value}`);
}

function showOauth(record: HbaRecord, shown: string[]): void {
  showLast(record, 'issuer', shown);
  showLast(record, 'scope', shown);
  const implied = record.implied?.find((option) => option.name === 'validator')?.value;
  if (implied !== undefined) shown.push(`validator=${implied}`);
  else showLast(record, 'validator', shown);
  if (optionValue(record.options, 'delegate_ident_mapping') === '1') shown.push('delegate_ident_mapping=true');
}
