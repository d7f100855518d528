import rule from '../../../rules/carrier/unread-file.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const pod = (container: string, data = '  postgresql.conf: port = 5433\n', image = 'postgres:17') => ({
  files: {
    'pod.yaml': `kind: ConfigMap\nmetadata: { name: m }\ndata:\n${data}---\nkind: Pod\nspec:\n  volumes: [{ name: c, configMap: { name: m } }]\n  containers:\n    - name: db\n      image: ${image}\n${container}`,
  },
  postgres: 17 as const,
});
const mounted = (where: string) => `      volumeMounts: [{ name: c, mountPath: ${where} }]\n`;
const args = (...words: string[]) => `      args: ${JSON.stringify(words)}\n`;
const named = args('-c', 'config_file=/etc/postgresql/postgresql.conf');

const compose = (rest: string, image = 'postgres:17') => ({
  files: {
    'postgresql.conf': 'port = 5433\n',
    'compose.yaml': `services:\n  db:\n    image: ${image}\n    volumes: ["./postgresql.conf:/etc/postgresql/postgresql.conf:ro"]\n${rest}`,
  },
  postgres: 17 as const,
});
const records = '  pg_hba.conf: local all all peer\n';

testRule(rule, {
  valid: [
    { name: 'the command names it', ...pod(mounted('/etc/postgresql') + named) },
    { name: 'in the data folder', ...pod(mounted('/var/lib/postgresql/data')) },
    { name: 'the folder of another image', ...pod(mounted('/bitnami/postgresql/conf')) },
    { name: 'an image that may do anything', ...pod(mounted('/etc/postgresql'), undefined, 'my/postgres:17') },
    {
      name: 'a script that may copy it',
      ...pod(`${mounted('/etc/postgresql')}      command: [sh, -c, "cp /etc/postgresql/* $PGDATA; postgres"]\n`),
    },
    { name: 'another folder of data', ...pod(mounted('/etc/postgresql') + args('postgres', '-D', '/etc/postgresql')) },
    { name: 'a word that nobody knows', ...pod(mounted('/etc/postgresql') + args('postgres', '$(OPTIONS)')) },
    { name: 'something runs before', ...pod(`${mounted('/etc/postgresql')}  initContainers: []\n`) },
    { name: 'nobody mounts it', ...pod('') },
    { name: 'records that the main file may name', ...pod(mounted('/etc/postgresql') + named, records) },
    {
      name: 'records that the command names',
      ...pod(mounted('/etc/postgresql') + args('-c', 'hba_file=/etc/postgresql/pg_hba.conf'), records),
    },
    { name: 'Compose names it', ...compose('    command: -c config_file=/etc/postgresql/postgresql.conf\n') },
    {
      name: 'scripts run at the first start',
      ...compose(
        '    configs: [{ source: i, target: /docker-entrypoint-initdb.d/i.sh }]\nconfigs: { i: { file: ./i.sh } }\n',
      ),
    },
  ],
  invalid: [
    {
      ...pod(mounted('/etc/postgresql') + args('-c', 'fsync=on'), `  postgresql.conf: port = 5433\n${records}`),
      errors: [
        {
          messageId: 'unread',
          line: 4,
          text: 'port = 5433',
          message:
            'The server does not read this file. It lies at /etc/postgresql/postgresql.conf, and no parameter names it. Start the server with “-c config_file=/etc/postgresql/postgresql.conf”.',
        },
        { messageId: 'unread', line: 5, text: 'local all all peer' },
      ],
    },
    {
      name: 'one key at another place',
      ...pod(`      volumeMounts: [{ name: c, mountPath: /config/pg.conf, subPath: postgresql.conf }]\n`),
      errors: [{ messageId: 'unread', line: 4, text: 'port = 5433' }],
    },
    {
      name: 'a file of the repository',
      ...compose('    command: postgres -c fsync=on\n'),
      errors: [{ messageId: 'unread', file: 'postgresql.conf', line: 1, text: 'port = 5433' }],
    },
  ],
});
