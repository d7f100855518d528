import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

let folder: string;

const logins = `members:
  alice: [ops]
  ops: dba
logins:
  - {user: alice, database: app, from: 10.1.2.3, tls: true, expect: scram-sha-256}
  - user: alice
    database: app
    from: local
    expect: {line: 2}
  - {user: bob, database: app, from: 192.0.2.1, hostname: '', expect: implicit-reject}
  - {user: mallory, database: app, from: 192.0.2.1, expect: reject}
  - {user: 007, from: local, database: yes}
  - {user: bob, from: local, replication: true, expect: peer}
`;

beforeAll(() => {
  folder = makeFolder({
    'main/PG_VERSION': '16\n',
    'main/postgresql.conf': 'ssl = on\n',
    'main/pg_hba.conf': [
      'local replication all peer map=m',
      'local all all peer',
      'hostssl app +dba 10.0.0.0/8 scram-sha-256',
      'host all mallory all reject',
      'host all all .example.com md5',
      'include more.conf',
      '',
    ].join('\n'),
    'main/more.conf': 'host all carol 0.0.0.0/0 trust\n',
    'logins.yaml': logins,
    'alias.yaml': 'logins: *none\n',
    'failing.yaml': logins.replace('{line: 2}', '{line: 3}').replace('expect: scram-sha-256', 'expect: md5'),
    'loose/pg_hba.conf': 'host all all samenet trust\nhost all all all reject\n',
    'broken/pg_hba.conf': 'nonsense\nlocal all all trust\n',
    'plain/postgresql.conf': 'ssl = off\n',
    'plain/pg_hba.conf': 'host all all all md5\n',
  });
});

function who(...args: string[]): Promise<Outcome> {
  return runIn(folder, ['who', ...args]);
}

