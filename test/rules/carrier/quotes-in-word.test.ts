import rule from '../../../rules/carrier/quotes-in-word.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const compose = (command: string) => ({
  files: { 'compose.yaml': `services:\n  db:\n    image: postgres:17\n    command: ${command}\n` },
  postgres: 17 as const,
});
const image = (command: string) => ({
  files: { Dockerfile: `FROM postgres:17\nCMD ${command}\n` },
  postgres: 17 as const,
});

testRule(rule, {
  valid: [
    { name: 'quotes of the shell', ...compose(`postgres -c 'log_line_prefix=%m '`) },
    { name: 'quotes within the value', ...compose(`["-c", "archive_command=test ! -f '/a/%f'"]`) },
    { name: 'quotes of a list', ...compose(`["-c", "search_path=\\"$$user\\""]`) },
    { name: 'a file, where they are taken away', conf: "log_line_prefix = '%m '\n" },
  ],
  invalid: [
    {
      ...compose(`["postgres", "-c", "log_line_prefix='%m it''s '"]`),
      errors: [
        {
          messageId: 'quoted',
          line: 4,
          text: "'%m it''s '",
          message:
            "The quotes become a part of the value. A command gives log_line_prefix to the server as it stands, and nothing takes quotes away there as in postgresql.conf. Write log_line_prefix=%m it's .",
        },
      ],
      output: compose(`["postgres", "-c", "log_line_prefix=%m it's "]`).files['compose.yaml'],
    },
    {
      ...compose(`postgres -c "work_mem='8MB'"`),
      errors: [{ messageId: 'quoted', line: 4, text: "'8MB'" }],
      output: compose(`postgres -c "work_mem=8MB"`).files['compose.yaml'],
    },
    {
      ...image(`["-c", "work_mem='8MB'"]`),
      errors: [{ messageId: 'quoted', line: 2, text: "'8MB'" }],
      output: image(`["-c", "work_mem=8MB"]`).files['Dockerfile'],
    },
  ],
});
