import rule from '../../../rules/carrier/listen-addresses.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const map = (conf: string) => ({ files: { 'map.yaml': `kind: ConfigMap\ndata:\n  postgresql.conf: |\n${conf}` } });
const compose = (command: string) => ({
  files: {
    'compose.yaml': `services:\n  db:\n    image: postgres:16\n    command: ${command}\n    configs: [postgresql.conf]\nconfigs:\n  postgresql.conf:\n    content: |\n      port = 5432\n`,
  },
  postgres: 16 as const,
});

testRule(rule, {
  valid: [
    { name: 'not for a container', conf: 'port = 5432\n' },
    map("    listen_addresses = '*'\n"),
    map("    listen_addresses = 'localhost'\n"),
    { name: 'a part of a file', files: { 'map.yaml': 'kind: ConfigMap\ndata:\n  pg_hba.conf: local all all peer\n' } },
    { name: 'the command line says it', ...compose('postgres -c listen_addresses=*') },
  ],
  invalid: [
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
