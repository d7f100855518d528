/** Compose services that several files make, as compose-go (commit e70e961) merges them. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { readEnvFile } from '../../../src/carriers/platforms/compose/env-file.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

/** The clusters of one of several files in a folder. */
function found(name: string, files: Readonly<Record<string, string>>) {
  const beside = (path: string) => files[path.replace(/^\/c\//, '')];
  return documentsIn(`/c/${name}`, { text: files[name]!, encoding: 'utf-8' }, carriers, beside);
}
/** Each document of a file, by its kind, with the majors of its cluster. */
const summary = (name: string, files: Readonly<Record<string, string>>) =>
  found(name, files).flatMap(({ documents, targets }) => documents.map(({ kind, text }) => [kind, text, targets]));

const service = (rest: string) => `services:\n  db:\n${rest}`;
const base = service('    image: postgres:16\n');
const initdb = ['all', 'replication']
  .map((name) => `local ${name} all trust\nhost ${name} all 127.0.0.1/32 trust\nhost ${name} all ::1/128 trust\n`)
  .join('');

describe('a file that is put over another one', () => {
  const trust = service('    environment: { POSTGRES_HOST_AUTH_METHOD: trust }\n');

  // cli/options.go, DefaultFileNames and DefaultOverrideFileNames; loader/validate.go: a service needs an image or a build.
  test.each([
    ['compose.override.yaml', 'compose.yaml'],
    ['docker-compose.override.yml', 'docker-compose.yml'],
    ['compose.override.yml', 'docker-compose.yaml'],
    ['docker-compose.prod.yml', 'docker-compose.yml'],
  ])('%s has the image of %s', (name, main) => {
    expect(summary(name, { [name]: trust, [main]: base })).toEqual([
      ['hba', `${initdb}host all all all trust\n`, [16]],
    ]);
    expect(summary(name, { [name]: trust })).toEqual([]);
  });

  test('with an image of its own it is another server', () => {
    const own = service('    image: postgres:18\n    command: -c fsync=off\n');
    const files = { 'compose.yaml': base, 'compose.override.yaml': own, 'compose.test.yaml': own };
    for (const name of ['compose.override.yaml', 'compose.test.yaml'])
      expect(summary(name, files)).toEqual([['conf', "fsync = 'off'\n", [18]]]);
  });

  // override/merge.go: command and entrypoint take the place of those below, lists are joined.
  test('what stands in the other file is judged there, and counts here', () => {
    const files = {
      'compose.yaml': service(
        '    image: postgres:16\n    command: -c fsync=off\n    mem_limit: 1g\n    volumes: [ "./pg.conf:/etc/pg.conf" ]\n',
      ),
      'compose.override.yaml': service('    environment: { POSTGRES_HOST_AUTH_METHOD: md5 }\n'),
    };
    expect(summary('compose.override.yaml', files).map(([kind]) => kind)).toEqual(['hba']);
    expect(found('compose.override.yaml', files)[0]!.container).toMatchObject({
      memory: { bytes: 2 ** 30, at: { file: '/c/compose.yaml' } },
      hasOtherSettings: true,
    });
  });

  // loader/reset.go.
  test.each([
    ['!reset takes it away', '    environment: !reset null\n', 0],
    ['!override leaves nothing of it', '    environment: !override { A: b }\n', 0],
    ['else it stays', '    environment: { A: b }\n', 1],
  ])('of what is extended %s', (_, environment, count) => {
    const text = `services:\n  one: &one\n    image: postgres:16\n    environment: { POSTGRES_HOST_AUTH_METHOD: trust }\n  db:\n    extends: one\n${environment}`;
    const names = found('compose.yaml', { 'compose.yaml': text }).map(({ name }) => name);
    expect(names).toEqual(['services/one', ...(count === 0 ? [] : ['services/db'])]);
  });
});

describe('a service that extends another one', () => {
  // loader/extends.go, getExtendsBaseFromFile: paths of the other file are relative to it.
  test('of another file has its image, and the files that it mounts', () => {
    const files = {
      'compose.yaml': service(
        '    extends: { file: parts/pg.yaml, service: postgres }\n    command: -c work_mem=64MB\n',
      ),
      'parts/pg.yaml':
        'services:\n  postgres:\n    extends: { file: more.yaml, service: image }\n    volumes: ["./pg.conf:/etc/postgresql/postgresql.conf"]\n',
      'parts/more.yaml': 'services:\n  image: { image: "postgres:15" }\n',
    };
    expect(summary('compose.yaml', files)).toEqual([['conf', "work_mem = '64MB'\n", [15]]]);
    const [run] = carriers.flatMap(
      (carrier) =>
        carrier.runsIn?.('/c/compose.yaml', { text: files['compose.yaml'], encoding: 'utf-8' }, (path) =>
          path.startsWith('/c/') ? files[path.slice(3) as keyof typeof files] : undefined,
        ) ?? [],
    );
    expect(run).toMatchObject({
      image: 'postgres:15',
      mounts: [{ source: '/c/parts/pg.conf', target: '/etc/postgresql/postgresql.conf' }],
    });
    // Without the other file nothing tells the major.
    expect(summary('compose.yaml', { 'compose.yaml': files['compose.yaml'] })).toEqual([
      ['conf', "work_mem = '64MB'\n", undefined],
    ]);
  });

  // override/uncity.go, volumeIndexer: a later volume takes the place of the one with its target.
  test('keeps its volumes, but those with a target of their own', () => {
    const text = (own: string) =>
      `services:\n  one: { image: "postgres:16", volumes: ["./pg_hba.conf:/var/lib/postgresql/data/pg_hba.conf"] }\n  db:\n    extends: one\n    volumes: ["${own}"]\n    environment: { POSTGRES_HOST_AUTH_METHOD: md5 }\n`;
    expect(found('compose.yaml', { 'compose.yaml': text('./a:/b') })).toEqual([]);
    const run = (own: string) =>
      carriers.flatMap((carrier) =>
        (carrier.runsIn?.('/c/compose.yaml', { text: text(own), encoding: 'utf-8' }, () => undefined) ?? []).map(
          ({ mounts }) => mounts.map(({ source }) => source),
        ),
      );
    expect(run('./a:/b')[1]).toEqual(['/c/pg_hba.conf', '/c/a']);
    expect(run('./mine:/var/lib/postgresql/data/pg_hba.conf')[1]).toEqual(['/c/mine']);
  });

  test('itself, or in a circle, ends', () => {
    const circle = service(
      '    extends: { file: compose.yaml, service: db }\n    image: postgres:16\n    command: -i\n',
    );
    expect(summary('compose.yaml', { 'compose.yaml': circle })).toEqual([['conf', "listen_addresses = '*'\n", [16]]]);
  });
});

describe('variables of a file', () => {
  const compose = (rest: string) => service(`    image: postgres:16\n${rest}`);

  // types/project.go, WithServicesEnvironmentResolved: environment counts over them, a later file over an earlier one.
  test.each([
    ['one file', '    env_file: db.env\n', 'trust'],
    ['a list', '    env_file: [a.env, ./db.env]\n', 'trust'],
    ['the last of a list', '    env_file: [db.env, a.env]\n', 'md5'],
    ['a map', '    env_file:\n      - path: db.env\n        required: false\n', 'trust'],
    ['beside environment', '    env_file: db.env\n    environment: { POSTGRES_HOST_AUTH_METHOD: reject }\n', 'reject'],
  ])('%s', (_, rest, method) => {
    const files = {
      'compose.yaml': compose(rest),
      'db.env': 'POSTGRES_HOST_AUTH_METHOD=trust\n',
      'a.env': 'POSTGRES_HOST_AUTH_METHOD=md5\n',
    };
    expect(summary('compose.yaml', files)).toEqual([['hba', `${initdb}host all all all ${method}\n`, [16]]]);
    expect(summary('compose.yaml', { 'compose.yaml': compose('    env_file: none.env\n') })).toEqual([]);
  });

  test('have the place of the name of their file, and no change is offered', () => {
    const text = compose('    env_file: db.env\n').replace('postgres:16', 'bitnami/postgresql:16');
    const files = {
      'compose.yaml': text,
      'db.env': 'POSTGRESQL_MAX_CONNECTIONS=20\nPOSTGRESQL_FSYNC="off"\nPOSTGRESQL_WAL_LEVEL=$LEVEL\n',
    };
    const [document] = found('compose.yaml', files)[0]!.documents;
    expect(document!.text).toBe("fsync = 'off'\nmax_connections = '20'\n");
    const at = document!.text.indexOf('20');
    const { start, end } = document!.map!.placeOf({ start: at, end: at + 2 });
    expect(text.slice(start, end)).toBe('db.env');
    expect(document!.map!.write({ start: at, end: at + 2, text: '30' })).toBeUndefined();
  });

  // dotenv/parser.go.
  test.each([
    ['A=b\n\n# x\nB = c # d\nexport C=d#e\n', { A: 'b', B: 'c', C: 'd#e' }],
    ['A: b\nB=\nC\n', { A: 'b', B: '', C: undefined }],
    [`A='b # $c'\nB="d"\nC='it\\'s'\nD="x\ny"\n`, { A: 'b # $c', B: 'd', C: "it's", D: 'x\ny' }],
    ['A=$B\nC="${D}"\nE="a\\n"\n', { A: undefined, C: undefined, E: undefined }],
    ['A=1\r\nA=2\r\n', { A: '2' }],
    ['a b=c\n', undefined],
    ['A="b\n', undefined],
  ])('%j', (text, variables) => {
    const read = readEnvFile(text);
    expect(read && Object.fromEntries(read)).toEqual(variables);
  });
  test('are as they are written where their format is raw', () =>
    expect(Object.fromEntries(readEnvFile('A="$b" # c\n', true)!)).toEqual({ A: '"$b" # c' }));
});

test('lint sees the other files, and that they have changed', async () => {
  const folder = makeFolder({
    'compose.yaml': base,
    'compose.override.yaml': service('    env_file: db.env\n'),
    'db.env': 'POSTGRES_HOST_AUTH_METHOD=trust\n',
  });
  const lint = () => runIn(folder, ['lint', '--cache', '--format', 'concise', '.']);
  expect((await lint()).output).toMatch(/compose\.override\.yaml:3:15: error hba\/no-trust/);
  expect((await lint()).output).toMatch(/compose\.override\.yaml:3:15: error hba\/no-trust/);
  writeFileSync(`${folder}/db.env`, 'POSTGRES_HOST_AUTH_METHOD=scram-sha-256\n');
  expect((await lint()).output).not.toContain('hba/no-trust');
  writeFileSync(`${folder}/compose.yaml`, service('    image: redis:8\n'));
  expect((await lint()).output).toBe('');
});
