import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LogEntry } from '../../src/logs/entry.js';
import { prefixReader } from '../../src/logs/line-prefix.js';
import { LoggedLogins } from '../../src/logs/logins.js';
import { readMessage } from '../../src/logs/messages.js';
import { readerOf } from '../../src/logs/readers.js';

describe('a prefix', () => {
  test.each<[string, string, object | undefined]>([
    ['%m [%p] ', '2026-11-27 10:00:00.123 UTC [42] ', { time: '2026-11-27 10:00:00.123 UTC', session: '42' }],
    [
      '%t:%r:%u@%d:[%p]:',
      '2026-11-27 10:00:00 UTC:10.1.2.3(5000):bob@app:[42]:',
      { user: 'bob', database: 'app', host: '10.1.2.3' },
    ],
    [
      '%t:%r:%u@%d:[%p]:',
      '2026-11-27 10:00:00 UTC:[local]:b@c@app:[42]:',
      { user: undefined, database: undefined, host: '[local]' },
    ],
    ['%m [%p] %q%u@%d ', '2026-11-27 10:00:00.123 UTC [42] ', { session: '42', user: undefined }],
    ['%m [%p] %q%u@%d ', '2026-11-27 10:00:00.123 UTC [42] bob@app ', { user: 'bob', database: 'app' }],
    ['%-10u|%5p|', 'bob       |   42|', { user: 'bob', session: '42' }],
    ['%c %n %e 100%% ', '6745.2a 1764237600.123 00000 100% ', { session: '6745.2a', time: '1764237600.123' }],
    ['%h.*', '10.1.2.3.*', { host: '10.1.2.3' }],
    ['%m [%p] ', 'something else ', undefined],
  ])('%j of %j', (prefix, text, expected) => {
    const values = prefixReader(prefix)(text);
    if (expected === undefined) expect(values).toBeUndefined();
    else expect(values).toMatchObject(expected);
  });

  test('of any kind is read without an error, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 200 }), (prefix, text) => {
        prefixReader(prefix)(text);
      }),
    );
  });
});

describe('a message', () => {
  const authorized = (rest: string) => readMessage(`connection authorized: user=${rest}`);
  test('tells the names, as far as they are clear, and how the client came', () => {
    expect(authorized('bob database=app')).toMatchObject({ user: 'bob', database: 'app', way: 'plain' });
    const tls = ' SSL enabled (protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384, bits=256, compression=off)';
    expect(authorized(`bob database=app application_name=x y${tls}`)).toMatchObject({ database: 'app', way: 'tls' });
    const gss = ' GSS (authenticated=yes, encrypted=yes, deleg_credentials=no, principal=bob@X)';
    expect(authorized(`bob database=app${gss}`)).toMatchObject({ way: 'gss' });
    expect(authorized('bob database=x database=app')).toMatchObject({ user: undefined, database: undefined });
    expect(authorized('a application_name=b database=app')).toMatchObject({ user: undefined });
    expect(readMessage('replication connection authorized: user=repl')).toMatchObject({
      user: 'repl',
      replication: true,
    });
  });

  test.each([
    ['no pg_hba.conf entry for host "10.1.2.3", user "b", database "d", SSL off', { way: 'plain', database: 'd' }],
    ['no pg_hba.conf entry for host "[local]", user "b", database "d", no encryption', { host: '[local]' }],
    ['pg_hba.conf rejects connection for host "::1", user "b", database "d", SSL encryption', { way: 'tls' }],
    [
      'pg_hba.conf rejects replication connection for host "::1", user "b", GSS encryption',
      { way: 'gss', replication: true },
    ],
    ['no pg_hba.conf entry for replication connection from host "::1", user "b", SSL on', { replication: true }],
  ])('tells a refusal: %s', (message, expected) => {
    expect(readMessage(message)).toMatchObject({ kind: 'refused', user: 'b', ...expected });
  });
});

describe('logins', () => {
  const loginsOf = (...lines: string[]) => {
    const reader = readerOf('stderr', '[%p] ');
    const logins = new LoggedLogins();
    for (const line of lines) {
      const entry = reader.read(line);
      if (entry) logins.add(entry);
    }
    return logins;
  };
  const received = '[1] LOG:  connection received: host=10.1.2.3 port=5000';
  const authorized = '[1] LOG:  connection authorized: user=bob database=app';

  test('are counted, and those that nobody can ask about are counted apart', () => {
    const { logins, leftOut } = loginsOf(
      ...[received, authorized, received, authorized],
      ...[received, '[1] FATAL:  password authentication failed for user "bob"'],
      ...['[2] LOG:  connection authorized: user=bob database=app'],
      ...['[1] LOG:  connection received: host=client.example port=5', authorized],
      ...[received, '[1] LOG:  replication connection authorized: user=repl'],
      'a line of something else',
    );
    expect(logins).toMatchObject([{ count: 2, isLetIn: true, login: { user: 'bob', transport: 'plain' } }]);
    expect(Object.fromEntries(leftOut)).toEqual({
      failed: 1,
      'no client': 1,
      'a name in place of an address': 1,
      replication: 1,
    });
  });

  test('do not come from statements that speak of them', () => {
    const { logins, leftOut } = loginsOf(
      `[1] LOG:  statement: select 'LOG:  connection authorized: user=eve database=app'`,
      `[1] ERROR:  connection authorized: user=eve database=app`,
    );
    expect([logins.length, leftOut.size]).toEqual([0, 0]);
  });
});

test('csv with line ends and quotes in it is read record by record', () => {
  const reader = readerOf('csvlog', '');
  const row = (message: string) =>
    `2026-11-27 10:00:00.123 UTC,"b""b","app",42,"10.1.2.3:5000",6745.2a,1,"x",2026-11-27 10:00:00 UTC,1/1,0,LOG,00000,"${message}",,,,,,,,,"psql","client backend",,0`;
  const lines = [
    ...row('a\nstatement: ""x""\nconnection authorized: y').split('\n'),
    row('connection authorized: user=b database=app'),
  ];
  const entries = lines.flatMap((line): LogEntry[] => [reader.read(line) ?? []].flat());
  expect(entries).toMatchObject([{ user: 'b"b', database: 'app', host: '10.1.2.3', session: '6745.2a' }]);
});
