/** LDAP URLs as OpenLDAP's ldap_url_parse reads them, on which the server leaves them (libraries/libldap/url.c). */
import { strtolInt } from '../../../values/c-numbers.js';

/** The parts of an LDAP URL. */
export interface LdapUrl {
  scheme: string;
  /** Undefined where the host is empty. */
  host: string | undefined;
  port: number;
  /** Undefined where no slash follows the host. */
  dn: string | undefined;
  /** Undefined where there are none; the first may be missing (`?,`). */
  attributes: string[] | undefined;
  /** 0 base, 1 one level, 2 subtree, 3 subordinates. */
  scope: number;
  filter: string | undefined;
}

const scopes: Readonly<Record<string, number>> = {
  base: 0,
  one: 1,
  onelevel: 1,
  sub: 2,
  subtree: 2,
  subord: 3,
  subordinate: 3,
  children: 3,
};

/**
 * Takes an LDAP URL apart.
 *
 * @returns why the library refuses it, as a half sentence, where it does
 */
export function parseLdapUrl(text: string): LdapUrl | string {
  const prefix = /^(<?)(?:URL:)?(ldap|pldap|ldaps|pldaps|ldapi):\/\//i.exec(text);
  if (prefix === null) return 'it does not start with ldap:// or ldaps://';
  let rest = text.slice(prefix[0].length);
  if (prefix[1] === '<') {
    if (!rest.endsWith('>')) return 'the < at its start is not closed by a > at its end';
    rest = rest.slice(0, -1);
  }
  const scheme = prefix[2]!.toLowerCase();
  const slash = rest.indexOf('/');
  // Without a slash, what follows a question mark is dropped.
  const question = slash === -1 ? rest.indexOf('?') : -1;
  const hostEnd = slash !== -1 ? slash : question !== -1 ? question : rest.length;
  const hostPort = parseHostPort(rest.slice(0, hostEnd), scheme);
  if (typeof hostPort === 'string') return hostPort;

  const url: LdapUrl = { scheme, ...hostPort, dn: undefined, attributes: undefined, scope: 0, filter: undefined };
  if (slash === -1) return url;
  return parseQuery(rest.slice(slash + 1).split('?'), url);
}

function parseHostPort(text: string, scheme: string): { host: string | undefined; port: number } | string {
  if (scheme === 'ldapi') return { host: undoEscapes(text) || undefined, port: 0 };
  let host = text;
  let colon = text.indexOf(':');
  if (text.startsWith('[')) {
    const bracket = text.indexOf(']');
    if (bracket === -1) return 'the [ before its address is not closed';
    host = text.slice(1, bracket);
    colon = text.indexOf(':', bracket);
    if (colon !== -1 && colon !== bracket + 1) return 'there is something between the ] and the port';
  } else if (colon !== -1) host = text.slice(0, colon);
  let port = 0;
  if (colon !== -1) {
    const digits = undoEscapes(text.slice(colon + 1));
    const number = strtolInt(digits);
    if (number === undefined) return `"${digits}" is not a port number`;
    port = number;
  }
  if (port === 0) port = scheme === 'ldaps' ? 636 : 389;
  // A bad escape empties the text from its [ on; what stands behind the bracket is then taken as written.
  const unescaped = text.startsWith('[') && hasBadEscape(host) ? host : undoEscapes(host);
  return { host: unescaped || undefined, port };
}

function parseQuery(parts: readonly string[], url: LdapUrl): LdapUrl | string {
  const [dn, attributes, scope, filter, extensions] = parts;
  url.dn = undoEscapes(dn!);
  if (attributes)
    url.attributes = undoEscapes(attributes)
      .split(',')
      .filter((name) => name !== '');
  if (scope) {
    const known = scopes[undoEscapes(scope).toLowerCase()];
    if (known === undefined) return `"${scope}" is not a scope; those are base, one, sub and children`;
    url.scope = known;
  }
  if (filter) {
    url.filter = undoEscapes(filter);
    if (url.filter === '') return 'its filter is not properly escaped';
  }
  if (parts.length > 5) return 'it has more than four question marks';
  if (extensions !== undefined && extensions.split(',').every((name) => name === ''))
    return 'its list of extensions is empty';
  return url;
}

/** Undoes `%XX`. A `%` without two hexadecimal digits makes the whole part empty; `%00` ends it. */
function undoEscapes(text: string): string {
  if (!text.includes('%')) return text;
  if (hasBadEscape(text)) return '';
  const bytes = new TextEncoder().encode(text);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x25) {
      out.push(bytes[at]!);
      continue;
    }
    const byte = Number.parseInt(String.fromCharCode(bytes[at + 1]!, bytes[at + 2]!), 16);
    at += 2;
    out.push(byte);
  }
  const nul = out.indexOf(0);
  return new TextDecoder().decode(Uint8Array.from(nul === -1 ? out : out.slice(0, nul)));
}

function hasBadEscape(text: string): boolean {
  return /%(?![0-9A-Fa-f]{2})/.test(text);
}
