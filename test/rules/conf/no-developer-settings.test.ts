import rule from '../../../rules/conf/no-developer-settings.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 5432\n',
    "zero_damaged_pages = off\npost_auth_delay = 0\nwal_consistency_checking = ''\n",
    { name: 'a later line puts the default back', conf: 'zero_damaged_pages = on\nzero_damaged_pages = off\n' },
    { name: 'a parameter that the target lacks', conf: 'ignore_invalid_pages = on\n', postgres: 12 },
    { name: 'a value that is refused', conf: 'zero_damaged_pages = maybe\n' },
  ],
  invalid: [
    {
      conf: 'port = 5432\nzero_damaged_pages = on\nfsync = on\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 2,
          text: 'on',
          message:
            'zero_damaged_pages = on is for developers. It empties damaged pages with a warning only, and their rows are gone for good. It belongs in a single session, if anywhere. Remove the line (zero_damaged_pages = off).',
        },
      ],
      output: 'port = 5432\nfsync = on\n',
    },
    {
      name: 'a comment stays',
      conf: "post_auth_delay = 5s # gdb\nwal_consistency_checking = 'all'\nremove_temp_files_after_crash = 'false'\n",
      errors: [
        { messageId: 'unwanted', line: 1, text: '5s' },
        { messageId: 'unwanted', line: 2, text: "'all'" },
        { messageId: 'unwanted', line: 3, text: "'false'" },
      ],
      output: '# gdb\n',
    },
    {
      name: 'an earlier line would come into force',
      conf: 'jit_profiling_support = on\njit_profiling_support = yes\n',
      errors: [{ messageId: 'unwanted', line: 2, text: 'yes' }],
      output: 'jit_profiling_support = on\njit_profiling_support = off\n',
    },
    {
      name: 'postgresql.auto.conf belongs to ALTER SYSTEM',
      conf: 'port = 1\n',
      files: { 'postgresql.auto.conf': "debug_io_direct = 'data'\n" },
      errors: [{ messageId: 'unwanted', file: 'postgresql.auto.conf', line: 1, text: "'data'" }],
    },
  ],
});
