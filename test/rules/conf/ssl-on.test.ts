import rule from '../../../rules/conf/ssl-on.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function on(output: string) {
  return [{ title: 'Set ssl = on (the server does not start without its certificate and key)', output }];
}

testRule(rule, {
  valid: [
    'port = 5432\n',
    "listen_addresses = '*'\nssl = on\n",
    "listen_addresses = '127.0.0.1, ::1, localhost'\nssl = off\n",
    {
      name: 'nobody else is let in',
      conf: "listen_addresses = '*'\n",
      hba: 'host all all 127.0.0.1/32 scram-sha-256\nhost all all all reject\n',
    },
  ],
  invalid: [
    {
      conf: "listen_addresses = '*'\n#ssl = off\n",
      hba: 'host all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'default',
          line: 2,
          column: 1,
          endColumn: 11,
          suggestions: on("listen_addresses = '*'\n#ssl = off\nssl = on\n"),
        },
      ],
    },
    {
      conf: "ssl = no\nlisten_addresses = '10.0.0.5'\n",
      errors: [{ messageId: 'set', line: 1, text: 'no', suggestions: on("ssl = on\nlisten_addresses = '10.0.0.5'\n") }],
    },
    {
      conf: 'port = 5432\n',
      options: { always: true },
      errors: [{ messageId: 'default', line: 1, column: 1, endColumn: 1, suggestions: on('port = 5432\nssl = on\n') }],
    },
  ],
});
