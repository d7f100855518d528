/**
 * Crunchy’s PGO (commit 0fbac306) and Percona’s operator (commit adafb34f): what the server gets. Files are those of PGO
 * where no other is named.
 */
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';
import { clustersIn, documentsByKind, inForce, saidOf } from './found.js';

const crunchy = (spec: string) =>
  `apiVersion: postgres-operator.crunchydata.com/v1beta1\nkind: PostgresCluster\nmetadata: { name: hippo }\nspec:\n  postgresVersion: 17\n${spec}`;
const percona = (spec: string) =>
  `apiVersion: pgv2.percona.com/v2\nkind: PerconaPGCluster\nmetadata: { name: main }\nspec:\n  postgresVersion: 16\n${spec}`;
const dynamic = (lines: string) => `  patroni:\n    dynamicConfiguration:\n      postgresql:\n${lines}`;
const parameters = (lines: string) => dynamic(`        parameters:\n${lines}`);

// internal/postgres/hba.go:18-29.
const above = `local all "postgres" "peer"
hostssl replication "_crunchyrepl" all "cert"
hostssl "postgres" "_crunchyrepl" all "cert"
host all "_crunchyrepl" all "reject"
`;

describe('settings', () => {
  // internal/controller/postgrescluster/postgres.go:123-190, generatePostgresParameters; internal/postgres/parameters.go:24-68;
  // internal/pgbackrest/postgres.go:31-60; internal/pgaudit/postgres.go:60.
  test('of spec.config over those of Patroni over defaults, and under what PGO sets', () => {
    const text = crunchy(
      `${parameters('          work_mem: 8MB\n          jit: on\n          max_connections: 50\n')}  config:\n    parameters:\n      max_connections: 200\n      shared_preload_libraries: timescaledb\n`,
    );
    expect(inForce(documentsByKind(text)['conf']!)).toMatchObject({
      work_mem: '8MB',
      jit: 'true',
      max_connections: '200',
      password_encryption: 'scram-sha-256',
      archive_timeout: '60s',
      wal_level: 'logical',
      ssl: 'on',
      shared_preload_libraries: 'pgaudit,timescaledb',
      archive_command: 'pgbackrest --stanza=db archive-push "%p"',
    });
    expect(clustersIn(text)).toMatchObject([
      { name: 'PostgresCluster/hippo', targets: [17], targetSource: 'spec.postgresVersion' },
    ]);
  });

  // The same file:180-182: citus is loaded first.
  test('citus comes before all libraries', () => {
    const text = crunchy(parameters('          shared_preload_libraries: citus\n'));
    expect(inForce(documentsByKind(text)['conf']!)['shared_preload_libraries']).toBe('citus,pgaudit,citus');
  });

  // The same file:155-171, "Overwrite the above with mandatory values".
  test('that PGO sets are written over', () => {
    const { conf } = documentsByKind(
      crunchy(parameters('          ssl: off\n          wal_level: replica\n          fsync: on\n')),
    );
    expect(saidOf(conf!)).toEqual(['ignored ssl', 'ignored wal_level']);
    expect(inForce(conf!)).toMatchObject({ ssl: 'on', wal_level: 'logical', fsync: 'true' });
  });

  // pkg/apis/postgres-operator.crunchydata.com/v1beta1/postgres_types.go:48-81 (rules), 85 (IntOrString).
  test('that the API server refuses', () => {
    const lines = [
      'ssl: "off"',
      'port: 5433',
      'ssl_groups: x',
      'wal_level: logical',
      'unix_socket_group: x',
      'jit: on',
      'random_page_cost: 1.1',
      'work_mem: 64',
    ];
    const { conf } = documentsByKind(
      crunchy(`  config:\n    parameters:\n${lines.map((line) => `      ${line}\n`).join('')}`),
    );
    expect(saidOf(conf!)).toEqual([
      'refused ssl',
      'refused port',
      'refused unix_socket_group',
      'not-text jit',
      'not-text random_page_cost',
    ]);
  });

  // Percona: internal/patroni/config.go:241-250 (user’s libraries first), internal/postgres/parameters.go:39 (wal_level is a
  // default), pkg/apis/pgv2.percona.com/v2/perconapgcluster_types.go:455 (pgaudit is on unless it is switched off).
  test('of Percona’s operator', () => {
    const text = percona(
      `${parameters('          wal_level: replica\n          jit: on\n          shared_preload_libraries: pg_stat_kcache\n          ssl: off\n')}  extensions:\n    pg_stat_monitor: { enabled: true }\n`,
    );
    const { conf } = documentsByKind(text);
    expect(inForce(conf!)).toMatchObject({
      wal_level: 'replica',
      jit: 'True',
      ssl: 'on',
      shared_preload_libraries: 'pg_stat_kcache,pg_stat_monitor,pgaudit',
    });
    expect(saidOf(conf!)).toEqual(['ignored ssl']);
    expect(clustersIn(text)).toMatchObject([{ name: 'PerconaPGCluster/main', targets: [16] }]);
  });
});

