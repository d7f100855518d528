import rule from '../../../rules/conf/cipher-protocol.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const list = (value: string) => `ssl = on\nssl_ciphers = '${value}'\n`;

testRule(rule, {
  valid: [
    list('HIGH:!aNULL'),
    { name: 'there for its suites', conf: list('TLSv1.2+HIGH:!aNULL') },
    { name: 'beside other words', conf: list('HIGH:TLSv1.2') },
    { name: 'no suite is left, which another rule says', conf: list('TLSv1.3') },
    { name: 'TLS is off', conf: "ssl_ciphers = 'TLSv1.2'\n" },
  ],
  invalid: [
    // openssl ciphers 'TLSv1.2' of 3.0.19 lists 55 suites; servers of 10, 13, 15 and 18 start with it.
    {
      conf: list('TLSv1.2'),
      errors: [{ messageId: 'protocol', line: 2, text: "'TLSv1.2'" }],
    },
    { conf: list('TLSv1.2:TLSv1.3'), errors: [{ messageId: 'protocol', line: 2, column: 15 }] },
    { conf: list('TLSv1.2:!aNULL'), errors: [{ messageId: 'protocol', line: 2, column: 15 }] },
    { conf: list('TLSv1.2,TLSv1.1'), errors: [{ messageId: 'protocol', line: 2, column: 15 }] },
    { conf: list('SSLv3'), errors: [{ messageId: 'protocol', line: 2, column: 15 }] },
  ],
});
