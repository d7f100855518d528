import rule from '../../../rules/conf/ssl-cipher-names.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_ciphers = 'HIGH:MEDIUM:+3DES:!aNULL'\n",
    {
      name: 'words that were in older OpenSSL',
      conf: "ssl = on\nssl_ciphers = 'ALL:!ADH:!LOW:!EXP:!EXPORT56:!kECDHr:!MD5:@STRENGTH'\n",
    },
    {
      name: 'suites that were in older OpenSSL',
      conf: "ssl = on\nssl_ciphers = 'HIGH:!EDH-RSA-DES-CBC3-SHA:!ECDH-RSA-AES128-SHA'\n",
    },
    { name: 'whether RC4 is left depends on the build', conf: "ssl = on\nssl_ciphers = 'RC4'\n" },
    { name: 'without TLS nobody reads the list', conf: "ssl_ciphers = 'high'\n" },
    { name: 'another rule reports suites of TLS 1.3', conf: "ssl = on\nssl_ciphers = 'TLS_AES_256_GCM_SHA384'\n" },
    { name: 'a list of the system’s own', conf: "ssl = on\nssl_ciphers = 'PROFILE=SYSTEM'\n" },
    { name: 'a template', conf: "ssl = on\nssl_ciphers = '{{ ciphers }}'\n" },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:!aNUL'\n",
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          text: "'HIGH:!aNUL'",
          message:
            'OpenSSL knows no aNUL in ssl_ciphers. It skips !aNUL silently: what it is to keep out stays in. Did you mean aNULL?',
          suggestions: [
            { title: "Set ssl_ciphers = 'HIGH:!aNULL'", output: "ssl = on\nssl_ciphers = 'HIGH:!aNULL'\n" },
          ],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'high'\n",
      errors: [
        {
          messageId: 'none',
          line: 2,
          column: 15,
          suggestions: [{ title: "Set ssl_ciphers = 'HIGH'", output: "ssl = on\nssl_ciphers = 'HIGH'\n" }],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = '!HIGH'\n",
      errors: [{ messageId: 'none', line: 2, column: 15 }],
    },
    {
      conf: "ssl = on\nssl_ciphers = ''\n",
      errors: [{ messageId: 'none', line: 2, column: 15 }],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH:@STRONG'\n",
      errors: [{ messageId: 'refused', line: 2, column: 15 }],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'HIGH|MEDIUM'\n",
      postgres: [10, 18],
      errors: [{ messageId: 'refused', line: 2, column: 15 }],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'ECDHE-RSA-AES256-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256'\n",
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          column: 15,
          message:
            'OpenSSL knows no ECDHE-RSA-AES256-GCM-SHA256 in ssl_ciphers. It skips ECDHE-RSA-AES256-GCM-SHA256 silently: it adds nothing.',
        },
      ],
    },
  ],
});
