import rule from '../../../rules/conf/syslog-options.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const syslog = "log_destination = 'stderr,syslog'\n";

testRule(rule, {
  valid: [
    { conf: "log_destination = 'syslog'\nsyslog_facility = LOCAL1\n", options: { facility: 'local1' } },
    syslog,
    { name: 'no syslog', conf: 'syslog_sequence_numbers = off\n' },
    { conf: `${syslog}syslog_ident = 'orders'\n`, options: { ident: 'orders' } },
  ],
  invalid: [
    {
      conf: "log_destination = 'syslog'\nsyslog_facility = LOCAL1\n",
      options: { facility: 'local0' },
      errors: [{ messageId: 'facility', line: 2, text: 'LOCAL1' }],
      output: "log_destination = 'syslog'\nsyslog_facility = local0\n",
    },
    {
      conf: `${syslog}syslog_sequence_numbers = off\n`,
      errors: [{ messageId: 'repeats', line: 2, text: 'off' }],
      output: `${syslog}syslog_sequence_numbers = on\n`,
    },
    {
      conf: `${syslog}syslog_split_messages = no # short\n`,
      errors: [{ messageId: 'cut', line: 2, text: 'no' }],
      output: `${syslog}syslog_split_messages = on # short\n`,
    },
    {
      conf: `${syslog}syslog_ident = 'postgres'\n`,
      options: { ident: 'orders' },
      errors: [{ messageId: 'ident', line: 2, text: "'postgres'" }],
      output: `${syslog}syslog_ident = 'orders'\n`,
    },
  ],
});