async function answer(...args: string[]): Promise<Record<string, unknown>> {
  const { output, code } = await who(...args, '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(output);
}

const alice = ['--user', 'alice', '--database', 'app'];

describe('pgconflint who', () => {
  test('names the record that decides, and why others do not', async () => {
    const asked = [...alice, '--from', '10.1.2.3', '--tls', '--member-of', 'ops,dba', 'main'];
    expect(await answer(...asked)).toEqual({
      decision: { file: 'pg_hba.conf', line: 3, method: 'scram-sha-256', options: [] },
      verdict: 'authenticate',
      depends: [],
      passed: [1, 2].map((line) => ({
        file: 'pg_hba.conf',
        line,
        part: 'transport',
        why: 'local records do not take connections over TLS',
      })),
    });
    const { output } = await who(...asked);
    expect(output).toContain('pg_hba.conf:3 decides: scram-sha-256\n  hostssl app +dba 10.0.0.0/8 scram-sha-256\n');
    expect(output).toContain('pg_hba.conf:1-2  local records do not take connections over TLS\n');
  });

  test('says on what it depends', async () => {
    const asked = [...alice, '--from', '10.1.2.3', '--tls', 'main'];
    const { decision, verdict, depends, possible } = await answer(...asked);
    expect([decision, verdict]).toEqual([null, 'depends']);
    expect(depends).toEqual([
      expect.objectContaining({ file: 'pg_hba.conf', line: 3, kind: 'membership', subject: 'dba' }),
      expect.objectContaining({ file: 'pg_hba.conf', line: 5, kind: 'host-name', subject: '.example.com' }),
    ]);
    expect(possible).toEqual([expect.objectContaining({ line: 3 }), expect.objectContaining({ line: 5 }), null]);
    const named = await answer(...asked, '--member-of', '', '--hostname', 'db.EXAMPLE.com');
    expect(named['decision']).toMatchObject({ line: 5, method: 'md5' });
    const nameless = await answer(...asked, '--member-of', '', '--hostname', '');
    expect(nameless['verdict']).toBe('implicit-reject');
    expect((await answer(...alice, '--from', '127.9.9.9', 'loose'))['verdict']).toBe('authenticate');
    expect((await answer(...alice, '--from', '10.9.9.9', 'loose'))['verdict']).toBe('depends');
  });

  test('knows the Unix socket, replication, includes and rejection', async () => {
    expect((await answer(...alice, '--local', 'main'))['decision']).toMatchObject({ line: 2 });
    expect((await answer('--user', 'a', '--local', '--replication', 'main'))['decision']).toEqual({
      file: 'pg_hba.conf',
      line: 1,
      method: 'peer',
      options: ['map=m'],
    });
    expect((await answer('--user', 'a', '--local', '--replication=database', 'main'))['decision']).toMatchObject({
      line: 2,
    });
    const carol = await answer('--user', 'carol', '--from', '10.0.0.1', '--hostname', '', 'main/pg_hba.conf');
    expect(carol['decision']).toMatchObject({ file: 'more.conf', line: 1, method: 'trust' });
    expect((await answer('--user', 'mallory', '--from', '::1', 'main'))['verdict']).toBe('reject');
  });

  test('cuts names to 63 bytes and takes the role for the database, as the server does', async () => {
    const name = 'x'.repeat(70);
    const files = makeFolder({ 'pg_hba.conf': `local sameuser all peer\nlocal ${'x'.repeat(63)} all md5\n` });
    expect((await answer('--user', name, '--local', files))['decision']).toMatchObject({ line: 1 });
    expect((await answer('--user', 'y', '--database', name, '--local', files))['decision']).toMatchObject({ line: 2 });
  });

  test('remarks on files that the server refuses and on TLS without ssl', async () => {
    const broken = await who(...alice, '--local', 'broken');
    expect(broken.output).toContain('pg_hba.conf:2 decides: trust');
    expect(broken.errors).toContain('The server refuses this file');
    expect((await who(...alice, '--from', '::1', '--tls', 'plain')).errors).toContain('ssl is off');
    expect((await who(...alice, '--from', '::1', 'plain')).errors).toBe('');
  });

  test.each([
    [['--local'], 'Say who logs in'],
    [['alice'], 'Say who logs in: --user NAME'],
    [['--user', 'a', '--from', '10.0.0.0/8'], '--from: "10.0.0.0/8" is a network; a login comes from one address'],
    [['--user', 'a'], 'Say where the login comes from'],
    [['--user', 'a', '--local', '--from', '::1'], '--from and --local exclude each other; write one of them.'],
    [['--user', 'a', '--from', 'localhost'], '"localhost" is neither an address'],
    [['--user', 'a', '--from', '::1', '--tls', '--gss'], 'never with both'],
    [['--test', 'logins.yaml', '--tls'], 'leave out --tls'],
    [['--test', 'none.yaml'], 'none.yaml does not exist.'],
    [['--test', 'alias.yaml'], 'alias.yaml:1:9: Unresolved alias'],
    [['--user', 'a', '--local', '--format', 'xml'], 'There is no format “xml”; the formats are text, json, junit.'],
    [['--user', 'a', '--local', '--format', 'junit'], 'JUnit is for many logins: --test FILE'],
    [['--user', 'a', '--local', '--server-address', 'db1'], '--server-address: “db1” is not an address in numbers'],
    [['--user', 'a', '--local', '--server-address', '10.0.0.1/33'], '“10.0.0.1/33” is not an address in numbers'],
  ])('refuses %j', async (args, message) => {
    const { code, errors } = await who(...args, 'main');
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});

describe('pgconflint who --server-address', () => {
  test.each([
    ['10.9.9.9', '10.9.0.5/16', 'authenticate'],
    ['10.9.9.9', '10.8.0.5/16,10.9.0.5/24', 'reject'],
    ['10.9.0.5', '10.9.0.5', 'authenticate'],
    ['10.9.9.9', '10.9.0.5', 'depends'],
    ['127.9.9.9', '10.9.0.5/16', 'authenticate'],
    ['fd00::9', ' fd00::5/64, 10.9.0.5/16', 'authenticate'],
    ['fd00::9', '10.9.0.5', 'reject'],
  ])('%s at a server with %s', async (from, addresses, verdict) => {
    const asked = [...alice, '--from', from, '--server-address', addresses, 'loose'];
    expect((await answer(...asked))['verdict']).toBe(verdict);
  });

  test('holds for a file of logins, too', async () => {
    const logins = { 'l.yaml': 'logins: [{user: a, database: b, from: 10.9.9.9, expect: trust}]\n' };
    const asked = ['who', '--test', 'l.yaml', '--server-address', '10.9.0.5/16', `${folder}/loose`];
    expect((await runIn(makeFolder(logins), asked)).output).toBe('1 login: 1 as expected, 0 not\n');
  });
});

describe('pgconflint who with map=', () => {
  const mappings = [
    'm root postgres',
    'm /^(.*)@example\\.com$ \\1',
    'm /^adm_ +dba',
    'other x alice',
    'm backup_user backup',
    'm /^x$ \\1',
    '',
  ];

  function cluster(ident: string, hba = 'local all all peer map=m\n', conf = ''): string {
    return makeFolder({ PG_VERSION: '16\n', 'postgresql.conf': conf, 'pg_hba.conf': hba, 'pg_ident.conf': ident });
  }

  async function systemUsers(role: string, path: string, ...more: string[]): Promise<unknown> {
    return (await answer('--user', role, '--local', ...more, path))['systemUsers'];
  }

  test('names the system users that may become the role', async () => {
    const path = cluster(mappings.join('\n'));
    const [file, regularExpression] = ['pg_ident.conf', true];
    const byDomain = { file, line: 2, systemUser: '^(.*)@example\\.com$', regularExpression };
    expect(await systemUsers('postgres', path, '--member-of', '')).toEqual({
      map: 'm',
      mappings: [
        { file, line: 1, systemUser: 'root', regularExpression: false },
        { ...byDomain, group: 'postgres' },
      ],
    });
    const byGroup = { file, line: 3, systemUser: '^adm_', regularExpression };
    expect(await systemUsers('alice', path)).toEqual({
      map: 'm',
      mappings: [
        { ...byDomain, group: 'alice' },
        { ...byGroup, ifMemberOf: 'dba' },
      ],
    });
    expect(await systemUsers('alice', path, '--member-of', 'dba')).toMatchObject({ mappings: [{}, byGroup] });
    const { output } = await who('--user', 'alice', '--local', path);
    expect(output).toContain(
      [
        'By map=m these system users become alice:',
        '  pg_ident.conf:2  whoever /^(.*)@example\\.com$ matches with “alice” as its',
        '    first group',
        '  pg_ident.conf:3  whoever /^adm_ matches, if alice is a member of dba',
        '',
      ].join('\n'),
    );
  });

  test('says where there is nobody, and where that is not known', async () => {
    const nobody = await who('--user', 'alice', '--local', cluster('m root postgres\n'));
    expect(nobody.output).toContain('No mapping of map=m leads to alice: the server rejects everyone.\n');
    const refused = await who('--user', 'postgres', '--local', cluster('m root postgres\nm root\n'));
    expect(refused.output).toContain('The server refuses pg_ident.conf, so nobody becomes postgres by map=m.\n');
    const loose = makeFolder({ 'pg_hba.conf': 'local all all peer map=m\n' });
    expect(await systemUsers('alice', loose)).toEqual({ map: 'm', mappings: null });
    expect(await systemUsers('alice', cluster('', 'local all all peer\n'))).toBeUndefined();
  });

  test('replaces \\1 within a role once up to 18 and everywhere from 19 on, and knows where letter case does not count', async () => {
    const within = cluster('m /^(.*)@x$ app_\\1_\\1\n');
    expect(await systemUsers('app_a_\\1', within)).toMatchObject({ mappings: [{ group: 'a' }] });
    expect(await systemUsers('app_a_a', within)).toMatchObject({ mappings: [] });
    // As peer logins on servers of 18 and 19rc1 went.
    expect(await systemUsers('app_a_a', within, '--postgres', '19')).toMatchObject({ mappings: [{ group: 'a' }] });
    expect(await systemUsers('app_a_\\1', within, '--postgres', '19')).toMatchObject({ mappings: [] });
    expect(await systemUsers('app_a_bc', within, '--postgres', '19')).toMatchObject({ mappings: [] });
    const gss = (conf: string) => cluster('m Alice@X alice\n', 'host all all all gss map=m\n', conf);
    const asked = ['--user', 'ALICE', '--from', '10.0.0.1'];
    expect((await answer(...asked, gss('krb_caseins_users = on\n')))['systemUsers']).toMatchObject({ mappings: [{}] });
    expect((await answer(...asked, gss('')))['systemUsers']).toMatchObject({ mappings: [] });
  });
});

describe('pgconflint who --test', () => {
  test('gives JUnit a case for each login', async () => {
    const { code, output } = await who('--test', 'failing.yaml', '--format', 'junit', 'main');
    expect(code).toBe(1);
    expect(output).toContain('<testsuite name="failing.yaml" file="failing.yaml" tests="6" failures="2"');
    expect(output).toContain('<testcase name="bob for physical replication through the Unix socket"');
    expect(output).toContain('message="expected md5, but pg_hba.conf:3 decides: scram-sha-256"');
    expect(output).toContain('failing.yaml:5:5: alice to app from 10.1.2.3 over TLS: expected md5');
    const refused = await runIn(makeFolder({ l: 'logins: [{user: a, database: b, from: local, expect: trust}]' }), [
      ...['who', '--test', 'l', '--format', 'junit', `${folder}/broken`],
    ]);
    expect(refused.output).toContain('failures="1"');
  });

  test('is silent about what is as expected', async () => {
    expect(await who('--test', 'logins.yaml', 'main')).toEqual({
      code: 0,
      output:
        '007 to yes through the Unix socket: pg_hba.conf:2 decides: peer\n6 logins: 5 as expected, 0 not, 1 without an expectation\n',
      errors: '',
    });
  });

  test('says what decided instead, with the place in the file', async () => {
    const { code, output } = await who('--test', 'failing.yaml', 'main');
    expect(code).toBe(1);
    expect(output.split('\n').slice(0, 2)).toEqual([
      'failing.yaml:5:5: alice to app from 10.1.2.3 over TLS: expected md5, but pg_hba.conf:3 decides: scram-sha-256',
      'failing.yaml:6:5: alice to app through the Unix socket: expected pg_hba.conf:3, but pg_hba.conf:2 decides: peer',
    ]);
  });

  test('answers in full as JSON, in order, from JSON too', async () => {
    const file = JSON.stringify({
      members: { alice: ['dba'] },
      logins: [
        { user: 'alice', database: 'app', from: '10.1.2.3', tls: true, expect: { file: 'pg_hba.conf', line: 3 } },
        { user: 'carol', database: 'app', from: '10.0.0.1', hostname: '', expect: { file: 'main/more.conf', line: 1 } },
        { user: 'carol', database: 'app', from: '10.0.0.1', tls: null, expect: null },
      ],
    });
    const { code, output } = await runIn(makeFolder({ 'l.json': file }), [
      'who',
      '--test',
      'l.json',
      '--format',
      'json',
      `${folder}/main`,
    ]);
    expect(code).toBe(0);
    const answers = JSON.parse(output);
    expect(answers.map((one: Record<string, unknown>) => [one['verdict'], one['ok']])).toEqual([
      ['authenticate', true],
      ['authenticate', true],
      ['depends', undefined],
    ]);
    expect(answers[0].decision).toEqual({ file: 'pg_hba.conf', line: 3, method: 'scram-sha-256', options: [] });
    expect(answers[0].passed).toHaveLength(2);
  });

  test.each([
    ['logins:\n  - {user: a, database: b}\n', '2:5: The login has no from.'],
    ['logins:\n  - {user: a, database: b, from: nowhere}\n', '2:34: "nowhere" is neither'],
    ['logins:\n  - {user: a, database: b, form: local}\n', '2:34: There is no key form; did you mean from?'],
    ['logins:\n  - {user: a, database: b, from: local, expect: scram}\n', '2:49: expect takes a method'],
    ['logins:\n  - {user: a, database: b, from: local, tls: maybe}\n', '2:46: tls is true or false.'],
    ['logins: [\n', '2:1: '],
    ['{"logins": [{"user": "a",\n "database": "b", "from": "1.2.3"}, 3]}', '2:37: A login must be'],
    ['members: {}\n', '1:1: There is no list of logins'],
    ['logins: []\n', '1:9: The list of logins is empty, so nothing would be tested.'],
    ['logins:\n', '1:8: The list of logins is empty'],
  ])('names the place of an error: %j', async (text, message) => {
    const { code, errors } = await runIn(makeFolder({ f: text }), ['who', '--test', 'f', `${folder}/loose`]);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain('f:');
  });

  test('a file that the server refuses meets no expectation', async () => {
    const files = makeFolder({ l: 'logins: [{user: a, database: b, from: local, expect: trust}]' });
    const { code, errors } = await runIn(files, ['who', '--test', 'l', `${folder}/broken`]);
    expect(code).toBe(1);
    expect(errors).toContain('The server refuses this file');
  });
});
