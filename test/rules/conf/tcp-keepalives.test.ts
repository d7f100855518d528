import rule from '../../../rules/conf/tcp-keepalives.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const good = 'tcp_keepalives_interval = 10s\ntcp_keepalives_count = 6\n';

testRule(rule, {
  valid: [
    `tcp_keepalives_idle = 60s\n${good}`,
    { conf: `tcp_keepalives_idle = 15min\n${good}`, options: { maxIdle: 900 } },
    {
      name: '13 has no check',
      conf: `tcp_keepalives_idle = 60s\n${good}`,
      options: { clientCheck: true },
      postgres: 13,
    },
    {
      conf: `tcp_keepalives_idle = 60s\n${good}client_connection_check_interval = 5s\n`,
      options: { clientCheck: true },
    },
  ],
  invalid: [
    {
      name: 'all three at 0 are one report',
      conf: '#tcp_keepalives_idle = 0\n#tcp_keepalives_interval = 0\n#tcp_keepalives_count = 0\n',
      errors: [
        {
          messageId: 'zero',
          line: 1,
          text: '#tcp_keepalives_idle = 0',
          suggestions: [
            {
              title: 'Set tcp_keepalives_idle = 60s',
              output:
                '#tcp_keepalives_idle = 0\ntcp_keepalives_idle = 60s\n#tcp_keepalives_interval = 0\n#tcp_keepalives_count = 0\n',
            },
          ],
        },
      ],
    },
    {
      conf: `tcp_keepalives_idle = 0\n${good}`,
      errors: [
        {
          messageId: 'zero',
          line: 1,
          text: '0',
          suggestions: [{ title: 'Set tcp_keepalives_idle = 60s', output: `tcp_keepalives_idle = 60s\n${good}` }],
        },
      ],
    },
    {
      conf: `tcp_keepalives_idle = 2h\n${good}`,
      errors: [
        {
          messageId: 'long',
          line: 1,
          text: '2h',
          message:
            'A vanished client is noticed after 7200 seconds. Firewalls forget it sooner (tcp_keepalives_idle = 2h). Set 60s.',
          suggestions: [{ title: 'Set tcp_keepalives_idle = 60s', output: `tcp_keepalives_idle = 60s\n${good}` }],
        },
      ],
    },
    {
      conf: `tcp_keepalives_idle = 60s\n${good}`,
      options: { clientCheck: true },
      postgres: 14,
      errors: [
        {
          messageId: 'check',
          line: 1,
          column: 1,
          suggestions: [
            {
              title: 'Set client_connection_check_interval = 10s',
              output: `tcp_keepalives_idle = 60s\n${good}client_connection_check_interval = 10s\n`,
            },
          ],
        },
      ],
    },
  ],
});
