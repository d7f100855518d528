/** What a person wants to read of a file: a problem for each cause, where the cause is. */
import { describe, expect, test } from '@jest/globals';
import { lintFiles, shown } from './lint-files.js';

/** What there is to say of the access file alone. */
function ofRecords(text: string): string[] {
  return shown(lintFiles({ 'pg_hba.conf': text }));
}

const logged =
  "log_connections = on\nlog_disconnections = on\nlog_line_prefix = '%m [%p] %q%u@%d '\nlog_statement = ddl\n";

describe('one cause, one problem', () => {
  test('the six records of initdb', () => {
    const found = ofRecords(
      [
        'local all all trust',
        'host all all 127.0.0.1/32 trust',
        'host all all ::1/128 trust',
        'local replication all trust',
        'host replication all 127.0.0.1/32 trust',
        'host replication all ::1/128 trust\n',
      ].join('\n'),
    );
    expect(found).toEqual(['pg_hba.conf:1 hba/no-trust', 'pg_hba.conf:2 hba/no-trust']);
  });

  test('SQL that was pasted into pg_hba.conf', () => {
    const statements = ['CREATE TABLE users (', '  id serial,', '  name text', ');', 'INSERT INTO users VALUES (1);'];
    const text = ['local all all peer', ...statements, ...statements, ...statements, ''].join('\n');
    expect(ofRecords(text)).toEqual(['pg_hba.conf:2 hba/invalid-record']);
  });

  test('twelve records below one that matches all they are for', () => {
    const dead = Array.from({ length: 12 }, (_, index) => `hostssl app app${index} 10.0.${index}.0/24 scram-sha-256`);
    const text = ['hostssl app all 10.0.0.0/8 cert', ...dead, ''].join('\n');
    expect(ofRecords(text)).toEqual(['pg_hba.conf:1 hba/unreachable-record']);
    const { files } = lintFiles({ 'pg_hba.conf': text });
    expect(files[0]!.problems[0]!.message).toMatch(/^12 records below are never reached.*lines 2 to 13/);
    expect(files[0]!.problems[0]!.related).toHaveLength(12);
  });

  test('a single record that never decides is reported where it stands', () => {
    const text = 'hostssl all all 10.0.0.0/24 cert\nhostssl all app 10.0.0.0/25 scram-sha-256\n';
    expect(ofRecords(text)).toEqual(['pg_hba.conf:2 hba/unreachable-record']);
  });

  test('a record of trust with everything else that is wrong with it', () => {
    expect(ofRecords('host replication all 10.0.0.0/8 trust\n')).toEqual(['pg_hba.conf:1 hba/no-trust']);
    const open = 'host all all 0.0.0.0/0 trust\nhost all all ::/0 trust\n';
    expect(ofRecords(open)).toEqual(['pg_hba.conf:1 hba/no-trust']);
  });

  test('passwords stored as MD5 hashes, which records with scram-sha-256 do not accept', () => {
    const hosts = 'hostssl app app 10.0.1.0/24 scram-sha-256\n';
    const md5 = {
      'postgresql.conf': `password_encryption = md5\nssl = on\nlisten_addresses = '10.0.0.5'\n${logged}`,
      'pg_hba.conf': hosts,
    };
    expect(shown(lintFiles(md5, { targets: [18] }))).toEqual(['postgresql.conf:1 cluster/scram-needs-verifiers']);
    const old = { 'postgresql.conf': `ssl = on\n${logged}`, 'pg_hba.conf': hosts };
    const found = shown(lintFiles(old, { targets: [13] }));
    expect(found.filter((one) => /scram-needs|password-encryption/.test(one))).toEqual([
      'postgresql.conf cluster/scram-needs-verifiers',
    ]);
  });

  test('TLS that is off, with three records for other machines', () => {
    const hosts = ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'].map((net) => `host app app ${net} scram-sha-256\n`);
    const conf = `listen_addresses = '10.0.0.5'\nssl = off\n${logged}`;
    const found = shown(lintFiles({ 'postgresql.conf': conf, 'pg_hba.conf': hosts.join('') }, { targets: [18] }));
    expect(found).toEqual(['postgresql.conf:2 conf/ssl-on']);
  });

  test('the twins of one address, and the private networks', () => {
    const hosts = ['0.0.0.0/0', '::/0'].map((net) => `hostssl all app ${net} scram-sha-256\n`).join('');
    expect(ofRecords(hosts)).toEqual(['pg_hba.conf:1 hba/no-world-open']);
    const networks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
    const trusted = networks.map((net) => `host app app ${net} trust\n`).join('');
    expect(ofRecords(trusted)).toEqual(['pg_hba.conf:1 hba/no-trust']);
    const foreign = ['10.0.0.0/8', '192.0.2.0/24'].map((net) => `host app app ${net} trust\n`).join('');
    expect(ofRecords(foreign)).toHaveLength(2);
  });

  test('what crashes lose is one decision', () => {
    const conf = `fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n${logged}`;
    const found = shown(lintFiles({ 'postgresql.conf': conf }, { targets: [18] }));
    expect(found).toEqual(['postgresql.conf:1 conf/fsync']);
  });
});

