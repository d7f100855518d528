import rule from '../../../rules/conf/hot-standby-off.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const conninfo = "primary_conninfo = 'host=db1 user=repl'\n";

testRule(rule, {
  valid: [
    { name: 'a server that is no standby', conf: 'hot_standby = off\n' },
    { conf: `hot_standby = on\n${conninfo}`, files: { 'standby.signal': '' } },
    { name: 'the default', conf: conninfo, files: { 'standby.signal': '' } },
    {
      name: 'the file means nothing before 12',
      conf: 'hot_standby = off\n',
      files: { 'standby.signal': '' },
      postgres: [11],
    },
  ],
  invalid: [
    {
      // Run on 13.23, 15.18 and 18.4: no session gets in; from 14 on it says “Hot standby mode is disabled.”
      conf: 'hot_standby = off\n',
      files: { 'standby.signal': '' },
      postgres: [13, 15, 18],
      errors: [{ messageId: 'standby', line: 1, text: 'off' }],
    },
    { conf: `hot_standby = no\n${conninfo}`, errors: [{ messageId: 'standby', line: 1, text: 'no' }] },
    {
      conf: 'hot_standby = off\nhot_standby_feedback = on\n',
      errors: [{ messageId: 'feedback', line: 1, text: 'off' }],
    },
  ],
});
