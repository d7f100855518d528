import rule from '../../../rules/conf/no-db-user-namespace.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function off(output: string) {
  return [{ title: 'Set db_user_namespace = off (roles named name@database must be renamed)', output }];
}

testRule(rule, {
  valid: [
    { conf: 'db_user_namespace = off\n', postgres: 16 },
    { conf: 'port = 1\n', postgres: 10 },
    { name: 'gone in 17, as another rule says', conf: 'db_user_namespace = on\n', postgres: 17 },
  ],
  invalid: [
    {
      conf: 'db_user_namespace = on\n',
      postgres: 16,
      errors: [{ messageId: 'on', line: 1, text: 'on', suggestions: off('db_user_namespace = off\n') }],
    },
    {
      conf: "port = 1\ndb_user_namespace 'yes' # apps\n",
      postgres: 10,
      errors: [{ messageId: 'on', line: 2, column: 19, suggestions: off('port = 1\ndb_user_namespace off # apps\n') }],
    },
    {
      name: 'postgresql.auto.conf belongs to ALTER SYSTEM',
      conf: 'port = 1\n',
      files: { 'postgresql.auto.conf': "db_user_namespace = 'on'\n" },
      postgres: 14,
      errors: [{ messageId: 'on', file: 'postgresql.auto.conf', line: 1, text: "'on'" }],
    },
  ],
});