describe('what one decision is, and what is said of it', () => {
  test('an open record of hostssl where TLS is off', () => {
    const files = {
      'postgresql.conf': `listen_addresses = '10.0.0.5'\nssl = off\n${logged}`,
      'pg_hba.conf': 'hostssl all all 0.0.0.0/0 md5\n',
    };
    expect(shown(lintFiles(files, { targets: [17] }))).toEqual([
      'pg_hba.conf:1 hba/invalid-record',
      'postgresql.conf:2 conf/ssl-on',
    ]);
  });

  test('a standby that logs in as a superuser needs a role, and no record for the socket', () => {
    expect(ofRecords('hostssl replication postgres 10.1.2.0/24 scram-sha-256\n')).toEqual([
      'pg_hba.conf:1 hba/replication-role',
    ]);
  });

  test('the stock record of the loopback address below one for everybody', () => {
    expect(ofRecords('host all all all trust\nhost all all ::1/128 trust\n')).toEqual(['pg_hba.conf:1 hba/no-trust']);
  });

  test('a setting twice in postgresql.auto.conf', () => {
    const files = {
      'postgresql.conf': `listen_addresses = 'localhost'\n${logged}`,
      'postgresql.auto.conf': "max_wal_size = '2GB'\nmax_wal_size = '4GB'\n",
    };
    expect(shown(lintFiles(files, { targets: [18] }))).toEqual(['postgresql.auto.conf:1 conf/duplicate-setting']);
  });
});

describe('what a problem of several places holds', () => {
  const text = 'host all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n';

  test('each place with its own changes', () => {
    const [problem] = lintFiles({ 'pg_hba.conf': text }).files[0]!.problems;
    expect(problem!.places).toHaveLength(1);
    expect(problem!.places![0]!.suggestions[0]!.edits[0]!.start).toBe(text.lastIndexOf('trust'));
    expect(problem!.why).toMatch(/The same holds for line 2\.$/);
    expect(problem!.message).toBe(`${problem!.headline}. ${problem!.why} ${problem!.help}`);
    expect(problem!.related.map(({ message }) => message)).toEqual(['the same holds here']);
  });

  test('a suppression takes out its own place only', () => {
    const first = `# pgconflint-disable-next-line hba/no-trust -- a test\n${text}`;
    expect(ofRecords(first)).toEqual(['pg_hba.conf:3 hba/no-trust']);
    const second = text.replace('\n', '\n# pgconflint-disable-next-line hba/no-trust -- a test\n');
    expect(ofRecords(second)).toEqual(['pg_hba.conf:1 hba/no-trust']);
    const { files } = lintFiles({ 'pg_hba.conf': second });
    expect(files[0]!.problems[0]!.places).toBeUndefined();
    expect(files[0]!.suppressed).toHaveLength(1);
  });

  test('what yields to a suppressed problem is told by itself', () => {
    const trusted = '# pgconflint-disable-next-line hba/no-trust -- a test\nhost app app 10.0.0.0/24 trust\n';
    expect(ofRecords(trusted)).toEqual(['pg_hba.conf:2 hba/require-tls']);
  });

  test('a suppression at the cause of several', () => {
    const dead = 'hostssl app a 10.0.1.0/24 scram-sha-256\nhostssl app b 10.0.2.0/24 scram-sha-256\n';
    const above = '# pgconflint-disable-next-line hba/unreachable-record -- a test\nhostssl app all 10.0.0.0/8 cert\n';
    expect(ofRecords(above + dead)).toEqual([]);
  });

  test('each place by itself, where that is asked for', () => {
    expect(shown(lintFiles({ 'pg_hba.conf': text }, { each: true }))).toEqual([
      'pg_hba.conf:1 hba/no-trust',
      'pg_hba.conf:2 hba/no-trust',
    ]);
  });
});

describe('order and place', () => {
  test('what keeps the server from starting comes first, what the file lacks comes last', () => {
    const conf = "listen_addresses = '*'\nfsync = off\nwork_men = 4MB\n";
    const found = shown(lintFiles({ 'postgresql.conf': conf }, { targets: [18] }));
    expect(found.slice(0, 3)).toEqual([
      'postgresql.conf:3 conf/unknown-parameter',
      'postgresql.conf:1 conf/no-listen-all',
      'postgresql.conf:2 conf/fsync',
    ]);
    expect(found.slice(3).every((text) => text.startsWith('postgresql.conf conf/'))).toBe(true);
  });

  test('a missing setting stands at its commented line', () => {
    const conf = `port = 5433\n#log_connections = off\n${logged.replace('log_connections = on\n', '')}`;
    const found = shown(lintFiles({ 'postgresql.conf': conf }, { targets: [17] }));
    expect(found).toEqual(['postgresql.conf:2 conf/log-connections']);
  });
});

