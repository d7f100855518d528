/** ConfigMaps and Secrets, from the file to what the commands say of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: pg-config
data:
  postgresql.conf: |
    listen_addresses = '*'
    fsync = off
  pg_hba.conf: |
    # TYPE  DATABASE  USER  ADDRESS  METHOD
    local   all       all            peer
    host    all       all   all      trust
  pg_ident.conf: "ops root postgres\\n"
---
kind: StatefulSet
apiVersion: apps/v1
spec: { template: { spec: { containers: [{ name: db, image: "postgres:16.4-alpine" }] } } }
`;

const found = (text: string, path = '/k/a.yaml') => documentsIn(path, { text, encoding: 'utf-8' }, carriers);
const summary = (text: string) =>
  found(text).map(({ name, extent, targets, documents }) => ({
    name,
    extent,
    targets,
    documents: documents.map(({ kind, text: own }) => [kind, own]),
  }));

describe('what is found', () => {
  test('the files of a ConfigMap are one cluster, for the major of the image in the file', () => {
    expect(summary(configMap)).toEqual([
      {
        name: 'ConfigMap/pg-config',
        extent: 'whole',
        targets: [16],
        documents: [
          ['conf', "listen_addresses = '*'\nfsync = off\n"],
          [
            'hba',
            '# TYPE  DATABASE  USER  ADDRESS  METHOD\nlocal   all       all            peer\nhost    all       all   all      trust\n',
          ],
          ['ident', 'ops root postgres\n'],
        ],
      },
    ]);
  });

  test('objects of one name in a file are told apart, and a list has objects', () => {
    const one = 'kind: ConfigMap\nmetadata: { name: a, namespace: n }\ndata: { pg_hba.conf: "local all all peer" }\n';
    expect(found(`${one}---\n${one}`).map(({ name }) => name)).toEqual(['ConfigMap/n/a', 'ConfigMap/n/a 2']);
    const list = `kind: List\nitems:\n- ${one.trimEnd().replaceAll('\n', '\n  ')}\n`;
    expect(found(list).map(({ name }) => name)).toEqual(['ConfigMap/n/a']);
  });

  test('what a Secret has as text counts, its encoded data does not', () => {
    const secret = (field: string) =>
      `kind: Secret\nmetadata: { name: s }\n${field}:\n  pg_hba.conf: local all all peer\n`;
    expect(summary(secret('stringData'))).toMatchObject([{ name: 'Secret/s', extent: 'snippet' }]);
    expect(summary(secret('data'))).toEqual([]);
  });

  test('a configuration of Patroni in a key is read as one, with the places of the file', () => {
    const text = [
      'kind: ConfigMap',
      'metadata: { name: patroni }',
      'data:',
      '  patroni.yaml: |',
      '    scope: main',
      '    name: ${NAME}',
      '    postgresql:',
      '      parameters: { work_mem: 8MB }',
      '      pg_hba:',
      '      - local all all peer',
      '  other.yaml: |',
      '    postgresql: { host: a }',
    ].join('\n');
    const [cluster, ...others] = found(text);
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ name: 'ConfigMap/patroni/patroni.yaml', extent: 'extended', isContainer: true });
    const [conf, hba] = cluster!.documents;
    const at = conf!.text.indexOf('8MB');
    const { start, end } = conf!.map!.placeOf({ start: at, end: at + 3 });
    expect(text.slice(start, end)).toBe('8MB');
    expect(hba!.text).toBe('local all all peer\n');
  });

  test('further files of settings stand by themselves, where something says that they are PostgreSQL’s', () => {
    const map = (name: string, ...keys: string[]) =>
      `kind: ConfigMap\nmetadata: { name: ${name} }\ndata:\n${keys.map((key) => `  ${key}: work_mem = 4MB\n`).join('')}`;
    const names = (text: string) => found(text).map(({ name, extent }) => [name, extent]);
    expect(names(map('x', 'postgresql.conf', 'replica.conf'))).toEqual([
      ['ConfigMap/x', 'whole'],
      ['ConfigMap/x/replica.conf', 'snippet'],
    ]);
    expect(names(map('my-postgres', 'custom.conf'))).toEqual([['ConfigMap/my-postgres/custom.conf', 'snippet']]);
    expect(names(map('x', 'custom.conf'))).toEqual([]);
    expect(names(map('x', 'postgres.conf'))).toEqual([['ConfigMap/x', 'whole']]);
  });

  test.each([
    ['files of PgBouncer', 'kind: ConfigMap\ndata:\n  pgbouncer.ini: x\n  pg_hba.conf: host all all all md5\n'],
    ['files of other servers', 'kind: ConfigMap\ndata:\n  nginx.conf: |\n    worker_processes = 1;\n  my.cnf: x\n'],
    ['a value that is no text', 'kind: ConfigMap\ndata:\n  postgresql.conf: { a: b }\n  pg_hba.conf:\n'],
    ['another kind', 'kind: Deployment\ndata:\n  postgresql.conf: fsync = off\n# kind: ConfigMap\n'],
    ['another group', 'apiVersion: x/v1\nkind: ConfigMap\ndata:\n  postgresql.conf: fsync = off\n'],
    ['a template that is not YAML', 'kind: ConfigMap\ndata:\n  {{- if .a }}\n  postgresql.conf: fsync = off\n'],
    ['no YAML at all', 'kind: ConfigMap\n\t- :\n  pg_hba.conf: [\n'],
    ['no marks', 'a: b\n'],
  ])('nothing in %s', (_, text) => expect(summary(text)).toEqual([]));
});

describe('the commands', () => {
  const other = 'a: b\n';
  const folder = () =>
    makeFolder({
      'k8s/pg.yaml': configMap,
      'k8s/values.yaml': other,
      'chart/x.yml': 'kind: ConfigMap\ndata: {x.conf: y}\n',
    });

  test('lint finds it in a folder and by its name, at the lines of the file', async () => {
    const here = folder();
    for (const path of ['.', 'k8s/pg.yaml']) {
      const { output, code } = await runIn(here, ['lint', path, '--format', 'github']);
      expect(code).toBe(1);
      expect(output).toMatch(/file=k8s\/pg\.yaml,line=8,(?:endLine=8,)?col=13,.*conf\/fsync/);
      expect(output).toMatch(/file=k8s\/pg\.yaml,line=12,(?:endLine=12,)?col=38,.*hba\/no-trust/);
      expect(output).not.toMatch(/values\.yaml|x\.yml/);
    }
  });

  test('a fix changes what it says, with the indentation and the line ends of the file', async () => {
    const before = [
      'kind: ConfigMap',
      'data:',
      '  postgresql.conf: |-',
      '      port = 5433',
      '      log_connections=off',
    ];
    const text = [...before, '', '  x: y', ''].join('\n');
    for (const lineEnd of ['\n', '\r\n']) {
      const here = makeFolder({ 'pg.yaml': text.replaceAll('\n', lineEnd) });
      await runIn(here, ['lint', '--fix', 'pg.yaml']);
      const now = readFileSync(`${here}/pg.yaml`, 'utf8');
      expect(now).toContain('      log_connections=on\n'.replaceAll('\n', lineEnd));
      expect(now).toMatch(/\n {6}log_disconnections = on\r?\n {6}log_line_prefix = '.*'\r?\n/);
      expect(now.endsWith('  x: y\n'.replaceAll('\n', lineEnd))).toBe(true);
      expect(lineEnd === '\n' ? now.includes('\r') : /(?<!\r)\n/.test(now)).toBe(false);
    }
  });

  test('a YAML file that carries nothing is said to, or passed over by a hook', async () => {
    const here = folder();
    const asked = await runIn(here, ['lint', 'k8s/values.yaml']);
    expect([asked.code, asked.errors]).toEqual([
      2,
      'pgconflint: k8s/values.yaml carries no PostgreSQL configuration that pgconflint knows.\n',
    ]);
    const hook = await runIn(here, ['lint', '--ignore-unknown', '--', 'k8s/values.yaml', 'chart/x.yml']);
    expect([hook.code, hook.output]).toEqual([0, '']);
    expect((await runIn(here, ['lint', '--ignore-unknown', '--', 'k8s/pg.yaml'])).code).toBe(1);
  });

  test('show, settings, who, access, audit and upgrade read it', async () => {
    const here = folder();
    const rows = JSON.parse((await runIn(here, ['show', 'hba', 'k8s/pg.yaml', '--format', 'json'])).output);
    expect(rows).toMatchObject([
      { rule_number: 1, line_number: 11, type: 'local', auth_method: 'peer' },
      { rule_number: 2, line_number: 12, type: 'host', auth_method: 'trust' },
    ]);
    const settings = JSON.parse((await runIn(here, ['show', 'settings', 'k8s/pg.yaml', '--format', 'json'])).output);
    expect(settings).toMatchObject([
      { name: 'listen_addresses', setting: '*', sourcefile: 'pg.yaml' },
      { name: 'fsync', setting: 'off', sourcefile: 'pg.yaml' },
    ]);
    for (const args of [['show', 'hba'], ['show', 'settings'], ['settings'], ['access']]) {
      const { code, errors } = await runIn(here, [...args, 'k8s/values.yaml']);
      const said = 'pgconflint: k8s/values.yaml carries no PostgreSQL configuration that pgconflint knows.\n';
      expect([args[0], code, errors]).toEqual([args[0], 2, said]);
    }
    const inForce = await runIn(here, ['settings', 'k8s', '--changed-only', '--format', 'json']);
    expect(JSON.parse(inForce.output).map(({ name }: { name: string }) => name)).toEqual(['fsync', 'listen_addresses']);
    const who = await runIn(here, ['who', 'k8s/pg.yaml', '--user', 'a', '--database', 'b', '--from', '10.0.0.1']);
    expect(who.output).toContain('trust');
    for (const args of [
      ['access', 'k8s/pg.yaml'],
      ['audit', 'k8s/pg.yaml', '--benchmark', 'cis-16'],
      ['upgrade', 'k8s/pg.yaml', '--from', '16', '--to', '18'],
    ]) {
      const { errors, code } = await runIn(here, args);
      expect([args[0], code === 2 ? errors : '']).toEqual([args[0], '']);
    }
  });

  test('diff compares what two files carry', async () => {
    const here = makeFolder({ 'a/pg.yaml': configMap, 'b/pg.yaml': configMap.replace('trust', 'reject') });
    const { output } = await runIn(here, ['diff', 'a', 'b']);
    expect(output).toContain('reject');
  });
});
