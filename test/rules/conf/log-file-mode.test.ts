import rule from '../../../rules/conf/log-file-mode.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const collector = 'logging_collector = on\n';

testRule(rule, {
  valid: [
    collector,
    `${collector}log_file_mode = 0640\n`,
    { name: 'without the collector there are no files', conf: 'log_file_mode = 0644\n' },
    `${collector}log_destination = 'syslog'\nlog_file_mode = 0666\n`,
  ],
  invalid: [
    {
      conf: `${collector}log_file_mode = 0644\n`,
      errors: [{ messageId: 'set', line: 2, text: '0644' }],
      output: `${collector}log_file_mode = 0640\n`,
    },
    {
      name: 'a decimal number',
      conf: `${collector}log_file_mode = 400\n`,
      errors: [
        {
          messageId: 'set',
          line: 2,
          text: '400',
          message:
            'Log files have the mode 0620. So the group of the server may change statements and data. Set log_file_mode = 0640.',
        },
      ],
      output: `${collector}log_file_mode = 0640\n`,
    },
    {
      conf: `${collector}log_file_mode = 0640\n`,
      options: { max: '0600' },
      errors: [{ messageId: 'set', line: 2, text: '0640' }],
      output: `${collector}log_file_mode = 0600\n`,
    },
  ],
});
