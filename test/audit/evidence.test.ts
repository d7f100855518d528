import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../rules/index.js';
import { rulesOfControl } from '../../src/audit/controls.js';
import { benchmarks } from '../../src/catalog/benchmarks/index.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

interface Control {
  id: string;
  status: string;
  evidence: { kind: string; place?: string; text: string }[];
}

interface Report {
  benchmark: { edition: string; published: string | null };
  clusters: { target: number; because: string; files: { path: string; sha256: string }[] }[];
  controls: Control[];
}

async function report(folder: string, benchmark: string, ...more: string[]): Promise<Report> {
  const { output } = await runIn(folder, ['audit', '.', '--benchmark', benchmark, '--format', 'json', ...more]);
  return JSON.parse(output) as Report;
}

async function audited(files: Record<string, string>, benchmark: string): Promise<Map<string, Control>> {
  const { controls } = await report(makeFolder(files), benchmark);
  return new Map(controls.map((control) => [control.id.replace('CD16-00-', ''), control]));
}

function withStatus(controls: Map<string, Control>, ...wanted: string[]): string[] {
  return [...controls].filter(([, { status }]) => wanted.includes(status)).map(([id]) => id);
}

const seen = (control: Control | undefined) =>
  control!.evidence
    .filter(({ kind }) => kind === 'seen')
    .map(({ text, place }) => (place === undefined ? text : `${text} (${place})`));

