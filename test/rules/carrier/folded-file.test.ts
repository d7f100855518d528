import rule from '../../../rules/carrier/folded-file.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const map = (text: string) => ({ files: { 'map.yaml': `kind: ConfigMap\ndata:\n  pg_hba.conf: ${text}` } });

testRule(rule, {
  valid: [
    'fsync = on\n',
    map('|\n    local all all peer\n    host all all all reject\n'),
    map('>\n    local all all peer\n'),
    {
      name: 'lines with empty ones between them',
      ...map('>\n    local all all peer\n\n    host all all all reject\n'),
    },
  ],
  invalid: [
    {
      ...map('>\n    local all all peer\n    host all all all reject\n'),
      errors: [{ messageId: 'folded', line: 4, column: 5, endLine: 5 }],
    },
    {
      ...map('>- # why\n    local all all peer\n    host all all all reject'),
      errors: [{ messageId: 'folded', line: 4, column: 5 }],
    },
    {
      files: { 'map.yaml': 'kind: ConfigMap\ndata:\n  postgresql.conf: >\n    ssl = on\n    port = 1\n' },
      errors: [
        {
          messageId: 'folded',
          line: 4,
          column: 5,
          message:
            'YAML joins these lines, since “>” is above them. The server reads fewer than 2 lines. Write “|” instead of “>”.',
        },
      ],
    },
  ],
});
