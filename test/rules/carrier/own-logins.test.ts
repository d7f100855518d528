import rule from '../../../rules/carrier/own-logins.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const cluster = (...records: string[]) => ({
  files: {
    'cluster.yaml': `apiVersion: acid.zalan.do/v1\nkind: postgresql\nspec:\n  postgresql: { version: "17" }\n  patroni:\n    pg_hba:\n${records.map((record) => `      - ${record}\n`).join('')}`,
  },
});

const spilo =
  'services:\n  db:\n    image: spilo\n    environment:\n      SPILO_CONFIGURATION: |\n        postgresql:\n          pg_hba:\n          # the socket\n          - local all all peer\n';
const socket = 'local all all trust';
const replicas = 'hostssl replication standby 10.0.0.0/8 md5';
const clients = 'hostssl all all 0.0.0.0/0 md5';
/** What a suggestion makes of a list. */
const listed = (record: string, ...records: string[]) => cluster(`'${record}'`, ...records).files['cluster.yaml'];

testRule(rule, {
  valid: [
    { hba: `${clients}\n` },
    cluster(socket, replicas, clients),
    { name: 'groups may have the members', ...cluster('local all +admins md5', replicas, clients) },
    { name: 'host is for TLS too', ...cluster(socket, 'host replication all samenet md5', clients) },
    {
      name: 'records of the operator, where the list is empty',
      files: {
        'a.yaml':
          'apiVersion: acid.zalan.do/v1\nkind: postgresql\nspec:\n  postgresql:\n    parameters: { work_mem: 8MB }\n',
      },
    },
  ],
  invalid: [
    {
      name: 'a configuration for Spilo',
      files: { 'compose.yaml': spilo },
      errors: [
        {
          messageId: 'tls',
          line: 9,
          text: 'local all all peer',
          message:
            'This list replaces all records of Spilo. Nothing in it lets standby in to replication from another pod: no replica follows the primary. Add “hostssl replication standby all scram-sha-256”.',
          suggestions: [
            {
              title: 'Put “hostssl replication standby all scram-sha-256” first',
              output: spilo.replace(
                '          - local',
                "          - 'hostssl replication standby all scram-sha-256'\n          - local",
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'the example of the operator’s own manifest, without its comments',
      ...cluster(clients, 'host    all all 0.0.0.0/0 md5'),
      errors: [
        {
          messageId: 'local',
          line: 7,
          text: clients,
          message:
            'This list replaces all records of Zalando’s operator. Nothing in it lets postgres in through the socket: Patroni cannot reach its own server. Add “local all postgres peer”.',
          suggestions: [
            {
              title: 'Put “local all postgres peer” first',
              output: listed('local all postgres peer', clients, 'host    all all 0.0.0.0/0 md5'),
            },
          ],
        },
        {
          messageId: 'tls',
          line: 7,
          column: 9,
          message:
            'This list replaces all records of Zalando’s operator. Nothing in it lets standby in to replication from another pod: no replica follows the primary. Add “hostssl replication standby all scram-sha-256”.',
          suggestions: [
            {
              title: 'Put “hostssl replication standby all scram-sha-256” first',
              output: listed('hostssl replication standby all scram-sha-256', clients, 'host    all all 0.0.0.0/0 md5'),
            },
          ],
        },
      ],
    },
    {
      name: 'only from the pod itself, and another user',
      ...cluster(socket, 'hostssl all postgres 127.0.0.1/32 md5', 'hostssl replication other all md5'),
      errors: [
        {
          messageId: 'tls',
          line: 7,
          column: 9,
          message:
            'This list replaces all records of Zalando’s operator. Nothing in it lets postgres in to the database postgres from another pod: the operator makes no users and no databases. Add “hostssl all postgres all scram-sha-256”.',
          suggestions: [
            {
              title: 'Put “hostssl all postgres all scram-sha-256” first',
              output: listed(
                'hostssl all postgres all scram-sha-256',
                socket,
                'hostssl all postgres 127.0.0.1/32 md5',
                'hostssl replication other all md5',
              ),
            },
          ],
        },
        {
          messageId: 'tls',
          line: 7,
          column: 9,
          suggestions: [
            {
              title: 'Put “hostssl replication standby all scram-sha-256” first',
              output: listed(
                'hostssl replication standby all scram-sha-256',
                socket,
                'hostssl all postgres 127.0.0.1/32 md5',
                'hostssl replication other all md5',
              ),
            },
          ],
        },
      ],
    },
  ],
});
