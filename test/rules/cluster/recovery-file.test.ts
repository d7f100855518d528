import rule from '../../../rules/cluster/recovery-file.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const recovery = "standby_mode = 'on'\n";

// PostgreSQL 12 and later do not start beside one: FATAL, using recovery command file "recovery.conf" is not supported (xlogrecovery.c).
testRule(rule, {
  valid: [
    { conf: 'port = 5432\n', files: { 'standby.signal': '' } },
    { name: 'it is read up to 11', conf: 'port = 5432\n', files: { 'recovery.conf': recovery }, postgres: 11 },
    { name: 'put aside', conf: 'port = 5432\n', files: { 'recovery.conf.old': recovery, 'recovery.done': recovery } },
    {
      name: 'the data directory is elsewhere',
      conf: "data_directory = '/var/lib/x'\n",
      files: { 'recovery.conf': recovery },
    },
  ],
  invalid: [
    {
      conf: 'port = 5432\n',
      files: { 'recovery.conf': recovery },
      errors: [
        {
          messageId: 'refused',
          line: 1,
          column: 1,
          message:
            'PostgreSQL 18 does not start while recovery.conf exists. It is in the data directory, and majors from 12 on do not read it. Move its settings here, put an empty standby.signal (or recovery.signal) beside it, and remove the file.',
        },
      ],
    },
    {
      conf: "data_directory = 'data'\n",
      files: { 'data/recovery.conf': recovery },
      postgres: 12,
      errors: [{ messageId: 'refused', line: 1, column: 1 }],
    },
    {
      conf: "data_directory = '/var/lib/x'\n",
      files: { 'recovery.conf': recovery, PG_VERSION: '15\n' },
      postgres: 15,
      errors: [{ messageId: 'refused', line: 1, column: 1 }],
    },
  ],
});
