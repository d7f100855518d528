import rule from '../../../rules/conf/session-audit.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'pgaudit, set_user'\n",
    "shared_preload_libraries = '$libdir/set_user'\n",
    { conf: "shared_preload_libraries = 'other'\n", options: { libraries: ['other'] } },
  ],
  invalid: [
    { conf: '', errors: [{ messageId: 'missing', line: 1, column: 1 }] },
    {
      conf: "shared_preload_libraries = 'pgaudit'\n",
      errors: [{ messageId: 'missing', line: 1, text: "'pgaudit'" }],
    },
    {
      conf: "shared_preload_libraries = 'set_user'\n",
      options: { libraries: ['other'] },
      errors: [{ messageId: 'missing', line: 1, text: "'set_user'" }],
    },
  ],
});