describe('records', () => {
  // internal/controller/postgrescluster/postgres.go:94-118: mandatory, rules, those of Patroni; the default only without any.
  test.each([
    ['none', parameters('          work_mem: 8MB\n'), 'hostssl all all all "scram-sha-256"\n'],
    ['of Patroni', dynamic('        pg_hba:\n        - host all all all md5\n'), 'host all all all md5\n'],
    [
      'of both places',
      `  authentication:\n    rules:\n    - hba: host a a all md5\n${dynamic('        pg_hba:\n        - host b b all md5\n')}`,
      'host a a all md5\nhost b b all md5\n',
    ],
    // internal/postgres/hba.go:233: "Skipping include directives".
    [
      'that include a file',
      dynamic('        pg_hba:\n        - include x\n'),
      '#include x\nhostssl all all all "scram-sha-256"\n',
    ],
  ])('%s', (_, spec, own) => expect(documentsByKind(crunchy(spec))['hba']!.text).toBe(above + own));

  // postgres.go:47-80, generatePostgresHBA; hba.go:64-98 (quotes), 157-163 (options by name), 200-208.
  test('in parts', () => {
    const rules = `  authentication:
    rules:
    - connection: hostssl
      method: password
    - connection: host
      databases: [app, '/x.y']
      users:
      - rhino
      - 'o"k'
      method: ldap
      options:
        ldapserver: 10.0.0.1
        ldapport: 389
`;
    expect(documentsByKind(crunchy(rules))['hba']!.text).toBe(`${above}"hostssl" all all all "scram-sha-256"
"host" "app","/^[/]x[.]y$" "rhino","o""k" all "ldap" "ldapport"="389" "ldapserver"="10.0.0.1"
`);
  });

  // internal/pgmonitor/postgres.go:31-33; internal/pgbouncer/postgres.go:211-212.
  test('of the monitoring and the pooler', () => {
    const spec = `${dynamic('        pg_hba: [local all all peer]\n')}  monitoring: { pgmonitor: { exporter: { image: x } } }\n  proxy: { pgBouncer: { replicas: 1 } }\n`;
    const { hba, conf } = documentsByKind(crunchy(spec));
    expect(hba!.text).toBe(`${above}host all "ccp_monitoring" "127.0.0.0/8" "scram-sha-256"
host all "ccp_monitoring" "::1/128" "scram-sha-256"
host all "ccp_monitoring" all "reject"
hostssl all "_crunchypgbouncer" all "scram-sha-256"
host all "_crunchypgbouncer" all "reject"
local all all peer
`);
    expect(inForce(conf!)['shared_preload_libraries']).toBe('pgaudit,pg_stat_statements,pgnodemx');
  });

  // Percona: internal/patroni/config.go:258-289.
  test('of Percona’s operator', () => {
    const spec = '  authentication:\n    rules:\n    - hba: "host all all 10.0.0.0/8 md5"\n';
    expect(documentsByKind(percona(spec))['hba']!.text).toBe(`${above}host all all 10.0.0.0/8 md5\n`);
  });

  test('a place in a rule is that of its part, whatever their order', () => {
    const text = crunchy(
      '  authentication:\n    rules:\n    - method: md5\n      connection: host\n      users: [rhino]\n',
    );
    const { hba } = documentsByKind(text);
    for (const word of ['rhino', 'md5', 'host']) {
      // The token is what rules point at and replace, quotes included.
      const start = hba!.text.indexOf(`"${word}"`, above.length);
      const token = { start, end: start + word.length + 2 };
      for (const span of [token, { start: start + 1, end: token.end - 1 }]) {
        const place = hba!.map!.placeOf(span);
        expect(text.slice(place.start, place.end)).toBe(word);
      }
      const change = hba!.map!.write({ ...token, text: word === 'rhino' ? '"other"' : 'other' })!;
      expect(text.slice(0, change.start) + change.text + text.slice(change.end)).toBe(
        text.replace(new RegExp(`\\b${word}\\b(?![\\w.])`), 'other'),
      );
    }
  });
});

test('what is wrong in a rule is reported at its part', async () => {
  const rules = '  authentication:\n    rules:\n    - method: md5\n      users: [rhino]\n      connection: host\n';
  const here = makeFolder({ 'a.yaml': crunchy(rules) });
  const { output } = await runIn(here, ['lint', '--format', 'json']);
  const problems = JSON.parse(output)[0].messages as { ruleId: string; line: number; column: number }[];
  expect(problems).toContainEqual(expect.objectContaining({ ruleId: 'hba/require-tls', line: 10, column: 19 }));
  expect(problems.map(({ line }) => line).every((line) => line >= 8)).toBe(true);
});

test('the libraries of a manifest are said once', async () => {
  const here = makeFolder({
    'a.yaml': percona(parameters('          shared_preload_libraries: pg_stat_kcache\n          ssl: on\n')),
  });
  const { output } = await runIn(here, ['lint', '--format', 'json']);
  expect(output).not.toContain('conf/duplicate-setting');
});

test.each([
  [
    'another kind',
    'apiVersion: postgres-operator.crunchydata.com/v1beta1\nkind: PGAdmin\nspec: { config: { parameters: { a: b } } }\n',
  ],
  ['a cluster that sets nothing', crunchy('  instances: []\n')],
  ['another database', 'apiVersion: psmdb.percona.com/v1\nkind: PerconaServerMongoDB\nspec: {} # pgv2.percona.com/\n'],
])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
