import rule from '../../../rules/conf/ssl-ciphers.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function strong(output: string) {
  return [{ title: "Set ssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES:!RC4'", output }];
}

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES'\n",
    "ssl = off\nssl_ciphers = 'ALL'\n",
    "ssl = on\nssl_ciphers = 'RC4:HIGH:!RC4'\n",
    "ssl = on\nssl_ciphers = 'MEDIUM:-MEDIUM:HIGH:+3DES'\n",
    "ssl = on\nssl_ciphers = 'HIGH:MEDIUM:+3DES:!aNULL'\n",
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_ciphers = 'ALL:!aNULL'\n",
      errors: [
        {
          messageId: 'weak',
          line: 2,
          column: 15,
          endColumn: 27,
          suggestions: strong("ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES:!RC4'\n"),
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:-RC4:rc4'\n",
      errors: [
        {
          messageId: 'weak',
          line: 2,
          text: "'HIGH:-RC4:rc4'",
          suggestions: strong("ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES:!RC4'\n"),
        },
      ],
    },
    {
      conf: 'ssl = on\n',
      options: { allowDefault: false },
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          suggestions: strong("ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES:!RC4'\n"),
        },
      ],
    },
  ],
});
