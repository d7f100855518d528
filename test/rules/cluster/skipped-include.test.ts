import rule from '../../../rules/cluster/skipped-include.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "include_if_exists 'a.conf'\n", files: { 'a.conf': 'port = 5433\n' } },
    { name: 'refused: conf/invalid-include', conf: "include 'a.conf'\n" },
    { hba: 'local all all peer\n' },
  ],
  invalid: [
    {
      conf: "include_if_exists 'a.conf'\n",
      errors: [{ messageId: 'skipped', line: 1, text: "include_if_exists 'a.conf'" }],
    },
    {
      hba: 'include_if_exists a.conf\nlocal all all peer\n',
      errors: [{ messageId: 'skipped', line: 1, text: 'a.conf' }],
    },
    {
      ident: 'm a b\ninclude_if_exists more/b.conf\n',
      errors: [{ messageId: 'skipped', line: 2, text: 'more/b.conf' }],
    },
  ],
});
