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
    [['--user', 'a'], 'Say where the login comes from'],
    [['--user', 'a', '--local', '--from', '::1'], '--from and --local exclude each other; write one of them.'],
    [['--user', 'a', '--from', 'localhost'], '"localhost" is neither an address'],
    [['--user', 'a', '--from', '::1', '--tls', '--gss'], 'never with both'],
    [['--test', 'logins.yaml', '--tls'], 'leave out --tls'],
    [['--test', 'none.yaml'], 'none.yaml does not exist.'],
    [['--test', 'alias.yaml'], 'alias.yaml:1:9: Unresolved alias'],
    [['--user', 'a', '--local', '--format', 'xml'], 'There is no format “xml”; the formats are text, json.'],
  ])('refuses %j', async (args, message) => {
    const { code, errors } = await who(...args, 'main');
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});

describe('pgconflint who --test', () => {
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