describe.each(benchmarks.map((benchmark) => [benchmark.name, benchmark] as const))('%s', (_, benchmark) => {
  test('every control asks the files for something, or says what to ask the server', () => {
    const open = benchmark.controls.filter(({ requires, check }) => requires === undefined && check === undefined);
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(benchmark.controls.filter(({ requires }) => requires?.length === 0)).toEqual([]);
  });

  test('where any value passes that no rule reports, there is such a rule', () => {
    const judged = benchmark.controls.filter(({ requires = [] }) =>
      requires.some((one) => 'setting' in one && one.must === 'judged'),
    );
    const idle = judged.filter((control) => rulesOfControl(benchmark, control, rules).length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

const bare = { 'postgresql.conf': 'port = 5432\n', 'pg_hba.conf': 'local all all peer\n' };

describe('a cluster that sets nothing', () => {
  test('passes what its defaults and its one record show, and nothing else', async () => {
    const cis = await audited(bare, 'cis-16');
    expect(withStatus(cis, 'pass')).toEqual([
      '3.1.6',
      '3.1.14',
      '3.1.15',
      '3.1.16',
      '3.1.17',
      '3.1.18',
      '3.1.19',
      '3.1.23',
      '3.1.26',
      '5.2',
      '5.3',
    ]);
    expect(withStatus(cis, 'partly')).toEqual(['3.1.2', '3.1.4', '3.1.5', '3.1.8', '3.1.9']);
    expect(withStatus(cis, 'not applicable')).toEqual(['3.1.10', '3.1.11', '3.1.12', '3.1.13', '5.4', '7.1', '7.5']);
    const stig = await audited(bare, 'stig-crunchy-16');
    expect(withStatus(stig, 'pass')).toEqual(['001100', '003900', '007500', '007600']);
    expect(withStatus(stig, 'partly')).toEqual([
      '000100',
      '002000',
      '002100',
      '002200',
      '002400',
      '003500',
      '003800',
      '008000',
    ]);
    for (const id of ['004900', '004000', '001400', '010000', '010600', '011800'])
      expect(stig.get(id)?.status).toBe('fail');
    expect(withStatus(await audited(bare, 'percona'), 'pass')).toEqual(['authentication.1', 'authentication.3']);
  });

  test('says that a value is a default', async () => {
    const cis = await audited(bare, 'cis-16');
    expect(seen(cis.get('3.1.6'))).toEqual(['log_file_mode = 0600 (the default of PostgreSQL 16)']);
    expect(seen(cis.get('5.3'))).toEqual([
      'looked at 1 record for the Unix-domain socket',
      'local all all peer (pg_hba.conf:1)',
    ]);
    expect(seen(cis.get('7.5'))).toEqual(["primary_conninfo = '' (the default of PostgreSQL 16)"]);
  });
});

const settings: Record<string, string> = {
  log_destination: "'stderr,syslog'",
  syslog_facility: 'LOCAL0',
  logging_collector: 'on',
  log_connections: 'on',
  log_disconnections: 'on',
  log_line_prefix: "'< %m %a %u %d %r %p %c %s %h >'",
  log_timezone: "'UTC'",
  shared_preload_libraries: "'pgaudit'",
  'pgaudit.log': "'ddl, role, read, write'",
  ssl: 'on',
  ssl_ca_file: "'/etc/pg/ca.crt'",
  ssl_crl_file: "'/etc/pg/ca.crl'",
  client_min_messages: 'error',
  tcp_keepalives_idle: '60',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '6',
  statement_timeout: "'10min'",
  password_encryption: 'scram-sha-256',
};
const hba = 'hostssl app app 10.0.0.0/24 cert map=m\n';
const hardened = (changes: Record<string, string> = {}) => ({
  'postgresql.conf': Object.entries({ ...settings, ...changes })
    .map(([name, value]) => `${name} = ${value}\n`)
    .join(''),
  'pg_hba.conf': hba,
  'pg_ident.conf': 'm app.example app\n',
});

/** Which controls the check texts of the STIG (V1R1) hang on a setting, and fail with this value. */
const findings: [string, string, string[]][] = [
  ['log_line_prefix', "'< %a %u %d %r %p %c %s >'", ['000400', '001100', '001200', '001500', '007600', '011700']],
  ['log_line_prefix', "'< %m %u %d %r %p %c %s >'", ['000400', '001500']],
  ['log_line_prefix', "'< %m %a %u %d %r %p %s >'", ['011700']],
  ['log_line_prefix', "'< %m %a %u %d %p %c %s >'", ['000400', '001300', '001500']],
  ['log_connections', 'off', ['001000', '011200', '011600', '011700', '012000']],
  ['log_disconnections', 'off', ['001000', '011600', '011700', '012000']],
  ['log_destination', "'stderr'", ['007000', '012400']],
  ['log_destination', "'csvlog,syslog'", []],
  ['log_timezone', "'Europe/Berlin'", ['007500']],
  ['log_file_mode', '0640', ['002000', '002100', '002200', '002400', '006100']],
  ['client_min_messages', 'notice', ['006000', '006100']],
  ['password_encryption', 'md5', ['003800']],
  ['statement_timeout', '0', ['004700']],
  ['tcp_keepalives_count', '0', ['004700']],
  ['listen_addresses', "'*'", ['003500']],
  ['ssl', 'off', ['004000', '004900', '008300', '008400', '008800', '008900']],
  ['ssl_ca_file', "''", ['008400']],
  ['ssl_crl_file', "''", ['004000']],
  [
    'pgaudit.log',
    "'ddl, write, role'",
    ['001400', '009400', '010200', '010400', '010500', '010600', '010900', '011000', '011100', '011400', '011800'],
  ],
  ['pgaudit.log_catalog', 'off', ['010200']],
];

describe('the STIG, check by check', () => {
  test('nothing fails where every check is answered, and each pass shows why', async () => {
    const controls = await audited(hardened(), 'stig-crunchy-16');
    expect(withStatus(controls, 'fail', 'waived', 'not applicable')).toEqual([]);
    expect(withStatus(controls, 'not decidable')).toEqual(['004100', '011500']);
    expect(seen(controls.get('012000'))).toEqual([
      'shared_preload_libraries = pgaudit (postgresql.conf:8)',
      'log_connections = on (postgresql.conf:4)',
      'log_disconnections = on (postgresql.conf:5)',
    ]);
  });

  test.each(findings)('%s = %s is a finding for %j', async (name, value, wanted) => {
    const failed = withStatus(await audited(hardened({ [name]: value }), 'stig-crunchy-16'), 'fail');
    expect(failed).toEqual(wanted);
  });

  test('without pgAudit every control that asks for it fails', async () => {
    const failed = withStatus(await audited(hardened({ shared_preload_libraries: "''" }), 'stig-crunchy-16'), 'fail');
    expect(failed.filter((id) => id >= '009400' && id <= '011800' && !id.startsWith('0115'))).toEqual([
      ...['009400', '009600', '009700', '010000', '010200', '010400', '010500', '010600', '010900', '011000', '011100'],
      ...['011400', '011800'],
    ]);
  });

  test.each([
    ['hostssl all all 10.0.0.0/8 md5', ['000200', '003900', '004000']],
    ['hostssl all all 10.0.0.0/8 scram-sha-256', ['000200', '004000']],
    ['hostssl all all 10.0.0.0/8 ldap ldapserver=x ldaptls=1 ldapprefix="cn="', ['004000']],
    ['local all all peer', ['000200', '004000']],
  ])('%s alone', async (record, wanted) => {
    const files = { ...hardened(), 'pg_hba.conf': `${record}\n` };
    expect(withStatus(await audited(files, 'stig-crunchy-16'), 'fail')).toEqual(wanted);
  });
});

describe('CIS', () => {
  test.each([
    [
      'hostnossl all all 0.0.0.0/0 reject\nhostnossl all all ::/0 reject\nhost app app 10.0.0.0/8 scram-sha-256',
      'partly',
    ],
    ['host app app 10.0.0.0/8 scram-sha-256', 'fail'],
    ['host app app 127.0.0.1/32 scram-sha-256', 'partly'],
    ['hostssl app app 10.0.0.0/8 password', 'fail'],
    ['hostssl all all 10.0.0.0/8 reject', 'not applicable'],
    ['local all all md5', 'not applicable'],
  ])('5.4 of %j is %s', async (records, status) => {
    const files = { 'postgresql.conf': 'ssl = on\n', 'pg_hba.conf': `${records}\n` };
    expect((await audited(files, 'cis-17')).get('5.4')?.status).toBe(status);
  });

  test('18 asks for all that log_connections can tell; before, on is all', async () => {
    const files = (value: string) => ({ ...bare, 'postgresql.conf': `log_connections = ${value}\n` });
    expect((await audited(files('on'), 'cis-17')).get('3.1.20')?.status).toBe('pass');
    expect((await audited(files('on'), 'cis-18')).get('3.1.20')?.status).toBe('fail');
    expect((await audited(files('all'), 'cis-18')).get('3.1.20')?.status).toBe('pass');
  });

  test('6.9 and on: 13, 14 and 18 take TLS 1.2, 17 wants 1.3; without TLS there is nothing to ask', async () => {
    const files = { ...bare, 'postgresql.conf': "ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n" };
    const of = async (benchmark: string, cluster = files) => (await audited(cluster, benchmark)).get('6.9')?.status;
    expect([await of('cis-13'), await of('cis-14'), await of('cis-17'), await of('cis-18')]).toEqual([
      ...['pass', 'pass', 'fail', 'pass'],
    ]);
    expect(await of('cis-16')).toBeUndefined();
    expect(await of('cis-18', bare)).toBe('not applicable');
  });
});

test('a value is shown with the file and the line that set it, without any password', async () => {
  const found = await audited(
    {
      'postgresql.conf':
        "include_dir 'conf.d'\nprimary_conninfo = 'host=p user=r password=geheim sslmode=verify-full'\n",
      'conf.d/20-logging.conf': '\n\n\n\n\nlog_connections = on\n',
      'pg_hba.conf': 'hostssl all all 10.0.0.0/8 ldap ldapserver=x ldaptls=1 ldapbasedn="dc=x" ldapbindpasswd=geheim\n',
    },
    'cis-16',
  );
  expect(seen(found.get('3.1.20'))).toEqual(['log_connections = on (conf.d/20-logging.conf:6)']);
  expect(seen(found.get('7.5'))).toEqual([
    "primary_conninfo = 'host=p user=r sslmode=verify-full …' (postgresql.conf:2)",
  ]);
  expect(JSON.stringify([...found.values()].map(seen))).not.toContain('geheim');
});

test.each([
  ['is missing', { 'pg_hba.conf': 'local all all peer\n' }, '3.1.20', 'there is no postgresql.conf'],
  ['is missing', { 'postgresql.conf': 'port = 1\n' }, '5.3', 'there is no pg_hba.conf'],
  [
    'is a template',
    {
      'postgresql.conf': "include 'x.conf'\n",
      'x.conf': 'log_connections = {{ log }}\n',
      'pg_hba.conf': 'local all all peer\n',
    },
    '3.1.20',
    'x.conf is a template; audit what is made of it',
  ],
  [
    'is refused',
    { 'postgresql.conf': 'ssl = maybe\n', 'pg_hba.conf': 'local all all peer\n' },
    '3.1.14',
    'servers refuse postgresql.conf as it is (pgconflint lint tells why)',
  ],
])('a file that %s is named, and nothing is decided', async (_, files, id, text) => {
  const control = (await audited(files as Record<string, string>, 'cis-16')).get(id);
  expect(control?.status).toBe('not decidable');
  expect(control?.evidence[0]).toEqual({ kind: 'remark', text });
});

test('the report names the edition, the target and why, and the hashes of the bytes', async () => {
  const folder = makeFolder(bare);
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('local all all peer\n')]);
  const latin1 = Buffer.from("port = 5432\ncluster_name = 'm\u00fcller'\n", 'latin1');
  mkdirSync(`${folder}/other`);
  writeFileSync(`${folder}/other/pg_hba.conf`, bytes);
  writeFileSync(`${folder}/other/postgresql.conf`, latin1);
  writeFileSync(`${folder}/other/PG_VERSION`, '15\n');
  const { benchmark, clusters } = await report(`${folder}/other`, 'cis-16');
  expect(benchmark).toMatchObject({ edition: 'v1.1.0', published: null });
  const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
  expect(clusters).toEqual([
    {
      path: 'postgresql.conf',
      target: 16,
      because: 'the benchmark is for it, but its files tell PostgreSQL 15',
      files: expect.arrayContaining([
        { path: 'postgresql.conf', sha256: sha256(latin1) },
        { path: 'pg_hba.conf', sha256: sha256(bytes) },
      ]),
    },
  ]);
  expect((await report(makeFolder(bare), 'percona')).clusters[0]?.because).toBe(
    'the default, since nothing else tells',
  );
  expect((await report(makeFolder(bare), 'cis-16', '--postgres', '14')).clusters[0]?.because).toBe(
    'asked for with --postgres',
  );
});

/** Settings and records that matter to controls, right and wrong ones. */
const values = ['on', 'off', "''", "'*'", '0', '0640', 'ddl', "'pgaudit'", "'%m %u'", "'syslog'", "'TLSv1.1'", 'maybe'];
const names = [
  ...new Set(
    benchmarks.flatMap(({ controls }) =>
      controls.flatMap(({ requires = [] }) => requires.flatMap((one) => ('setting' in one ? one.setting : []))),
    ),
  ),
];
const randomHba = fc.array(
  fc
    .tuple(
      fc.constantFrom('local', 'host', 'hostssl', 'hostnossl'),
      fc.constantFrom('all', 'replication', 'app', 'sameuser'),
      fc.constantFrom('all', 'app', '+admins'),
      fc.constantFrom('all', '10.0.0.0/8', '127.0.0.1/32', 'samenet', '0.0.0.0/0'),
      fc.constantFrom('trust', 'md5', 'scram-sha-256', 'peer', 'cert', 'reject', 'ldap ldapserver=x', 'bad'),
    )
    .map(([type, database, user, address, method]) =>
      type === 'local' ? `${type} ${database} ${user} ${method}` : `${type} ${database} ${user} ${address} ${method}`,
    ),
  { maxLength: 5 },
);
const randomConf = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 12 });

test('no control passes without evidence, and none is left without a word', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomConf,
      randomHba,
      fc.constantFrom('cis-13', 'cis-18', 'stig-crunchy-16', 'percona'),
      async (conf, records, name) => {
        const controls = await audited(
          {
            'postgresql.conf': conf.map(([setting, value]) => `${setting} = ${value}\n`).join(''),
            'pg_hba.conf': records.map((record) => `${record}\n`).join(''),
          },
          name,
        );
        for (const { status, evidence } of controls.values()) {
          expect(evidence.length).toBeGreaterThan(0);
          const kinds = evidence.map(({ kind }) => kind);
          if (status === 'pass' || status === 'partly') expect(kinds).toContain('seen');
          if (status === 'pass') expect(kinds).not.toContain('problem');
          if (status === 'partly') expect(kinds).toContain('check');
          for (const { kind, text, place } of evidence) {
            if (kind === 'seen')
              expect(place !== undefined || /default of|looked at|more records|has no|lets nobody/.test(text)).toBe(
                true,
              );
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});
