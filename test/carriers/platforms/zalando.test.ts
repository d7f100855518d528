/**
 * Zalando’s operator (commit a7aaad0a) with its image Spilo (commit 7cb50bd6): what the server gets, as
 * pkg/cluster/k8sres.go and postgres-appliance/scripts/configure_spilo.py say.
 */
import { describe, expect, test } from '@jest/globals';
import { clustersIn, documentsByKind, inForce, saidOf } from './found.js';

const manifest = (parameters: string, patroni = '', spec = '') =>
  `apiVersion: "acid.zalan.do/v1"\nkind: postgresql\nmetadata: { name: acid-main, namespace: db }\nspec:\n${spec}  postgresql:\n    version: "16"\n    parameters:\n${parameters}${patroni === '' ? '' : `  patroni:\n    pg_hba:\n${patroni}`}`;
const example = manifest('      shared_buffers: "32MB"\n      log_statement: all\n');

describe('the server gets', () => {
  // configure_spilo.py:202-227 and 289-322; spilo_commons.py:34-49 for the libraries; deep_update at 149.
  test('the settings of the manifest over those of Spilo', () => {
    expect(inForce(documentsByKind(example)['conf']!)).toMatchObject({
      shared_buffers: '32MB',
      log_statement: 'all',
      log_min_duration_statement: '500',
      archive_timeout: '1800s',
      ssl: 'on',
      wal_level: 'replica',
      max_locks_per_transaction: '64',
      shared_preload_libraries:
        'bg_mon,pg_stat_statements,pgextwlist,pg_auth_mon,set_user,timescaledb,pg_cron,pg_stat_kcache',
    });
    expect(clustersIn(example)).toMatchObject([
      { name: 'postgresql/db/acid-main', targets: [16], targetSource: 'spec.postgresql.version' },
    ]);
  });

  // configure_spilo.py:325-348; k8sres.go:1006-1012 always sets PAM_OAUTH2 and HUMAN_ROLE.
  test('the records of Spilo, where the manifest has none', () => {
    expect(documentsByKind(example)['hba']!.text).toBe(`local all all trust
hostssl all +zalandos 127.0.0.1/32 pam
host all all 127.0.0.1/32 md5
hostssl all +zalandos ::1/128 pam
host all all ::1/128 md5
local replication standby trust
hostssl replication standby all md5
hostnossl all all all reject
hostssl all +zalandos all pam
hostssl all all all md5
`);
    // configure_spilo.py:343-345.
    const open = manifest('      a.b: "1"\n', '', '  env:\n    - name: ALLOW_NOSSL\n      value: "true"\n');
    expect(documentsByKind(open)['hba']!.text).toMatch(
      /standby all md5\nhostssl all \+zalandos all pam\nhost all all all md5\n$/,
    );
  });

  // k8sres.go:475-477; configure_spilo.py:163, deep_update: lists of the person are used as they are.
  test('the records of the manifest alone, where it has some', () => {
    const text = manifest('      a.b: "1"\n', '      - local all all trust\n      - hostssl all all all md5\n');
    expect(documentsByKind(text)['hba']!.text).toBe('local all all trust\nhostssl all all all md5\n');
  });
});

describe('it does not get', () => {
  // manifests/postgresql.crd.yaml:2451-2454: values are texts.
  test('a manifest with values that are not texts', () => {
    const { conf } = documentsByKind(manifest('      max_connections: 100\n      fsync: on\n      work_mem: 8MB\n'));
    expect(saidOf(conf!)).toEqual(['not-text max_connections', 'not-text fsync']);
  });

  // Patroni at de6b22c8, patroni/postgresql/config.py:365-368.
  test('what Patroni sets or drops', () => {
    const { conf } = documentsByKind(
      manifest(
        '      listen_addresses: "*"\n      port: "5433"\n      wal_level: minimal\n      max_conections: "5"\n      ssl: "off"\n',
      ),
    );
    expect(saidOf(conf!)).toEqual([
      'ignored listen_addresses',
      'ignored port',
      'ignored wal_level',
      'ignored max_conections',
    ]);
    expect(inForce(conf!)).toMatchObject({ wal_level: 'replica', ssl: 'off' });
  });
});

test.each([
  [
    'the settings of the operator',
    'apiVersion: acid.zalan.do/v1\nkind: OperatorConfiguration\nconfiguration: { postgresql: { parameters: { a: b } } }\n',
  ],
  [
    'another group',
    'apiVersion: x.example/v1\nkind: postgresql\nspec: { postgresql: { parameters: { a: b } } } # acid.zalan.do/v1\n',
  ],
  [
    'a cluster that sets nothing',
    'apiVersion: acid.zalan.do/v1\nkind: postgresql\nspec: { postgresql: { version: "16" } }\n',
  ],
])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
