import rule from '../../../rules/conf/ssl-groups.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function weak(output: string, value = "'prime256v1'", name = 'ssl_ecdh_curve') {
  return [{ title: `Set ${name} = ${value}`, output }];
}

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_ecdh_curve = 'secp384r1'\n",
    { conf: "ssl = on\nssl_groups = 'X25519:prime256v1:X448:ffdhe2048'\n", postgres: 18 },
    {
      name: 'what OpenSSL 3.5 has',
      conf: "ssl = on\nssl_groups = '?X25519MLKEM768 / ?SecP256r1MLKEM768:*X25519'\n".replaceAll(' / ', '/'),
      postgres: 18,
    },
    { name: 'names that later versions forgive', conf: "ssl = on\nssl_groups = 'x25519:P-256'\n", postgres: 18 },
    { name: 'a template', conf: "ssl = on\nssl_ecdh_curve = '${CURVE}'\n", postgres: 15 },
    { name: 'without TLS it does nothing', conf: "ssl_ecdh_curve = 'prime192v1'\n" },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_groups = 'X25519:prime256v2'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          text: "'X25519:prime256v2'",
          message:
            'prime256v2 in ssl_groups is not a group of OpenSSL. The server does not start with it. Did you mean prime256v1?',
        },
      ],
    },
    {
      conf: "ssl = on\nssl_groups = 'X25519, prime256v1'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'separator',
          line: 2,
          column: 14,
          suggestions: weak("ssl = on\nssl_groups = 'X25519:prime256v1'\n", "'X25519:prime256v1'", 'ssl_groups'),
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ecdh_curve = 'X25519'\n",
      postgres: 17,
      errors: [
        {
          messageId: 'curve',
          line: 2,
          text: "'X25519'",
          suggestions: weak("ssl = on\nssl_ecdh_curve = 'prime256v1'\n"),
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ecdh_curve = 'prime192v1'\n",
      postgres: 17,
      errors: [
        {
          messageId: 'weak',
          line: 2,
          text: "'prime192v1'",
          suggestions: weak("ssl = on\nssl_ecdh_curve = 'prime256v1'\n"),
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ecdh_curve = 'X25519:prime256v1'\n",
      postgres: 16,
      errors: [
        {
          messageId: 'list',
          line: 2,
          text: "'X25519:prime256v1'",
          suggestions: weak("ssl = on\nssl_ecdh_curve = 'prime256v1'\n"),
        },
      ],
    },
    {
      conf: "ssl = on\nssl_groups = 'X25519:P-224'\n",
      postgres: 18,
      errors: [
        {
          messageId: 'weak',
          line: 2,
          text: "'X25519:P-224'",
          suggestions: weak("ssl = on\nssl_groups = 'X25519:prime256v1'\n", "'X25519:prime256v1'", 'ssl_groups'),
        },
      ],
    },
  ],
});
