/**
 * Values of Helm’s charts: what the server gets, as the templates of the charts say: bitnami/charts (commit 5165628a),
 * timescale/helm-charts (8b6fe063), cloudnative-pg/charts (b21ad2da), stackgres (085f6d0e).
 */
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';
import { clustersIn, documentsByKind, inForce, saidOf } from './found.js';

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const files = (text: string) =>
  clustersIn(text).map(({ name, extent, documents }) => [name, extent, documents.map(({ text: each }) => each)]);

describe('Bitnami’s', () => {
  const values = `image:\n  repository: bitnami/postgresql\n  tag: 16.4.0-debian-12-r2\nprimary:\n  extendedConfiguration: |\n    max_connections = 1024\n  pgHbaConfiguration: |-\n    host all all all md5\n`;

  // bitnami/postgresql/templates/primary/configmap.yaml:22-25, extended-configmap.yaml:17-19.
  test('additional settings and records', () => {
    expect(files(values)).toEqual([['primary', 'extended', ['max_connections = 1024\n', 'host all all all md5']]]);
    expect(clustersIn(values)).toMatchObject([{ targets: [16], targetSource: 'image.tag' }]);
  });

  // configmap.yaml:18-21: `configuration` is the whole postgresql.conf.
  test('the whole file, and the additional one beside it', () => {
    const text = `postgresql:\n  primary:\n    configuration: |\n      fsync = on\n    extendedConfiguration: |\n      ssl = off\n`;
    expect(files(text)).toEqual([
      ['postgresql/primary', 'whole', ['fsync = on\n']],
      ['postgresql/primary/extendedConfiguration', 'snippet', ['ssl = off\n']],
    ]);
  });

  // templates/_helpers.tpl:264 and 292: existing ConfigMaps take their places.
  test.each([
    ['primary:\n  existingConfigmap: mine\n  configuration: |\n    fsync = on\n  pgHbaConfiguration: x\n'],
    ['primary:\n  existingExtendedConfigmap: mine\n  extendedConfiguration: |\n    fsync = on\n'],
    ['primary:\n  configuration: |-\n    [mysqld]\n    max_connections=100\n'],
    ['primary:\n  configuration: |-\n    appendonly yes\n'],
    ['primary:\n  extendedConfiguration: ""\n  pgHbaConfiguration: ""\n'],
  ])('nothing in %j', (text) => expect(clustersIn(text)).toEqual([]));

  // bitnami/postgresql-ha/templates/postgresql/configmap.yaml, extended-configmap.yaml.
  test('postgresql-ha', () => {
    const text = `postgresql:\n  extendedConf: |-\n    work_mem = 8MB\n  pgHbaConfiguration: |-\n    local all all trust\n`;
    expect(files(text)).toEqual([['postgresql', 'extended', ['work_mem = 8MB', 'local all all trust']]]);
  });

  test('a folded text is one line for the server, which is said', async () => {
    const here = makeFolder({
      'values.yaml': 'primary:\n  extendedConfiguration: >-\n    max_connections = 200\n    shared_buffers = 1GB\n',
    });
    const { output } = await runIn(here, ['lint', '--format', 'json']);
    const problems = JSON.parse(output)[0].messages as { ruleId: string; line: number; message: string }[];
    expect(problems).toContainEqual(
      expect.objectContaining({
        ruleId: 'carrier/folded-file',
        line: 3,
        message:
          'YAML joins these lines, since “>” is above them. The server reads fewer than 2 lines. Write “|” instead of “>”.',
      }),
    );
  });
});

const bitnami = 'primary:\n  extendedConfiguration: |\n    max_conections = 1024\n';
const settings = 'max_conections = 1024\n';

