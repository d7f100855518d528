import { describe, expect, test } from '@jest/globals';
import {
  versionOfFileName,
  versionOfPath,
  versionOfValues,
  versionOfVersionFile,
} from '../../../src/cluster/find/target-clues.js';
import { onlyVersion, readVersion } from '../../../src/cluster/find/versions.js';

test.each<[string, unknown]>([
  ['16', { major: 16 }],
  ['16.4', { major: 16 }],
  ['9.6', { old: '9.6' }],
  ['9.6.24', { old: '9.6' }],
  ['8.4.2', { old: '8.4' }],
  ['9', undefined],
  ['3.11', undefined],
  ['42', undefined],
  ['', undefined],
])('readVersion(%s)', (text, version) => expect(readVersion(text)).toEqual(version));

test('onlyVersion: one that all name', () => {
  expect(onlyVersion([undefined, { major: 15 }, { major: 15 }])).toEqual({ major: 15 });
  expect(onlyVersion([{ major: 15 }, { major: 16 }])).toBeUndefined();
  expect(onlyVersion([])).toBeUndefined();
});

describe('folders', () => {
  test.each<[string, unknown]>([
    ['/etc/postgresql/16/main', { major: 16 }],
    ['/ws/etc/postgresql/9.1/main', { old: '9.1' }],
    ['/ws/pgsql-15/data', { major: 15 }],
    ['/ws/12/docker-postgres', { major: 12 }],
    ['/ws/12/root/usr/share/container-scripts/postgresql', { major: 12 }],
    ['/ws/v14/postgres', { major: 14 }],
    ['/ws/apps/12/config', undefined],
    ['/ws/2024/postgres', undefined],
    ['/ws/python-3.11/postgres', undefined],
  ])('%s', (path, version) => expect(versionOfPath(path, ['/ws'])).toEqual(version));

  test('a workspace says nothing by its own name', () => {
    expect(versionOfPath('/home/me/postgres-14/config', ['/home/me/postgres-14'])).toBeUndefined();
  });
});

test.each<[string, unknown]>([
  ['/ws/postgresql15.conf', { major: 15 }],
  ['/ws/postgresql-9.6.conf', { old: '9.6' }],
  ['/ws/postgresql.conf-13', { major: 13 }],
  ['/ws/postgresql.conf-13.orig', { major: 13 }],
  ['/ws/pg_hba-12.conf', { major: 12 }],
  ['/ws/postgresql.conf', undefined],
  ['/ws/postgresql.conf.4GB', undefined],
  ['/ws/postgresql-prod.conf', undefined],
])('the name %s', (path, version) => expect(versionOfFileName(path)).toEqual(version));

test.each<[string, unknown]>([
  ['15\n', { major: 15 }],
  ['9.6\n', { old: '9.6' }],
  ['fifteen\n', undefined],
])('PG_VERSION with %j', (text, version) => expect(versionOfVersionFile(text)).toEqual(version));

test.each<[string, unknown]>([
  ["data_directory = '/var/lib/postgresql/9.1/main'\n", { old: '9.1' }],
  ["hba_file = '/etc/postgresql/15/main/pg_hba.conf'\n", { major: 15 }],
  ["external_pid_file = '/var/run/postgresql/16-main.pid'\n", { major: 16 }],
  ["archive_command = '/usr/lib/postgresql/14/bin/x %p'\n", { major: 14 }],
  ["archive_command = '/usr/pgsql-13/bin/x %p'\n", { major: 13 }],
  ["archive_command = '/usr/bin/pg_probackup-12 archive-push'\n", { major: 12 }],
  ["log_filename = 'postgresql-12-main.log'\n", { major: 12 }],
  ["#data_directory = '/var/lib/postgresql/12/main'\n", undefined],
  ['port = 5432 # /etc/postgresql/12/main\n', undefined],
  ["log_filename = 'postgresql-%Y-%m-%d.log'\n", undefined],
  ["a.b = '/usr/lib/postgresql/14/bin'\nc.d = '/usr/lib/postgresql/15/bin'\n", undefined],
])('the value in %s', (text, version) => expect(versionOfValues(text)).toEqual(version));
