/** What containers of Compose and of Kubernetes tell of their server: words, scripts, variables. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carriers } from '../../../src/carriers/index.js';
import { composeBytes, kubernetesBytes } from '../../../src/carriers/platforms/containers/quantities.js';
import { readShell } from '../../../src/carriers/shapes/shell.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { changeInFile } from '../../../src/documents/places.js';
import { applyEdits } from '../../../src/linter/fixes.js';

const found = (text: string, path = '/c/compose.yaml') => documentsIn(path, { text, encoding: 'utf-8' }, carriers);
const documents = (text: string) =>
  found(text).flatMap((cluster) => cluster.documents.map(({ kind, text: own }) => [cluster.name, kind, own]));
const service = (rest: string, image = 'postgres:16') => `services:\n  db:\n    image: ${image}\n${rest}`;
const container = (rest: string, image = 'postgres:16') =>
  `kind: Deployment\nmetadata: { name: d }\nspec:\n  template:\n    spec:\n      containers:\n        - name: db\n          image: ${image}\n${rest}`;

describe('scripts', () => {
  // dash and bash take the same words out of these.
  test.each([
    ['exec postgres -c a=b', [['exec', 'postgres', '-c', 'a=b']]],
    [`a "b c"'d' e\\ f`, [['a', 'b cd', 'e f']]],
    ['a && b || c; d & e\nf | g', [['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']]],
    ['a > b 2>&1 >> c d', [['a', 'd']]],
    ['a # b\nc', [['a'], ['c']]],
    ['a "\\$b\\"\\x" \\\nc', [['a', '$b"\\x', 'c']]],
    ['a\\\nb', [['ab']]],
    ['(a; b)', [['a'], ['b']]],
    [`a '' b#c`, [['a', '', 'b#c']]],
  ])('%j', (script, meant) => {
    expect(readShell(script)?.map(({ words }) => words.map(({ text }) => text))).toEqual(meant);
  });

  test.each(['a $b', 'a "x${b:-$(c)}y"', 'a `b`', 'a $(b (c))', 'a *.conf', 'a ~/b', 'a x$1'])(
    'the second word of %j is not known',
    (script) => {
      const [command] = readShell(script)!;
      expect(command!.words.map(({ isUnknown }) => isUnknown)).toEqual([false, true]);
      expect(command!.words[1]!.text).toBe(script.slice(2));
    },
  );

  test.each([`a 'b`, 'a "b', 'a $(b', 'a `b', 'a \\'])('%j does not end', (script) => {
    expect(readShell(script)).toBeUndefined();
  });

  test('each character of a known word stands where it is written', () => {
    const pieces = fc.array(
      fc.constantFrom('a', ' ', "'b c'", '"d e"', '\\f', ';', '$x', '"$y"', '\n', '#g', '>', '='),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const script = parts.join('');
        for (const { words } of readShell(script) ?? []) {
          for (const { text, at, isUnknown } of words) {
            expect(at).toHaveLength(text.length + 1);
            for (const [index, character] of Array.from(text).entries()) {
              const written = script[at[index]!]!;
              expect([character, '\\']).toContain(written);
              if (isUnknown) expect(written).toBe(character);
            }
          }
        }
      }),
    );
  });
});

describe('what a container starts', () => {
  const fsync = "fsync = 'off'\n";
  test.each([
    ['a script of the command', 'command: sh -c "cp a b && exec postgres -c fsync=off"', fsync],
    ['a script in a list', 'command: ["bash", "-ec", "docker-entrypoint.sh postgres -c fsync=off"]', fsync],
    ['lines of a script', 'command: ["sh", "-c", "postgres \\\\\\n -c fsync=off"]', fsync],
    ['the last server of a script', 'command: sh -c "postgres -c ssl=on & wait; postgres -c fsync=off"', fsync],
    ['variables of a script', 'command: sh -c "A=b postgres -c port=$$PORT -c fsync=off"', fsync],
    ['an entrypoint', 'entrypoint: [docker-entrypoint.sh, postgres]\n    command: [-c, fsync=off]', fsync],
    ['a shell as entrypoint', 'entrypoint: [/bin/sh, -c]\n    command: ["exec postgres -c fsync=off"]', fsync],
    ['the path of the server', 'command: /usr/lib/postgresql/16/bin/postgres -c fsync=off', fsync],
  ])('%s', (_, rest, meant) => {
    expect(documents(service(`    ${rest}\n`))).toEqual([['services/db', 'conf', meant]]);
  });

  test.each([
    ['another program', 'entrypoint: [my-script]\n    command: [-c, fsync=off]'],
    ['another program that is given the name', 'entrypoint: [my-script]\n    command: [postgres, -c, fsync=off]'],
    ['a shell without a script', 'command: [sh, run.sh, -c, fsync=off]'],
  ])('nothing of %s', (_, rest) => expect(documents(service(`    ${rest}\n`))).toEqual([]));

  test('words of Kubernetes, where no shell runs and variables are put in', () => {
    const words = (rest: string, image?: string) => documents(container(`          ${rest}\n`, image));
    const name = 'Deployment/d/containers/db';
    expect(words('args: [-c, fsync=off, -c, "port=$(PORT)"]')).toEqual([[name, 'conf', fsync]]);
    expect(words('command: [postgres]\n          args: ["-c", "fsync=off"]', 'my/own')).toEqual([
      [name, 'conf', fsync],
    ]);
    expect(words('command: [sh, -c]\n          args: ["exec postgres -c fsync=off"]')).toEqual([[name, 'conf', fsync]]);
    expect(words('args: [-c, fsync=off]', 'redis:7')).toEqual([]);
    expect(words('command: [my-script]\n          args: [-c, fsync=off]')).toEqual([]);
  });

  test('a value of a script is replaced, and nothing else', () => {
    const text = service(`    command: sh -c 'a=b exec postgres -c "log_line_prefix=%m " -c fsync=off'\n`);
    const [document] = found(text)[0]!.documents;
    const start = document!.text.indexOf("'%m '");
    const edit = changeInFile(document!, { start, end: start + 5, text: "'%m %u'" });
    expect(applyEdits(text, [edit!])).toBe(text.replace('%m ', '%m %u'));
  });
});

describe('variables of the official image', () => {
  // docker-entrypoint.sh, pg_setup_hba_conf, after what initdb of 16 writes.
  const initdb = (local: string, host: string) =>
    ['all', 'replication']
      .map((db) => `local ${db} all ${local}\nhost ${db} all 127.0.0.1/32 ${host}\nhost ${db} all ::1/128 ${host}\n`)
      .join('');
  const method = 'POSTGRES_HOST_AUTH_METHOD';

  test.each([
    ['a map', `    environment:\n      ${method}: trust\n`, 'trust'],
    ['a list', `    environment: [A=b, ${method}=md5]\n`, 'md5'],
    [
      'options of the record',
      `    environment: { ${method}: scram-sha-256 clientcert=verify-full }\n`,
      'scram-sha-256 clientcert=verify-full',
    ],
    ['a default', `    environment: ["${method}=\${M:-trust}"]\n`, 'trust'],
  ])('in %s', (_, rest, written) => {
    expect(documents(service(rest))).toEqual([
      ['services/db', 'hba', `${initdb('trust', 'trust')}host all all all ${written}\n`],
    ]);
  });

  test.each([
    ['--auth=md5', 'md5', 'md5'],
    ['--auth-host=scram-sha-256 --auth-local peer', 'peer', 'scram-sha-256'],
    ['-A reject -k', 'reject', 'reject'],
    // initdb.c, main, case 'A': each of the two has its own side.
    ['-A peer', 'peer', 'ident'],
    ['--auth ident', 'peer', 'ident'],
    ['-Apeer --auth-host=md5', 'peer', 'md5'],
    ['--data-checksums', 'trust', 'trust'],
  ])('initdb is told %s', (options, local, host) => {
    const rest = `    environment: { ${method}: md5, POSTGRES_INITDB_ARGS: "${options}" }\n`;
    expect(documents(service(rest))[0]![2]).toBe(`${initdb(local, host)}host all all all md5\n`);
  });

  test.each([
    ['a file of records of its own', `    command: -c hba_file=/etc/pg_hba.conf\n`],
    ['a mounted file', '    volumes: ["./pg_hba.conf:/var/lib/postgresql/data/pg_hba.conf"]\n'],
    ['another entrypoint', '    entrypoint: [postgres]\n'],
  ])('nothing with %s', (_, rest) => {
    expect(
      documents(service(`    environment: { ${method}: trust }\n${rest}`)).filter(([, kind]) => kind === 'hba'),
    ).toEqual([]);
  });

  test.each([
    ['a value that nobody knows', `    environment: ["${method}=$M"]\n`],
    ['a value from the environment', `    environment: [${method}]\n`],
    ['an empty one', `    environment: { ${method}: "" }\n`],
    ['options that nobody knows', `    environment: { ${method}: md5, POSTGRES_INITDB_ARGS: "$A" }\n`],
  ])('nothing with %s', (_, rest) => expect(documents(service(rest))).toEqual([]));

  test('in Kubernetes', () => {
    const text = container(`          env:\n            - name: ${method}\n              value: trust\n`);
    expect(documents(text)).toEqual([
      ['Deployment/d/containers/db', 'hba', `${initdb('trust', 'trust')}host all all all trust\n`],
    ]);
    const [document] = found(text)[0]!.documents;
    const start = document!.text.lastIndexOf('trust');
    const edit = changeInFile(document!, { start, end: start + 5, text: 'scram-sha-256' });
    expect(applyEdits(text, [edit!])).toBe(text.replace('trust', 'scram-sha-256'));
  });

  test('what a service extends counts below its own', () => {
    const text = `x-env: &env\n  ${method}: md5\nservices:\n  base:\n    image: postgres:15\n    environment: { <<: *env }\n    command: -c fsync=off\n  db:\n    extends: { service: base }\n    environment: { ${method}: trust }\n`;
    const all = documents(text);
    expect(all.map(([name, kind, own]) => [name, kind, own!.split('\n').at(-2)])).toEqual([
      ['services/base', 'conf', "fsync = 'off'"],
      ['services/base', 'hba', 'host all all all md5'],
      ['services/db', 'conf', "fsync = 'off'"],
      ['services/db', 'hba', 'host all all all trust'],
    ]);
    expect(found(text).map(({ targets }) => targets)).toEqual([[15], [15]]);
  });
});

test('variables of Bitnami’s image are settings', () => {
  const rest =
    '    environment:\n      - POSTGRESQL_MAX_CONNECTIONS=500\n      - POSTGRESQL_PGAUDIT_LOG=READ\n      - POSTGRESQL_FSYNC=\n';
  const meant = [['services/db', 'conf', "max_connections = '500'\npgaudit.log = 'READ'\n"]];
  for (const image of ['bitnami/postgresql:16', 'docker.io/bitnamilegacy/postgresql-repmgr:16'])
    expect(documents(service(rest, image))).toEqual(meant);
  expect(documents(service(rest))).toEqual([]);
});

test.each([
  [kubernetesBytes, '2Gi', 2 * 2 ** 30],
  [kubernetesBytes, '512M', 512e6],
  [kubernetesBytes, '1.5Gi', 1.5 * 2 ** 30],
  [kubernetesBytes, '1e9', 1e9],
  [kubernetesBytes, '128974848', 128974848],
  [kubernetesBytes, '100m', 0.1],
  [kubernetesBytes, '2GB', undefined],
  [kubernetesBytes, '2 Gi', undefined],
  [composeBytes, '512m', 512 * 2 ** 20],
  [composeBytes, '1.5GB', 1.5 * 2 ** 30],
  [composeBytes, '2gib', 2 * 2 ** 30],
  [composeBytes, '1024', 1024],
  [composeBytes, '64b', 64],
  [composeBytes, '1x', undefined],
])('%p of %s is %d', (read, text, bytes) => expect(read(text)).toBe(bytes));

describe('Bitnami’s image', () => {
  const bitnami = (environment: string, rest = '') =>
    documents(`services:\n  db:\n    image: bitnami/postgresql:16\n    environment: ${environment}\n${rest}`).map(
      ([, kind, text]) => [kind, text],
    );

  // libpostgresql.sh of bitnami/containers at 043f89c8, postgresql_configure_tls.
  test.each([
    [
      'POSTGRESQL_ENABLE_TLS: "yes", POSTGRESQL_TLS_CERT_FILE: /c, POSTGRESQL_TLS_KEY_FILE: /k',
      ["ssl = 'on'", "ssl_cert_file = '/c'", "ssl_key_file = '/k'"],
    ],
    [
      'POSTGRESQL_ENABLE_TLS: TRUE, POSTGRESQL_TLS_PREFER_SERVER_CIPHERS: "no"',
      ["ssl = 'on'", "ssl_prefer_server_ciphers = 'off'"],
    ],
    [
      'POSTGRESQL_ENABLE_TLS: "no", POSTGRESQL_TLS_CERT_FILE: /c, POSTGRESQL_PGAUDIT_LOG_PARAMETER: "on"',
      ["pgaudit.log_parameter = 'on'"],
    ],
  ])('%s', (environment, lines) => {
    expect(bitnami(`{ ${environment} }`)).toEqual([['conf', lines.map((line) => `${line}\n`).join('')]]);
  });

  // postgresql_create_pghba, postgresql_allow_local_connection, postgresql_restrict_pghba.
  test('lets everybody in where nobody has a password', () => {
    const records =
      'host all all 0.0.0.0/0 trust\nhost all all ::/0 trust\nlocal all all trust\nhost all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n';
    expect(bitnami('{ ALLOW_EMPTY_PASSWORD: "yes" }')).toEqual([['hba', records]]);
    expect(bitnami('["ALLOW_EMPTY_PASSWORD=true"]')).toEqual([['hba', records]]);
  });

  test.each([
    ['no', '{ ALLOW_EMPTY_PASSWORD: "no" }', ''],
    ['a password', '{ ALLOW_EMPTY_PASSWORD: "yes", POSTGRESQL_PASSWORD: $PW }', ''],
    ['LDAP', '{ ALLOW_EMPTY_PASSWORD: "yes", POSTGRESQL_ENABLE_LDAP: "yes" }', ''],
    ['a file of records', '{ ALLOW_EMPTY_PASSWORD: "yes" }', '    volumes: ["./conf:/bitnami/postgresql/conf"]\n'],
    ['variables that nobody knows', '{ ALLOW_EMPTY_PASSWORD: "yes" }', '    env_file: none.env\n'],
  ])('says nothing with %s', (_, environment, rest) => expect(bitnami(environment, rest)).toEqual([]));
});
