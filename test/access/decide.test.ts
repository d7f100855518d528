import { describe, expect, test } from '@jest/globals';
import { type Decision, decide } from '../../src/access/decide.js';
import type { Knowledge, Login } from '../../src/access/login.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import type { Major } from '../../src/catalog/majors.js';
import { hba } from '../cluster/reading.js';

interface Case extends Partial<Omit<Login, 'address'>> {
  from?: string;
}

function login({ from, ...rest }: Case): Login {
  const address = from === undefined ? undefined : parseNumericAddress(from)!;
  return { transport: from ? 'plain' : 'local', user: 'alice', database: 'app', replication: false, address, ...rest };
}

function decided(text: string, wanted: Case, target: Major = 18, knowledge: Partial<Knowledge> = {}): Decision {
  return decide(login(wanted), hba(text, target).records, { target, ...knowledge });
}

/** The line that decides, or the verdict where none does. */
function line(...args: Parameters<typeof decided>): number | string {
  const decision = decided(...args);
  return decision.record?.line ?? decision.verdict;
}

describe('decide', () => {
  test('takes the first record that matches', () => {
    const text = 'local all all peer\nhost app alice 10.0.0.0/8 reject\nhost all all all scram-sha-256\n';
    expect(line(text, {})).toBe(1);
    expect(line(text, { from: '10.1.2.3' })).toBe(2);
    expect(line(text, { from: '10.1.2.3', user: 'bob' })).toBe(3);
    expect(line(text, { from: '::1' })).toBe(3);
    expect(decided(text, { from: '10.1.2.3' }).verdict).toBe('reject');
    expect(decided(text, {}).verdict).toBe('authenticate');
    expect(line('local other all peer\n', {})).toBe('implicit-reject');
  });

  test('tells why records before it do not match', () => {
    const text =
      'local all all peer\nhost all all 10.0.0.0/8 md5\nhost x all all md5\nhost all bob all md5\nhost all all all md5\n';
    const { passed } = decided(text, { from: '192.0.2.1' });
    expect(passed.map(({ record, part }) => `${record.line} ${part}`)).toEqual([
      '1 transport',
      '2 address',
      '3 database',
      '4 user',
    ]);
    expect(passed[1]!.why).toContain('10.0.0.0/8');
  });

  test.each([
    ['hostssl', 'no yes no'],
    ['hostnossl', 'yes no yes'],
    ['hostgssenc', 'no no yes'],
    ['hostnogssenc', 'yes yes no'],
    ['host', 'yes yes yes'],
  ])('%s takes plain, TLS and GSSAPI connections: %s', (type, expected) => {
    const answers = (['plain', 'tls', 'gss'] as const).map((transport) =>
      line(`${type} all all all trust\n`, { transport, from: '10.0.0.1' }) === 1 ? 'yes' : 'no',
    );
    expect(answers.join(' ')).toBe(expected);
  });

  test('compares addresses within their family, bit by bit', () => {
    expect(line('host all all ::/0 trust\n', { from: '10.0.0.1' })).toBe('implicit-reject');
    expect(line('host all all 0.0.0.0/0 trust\n', { from: '::ffff:10.0.0.1' })).toBe('implicit-reject');
    expect(line('host all all 10.0.7.0 255.0.255.0 trust\n', { from: '10.99.7.200' })).toBe(1);
    expect(line('host all all 10.0.7.0 255.0.255.0 trust\n', { from: '10.99.8.200' })).toBe('implicit-reject');
    expect(line('host all all 10.1.2.3/8 trust\n', { from: '10.200.0.1' })).toBe(1);
  });

  test('gives physical replication to the keyword only', () => {
    const replication = { replication: true };
    expect(line('local all all trust\n', replication)).toBe('implicit-reject');
    expect(line('local "replication" all trust\n', replication)).toBe('implicit-reject');
    expect(line('local "/.*" all trust\n', replication)).toBe('implicit-reject');
    expect(line('local replication all trust\n', replication)).toBe(1);
    expect(line('local replication all trust\n', { database: 'replication' })).toBe('implicit-reject');
  });

  test('compares databases with users', () => {
    expect(line('local sameuser all trust\n', { database: 'alice' })).toBe(1);
    expect(line('local sameuser all trust\n', {})).toBe('implicit-reject');
    expect(line('local samerole all trust\n', {})).toBe('depends');
    expect(line('local samerole all trust\n', { database: 'alice' })).toBe(1);
  });

  test('follows memberships that are given, and asks for those that are not', () => {
    const text = 'local all +ops trust\nlocal all all reject\n';
    const members = (...pairs: [string, string[]][]) => ({ memberships: new Map(pairs) });
    expect(line(text, {}, 18, members(['alice', ['dba']], ['dba', ['ops']]))).toBe(1);
    expect(line(text, {}, 18, members(['alice', ['dba']]))).toBe(2);
    expect(line(text, { user: 'ops' })).toBe(1);
    const open = decided(text, {});
    expect(open.verdict).toBe('depends');
    expect(open.record).toBeUndefined();
    expect(open.depends.map(({ kind, subject }) => [kind, subject])).toEqual([['membership', 'ops']]);
    expect(open.possible.map((record) => record?.line)).toEqual([1, 2]);
  });

  test('a part that surely does not match settles an open one', () => {
    expect(line('local other +ops trust\nlocal all all trust\n', {})).toBe(2);
    expect(line('host all bob db.example.com trust\nhost all all all trust\n', { from: '10.0.0.1' })).toBe(2);
  });

  test('asks for the names of clients, and compares those that are given', () => {
    const text = 'host all all DB.example.com trust\nhost all all .example.org trust\n';
    expect(line(text, { from: '10.0.0.1' })).toBe('depends');
    expect(line(text, { from: '10.0.0.1', hostName: 'db.Example.com' })).toBe(1);
    expect(line(text, { from: '10.0.0.1', hostName: 'x.example.org' })).toBe(2);
    expect(line(text, { from: '10.0.0.1', hostName: 'example.org' })).toBe('implicit-reject');
    expect(line(text, { from: '10.0.0.1', hostName: null })).toBe('implicit-reject');
    expect(line('host all all "" trust\n', { from: '10.0.0.1' })).toBe('implicit-reject');
  });

  test('knows the loopback, and other interfaces where they are given', () => {
    const interfaces = [{ family: 4 as const, value: 0x0a000005n, mask: 0xffffff00n }];
    expect(line('host all all samehost trust\n', { from: '127.0.0.1' })).toBe(1);
    expect(line('host all all samehost trust\n', { from: '::1' })).toBe(1);
    expect(line('host all all samenet trust\n', { from: '127.9.9.9' })).toBe(1);
    expect(line('host all all samenet trust\n', { from: '10.0.0.9' })).toBe('depends');
    expect(line('host all all samenet trust\n', { from: '10.0.0.9' }, 18, { interfaces })).toBe(1);
    expect(line('host all all samehost trust\n', { from: '10.0.0.9' }, 18, { interfaces })).toBe('implicit-reject');
    expect(line('host all all samehost trust\n', { from: '10.0.0.5' }, 18, { interfaces })).toBe(1);
  });

  test('matches regular expressions from 16 on', () => {
    const text = 'local "/^app_\\d+$" "/^a" trust\n';
    expect(line(text, { database: 'app_1' })).toBe(1);
    expect(line(text, { database: 'app_x' })).toBe('implicit-reject');
    expect(line(text, { database: 'app_1' }, 15)).toBe('implicit-reject');
    expect(line(text, { database: '/^app_\\d+$', user: '/^a' }, 15)).toBe(1);
  });

  test('says which file would have to be read', () => {
    const records = hba('local @/elsewhere/names all trust\nlocal all all peer\n', 18).records;
    const decision = decide(login({}), records, { target: 18 });
    expect(decision.depends.map(({ kind }) => kind)).toEqual(['unread-file']);
  });
});
