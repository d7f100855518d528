import { describe, expect, test } from '@jest/globals';
import { type Major, majors } from '../../../src/catalog/majors.js';
import type { HbaRecord } from '../../../src/cluster/types.js';
import { configurationOf, hba } from '../../cluster/reading.js';

function record(text: string, target: Major = 18, files = {}, configuration = configurationOf({})): HbaRecord {
  return hba(`${text}\n`, target, files, configuration).records[0]!;
}

/** The text that an error points at. */
function pointed({ error }: HbaRecord): string {
  return error!.file.text.slice(error!.start, error!.end);
}

describe('what a record means', () => {
  test('keywords, groups, names and regular expressions', () => {
    const { databases, users } = record(
      'local all,"all",samegroup,replication,+x,/^a all,+g,"+g",sameuser,/b$,++h peer',
    );
    expect(databases.map(({ kind, value }) => [kind, value])).toEqual([
      ['all', ''],
      ['name', 'all'],
      ['samerole', ''],
      ['replication', ''],
      ['name', '+x'],
      ['regex', '^a'],
    ]);
    expect(users.map(({ kind, value }) => [kind, value])).toEqual([
      ['all', ''],
      ['members', 'g'],
      ['name', '+g'],
      ['name', 'sameuser'],
      ['regex', 'b$'],
      ['members', '+h'],
    ]);
  });

  test('a slash means nothing before 16', () => {
    expect(record('local /( /x trust', 15)).toMatchObject({
      error: undefined,
      databases: [{ kind: 'name', value: '/(' }],
      users: [{ kind: 'name', value: '/x' }],
    });
    expect(record('local /( /x trust', 16).error?.code).toBe('invalid-regular-expression');
  });

  test('addresses', () => {
    expect(record('host all all 10.1.2.3/8 md5').address).toMatchObject({
      kind: 'network',
      family: 4,
      address: 0x0a010203n,
      mask: 0xff000000n,
      maskToken: undefined,
    });
    expect(record('host all all fe80::1%eth0 ffff:: md5')).toMatchObject({
      address: { family: 6, scope: 'eth0', mask: 0xffffn << 112n, maskToken: { value: 'ffff::' } },
      undecidable: ['whether the network interface eth0 exists'],
    });
    expect(record('host all all .example.com md5').address).toMatchObject({ kind: 'suffix', name: '.example.com' });
    expect(record('host all all ALL md5').address).toMatchObject({ kind: 'host', name: 'ALL' });
    expect(record('local all all md5').address).toBeUndefined();
  });

  test('ident on a socket is peer; cert implies the whole check', () => {
    expect(record('local all all ident').method).toBe('peer');
    expect(record('hostssl all all all cert').implied).toEqual([{ name: 'clientcert', value: 'verify-full' }]);
    expect(record('hostssl all all all cert', 11).implied).toEqual([{ name: 'clientcert', value: '1' }]);
  });

  test('names out of an @file know where they come from', () => {
    const { users } = record('local all @u peer', 18, { u: 'a\n@v\n', v: 'b\n' });
    expect(users.map(({ token }) => [token.value, token.file.path, token.via?.value, token.via?.file.path])).toEqual([
      ['a', '/data/u', '@u', '/data/pg_hba.conf'],
      ['b', '/data/v', '@u', '/data/pg_hba.conf'],
    ]);
  });
});

describe('errors point at what is wrong', () => {
  test.each([
    ['local,host all all trust', 'several-connection-types', 'host'],
    ['Local all all trust', 'invalid-connection-type', 'Local'],
    ['host all all 10.0.0.1 md5', 'invalid-netmask', 'md5'],
    ['host all all 10.0.0.0/33 md5', 'invalid-prefix-length', '10.0.0.0/33'],
    ['host all all example.com/8 md5', 'host-name-with-mask', 'example.com/8'],
    ['local all all 127.0.0.1/32 md5', 'invalid-method', '127.0.0.1/32'],
    ['local all all md5 foo=bar', 'unknown-option', 'foo=bar'],
    ['local all all md5 map=x', 'option-needs-method', 'map=x'],
    ['host all all all md5 clientcert=verify-ca', 'option-needs-connection-type', 'clientcert=verify-ca'],
    ['local all /( trust', 'invalid-regular-expression', '/('],
    ['local all @none trust', 'at-file-missing', '@none'],
    ['local all all', 'missing-method', 'local all all'],
  ])('%s: %s', (text, code, place) => {
    const broken = record(text);
    expect([broken.error?.code, pointed(broken)]).toEqual([code, place]);
  });

  test('with advice for what people mean', () => {
    const message = (text: string, target: Major = 18) => record(text, target).error?.message;
    expect(message('host all all all gssapi')).toContain('gss is');
    expect(message('host all all all MD5')).toContain('Write md5');
    expect(message('host all all all oauth scope=a issuer=b', 17)).toContain('it came with 18');
    expect(message('host all all all radius', 19)).toContain('its last major was 18');
    expect(message('hostgssenc all all all gss', 11)).toContain('it came with 12');
    expect(message('\ufefflocal all all trust')).toMatch(/^The file starts with a byte order mark/);
    expect(message('# first\n\ufefflocal all all trust')).toMatch(/^The line starts with a byte order mark/);
    expect(message('include x', 15)).toContain('came with 16');
    expect(message('hostssl all all all md5 clientcert=1', 14)).toContain('1 meant verify-ca before 14');
    expect(message('host all all all radius radiusserver=x')).toContain('Write radiusservers');
    expect(message('host all all all md5 clientname=CN', 13)).toContain('it came with 14');
  });

  test('every message is a sentence', () => {
    const lines = [
      'x',
      'local',
      'local all',
      'host all all',
      'host all all 1.2.3.4',
      'local all all md5 x',
      'local all all cert',
    ];
    for (const target of majors) {
      for (const { error } of hba(`${lines.join('\n')}\n`, target).records) expect(error?.message).toMatch(/^\S.*\.$/);
    }
  });
});

