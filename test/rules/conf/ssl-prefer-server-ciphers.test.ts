import rule from '../../../rules/conf/ssl-prefer-server-ciphers.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'ssl = on\n', 'ssl = on\nssl_prefer_server_ciphers = on\n', 'ssl_prefer_server_ciphers = off\n'],
  invalid: [
    {
      conf: 'ssl = on\nssl_prefer_server_ciphers = off\n',
      errors: [{ messageId: 'set', line: 2, text: 'off' }],
      output: 'ssl = on\nssl_prefer_server_ciphers = on\n',
    },
    {
      conf: "ssl = on\nssl_prefer_server_ciphers = 'no' # old clients\n",
      errors: [{ messageId: 'set', line: 2, text: "'no'" }],
      output: 'ssl = on\nssl_prefer_server_ciphers = on # old clients\n',
    },
    {
      conf: 'ssl_prefer_server_ciphers 0\nssl true\n',
      errors: [{ messageId: 'set', line: 1, text: '0' }],
      output: 'ssl_prefer_server_ciphers on\nssl true\n',
    },
  ],
});
