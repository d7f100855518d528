import rule from '../../../rules/conf/ssl-tls13-ciphers.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_ciphers = 'ECDHE+AESGCM'\n",
    { conf: "ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256'\n", postgres: 18 },
    { name: 'without TLS it does nothing', conf: "ssl_ciphers = 'TLS_AES_256_GCM_SHA384'\n" },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_ciphers = 'TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256'\n",
      postgres: 17,
      errors: [
        {
          messageId: 'only',
          line: 2,
          text: "'TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256'",
          suggestions: [{ title: 'Remove the suites of TLS 1.3', output: 'ssl = on\n' }],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ciphers = 'TLS_AES_256_GCM_SHA384:HIGH'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'mixed',
          line: 2,
          column: 15,
          suggestions: [
            {
              title: 'Move the suites of TLS 1.3 to ssl_tls13_ciphers',
              output: "ssl = on\nssl_ciphers = 'HIGH'\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384, TLS_AES_128_GCM_SHA256'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'separator',
          line: 2,
          column: 21,
          suggestions: [
            {
              title: "Set ssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256'",
              output: "ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES256-GCM-SHA384'\n",
      postgres: 18,
      errors: [{ messageId: 'unknown', line: 2, column: 21 }],
    },
    {
      conf: "ssl = on\nssl_tls13_ciphers = 'TLS_AES_256_GCM_SHA38'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'none',
          line: 2,
          column: 21,
          message:
            'TLS_AES_256_GCM_SHA38 is not a suite of TLS 1.3. No other stands in ssl_tls13_ciphers: the server does not start. Did you mean TLS_AES_256_GCM_SHA384?',
        },
      ],
    },
  ],
});