describe('values in a manifest', () => {
  const argo = (source: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: db, namespace: argocd }\nspec:\n${source}`;

  test.each([
    [
      'Argo CD, values',
      argo(`  source:\n    helm:\n      values: |\n${indented(bitnami, 8)}`),
      'Application/argocd/db/primary',
    ],
    [
      'Argo CD, valuesObject of one of several sources',
      argo(`  sources:\n  - chart: postgresql\n    helm:\n      valuesObject:\n${indented(bitnami, 8)}`),
      'Application/argocd/db/primary',
    ],
    [
      'an ApplicationSet',
      `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: db }\nspec:\n  template:\n    spec:\n      source:\n        helm:\n          valuesObject:\n${indented(bitnami, 12)}`,
      'ApplicationSet/db/primary',
    ],
    [
      'Flux',
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: db }\nspec:\n  values:\n    app:\n${indented(bitnami, 6)}`,
      'HelmRelease/db/app/primary',
    ],
    [
      'k3s',
      `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: db }\nspec:\n  valuesContent: |-\n${indented(bitnami, 4)}`,
      'HelmChart/db/primary',
    ],
  ])('%s', (_, text, name) => {
    expect(files(text)).toEqual([[name, 'extended', [settings]]]);
    const { map } = documentsByKind(text)['conf']!;
    const place = map!.placeOf({ start: 0, end: 'max_conections'.length });
    expect(text.slice(place.start, place.end)).toBe('max_conections');
    expect(map!.offsetAt(place.start + 3)).toBe(3);
    expect(map!.offsetAt(0)).toBeUndefined();
    expect(map!.nearestOffset(text.length)).toBe(settings.length);
    const change = map!.write({ start: 0, end: 'max_conections'.length, text: 'max_connections' })!;
    expect(text.slice(0, change.start) + change.text + text.slice(change.end)).toBe(
      text.replace('max_conections', 'max_connections'),
    );
    const line = map!.write({ start: settings.length, end: settings.length, text: 'fsync = on\n' })!;
    const indentation = /^ *(?=max_c)/m.exec(text)![0];
    expect(text.slice(0, line.start) + line.text + text.slice(line.end)).toContain(
      `\n${indentation}max_conections = 1024\n${indentation}fsync = on\n`,
    );
  });

  test('what is wrong is reported at its place', async () => {
    const here = makeFolder({ 'app.yaml': argo(`  source:\n    helm:\n      values: |\n${indented(bitnami, 8)}`) });
    const { output } = await runIn(here, ['lint', '--format', 'json']);
    expect(JSON.parse(output)[0].messages).toContainEqual(expect.objectContaining({ line: 10, column: 13 }));
  });

  test.each([
    ['another object', `apiVersion: v1\nkind: Thing\nspec:\n  values:\n${indented(bitnami, 4)}`],
    ['a text that is no map', argo('  source:\n    helm:\n      values: "extendedConfiguration: - x"\n')],
  ])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
});

describe('values that become a configuration', () => {
  // charts/timescaledb-single/templates/configmap-patroni.yaml:17-18.
  test('of Patroni', () => {
    const text = `patroni:\n  bootstrap:\n    dcs:\n      postgresql:\n        parameters:\n          checkpoint_timeout: 300s\n          wal_level: minimal\n  postgresql:\n    pg_hba:\n    - local all all peer\n`;
    const { conf, hba } = documentsByKind(text);
    expect(inForce(conf!)).toMatchObject({ checkpoint_timeout: '300s', wal_level: 'replica' });
    expect(saidOf(conf!)).toEqual(['ignored wal_level']);
    expect(hba!.text).toBe('local all all peer\n');
    expect(
      inForce(documentsByKind('db:\n  patroni:\n    postgresql:\n      parameters:\n        work_mem: 4MB\n')['conf']!),
    ).toMatchObject({ work_mem: '4MB' });
  });

  // charts/cluster/templates/cluster.yaml:70-102; _helpers.tpl:86-92 (version).
  test('of CloudNativePG', () => {
    const text = `type: timescaledb\nversion: { postgresql: "15.7" }\ncluster:\n  postgresql:\n    parameters:\n      max_connections: 300\n    pg_hba:\n    - host all all 10.244.0.0/16 md5\n`;
    const { conf, hba } = documentsByKind(text);
    expect(clustersIn(text)).toMatchObject([{ name: 'cluster', targets: [15], targetSource: 'version.postgresql' }]);
    expect(inForce(conf!)['shared_preload_libraries']).toBe('timescaledb');
    expect(saidOf(conf!)).toEqual(['not-text max_connections']);
    expect(hba!.text).toMatch(
      /cnpg_pooler_pgbouncer\nhost all all 10\.244\.0\.0\/16 md5\nhost all all all scram-sha-256\n$/,
    );
  });

  // stackgres-k8s/install/helm/stackgres-cluster/values.yaml:241-249.
  test('of StackGres', () => {
    const text = `cluster:\n  postgres: { version: '16.2' }\nconfigurations:\n  postgresconfig:\n    postgresql.conf:\n      shared_buffers: '256MB'\n      port: '5433'\n`;
    expect(clustersIn(text)).toMatchObject([{ name: 'configurations', targets: [16] }]);
    expect(saidOf(documentsByKind(text)['conf']!)).toEqual(['refused port']);
  });

  test.each([
    ['crVersion: 2.9.0\n', 'replica'],
    ['', 'logical'],
  ])('of PGO and of Percona’s operator: %j', (first, level) => {
    const text = `${first}postgresVersion: 16\npatroni:\n  dynamicConfiguration:\n    postgresql:\n      parameters:\n        wal_level: replica\n`;
    expect(clustersIn(text)).toMatchObject([{ name: 'patroni', targets: [16] }]);
    expect(inForce(documentsByKind(text)['conf']!)['wal_level']).toBe(level);
  });

  test.each([
    [
      'the values of the chart itself',
      'cluster:\n  postgresql:\n    parameters: {}\n      # max_connections: 300\n    pg_hba: []\n',
    ],
    ['an application', 'cluster:\n  name: x\npostgresql:\n  host: db\nparameters:\n  a: b\n'],
    ['a pooler', 'patroni: { enabled: true }\npostgresql: {}\npgBouncer:\n  pg_hba:\n  - host all all all trust\n'],
  ])('nothing in %s', (_, text) => expect(clustersIn(text)).toEqual([]));
});
