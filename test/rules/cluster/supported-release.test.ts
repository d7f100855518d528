import rule from '../../../rules/cluster/supported-release.js';
import { testRule } from '../../../src/linter/rule-tester.js';

// 14 ended on 2026-11-12; the tester's day, 2026-01-01, is before the end of 15.
const md5 = 'host all all 10.0.0.0/8 md5\n';

testRule(rule, {
  valid: [
    { conf: 'port = 5432\n', postgres: 15 },
    { conf: 'port = 5432\n', postgres: [15, 18] },
    { name: 'the minor is not known', hba: md5, postgres: 16 },
    { name: 'the minor has the fixes', hba: md5, postgres: 16, release: '16.15' },
    { name: 'nothing that the fixes concern', hba: 'local all all peer\n', postgres: 16, release: '16.0' },
    { name: 'a copy of the stock file', files: { 'postgresql.conf-13.orig': '#port = 5432\n' }, postgres: 13 },
    { name: 'another major', hba: md5, postgres: 17, release: '16.0' },
  ],
  invalid: [
    {
      name: 'in development',
      conf: 'port = 2\n',
      postgres: 20,
      errors: [{ messageId: 'development', line: 1, text: '' }],
    },
    {
      conf: 'port = 5432\nshared_buffers = 1GB\n',
      hba: 'local all all peer\n',
      postgres: 13,
      errors: [
        {
          messageId: 'unsupported',
          line: 1,
          text: '',
          message:
            'PostgreSQL 13 is out of support since 2025-11-13. Its security holes stay open. Upgrade to 15, 16, 17, 18, 19.',
        },
      ],
    },
    {
      name: 'told for the target that is out of support only',
      conf: 'port = 1\n',
      postgres: [12, 16],
      errors: [{ messageId: 'unsupported', line: 1, text: '', targets: [12] }],
    },
    {
      hba: md5,
      postgres: 16,
      release: '16.13',
      errors: [
        {
          messageId: 'outdated',
          line: 1,
          text: '',
          message:
            'PostgreSQL 16.13 lacks the fix of CVE-2026-6478. It came with 16.14. The hole allows clients to learn from response times how much of a password or hash was right. Update the server.',
        },
        { messageId: 'outdated', line: 1, column: 1 },
      ],
    },
    {
      name: 'logical decoding',
      conf: 'wal_level = logical\n',
      postgres: 18,
      release: '18.4',
      errors: [{ messageId: 'outdated', line: 1, text: '' }],
    },
    {
      name: 'client certificates',
      conf: 'ssl = on\n',
      hba: 'hostssl all all samehost cert\n',
      postgres: 14,
      release: '14.0',
      errors: [
        { messageId: 'unsupported', line: 1, column: 1 },
        { messageId: 'outdated', line: 1, column: 1 },
      ],
    },
  ],
});
