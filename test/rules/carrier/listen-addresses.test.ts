import rule from '../../../rules/carrier/listen-addresses.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const map = (conf: string) => ({ files: { 'map.yaml': `kind: ConfigMap\ndata:\n  postgresql.conf: |\n${conf}` } });
const compose = (command: string) => ({
  files: {
    'compose.yaml': `services:\n  db:\n    image: postgres:16\n    command: ${command}\n    configs: [postgresql.conf]\nconfigs:\n  postgresql.conf:\n    content: |\n      port = 5432\n`,
  },
  postgres: 16 as const,
});

const mounted = (rest: string) => ({
  'postgresql.conf': 'port = 5432\n',
  'compose.yaml': `services:\n  db:\n    image: postgres:16\n    volumes: [".:/etc/postgresql"]\n${rest}`,
});
const added = "port = 5432\nlisten_addresses = '*'\n";

testRule(rule, {
  valid: [
    { name: 'not for a container', conf: 'port = 5432\n' },
    map("    listen_addresses = '*'\n"),
    map("    listen_addresses = 'localhost'\n"),
    { name: 'a part of a file', files: { 'map.yaml': 'kind: ConfigMap\ndata:\n  pg_hba.conf: local all all peer\n' } },
    {
      name: 'only a folder’s name and a file beside say that it may be for a container',
      files: { 'docker/postgresql.conf': 'port = 5432\n', 'docker/Dockerfile': 'FROM node:22\nCOPY . /app\n' },
    },
    {
      name: 'a service that mounts it says it',
      files: mounted("    command: -c listen_addresses='*'\n"),
    },
    { name: 'the command line says it', ...compose('postgres -c listen_addresses=*') },
  ],
  invalid: [
    ...[
      mounted(''),
      { 'postgresql.conf': 'port = 5432\n', Dockerfile: 'FROM postgres:16\nCOPY postgresql.conf /etc/\n' },
    ].map((files) => ({
      name: `beside ${Object.keys(files)[1]}`,
      files,
      errors: [
        {
          messageId: 'default',
          file: 'postgresql.conf',
          line: 1,
          column: 1,
          suggestions: [{ title: "Set listen_addresses = '*'", output: { 'postgresql.conf': added } }],
        },
      ],
    })),
    {
      ...map('    port = 5432\n'),
      errors: [
        {
          messageId: 'default',
          line: 4,
          column: 5,
          suggestions: [
            {
              title: "Set listen_addresses = '*'",
              output: map("    port = 5432\n    listen_addresses = '*'\n").files['map.yaml'],
            },
          ],
        },
      ],
    },
    {
      ...map("    #listen_addresses = 'localhost'\n    port = 5432\n"),
      errors: [
        {
          messageId: 'default',
          line: 4,
          column: 5,
          suggestions: [
            {
              title: "Set listen_addresses = '*'",
              output: map("    #listen_addresses = 'localhost'\n    listen_addresses = '*'\n    port = 5432\n").files[
                'map.yaml'
              ],
            },
          ],
        },
      ],
    },
    {
      ...compose('postgres -c fsync=on'),
      errors: [
        {
          messageId: 'default',
          line: 9,
          column: 7,
          suggestions: [
            {
              title: "Set listen_addresses = '*'",
              output: `${compose('postgres -c fsync=on').files['compose.yaml']}      listen_addresses = '*'\n`,
            },
          ],
        },
      ],
    },
  ],
});
