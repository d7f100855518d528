import rule from '../../../rules/conf/archiving.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const on = 'archive_mode = on\n';

testRule(rule, {
  valid: [
    '',
    `${on}archive_command = 'test ! -f /a/%f && cp %p /a/%f'\n`,
    `${on}archive_command = 'cp -n %p /a/%f'\n`,
    `${on}archive_command = '/usr/local/bin/archive-wal'\n`,
    { conf: `${on}archive_library = 'basic_archive'\n`, postgres: 15 },
  ],
  invalid: [
    { conf: on, errors: [{ messageId: 'nothing', line: 1, text: 'on' }] },
    {
      conf: `${on}archive_command = '/bin/true'\n`,
      errors: [{ messageId: 'pretends', line: 2, text: "'/bin/true'" }],
    },
    {
      conf: `${on}archive_command = 'scp %f backup:'\n`,
      errors: [{ messageId: 'incomplete', line: 2, text: "'scp %f backup:'" }],
    },
    {
      conf: `archive_mode = always\narchive_command = 'cp %p /a/%f'\n`,
      postgres: [12, 18],
      errors: [{ messageId: 'overwrites', line: 2, text: "'cp %p /a/%f'" }],
    },
    { conf: '', options: { required: true }, errors: [{ messageId: 'off', line: 1, column: 1 }] },
  ],
});
