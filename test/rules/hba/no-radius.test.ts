import rule from '../../../rules/hba/no-radius.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const options = 'radiusservers=192.0.2.1 radiussecrets=s';

testRule(rule, {
  valid: [
    'host all all 10.0.0.0/24 pam\n',
    { name: 'a name, not a method', hba: 'host radius radius 10.0.0.0/24 scram-sha-256\n' },
    { name: '19 refuses it, as another rule says', hba: `host all all 10.0.0.0/24 radius ${options}\n`, postgres: 19 },
    { hba: `host all all 10.0.0.9/32 radius ${options}\n`, options: { allow: [{ address: ['10.0.0.9/32'] }] } },
  ],
  invalid: [
    {
      hba: `host all all 10.0.0.0/24 radius ${options}\n`,
      errors: [{ messageId: 'radius', line: 1, text: 'radius' }],
    },
    {
      hba: `hostssl all all 10.0.0.0/24 "radius" ${options}\n`,
      postgres: 10,
      errors: [{ messageId: 'radius', line: 1, text: '"radius"' }],
    },
    {
      hba: `local all all radius ${options}\n`,
      postgres: [18, 19],
      errors: [{ messageId: 'radius', line: 1, column: 15, targets: [18] }],
    },
  ],
});
