/** Patroni: what the server gets, as its source (commit de6b22c8) says. */
import { describe, expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { pythonText } from '../../../src/carriers/platforms/patroni/python.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import type { Document } from '../../../src/documents/document.js';

const found = (text: string) => documentsIn('/c/patroni.yml', { text, encoding: 'utf-8' }, carriers);
const documents = (text: string) =>
  Object.fromEntries(found(text).flatMap((one) => one.documents.map((each) => [each.kind, each]))) as Record<
    string,
    Document
  >;
const inForce = ({ text }: Document) =>
  Object.fromEntries([...text.matchAll(/^([\w.]+) = '(.*)'/gm)].map(([, name, value]) => [name!, value!]));

/** A configuration with these parameters in the cluster’s part and in the node’s. */
const configuration = (dcs: string, local = '', rest = '') =>
  `scope: batman\nbootstrap:\n  dcs:\n    postgresql:\n      parameters:\n        ${dcs}\npostgresql:\n  listen: 0.0.0.0:5433\n  parameters:\n    ${local}\n${rest}`;

describe('parameters', () => {
  // patroni/config.py:724-733: those of the node over those of the cluster, name by name.
  test('of both places, the node’s over the cluster’s, with what Patroni gives the server itself', () => {
    const { conf } = documents(
      configuration('work_mem: 4MB\n        max_connections: 50', 'work_mem: 8MB\n    a.b: x'),
    );
    // patroni/postgresql/config.py:364 (CMDLINE_OPTIONS), 1075 (listen_addresses, port, cluster_name).
    expect(inForce(conf!)).toMatchObject({
      work_mem: '8MB',
      max_connections: '50',
      'a.b': 'x',
      max_wal_senders: '10',
      wal_level: 'replica',
      listen_addresses: '0.0.0.0',
      port: '5433',
      cluster_name: 'batman',
    });
  });

  test.each([
    // patroni/config.py:422-424, is_local.
    [
      'of the command line, for the node alone',
      configuration('a.b: 1', 'max_connections: 200'),
      'max_connections',
      '100',
    ],
    // patroni/postgresql/config.py:365-367, _false_validator.
    ['that Patroni sets itself', configuration('port: 1'), 'port', '5433'],
    // patroni/postgresql/config.py:370, IntValidator(min=25).
    ['less than Patroni wants', configuration('max_connections: 20'), 'max_connections', '100'],
    // patroni/postgresql/validator.py, Bool, Integer, Enum: a value that is none is left out.
    ['that are no value of theirs', configuration('max_wal_senders: many'), 'max_wal_senders', '10'],
    // patroni/postgresql/config.py:368, EnumValidator.
    ['minimal', configuration('wal_level: minimal'), 'wal_level', 'replica'],
  ])('%s have no effect', (_, text, name, value) => {
    const { conf } = documents(text);
    expect(inForce(conf!)[name]).toBe(value);
    expect(conf!.remarks!.map(({ about, data }) => [about, data['name']])).toEqual([['ignored', name]]);
  });

  // patroni/postgresql/validator.py, _transform_parameter_value: "Removing unexpected parameter".
  test('that no server knows are dropped, and so are those without a value', () => {
    const { conf } = documents(configuration('max_conections: 100\n        work_mem: null\n        a.b: x'));
    expect(Object.keys(inForce(conf!))).not.toContain('max_conections');
    expect(Object.keys(inForce(conf!))).not.toContain('work_mem');
    expect(conf!.remarks).toMatchObject([{ about: 'ignored', data: { name: 'max_conections' } }]);
  });

  // `off` is False for PyYAML, which is not an integer.
  test('a boolean of YAML where a number is meant', () => {
    const { conf } = documents(
      configuration('log_min_duration_statement: off\n        fsync: off\n        application_name: no'),
    );
    expect(inForce(conf!)).toMatchObject({ fsync: 'False', application_name: 'False' });
    expect(conf!.remarks).toMatchObject([{ about: 'ignored', data: { name: 'log_min_duration_statement' } }]);
  });

  // PyYAML 6.0, safe_load and str().
  test.each([
    ['on', 'True'],
    ['Off', 'False'],
    ['yes', 'True'],
    ['oN', 'oN'],
    ['y', 'y'],
    ['100', '100'],
    ['0640', '416'],
    ['0o640', '0o640'],
    ['1_000', '1000'],
    ['12:30', '750'],
    ['-1', '-1'],
    ['0', '0'],
    ['08', '08'],
    ['0x1F', '31'],
    ['0b11', '3'],
    ['+5', '5'],
    ['128MB', '128MB'],
    ['9007199254740993', '9007199254740993'],
    ['1:2:3', '3723'],
    ['-0640', '-416'],
  ])('a plain %s is %s for Python', (plain, text) => expect(pythonText(plain)).toBe(text));
  test.each(['null', '~', '', 'Null'])('a plain %p is nothing', (plain) => expect(pythonText(plain)).toBeUndefined());
});

describe('records', () => {
  const list = (name: string) => `  pg_hba:\n  - local all all peer map=${name}\n`;
  const inDcs = '    postgresql:\n      pg_hba:\n      - local all all peer map=dcs\n';
  const file = (local: string) => `scope: a\nbootstrap:\n  dcs:\n${inDcs}postgresql:\n${local}`;

  // patroni/config.py:734-735: every other key of the node replaces that of the cluster.
  test.each([
    ['the node’s list counts alone', file(list('node')), 'local all all peer map=node\n'],
    ['an empty one too: initdb’s file stays', file('  pg_hba: []\n'), undefined],
    ['without any the cluster’s counts', file('  listen: "*"\n'), 'local all all peer map=dcs\n'],
    // patroni/postgresql/config.py:621, hba_file.
    ['a file of their own', file(`  parameters: { hba_file: /x }\n${list('node')}`), undefined],
    // ConfigWriter.writelines: what is not a text makes no line.
    [
      'maps make no line',
      file('  pg_hba:\n  - local: all\n  - local all all peer\n'),
      '#local: all\nlocal all all peer\n',
    ],
  ])('%s', (_, text, hba) => expect(documents(text)['hba']?.text).toBe(hba));
});

describe('records of bootstrap', () => {
  // patroni/postgresql/config.py:590, append_pg_hba: at the end of initdb's file, unless there is a list.
  const appended = (rest: string, initdb = '') =>
    `scope: a\nbootstrap:\n${initdb}  pg_hba:\n  - host all all 10.0.0.0/8 md5\n${rest}`;
  const initdb = (local: string, host: string) =>
    ['all', 'replication']
      .map(
        (name) =>
          `local ${name} all ${local}\nhost ${name} all 127.0.0.1/32 ${host}\nhost ${name} all ::1/128 ${host}\n`,
      )
      .join('');
  const own = 'host all all 10.0.0.0/8 md5\n';

  test.each([
    ['trust without options', '', 'trust', 'trust'],
    ['a map of options', '  initdb: { auth-local: peer, auth-host: md5 }\n', 'peer', 'md5'],
    ['a list of options', '  initdb:\n  - data-checksums\n  - auth: md5\n  - auth-local: peer\n', 'peer', 'md5'],
    // initdb of 15, asked with -A peer: initdb.c, main, case 'A'.
    ['peer for both', '  initdb:\n  - auth: peer\n', 'peer', 'ident'],
  ])('come after those of initdb: %s', (_, options, local, host) => {
    const { hba } = documents(appended('postgresql: { listen: "*" }\n', options));
    expect(hba!.text).toBe(initdb(local, host) + own);
  });

  test('count for nothing beside a list, and that is said once', () => {
    const { hba } = documents(appended('postgresql:\n  pg_hba:\n  - local all all peer\n'));
    expect(hba!.text).toBe(`#${own}local all all peer\n`);
    expect(hba!.remarks).toMatchObject([{ about: 'ignored', data: { name: 'bootstrap.pg_hba' }, start: 1 }]);
    expect(documents(appended('postgresql: { parameters: { hba_file: /x } }\n'))['hba']).toBeUndefined();
    // Of an item with several lines none may be left.
    const block = appended('postgresql:\n  pg_hba:\n  - local all all peer\n').replace(
      '- host',
      '- |\n      local a a peer\n      host',
    );
    expect(documents(block)['hba']!.text).toBe('#local a a peer\nlocal all all peer\n');
  });
});

test.each([
  ['an application with a database', 'spring: x\npostgresql:\n  host: a\n  parameters: { a: b }\n'],
  ['Helm values', 'postgresql:\n  primary: { a: b }\nimage: x\nkubernetes: {}\n'],
  ['a Compose file', 'services:\n  postgresql:\n    image: x\n  etcd: {}\n'],
  ['a configuration without any of it', 'scope: a\netcd: {}\npostgresql:\n  listen: "*"\n'],
])('nothing in %s', (_, text) => expect(found(text)).toEqual([]));
