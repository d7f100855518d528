import rule from '../../../rules/hba/netmask.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.0 255.0.0.0 scram-sha-256\n',
    'host all all 10.0.0.0/8 scram-sha-256\n',
    { hba: 'host all all 0.0.0.0/0 scram-sha-256\n', options: { preferPrefix: true } },
    'host all all db.example.com scram-sha-256\n',
  ],
  invalid: [
    {
      hba: 'host all all 10.0.5.0 255.0.255.0 scram-sha-256\n',
      errors: [
        {
          messageId: 'holes',
          line: 1,
          column: 23,
          endColumn: 34,
          message:
            '255.0.255.0 is not the mask of one network. It has holes: 65536 scattered addresses match. Write it like 10.0.0.0/16.',
        },
      ],
    },
    {
      hba: 'host all all 10.0.0.0  255.0.0.0  scram-sha-256 # old\nhost all all 10.0.5.1 0.0.0.255 reject\n',
      options: { preferPrefix: true },
      errors: [
        { messageId: 'prefix', line: 1, text: '10.0.0.0  255.0.0.0' },
        { messageId: 'holes', line: 2, text: '0.0.0.255' },
      ],
      output: 'host all all 10.0.0.0/8           scram-sha-256 # old\nhost all all 10.0.5.1 0.0.0.255 reject\n',
    },
    {
      hba: 'host all all fe80:: ffc0:: reject\nhost all all fe80:: ff0f:: reject\n',
      options: { preferPrefix: true },
      errors: [
        { messageId: 'prefix', line: 1, text: 'fe80:: ffc0::' },
        { messageId: 'holes', line: 2, text: 'ff0f::' },
      ],
      output: 'host all all fe80::/10 reject\nhost all all fe80:: ff0f:: reject\n',
    },
  ],
});
