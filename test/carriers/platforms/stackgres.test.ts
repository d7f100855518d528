/** StackGres (commit 085f6d0e): what the server gets. */
import { expect, test } from '@jest/globals';
import { clustersIn, documentsByKind, inForce, saidOf } from './found.js';

const config = (lines: string, version = '14') =>
  `apiVersion: stackgres.io/v1\nkind: SGPostgresConfig\nmetadata: { name: pgconfig, namespace: db }\nspec:\n  postgresVersion: "${version}"\n  postgresql.conf:\n${lines}`;

// operator/src/main/resources/v1.19/postgresql-default-values-pg12.properties and -pg14.properties.
test.each([
  ['14', { wal_keep_size: '1536MB', default_toast_compression: 'lz4', work_mem: '16MB', max_wal_senders: '20' }],
  ['12', { wal_keep_segments: '96', work_mem: '16MB', track_io_timing: 'on' }],
])('a configuration for %s over the defaults', (version, values) => {
  const text = config("    work_mem: '16MB'\n", version);
  expect(inForce(documentsByKind(text)['conf']!)).toMatchObject(values);
  expect(clustersIn(text)).toMatchObject([{ name: 'SGPostgresConfig/db/pgconfig', targets: [Number(version)] }]);
});

// operator/src/main/resources/postgresql-blocklist.properties, with PgConfigBlocklistValidator.java:31-37.
test('what the operator refuses', () => {
  const { conf } = documentsByKind(
    config("    listen_addresses: '*'\n    log_directory: x\n    max_connections: 100\n    fsync: 'on'\n"),
  );
  expect(saidOf(conf!)).toEqual(['refused listen_addresses', 'refused log_directory', 'not-text max_connections']);
});

// operator/…/factory/cluster/patroni/PatroniConfigEndpoints.java:250-269 (records), 363-374 (TLS); crds/SGCluster.yaml:214 (default).
test('the records of a cluster before those of the operator', () => {
  const cluster = (ssl = '') =>
    `apiVersion: stackgres.io/v1\nkind: SGCluster\nmetadata: { name: main }\nspec:\n  postgres: { version: '16.4'${ssl} }\n  configurations:\n    patroni:\n      dynamicConfig:\n        postgresql:\n          pg_hba:\n          - hostssl app app 10.0.0.0/8 scram-sha-256\n`;
  const { hba, conf } = documentsByKind(cluster());
  expect(hba!.text).toBe(`hostssl app app 10.0.0.0/8 scram-sha-256
local all all trust
host all all 127.0.0.1/32 md5
host all all ::1/128 md5
local replication all trust
host all all 0.0.0.0/0 md5
host all all ::/0 md5
host replication replicator 0.0.0.0/0 md5
host replication replicator ::/0 md5
`);
  expect(hba!.remarks).toMatchObject([{ about: 'open-end', data: { record: 'host all all 0.0.0.0/0 md5' } }]);
  expect(inForce(conf!)['ssl']).toBe('on');
  expect(inForce(documentsByKind(cluster(', ssl: { enabled: false }'))['conf']!)).toEqual({});
  expect(clustersIn(cluster())).toMatchObject([{ name: 'SGCluster/main', targets: [16] }]);
});

test.each([
  [
    'the pooler',
    'apiVersion: stackgres.io/v1\nkind: SGPoolingConfig\nspec: { pgBouncer: { pgbouncer.ini: { a: b } } }\n',
  ],
  [
    'a cluster without records',
    'apiVersion: stackgres.io/v1\nkind: SGCluster\nspec: { postgres: { version: latest } }\n',
  ],
  ['an empty configuration', 'apiVersion: stackgres.io/v1\nkind: SGPostgresConfig\nspec: { postgresVersion: "14" }\n'],
])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
