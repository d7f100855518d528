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
    { name: 'without TLS it does nothing', conf: "ssl_ecdh_curve = 'secp192r1'\n" },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_ecdh_curve = 'secp192r1'\n",
      postgres: 17,
      errors: [
        {
          messageId: 'weak',
          line: 2,
          text: "'secp192r1'",
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
