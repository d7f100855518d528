import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseLdapUrl } from '../../../../src/formats/hba/methods/ldap-url.js';
import { hba } from '../../../cluster/reading.js';

type Parts = [scheme: string, host: string | null, port: number, dn: string | null, unknown, number, string | null];

/** URLs, and what ldap_url_parse makes of them; recorded from libldap 2.5. */
const recorded: [string, Parts | null][] = JSON.parse(readFileSync('test/fixtures/ldap-urls.json', 'utf8'));

/** The server refuses ldapi: and pldap: URLs whatever else they hold. */
const judged = recorded.filter(([, parts]) => parts === null || /^ldaps?$/.test(parts[0]));

function take(text: string): Parts | null {
  const url = parseLdapUrl(text);
  if (typeof url === 'string') return null;
  const { scheme, host = null, port, dn = null, attributes = null, scope, filter = null } = url;
  return [scheme, host, port, dn, attributes, scope, filter];
}

test('takes URLs apart as OpenLDAP does', () => {
  expect(judged.length).toBeGreaterThan(150);
  expect(judged.map(([text]) => [text, take(text)])).toEqual(judged);
});

test.each(['?%', '?ui%d,cn?one', '?,', '?%2c', '?%00a'])(
  'the server crashes on an attribute list without one: %s',
  (query) => {
    const { records } = hba(`host all all 10.0.0.0/8 ldap "ldapurl=ldap://h/dc=x${query}"\n`, 15);
    expect(records[0]!.error).toMatchObject({ code: 'ldap-url-without-attribute', severity: 'error' });
  },
);
