/**
 * CloudNativePG: what the server gets, as pkg/postgres/configuration.go (commit a95a534d) says: defaults (560), fixed
 * parameters (487), mandatory ones (587), records (98) and mappings (135).
 */
import { describe, expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import type { Document } from '../../../src/documents/document.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

const found = (text: string) => documentsIn('/c/a.yaml', { text, encoding: 'utf-8' }, carriers);
const manifest = (postgresql: string, spec = '') =>
  `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: main, namespace: db }\nspec:\n${spec}  postgresql:\n${postgresql}`;
const documents = (text: string) =>
  Object.fromEntries(found(text)[0]!.documents.map((one) => [one.kind, one])) as Record<string, Document>;
/** What a server reads: the last value of each name. */
const inForce = ({ text }: Document) =>
  Object.fromEntries([...text.matchAll(/^([\w.]+) = '(.*)'/gm)].map(([, name, value]) => [name!, value!]));

const example = manifest(
  `    parameters:
      # as much as we need
      max_connections: "300"
      wal_level: replica
      pgaudit.log: all
    shared_preload_libraries: [timescaledb, pgaudit]
    pg_hba:
      - hostssl app app 10.0.0.0/8 scram-sha-256
    pg_ident:
      - "mymap /^(.*)@example\\\\.com$ \\\\1"
`,
  '  imageName: ghcr.io/cloudnative-pg/postgresql:17.5-3-bookworm\n',
);

describe('what the server gets', () => {
  test('the settings of the cluster, over the defaults of the operator and under what it enforces', () => {
    const values = inForce(documents(example)['conf']!);
    expect(values).toMatchObject({
      max_connections: '300',
      wal_level: 'replica',
      'pgaudit.log': 'all',
      shared_preload_libraries: 'timescaledb,pgaudit',
      wal_keep_size: '512MB',
      ssl_min_protocol_version: 'TLSv1.3',
      ssl: 'on',
      listen_addresses: '*',
      archive_mode: 'on',
    });
  });

  test('its records between those of the operator', () => {
    expect(documents(example)['hba']!.text).toBe(`local all cnpg_metrics_exporter peer map=cnpg_metrics_exporter
local all all peer map=local
hostssl postgres streaming_replica all cert map=cnpg_streaming_replica
hostssl replication streaming_replica all cert map=cnpg_streaming_replica
hostssl all cnpg_pooler_pgbouncer all cert map=cnpg_pooler_pgbouncer
hostssl app app 10.0.0.0/8 scram-sha-256
host all all all scram-sha-256
`);
    expect(documents(example)['ident']!.text).toMatch(
      /cnpg_metrics_exporter\nmymap \/\^\(\.\*\)@example\\\.com\$ \\1\n$/,
    );
  });

  test.each([
    ['md5 before 14', '  imageName: x/postgresql:13\n', 'md5', [13]],
    [
      'the catalog before the image',
      '  imageName: x/postgresql:13\n  imageCatalogRef: { name: a, major: 16 }\n',
      'scram-sha-256',
      [16],
    ],
    ['a digest', '  imageName: x/postgresql:16@sha256:0123\n', 'scram-sha-256', [16]],
    ['nothing that tells the major', '', 'scram-sha-256', undefined],
  ])('the last record and the major: %s', (_, spec, method, targets) => {
    const text = manifest('    pg_hba: [local all all peer]\n', spec);
    expect(found(text)[0]!.targets).toEqual(targets);
    expect(documents(text)['hba']!.text.trimEnd().split('\n').at(-1)).toBe(`host all all all ${method}`);
  });

  test('archive_mode as replicas and the annotation have it', () => {
    const parameters = '    parameters: { a.b: "1" }\n';
    const mode = (text: string) => inForce(documents(text)['conf']!)['archive_mode'];
    expect(mode(manifest(parameters, '  replica: { enabled: true, source: x }\n'))).toBe('always');
    const annotated = manifest(parameters).replace(
      'name: main',
      'annotations: { cnpg.io/skipWalArchiving: enabled }, name: main',
    );
    expect(mode(annotated)).toBe('off');
  });

  // cluster_webhook.go:1095, validateConfiguration: refused unless it is what the operator sets by itself.
  test('a fixed parameter does not reach it', () => {
    const text = manifest(
      '    parameters:\n      ssl: "off"\n      logging_collector: "on"\n      SSL: "off"\n      port: 5433\n',
    );
    const { conf } = documents(text);
    expect(inForce(conf!)).toMatchObject({ ssl: 'on', port: '5432', SSL: 'off' });
    const remarks = conf!.remarks!.map(({ about, data, start, end }) => [
      about,
      data['name'],
      conf!.text.slice(start, end),
    ]);
    expect(remarks).toEqual([
      ['refused', 'ssl', "ssl = 'off'"],
      ['refused', 'port', "port = '5433'"],
    ]);
  });

  test.each([
    [
      'another kind',
      'apiVersion: postgresql.cnpg.io/v1\nkind: Pooler\nspec: { pgbouncer: { pg_hba: [host all all all md5] } }\n',
    ],
    [
      'another group',
      'apiVersion: cluster.x-k8s.io/v1\nkind: Cluster\nspec: { postgresql: { parameters: { a: b } } }\n# postgresql.cnpg.io/v1\n',
    ],
    ['a cluster that sets nothing', manifest('    shared_preload_libraries: [a]\n')],
    ['a cluster without any of it', 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec: { instances: 3 }\n'],
  ])('nothing in %s', (_, text) => expect(found(text)).toEqual([]));
});

describe('what is said', () => {
  test('is about what the cluster has, in view of what the operator adds', async () => {
    const text = manifest(`    pg_hba:
      - host all all 10.0.0.0/8 trust
      - host all streaming_replica 10.1.0.0/16 trust
      - hostssl replication streaming_replica all cert map=cnpg_streaming_replica
`);
    const here = makeFolder({ 'a.yaml': text });
    const { output } = await runIn(here, ['lint', '--format', 'json']);
    const problems = JSON.parse(output)[0].messages as { ruleId: string; line: number; message: string }[];
    expect(problems.every(({ line }) => line >= 7 && line <= 9)).toBe(true);
    // The operator’s own record decides first.
    expect(problems).toContainEqual(expect.objectContaining({ line: 9 }));
    expect(problems.map(({ ruleId }) => ruleId)).not.toContain('hba/no-world-open');
    expect(problems.find(({ line }) => line === 9)!.message).toContain('a record of the platform');
  });

  test('who counts the records of the operator', async () => {
    const here = makeFolder({ 'a.yaml': example });
    const asked = ['who', 'a.yaml', '--user', 'other', '--database', 'x', '--from', '192.0.2.1'];
    expect((await runIn(here, asked)).output).toContain('scram-sha-256');
  });
});
