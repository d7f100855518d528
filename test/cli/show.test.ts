import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

let folder: string;

beforeAll(() => {
  folder = makeFolder({
    'main/postgresql.conf': 'ssl = off\nwork_mem = 4MB\n',
    'main/pg_hba.conf':
      'local a @roles peer map=m\nhostssl all all 10.1 255.0.255.0 md5\nbroken\ninclude sub/more.conf\n',
    'main/sub/more.conf': 'host all all fe80::1/10 reject\n',
    'main/roles': 'x "y z"\n',
    'main/pg_ident.conf': 'm /^(.*)@x$ \\1\n',
    'main/pg_hosts.conf': '*.example.com,b a.crt a.key\n* a.crt\n',
    'other/pg_hba.conf': '# nothing\n',
    'loose/any.txt': 'local all all trust\n',
  });
});

function show(...args: string[]): Promise<Outcome> {
  return runIn(folder, ['show', ...args]);
}

async function rows(...args: string[]): Promise<Record<string, unknown>[]> {
  return JSON.parse((await show(...args, '--format', 'json')).output);
}

describe('pgconflint show', () => {
  test('shows the records of a cluster as the view does', async () => {
    const broken = 'not a connection type';
    expect(await rows('hba', 'main', '--postgres', '16')).toEqual([
      {
        rule_number: 1,
        file_name: 'pg_hba.conf',
        line_number: 1,
        type: 'local',
        database: ['a'],
        user_name: ['x', 'y z'],
        address: null,
        netmask: null,
        auth_method: 'peer',
        options: ['map=m'],
        error: null,
      },
      {
        rule_number: null,
        file_name: 'pg_hba.conf',
        line_number: 2,
        type: 'hostssl',
        database: ['all'],
        user_name: ['all'],
        address: '10.0.0.1',
        netmask: '255.0.255.0',
        auth_method: 'md5',
        options: null,
        error: expect.stringContaining('ssl is off'),
      },
      {
        rule_number: null,
        file_name: 'pg_hba.conf',
        line_number: 3,
        type: null,
        database: null,
        user_name: null,
        address: null,
        netmask: null,
        auth_method: null,
        options: null,
        error: expect.stringContaining(broken),
      },
      {
        rule_number: 2,
        file_name: 'sub/more.conf',
        line_number: 1,
        type: 'host',
        database: ['all'],
        user_name: ['all'],
        address: 'fe80::1',
        netmask: 'ffc0::',
        auth_method: 'reject',
        options: null,
        error: null,
      },
    ]);
  });

  test('takes the major into account', async () => {
    const [, , , include] = await rows('hba', 'main', '--postgres=15');
    expect(include).toMatchObject({ line_number: 4, type: null, error: expect.stringContaining('came with 16') });
  });

  test('takes a file whatever its name, and knows nothing of ssl then', async () => {
    expect(await rows('hba', 'loose/any.txt')).toMatchObject([{ file_name: 'any.txt', type: 'local' }]);
    expect(await rows('hba', 'main/sub/more.conf')).toMatchObject([{ file_name: 'more.conf', rule_number: 1 }]);
  });

  test('shows mappings, host entries and settings', async () => {
    expect(await rows('ident', 'main')).toEqual([
      {
        map_number: 1,
        file_name: 'pg_ident.conf',
        line_number: 1,
        map_name: 'm',
        sys_name: '/^(.*)@x$',
        pg_username: '\\1',
        error: null,
      },
    ]);
    expect(await rows('hosts', 'main/pg_hosts.conf', '--postgres', '19')).toMatchObject([
      { line_number: 1, host_names: ['*.example.com', 'b'], certificate: 'a.crt', key: 'a.key', ca: null, error: null },
      { line_number: 2, host_names: null, error: expect.stringContaining('ends before its key') },
    ]);
    expect(await rows('settings', 'main')).toMatchObject([
      {
        sourcefile: 'postgresql.conf',
        sourceline: 1,
        seqno: 1,
        name: 'ssl',
        setting: 'off',
        applied: true,
        error: null,
      },
      { sourcefile: 'postgresql.conf', sourceline: 2, seqno: 2, name: 'work_mem' },
    ]);
  });

  test('prints a table, empty values as nothing', async () => {
    const { output } = await show('ident', 'main');
    expect(output).toBe(
      'file_name: pg_ident.conf\n\n' +
        'map_number  line_number  map_name  sys_name   pg_username  error\n' +
        '----------  -----------  --------  ---------  -----------  -----\n' +
        '1           1            m         /^(.*)@x$  \\1\n',
    );
  });

  test('says beside the rows what they do not say', async () => {
    expect(await show('hba', 'other', '--format', 'json')).toMatchObject({
      code: 0,
      output: '[]\n',
      errors: expect.stringContaining('has no record'),
    });
  });

  test.each([
    [[], 'Say what to show'],
    [['tables', 'main'], 'Say what to show'],
    [['hba'], 'Name one file or folder'],
    [['hba', 'main', 'other'], 'Name one file or folder'],
    [['hba', 'main', '--format', 'csv'], 'There is no format “csv”; the formats are table, json.'],
    [['hba', 'main', '--postgres', '9'], '--postgres accepts a major'],
    [['hba', 'nowhere'], 'does not exist'],
    [['ident', 'other'], 'has no pg_ident.conf'],
    [['settings', 'other'], 'has no postgresql.conf'],
    [['hba', 'main', '--server-name', 'x'], '--server-name goes with show hosts.'],
  ])('%j is bad usage', async (args, message) => {
    expect(await show(...args)).toMatchObject({ code: 2, output: '', errors: expect.stringContaining(message) });
  });
});

// What servers of 19 do: test/servers/logins/server-names.ts compares handshakes.
describe('show hosts --server-name', () => {
  const hosts = 'a.example.com,B.Example.com one.crt x.key\n* other.crt x.key\n';
  const met = async (name: string, files: Record<string, string>) => {
    const args = ['show', 'hosts', '.', '--server-name', name, '--postgres', '19', '--format', 'json'];
    const { output, errors } = await runIn(makeFolder(files), args);
    const [row] = JSON.parse(output);
    return row?.certificate ?? errors;
  };

  test.each([
    ['b.example.COM', 'one.crt'],
    ['c.example.com', 'other.crt'],
    ['/no_sni/', 'other.crt'],
  ])('a client that asks for %s meets %s', async (name, certificate) => {
    expect(await met(name, { 'pg_hosts.conf': hosts })).toBe(certificate);
    expect(await met(name, { 'pg_hosts.conf': hosts, 'postgresql.conf': 'ssl_sni = on\n' })).toBe(certificate);
  });

  test('an entry for clients that ask for none comes before that of *', async () => {
    expect(await met('/no_sni/', { 'pg_hosts.conf': `${hosts}/no_sni/ none.crt x.key\n` })).toBe('none.crt');
  });

  test.each([
    ['x', 'a one.crt x.key\n', undefined, /asks for x is refused/],
    ['/no_sni/', 'a one.crt x.key\n', undefined, /asks for no name is refused/],
    ['*', 'a one.crt x.key\n', undefined, /is refused/],
    [
      'a',
      'a one.crt x.key\n',
      'ssl_sni = off\n',
      /ssl_sni is off: every client meets the certificate of ssl_cert_file/,
    ],
    ['a', 'a one.crt\n', undefined, /The file has errors/],
  ])('%s with %j meets none', async (name, text, conf, why) => {
    const files = { 'pg_hosts.conf': text, ...(conf === undefined ? {} : { 'postgresql.conf': conf }) };
    expect(await met(name, files)).toMatch(why);
  });
});
