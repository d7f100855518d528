import rule from '../../../rules/conf/ssl-ciphers.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function suggest(value: string, output = `ssl = on\nssl_ciphers = ${value}\n`) {
  return [{ title: `Set ssl_ciphers = ${value}`, output }];
}

const strong = suggest("'HIGH:!aNULL:!MD5:!3DES:!RC4'");
const modern = suggest("'ECDHE+AESGCM:ECDHE+CHACHA20'");

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES'\n",
    "ssl = off\nssl_ciphers = 'ALL'\n",
    "ssl = on\nssl_ciphers = 'RC4:HIGH:!RC4'\n",
    "ssl = on\nssl_ciphers = 'MEDIUM:-MEDIUM:HIGH:+3DES'\n",
    "ssl = on\nssl_ciphers = 'HIGH:MEDIUM:+3DES:!aNULL'\n",
    { name: 'OpenSSL keeps anonymous suites out by itself', conf: "ssl = on\nssl_ciphers = 'HIGH'\n" },
    {
      name: 'suites with pre-shared keys are of no use to PostgreSQL',
      conf: "ssl = on\nssl_ciphers = 'HIGH:PSK-RC4-SHA'\n",
    },
    {
      name: 'the level that the list asks for keeps RC4 out',
      conf: "ssl = on\nssl_ciphers = 'HIGH:RC4:@SECLEVEL=2'\n",
    },
    {
      name: 'with TLS 1.3 alone the list does nothing',
      conf: "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_ciphers = 'ALL'\n",
    },
    { name: 'no suite at all is for another rule', conf: "ssl = on\nssl_ciphers = 'foo'\n" },
    {
      conf: "ssl = on\nssl_ciphers = 'ECDHE+AESGCM:ECDHE+CHACHA20'\n",
      options: { forbid: ['no-authentication', 'no-forward-secrecy', 'cbc'], securityLevel: 0 },
    },
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
          message:
            "ssl_ciphers allows weak suites. It leaves RC4, which is broken (RC4-SHA and 2 more, where OpenSSL was built with them); triple DES, whose blocks of 64 bits leak in long sessions (DES-CBC3-SHA and 4 more, where OpenSSL was built with them); IDEA, whose blocks of 64 bits leak in long sessions (IDEA-CBC-SHA, where OpenSSL was built with them). Write 'HIGH:!aNULL:!MD5:!3DES:!RC4', or only what your clients need.",
          suggestions: strong,
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:-RC4:RC4-SHA'\n",
      errors: [{ messageId: 'weak', line: 2, text: "'HIGH:-RC4:RC4-SHA'", suggestions: strong }],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:eNULL:@SECLEVEL=0'\n",
      errors: [
        {
          messageId: 'weak',
          line: 2,
          column: 15,
          message:
            "ssl_ciphers allows weak suites. It leaves suites without encryption (AECDH-NULL-SHA and 5 more); suites that authenticate nobody (ADH-AES128-GCM-SHA256 and 11 more). Write 'HIGH:!aNULL:!MD5:!3DES:!RC4', or only what your clients need.",
          suggestions: strong,
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:!aNULL'\n",
      options: { forbid: ['no-forward-secrecy', 'cbc-sha1'] },
      errors: [{ messageId: 'weak', line: 2, column: 15, suggestions: modern }],
    },
    {
      conf: 'ssl = on\n',
      options: { allowDefault: false },
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          suggestions: strong,
        },
      ],
    },
  ],
});
