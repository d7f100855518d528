import rule from '../../../rules/conf/log-filename.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const on = 'logging_collector = on\n';

/** A case whose problem marks the value in a line. */
function marked(conf: string, messageId: string, line = 1, more: object = {}) {
  const text = conf.split('\n')[line - 1]!.replace(/^[^']*/, '');
  return { conf, errors: [{ messageId, line, text, ...more }] };
}

// Run on PostgreSQL 15.20: "could not open log file" and no start for every slash, also for those of an escape; with
// spaces in the name it starts. The server's own strftime knows no locale: the escapes expand alike everywhere.
testRule(rule, {
  valid: [
    "logging_collector = on\nlog_filename = 'pg-%Y-%m-%d_%H%M%S.log'\n",
    `${on}log_filename = 'postgresql-%Y-%m-%d_%H%M%S.log'\n`,
    `${on}log_filename = 'postgresql-%F_%T.log'\n`,
    `${on}log_filename = '100%%D.log'\n`,
    { name: 'nothing writes log files', conf: "log_filename = 'logs/%D.log'\n" },
    { name: 'spaces when they are not asked for', conf: `${on}log_filename = '%c.log'\n`, options: { spaces: false } },
  ],
  invalid: [
    {
      conf: `${on}log_filename = '/var/log/postgresql/pg-%a.log'\n`,
      errors: [
        {
          messageId: 'path',
          column: 16,
          line: 2,
          message:
            'log_filename is a path, and names only a file. It is below log_directory: with /var/log/postgresql/pg-%a.log the server opens log//var/log/postgresql/pg-%a.log, and does not start. Write log_directory = /var/log/postgresql and log_filename = pg-%a.log.',
        },
      ],
    },
    {
      conf: `${on}log_directory = 'x'\nlog_filename = 'sub/pg.log'\n`,
      errors: [{ messageId: 'path', line: 3, text: "'sub/pg.log'" }],
    },
    marked(`${on}log_filename = 'pg-%x-%r.log'\n`, 'expands', 2),
    marked(`${on}log_filename = 'pg-%D.log'\n`, 'expands', 2),
    marked(`${on}log_filename = 'pg-%Ex.log'\n`, 'expands', 2),
    marked(`${on}log_filename = '%c.log'\n`, 'spaces', 2),
    marked(`${on}log_filename = 'pg-%+.log'\n`, 'spaces', 2),
    marked(`${on}log_filename = 'pg-%r.log'\n`, 'spaces', 2),
    {
      conf: "logging_collector = on\nlog_filename = 'pg-%Y-%M-%d.log'\n",
      errors: [
        {
          messageId: 'minute',
          line: 2,
          text: "'pg-%Y-%M-%d.log'",
          suggestions: [
            {
              title: "Set log_filename = 'pg-%Y-%m-%d.log'",
              output: "logging_collector = on\nlog_filename = 'pg-%Y-%m-%d.log'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "logging_collector = on\nlog_filename = 'pg-%Y%m%d_%H%m%S.log'\n",
      errors: [
        {
          messageId: 'minute',
          line: 2,
          text: "'pg-%Y%m%d_%H%m%S.log'",
          suggestions: [
            {
              title: "Set log_filename = 'pg-%Y%m%d_%H%M%S.log'",
              output: "logging_collector = on\nlog_filename = 'pg-%Y%m%d_%H%M%S.log'\n",
            },
          ],
        },
      ],
    },
  ],
});