describe('settings decide', () => {
  test('hostssl while ssl is off loads, and says that it cannot match', () => {
    const off = record('hostssl all all all md5', 18, {}, configurationOf({ ssl: false }));
    expect(off).toMatchObject({
      method: 'md5',
      error: { severity: 'warning', code: 'ssl-is-off', shownByServer: true },
    });
    expect(record('hostssl all all all md5', 18, {}, configurationOf({ ssl: true })).error).toBeUndefined();
  });

  test('nothing is said of ssl where no postgresql.conf is known', () => {
    const unknown = { ...configurationOf({}), main: undefined };
    expect(record('hostssl all all all md5', 18, {}, unknown).error).toBeUndefined();
  });

  test('md5 does not go with db_user_namespace, which 17 dropped', () => {
    const namespaces = configurationOf({ db_user_namespace: true });
    expect(record('local all all md5', 16, {}, namespaces).error?.code).toBe('md5-with-db-user-namespace');
    expect(record('local all all scram-sha-256', 16, {}, namespaces).error).toBeUndefined();
    expect(record('local all all md5', 17, {}, namespaces).error).toBeUndefined();
  });

  // Observed on 18.4.
  test.each([
    ['v1', '', undefined],
    ['v1,v2', '', 'oauth-without-validator'],
    ['v1,v2', ' validator=v2', undefined],
    ['v1,v2', ' validator=v3', 'unknown-validator'],
    ['"v1', '', 'invalid-oauth-libraries'],
    ['', '', 'oauth-without-libraries'],
    ['v1', ' map=m delegate_ident_mapping=1', 'map-with-delegation'],
    ['v1', ' map= delegate_ident_mapping=1', 'map-with-delegation'],
    ['v1', ' map=m delegate_ident_mapping=yes', undefined],
  ])('oauth with libraries %j and options %j', (libraries, options, code) => {
    const configuration = configurationOf({ oauth_validator_libraries: libraries });
    const text = `host all all all oauth scope=s issuer=i${options}`;
    expect(record(text, 18, {}, configuration).error?.code).toBe(code);
  });

  test('without a postgresql.conf, an oauth record is only assumed to lack a library', () => {
    const reading = hba('local all all oauth scope=s issuer=i\n', 18, {}, { ...configurationOf({}), main: undefined });
    expect(reading.loads).toBe(true);
    expect(reading.records[0]!.error).toMatchObject({ severity: 'error', assumes: 'oauth_validator_libraries' });
  });

  // 18.4 and 19rc1 refuse each of these whatever the settings and the interfaces are.
  test.each([
    ['host all all all oauth scope=s issuer=i map=m delegate_ident_mapping=1', 'map-with-delegation'],
    ['host all all fe80::1%nowhere/64 nonsense', 'invalid-method'],
    ['host all all fe80::1%nowhere/64 peer', 'peer-not-local'],
    ['hots all all @/etc/addresses trust', 'invalid-connection-type'],
  ])('what is left open does not hide what is certain: %s', (text, code) => {
    const reading = hba(`${text}\n`, 18, {}, { ...configurationOf({}), main: undefined });
    expect(reading.records[0]!.error).toMatchObject({ severity: 'error', code });
    expect(reading.records[0]!.error).not.toHaveProperty('assumes');
    expect(reading.loads).toBe(false);
  });
});

describe('what files alone do not decide', () => {
  test('names that need DNS', () => {
    const radius = (server: string) => record(`host all all all radius radiusservers=${server} radiussecrets=s`);
    expect(radius('radius.example.com')).toMatchObject({ error: undefined, undecidable: [expect.any(String)] });
    expect(radius('localhost')).toMatchObject({ error: undefined, undecidable: [] });
    expect(radius('127.1')).toMatchObject({ error: undefined, undecidable: [] });
    expect(radius('no.such.host.invalid').error?.code).toBe('unknown-radius-server');
  });

  test('files that are not read', () => {
    const names = record('local all a,@/etc/names trust');
    expect(names).toMatchObject({
      error: undefined,
      users: [{ kind: 'name' }, { kind: 'unknown', value: '@/etc/names' }],
    });
    expect(record('local all all @/etc/method')).toMatchObject({
      method: undefined,
      error: { severity: 'warning', code: 'file-not-read' },
    });
    const reading = hba('include /etc/more.conf\n', 18);
    expect(reading).toMatchObject({
      loads: true,
      records: [],
      errors: [{ code: 'file-not-read', severity: 'warning' }],
    });
  });

  test('files that draw in themselves: refused from 16 on, a crash before', () => {
    expect(record('local @a all trust', 18, { a: 'x @a\n' }).error?.code).toBe('nesting-too-deep');
    expect(record('local @a all trust', 15, { a: 'x @b\n', b: '@a\n' }).error?.code).toBe('file-recursion');
  });

  test('files that draw in each other many times over end soon', () => {
    const wide = `${'include pg_hba.conf\n'.repeat(20)}local all all trust\n`;
    const reading = hba(wide, 18);
    expect(reading.loads).toBe(false);
    expect(reading.errors.some(({ code }) => code === 'nesting-too-wide')).toBe(true);
    const names = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`n${at}`, `${`@n${at + 1} `.repeat(50)}\n`]),
    );
    expect(record('local @n0 all trust', 18, { ...names, n9: 'x' }).error?.code).toBe('nesting-too-wide');
  });
});