describe('context', () => {
  const listening = `listen_addresses = '*'\nssl = on\n${logged}`;

  test('a container listens everywhere', () => {
    expect(shown(lintFiles({ 'db/postgresql.conf': listening }, { targets: [18] }))).toEqual([
      'db/postgresql.conf:1 conf/no-listen-all',
    ]);
    const beside = { 'db/postgresql.conf': listening, 'db/Dockerfile': 'FROM postgres:18\n' };
    expect(shown(lintFiles(beside))).toEqual([]);
    expect(shown(lintFiles(beside, { preset: 'strict' }))).toContain('db/postgresql.conf:1 conf/no-listen-all');
  });

  test('what Compose passes with -c counts as set', () => {
    const compose =
      'services:\n  db:\n    image: postgres:18\n    command: postgres -c log_connections=on -c log_disconnections=on\n';
    const conf = "listen_addresses = 'localhost'\nlog_line_prefix = '%m [%p] %q%u@%d '\n";
    expect(shown(lintFiles({ 'postgresql.conf': conf, 'compose.yml': compose }))).toEqual([]);
    expect(shown(lintFiles({ 'postgresql.conf': conf }, { targets: [18] }))).toEqual([
      'postgresql.conf conf/log-connections',
    ]);
  });

  test('where Compose says on what the server listens, its clients get there', () => {
    const files = {
      'postgresql.conf': `ssl = on\n${logged}`,
      'pg_hba.conf': 'hostssl app app 172.18.0.0/16 scram-sha-256\n',
    };
    const compose = "services:\n  db:\n    image: postgres:18\n    command: postgres -c listen_addresses='*'\n";
    expect(shown(lintFiles(files, { targets: [18] }))).toEqual(['pg_hba.conf:1 cluster/not-listening']);
    expect(shown(lintFiles({ ...files, 'compose.yml': compose }))).toEqual([]);
  });

  test('a stock file that nobody has touched is there to be copied', () => {
    const defaults = Array.from({ length: 60 }, (_, index) => `#work_mem_${index} = 4MB`).join('\n');
    expect(shown(lintFiles({ 'postgresql.conf.sample': `${defaults}\n#log_connections = off\n` }))).toEqual([]);
  });

  test('a part of a configuration lacks nothing', () => {
    expect(
      shown(lintFiles({ 'postgresql-csvlog.conf': 'logging_collector = on\nlog_destination = csvlog\n' })),
    ).toEqual([]);
  });

  test('a folder that is missing where the file says that it lives elsewhere', () => {
    const conf = `include_dir 'conf.d'\nlisten_addresses = 'localhost'\n${logged}`;
    const found = (text: string) => shown(lintFiles({ 'postgresql.conf': text }, { targets: [18] }));
    expect(found(conf)).toEqual(['postgresql.conf:1 conf/invalid-include']);
    expect(found(`hba_file = '/etc/postgresql/18/main/pg_hba.conf'\n${conf}`)).toEqual([]);
  });

  test('a file of something else is named, and not judged line by line', () => {
    const yaml = `services:\n${'  db:\n    image: postgres\n    ports:\n      - 5432\n'.repeat(3)}`;
    const { files } = lintFiles({ 'postgres.conf': `# pgconflint-disable-nextline hba/no-trust\n${yaml}` });
    expect(files.map(({ problems, notText }) => [problems.length, notText])).toEqual([
      [0, expect.stringMatching(/^This is not one of PostgreSQL's configuration files: .*It looks like YAML\.$/)],
    ]);
  });
});

describe('the majors', () => {
  test('a problem of some of the supported majors says so and is a warning', () => {
    const conf = `stats_temp_directory = 'x'\ndb_user_namespace = off\nlisten_addresses = 'localhost'\n${logged}`;
    const [file] = lintFiles({ 'postgresql.conf': conf }).files;
    const removed = file!.places.filter(({ ruleId }) => ruleId === 'conf/removed-parameter');
    expect(removed.map(({ severity, targets }) => [severity, targets])).toEqual([
      ['error', undefined],
      ['warning', [17, 18, 19]],
    ]);
  });

  test('what a file uses tells the oldest of them', () => {
    const conf = `summarize_wal = on\nlisten_addresses = 'localhost'\n${logged}`;
    const { files, targets } = lintFiles({ 'postgresql.conf': conf });
    expect(targets).toEqual([17, 18, 19]);
    expect(files[0]!.problems).toEqual([]);
  });

  test('a version before 10 is named once, and nothing that depends on the major is judged', () => {
    const conf = `checkpoint_segments = 32\nlisten_addresses = 'localhost'\n${logged}`;
    const found = shown(lintFiles({ 'postgresql.conf': conf, PG_VERSION: '9.4\n' }));
    expect(found).toEqual(['postgresql.conf cluster/old-version']);
  });

  test('the folder tells it', () => {
    const conf = `wal_keep_segments = 256\nlisten_addresses = 'localhost'\n${logged}password_encryption = scram-sha-256\n`;
    // Its parameters are those of 12; that 12 gets no fixes any more is all there is to say.
    const { files } = lintFiles({ '12/docker-postgres/postgresql.conf': conf });
    expect(files.flatMap(({ problems }) => problems.map(({ ruleId }) => ruleId))).toEqual([
      'cluster/supported-release',
    ]);
  });
});
