import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const ssl = ' SSL enabled (protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384, bits=256)';

interface Said {
  host: string;
  user: string;
  database: string;
  method: string;
  line: number;
  tls?: boolean;
}

/** A log of logins that got in. */
function logOf(logins: readonly Said[]): string {
  return logins
    .flatMap(({ host, user, database, method, line, tls }) => [
      `connection received: host=${host}${host === '[local]' ? '' : ' port=5000'}`,
      `connection authenticated: identity="x" method=${method} (/data/pg_hba.conf:${line})`,
      `connection authorized: user=${user} database=${database}${tls ? ssl : ''}`,
    ])
    .map((text, index) => `2026-11-20 10:00:00.000 UTC [${Math.floor(index / 3)}] LOG:  ${text}\n`)
    .join('');
}

const today = `local all all peer
hostssl app alice,anna 10.0.0.0/8 scram-sha-256
host app bob 10.1.2.99/32 reject
host app bob 10.1.0.0/16 md5
host all +ops all md5
`;
const app = { database: 'app', method: 'scram-sha-256', line: 2, tls: true };
const bob = { user: 'bob', database: 'app', method: 'md5', line: 4 };

function generate(logins: readonly Said[], args: string[] = [], hba = today): Promise<Outcome> {
  const folder = makeFolder({ 'pg_hba.conf': hba, 'server.log': logOf(logins) });
  return runIn(folder, ['replay', '--log', 'server.log', '--postgres', '16', 'pg_hba.conf', '--generate', ...args]);
}

/** The records, spaces aside. */
async function recordsFor(...args: Parameters<typeof generate>): Promise<string[]> {
  const { output } = await generate(...args);
  return output
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll(/ +/g, ' '));
}

const noGss = 'hostgssenc replication,all all all reject';

describe('pgconflint replay --generate', () => {
  test('takes roles, databases and neighbouring addresses together, and says how many logins a record is for', async () => {
    const logins = ['alice', 'anna'].flatMap((user) =>
      [0, 1, 2, 3].map((n) => ({ ...app, user, host: `10.1.2.${n}` })),
    );
    const { code, output, errors } = await generate([...logins, logins[0]!]);
    expect([code, errors]).toEqual([0, '']);
    expect(
      output,
    ).toBe(`# Who got in from 2026-11-20 10:00:00.000 UTC to 2026-11-20 10:00:00.000 UTC, let in as by pg_hba.conf, and nobody else.
# Addresses: those from which they came.

# 9 logins, 8 different, the last 2026-11-20 10:00:00.000 UTC, as by pg_hba.conf:2
hostssl  app  alice,anna  10.1.2.0/30  scram-sha-256
`);
  });

  test('lets in no other address, unless it is asked to', async () => {
    const logins = [{ ...app, user: 'alice', host: '10.1.2.3' }];
    expect(await recordsFor(logins)).toEqual(['hostssl app alice 10.1.2.3/32 scram-sha-256']);
    expect(await recordsFor(logins, ['--network', '24'])).toEqual(['hostssl app alice 10.1.2.0/24 scram-sha-256']);
    expect(await recordsFor(logins, ['--network', 'records'])).toEqual(['hostssl app alice 10.0.0.0/8 scram-sha-256']);
  });

  test('keeps out of a network whom the files keep out, with one record in place of many networks', async () => {
    expect(await recordsFor([{ ...bob, host: '10.1.2.98' }], ['--network', '24'])).toEqual([
      noGss,
      'hostnossl app bob 10.1.2.99/32 reject',
      'hostnossl app bob 10.1.2.0/24 md5',
    ]);
  });

  test('groups IPv6 addresses by their own length', async () => {
    const hba = 'host all all all md5\n';
    const logins = ['fd00::1', 'fd00::2:1'].map((host) => ({ ...bob, host, line: 1 }));
    expect(await recordsFor(logins, ['--network', '24,64'], hba)).toEqual([noGss, 'hostnossl app bob fd00::/64 md5']);
    expect(await recordsFor(logins, ['--network', '24'], hba)).toHaveLength(3);
  });

  test('learns from the log who is a member', async () => {
    const carl = { user: 'carl', database: 'x', method: 'md5', line: 5, host: '10.4.2.1' };
    expect(await recordsFor([carl], ['--network', '24'])).toEqual([noGss, 'hostnossl x carl 10.4.2.0/24 md5']);
    const { code, output, errors } = await generate([carl, { ...carl, user: 'dora', line: 7 }]);
    expect([code, errors]).toEqual([
      1,
      'pgconflint: not let in: 1 login (the files do not tell which record lets them in).\n',
    ]);
    expect(output).not.toContain('dora');
  });

  test('writes names so that they mean themselves, and leaves out those that no record can name', async () => {
    const names = ['all', '+x', '/x', '@x', 'a b', 'a,b', 'say "x"', 'replication', 'Ünal', '#x'];
    const hba = 'host all all all md5\n';
    const logins = names.map((user) => ({ ...bob, user, host: '10.1.2.3', line: 1 }));
    expect(await recordsFor(logins, [], hba)).toEqual([
      noGss,
      String.raw`hostnossl app "#x","+x","/^\/x$","@x","a b","a,b","all","replication","say ""x""","Ünal" 10.1.2.3/32 md5`,
    ]);
    const { code, output, errors } = await generate(
      [...logins, { ...bob, user: 'x\u001b[2J', host: '10.1.2.3', line: 1 }],
      [],
      hba,
    );
    expect([code, errors]).toEqual([1, expect.stringContaining('the name cannot be written in a record')]);
    expect(output).not.toContain('\u001b');
  });

  test.each([
    [['--network', 'wide'], '--network accepts a length'],
    [['--network', '33'], '--network accepts a length'],
    [['--unused'], '--generate prints a pg_hba.conf'],
    [['--format', 'json'], '--generate prints a pg_hba.conf'],
  ])('refuses %j', async (args, message) => {
    const { code, errors } = await generate([{ ...bob, host: '10.1.2.3' }], args);
    expect([code, errors]).toEqual([2, expect.stringContaining(message)]);
  });

  test('has nothing to say where the files let in none of the logins', async () => {
    const { code, output, errors } = await generate([{ ...bob, host: '10.1.2.3' }], [], 'local all all peer\n');
    expect([code, output, errors]).toEqual([2, '', expect.stringContaining('there is nothing to generate')]);
  });
});
