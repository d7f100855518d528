/** Lines of pg_hba.conf: right ones, nearly right ones, and noise. */
import {
  blank,
  lineEnd,
  longText,
  nameList,
  noise,
  oddAspects,
  plainName,
  requote,
  separator,
  tokenAlphabet,
} from './authentication.js';
import type { Random } from './random.js';

const connectionTypes = ['local', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'];
const methods = [
  ...[
    'trust',
    'reject',
    'md5',
    'password',
    'scram-sha-256',
    'ident',
    'peer',
    'gss',
    'sspi',
    'pam',
    'ldap',
    'cert',
    'radius',
  ],
  ...['oauth', 'bsd'],
];
const wrongMethods = [
  'krb5',
  'none',
  'crypt',
  'krb4',
  'scram-sha-256-plus',
  'gssapi',
  'Trust',
  'MD5',
  'scram',
  'implicit reject',
];
const quads = ['127.0.0.1', '10.0.0.0', '192.168.1.5', '0.0.0.0', '255.255.255.255', '172.16.254.1'];
const oddQuads = [
  ...[
    '127.1',
    '10.1.2',
    '0x7f.1',
    '2130706433',
    '0',
    '001.002.003.004',
    '0x7f000001',
    '4294967295',
    '4294967296',
    '1.2.3.256',
  ],
  ...[
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.65535',
    '1.2.65536',
    '1.16777215',
    '1.16777216',
    '08.1.1.1',
    '1..2',
    '1.2.3.',
    '.1.2.3',
    '010.0.0.1',
  ],
  ...['0x', '0xg', '1.0x2.03.4', '0377.1', '0400.1', '+1.2.3.4', '-1', '1 .2'],
];
const sixes = ['::1', '::', 'fe80::1', '2001:db8::', 'ff02::1', '::ffff:127.0.0.1', '1:2:3:4:5:6:7:8', 'FE80::ABCD'];
const oddSixes = [
  ...[
    '::ffff:1.2.3',
    '1:2:3:4:5:6:7',
    '1::2::3',
    ':::',
    ':1',
    '1:',
    '[::1]',
    '::1%',
    '12345::',
    '::g',
    '1:2:3:4:5:6:7::',
    '::1.2.3.4',
  ],
  ...[
    '1:2:3:4:5:6:1.2.3.4',
    '1:2:3:4:5:6:7:1.2.3.4',
    '0::0',
    '0000:0000::0001',
    '::00001',
    '::1.2.3.4.5',
    '::01.2.3.4',
    '::256.1.1.1',
  ],
];
const hosts = [
  'example.com',
  '.example.com',
  'localhost',
  '*',
  '*.example.com',
  'bad_host!',
  'unix',
  '-',
  'a..b',
  'é.org',
  'SAMEHOST',
  'ALL',
  '1.2.3.4x',
];
const prefixes = [
  ...[
    '32',
    '24',
    '8',
    '0',
    '16',
    '31',
    '1',
    '33',
    '64',
    '128',
    '127',
    '129',
    '08',
    '+8',
    '-1',
    '',
    '0x8',
    '8x',
    '255.255.255.0',
    '32/5',
  ],
  ...[' 8', '8 ', '99999999999', '00', '2147483648', '4294967328', '1e1', '٨'],
];
const masks = [
  ...[
    '255.255.255.255',
    '255.255.255.0',
    '255.0.0.0',
    '0.0.0.0',
    '255.0.255.0',
    '24',
    '0',
    '0xffffff00',
    'ffff::',
    '::',
    'ffff:ffff:ffff:ffff::',
  ],
  ...[
    '255.255.255',
    '255.255',
    '256.0.0.0',
    'x',
    'all',
    'samenet',
    '/24',
    '255.255.255.0/24',
    '""',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  ],
];

function address(random: Random): string {
  const four = () => (random.chance(0.75) ? random.pick(quads) : random.pick(oddQuads));
  const six = () => (random.chance(0.7) ? random.pick(sixes) : random.pick(oddSixes));
  const bare = () =>
    random.choose<string>(
      [6, four],
      [4, six],
      [1, () => random.pick(hosts)],
      [1, () => random.pick(['all', 'samehost', 'samenet'])],
    );
  const text = random.choose(
    [8, () => `${bare()}/${random.pick(prefixes)}`],
    [6, () => `${four()}/${random.integer(0, 33)}`],
    [4, () => `${six()}/${random.integer(0, 130)}`],
    [4, () => bare() + separator(random) + random.pick(masks)],
    [3, () => random.pick(['all', 'samehost', 'samenet'])],
    [2, () => random.pick(hosts)],
    [1, bare],
    [1, () => random.mutate(bare(), tokenAlphabet)],
    [1, () => '""'],
    [1, () => `${bare()},${bare()}`],
  );
  return random.chance(0.06) ? requote(random, text) : text;
}

const lists = [
  '1.2.3.4',
  '"1.2.3.4"',
  '"1.2.3.4,::1"',
  '"1.2.3.4 , 127.0.0.1"',
  '""',
  '"a b"',
  '","',
  '1.2.3.4,1.2.3.5',
  '"1.2.3.4,"',
];
const secrets = ['x', '""', '"x,y"', '"x,y,z"', '"x y"', '"""a,b"""', '"""a"",b"', 'x,y', '"x, y"', '"X,""Y"'];
const urls = [
  ...[
    'ldap://h/dc=x',
    'ldaps://h:636/dc=x?uid?sub',
    'ldap://h',
    'ldap:///',
    'ldap://h/dc=x?uid?sub?(a=b)',
    'http://h',
    'ldapi:///x',
    'x',
    '',
  ],
  ...[
    'ldap://h:0/dc=x',
    'ldap://h:x/',
    'ldap://h/dc=x?uid,cn?one',
    'ldap://h/dc=x??base',
    'ldap://h/dc=x??foo',
    'LDAP://h/dc=x',
    'ldap://h h2/dc=x',
  ],
  ...[
    'ldap://h/dc=%20x?%75id',
    'ldap://h/dc=%zz',
    'ldap://[::1]/dc=x',
    'ldap://h/x?a?sub?f?e',
    'ldap://h/x????!e',
    '<ldap://h/x>',
    'URL:ldap://h/x',
  ],
];
const values: Readonly<Record<string, readonly string[]>> = {
  map: ['m', '', '""', 'a b'],
  clientcert: ['1', '0', 'verify-ca', 'verify-full', 'no-verify', '', 'VERIFY-CA', 'x', '2'],
  clientname: ['CN', 'DN', 'cn', 'dn', '', 'x'],
  pamservice: ['postgresql', ''],
  pam_use_hostname: ['1', '0', 'x', ''],
  ldapurl: urls,
  ldaptls: ['1', '0', 'x', ''],
  ldapscheme: ['ldap', 'ldaps', 'x', 'LDAP', ''],
  ldapserver: ['h', 'h1 h2', ''],
  ldapport: ['389', '0', 'x', '12abc', '-5', '99999', '', ' 1', '0x10', '+1'],
  ldapbinddn: ['cn=x', ''],
  ldapbindpasswd: ['x', ''],
  ldapsearchattribute: ['uid', ''],
  ldapsearchfilter: ['(uid=$username)', ''],
  ldapbasedn: ['dc=x', ''],
  ldapprefix: ['uid=', ''],
  ldapsuffix: ['@x', ''],
  krb_realm: ['X', ''],
  include_realm: ['1', '0', 'x', ''],
  compat_realm: ['1', '0'],
  upn_username: ['1', '0'],
  radiusservers: lists,
  radiussecrets: secrets,
  radiusports: ['1812', '"1812,1813"', '0', 'x', '70000', '""', '"1812,x"', '1812,1813', '12x'],
  radiusidentifiers: ['nas', '"a,b"', '"a,b,c"', '""', '"a b"'],
  radiusserver: ['1.2.3.4'],
  issuer: ['https://x', '""', ''],
  scope: ['openid', '"a b"', '""', ''],
  validator: ['v', '', 'w'],
  delegate_ident_mapping: ['1', '0', 'x', ''],
  'validator.x': ['1'],
};
const ofMethod: Readonly<Record<string, readonly string[]>> = {
  ident: ['map'],
  peer: ['map'],
  cert: ['map', 'clientcert', 'clientname'],
  pam: ['pamservice', 'pam_use_hostname'],
  ldap: Object.keys(values).filter((name) => name.startsWith('ldap')),
  gss: ['map', 'krb_realm', 'include_realm'],
  sspi: ['map', 'krb_realm', 'include_realm', 'compat_realm', 'upn_username'],
  radius: ['radiusservers', 'radiussecrets', 'radiusports', 'radiusidentifiers'],
  oauth: ['issuer', 'scope', 'validator', 'map', 'delegate_ident_mapping'],
};

function option(random: Random, method: string): string {
  const own = ofMethod[method] ?? [];
  const name =
    own.length > 0 && random.chance(0.85)
      ? random.pick(own)
      : random.choose(
          [5, () => 'clientcert'],
          [2, () => 'clientname'],
          [4, () => random.pick(Object.keys(values))],
          [1, () => random.pick(['', 'foo', 'Map', 'radiussecret', 'validator.', 'map '])],
        );
  const value = random.pick(values[name] ?? ['x']);
  const written = random.choose(
    [12, () => `${name}=${value.startsWith('"') && random.chance(0.7) ? value : quoteWhereNeeded(value)}`],
    [3, () => `"${name}=${value.replaceAll('"', '""')}"`],
    [3, () => `${name}="${value.replaceAll('"', '""')}"`],
    [1, () => `${name}= ${value}`],
    [1, () => name],
    [1, () => `"${name}"=${value}`],
    [1, () => random.mutate(`${name}=${value}`, tokenAlphabet)],
  );
  return written;
}

function quoteWhereNeeded(value: string): string {
  return /[\s,#"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The options that make a method complete, so that the checks behind them are reached. */
function necessary(random: Random, method: string): string[] {
  if (method === 'radius') return [`radiusservers=${random.pick(lists)}`, `radiussecrets=${random.pick(secrets)}`];
  if (method === 'oauth') return ['issuer=https://x', 'scope=openid'];
  if (method === 'ldap') {
    return random.choose<string[]>(
      [3, () => ['ldapserver=h', 'ldapbasedn=dc=x']],
      [2, () => ['ldapserver=h', 'ldapprefix=uid=']],
      [3, () => [`"ldapurl=${random.pick(urls)}"`]],
    );
  }
  return [];
}

/** A connection type that the method is made for. */
function fittingType(random: Random, method: string): string {
  if (method === 'peer') return 'local';
  if (method === 'cert') return 'hostssl';
  return random.pick(connectionTypes);
}

const aspects = [
  'type',
  'fit',
  'databases',
  'users',
  'address',
  'method',
  'options',
  'blanks',
  'quotes',
  'columns',
  'text',
  'end',
] as const;

function connectionType(random: Random): string {
  return random.choose(
    [1, () => random.recase(random.pick(connectionTypes))],
    [1, () => requote(random, random.pick(connectionTypes))],
    [1, () => random.pick(['hosts', 'loc', 'host,local', 'include', '""', 'hostgss'])],
  );
}

function plainAddress(random: Random): string {
  return random.choose(
    [5, () => `${random.pick(quads)}/${random.integer(0, 32)}`],
    [4, () => `${random.pick(sixes)}/${random.integer(0, 128)}`],
    [2, () => `${random.pick(quads)} ${random.pick(['255.255.255.255', '255.255.0.0', '0.0.0.0'])}`],
    [2, () => random.pick(['all', 'samehost', 'samenet'])],
    [1, () => random.pick(['example.com', '.example.com'])],
  );
}

/** One logical line of pg_hba.conf, its line end included. */
export function hbaLine(random: Random): string {
  if (random.chance(0.03)) return noise(random);
  const odd = oddAspects(random, aspects);
  const method = odd.has('method') && random.chance(0.4) ? random.pick(wrongMethods) : random.pick(methods);
  const fitting = odd.has('fit') ? random.pick(connectionTypes) : fittingType(random, method);
  const type = odd.has('type') ? connectionType(random) : fitting;
  const columns = [type];
  columns.push(odd.has('databases') ? nameList(random) : plainName(random));
  columns.push(odd.has('users') ? nameList(random) : plainName(random));
  if (!/^"?local"?$/.test(type)) columns.push(odd.has('address') ? address(random) : plainAddress(random));
  columns.push(odd.has('method') && random.chance(0.3) ? requote(random, method) : method);
  if (!odd.has('options') || random.chance(0.5)) columns.push(...necessary(random, method));
  const many = (ofMethod[method]?.length ?? 0) > 2 ? 4 : 2;
  if (odd.has('options') || random.chance(0.1)) columns.push(...random.list(1, many, () => option(random, method)));
  if (odd.has('quotes')) {
    const at = random.integer(0, columns.length - 1);
    columns[at] = requote(random, columns[at]!);
  }
  if (odd.has('columns')) {
    const at = random.integer(0, columns.length - 1);
    if (random.chance(0.5)) columns.splice(at, 1);
    else columns.splice(at, 0, random.pick(['x', '""', ',', '"', 'all', '1.2.3.4']));
  }
  let line = columns[0] ?? '';
  for (const column of columns.slice(1)) line += (odd.has('blanks') ? separator(random) : blank(random)) + column;
  if (odd.has('text')) line = random.mutate(line, tokenAlphabet);
  if (random.chance(0.002)) line += random.pick([' ', '#', ',', '']) + longText(random);
  if (odd.has('blanks') && random.chance(0.2)) line = random.pick([' ', '\t', ',', '\ufeff', '  , ']) + line;
  return line + (odd.has('end') ? lineEnd(random) : '\n');
}
