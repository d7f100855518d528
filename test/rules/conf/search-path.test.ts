import rule from '../../../rules/conf/search-path.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'search_path = \'"$user", public\'\n',
    "search_path = 'pg_catalog, app'\n",
    { name: 'the default, which no file sets', conf: 'port = 1\n', options: { allowPublic: false } },
    { conf: 'search_path = \'app, "Public"\'\n', options: { allowPublic: false } },
  ],
  invalid: [
    {
      name: 'quoted names keep their quotes and what is in them',
      conf: 'search_path = \'public, pg_catalog, "My ""App"", it\'\'s"\'\n',
      errors: [
        {
          messageId: 'shadowed',
          line: 1,
          column: 15,
          suggestions: [
            {
              title: 'Write \'public, "My ""App"", it\'\'s"\'',
              output: 'search_path = \'public, "My ""App"", it\'\'s"\'\n',
            },
          ],
        },
      ],
    },
    {
      conf: "search_path = 'public, pg_catalog'\n",
      errors: [
        {
          messageId: 'shadowed',
          line: 1,
          text: "'public, pg_catalog'",
          message:
            "public comes before pg_catalog in search_path. A function or operator that someone creates in public is used instead of PostgreSQL's own of that name (CVE-2018-1058). Leave pg_catalog out: it then comes first.",
          suggestions: [{ title: "Write 'public'", output: "search_path = 'public'\n" }],
        },
      ],
    },
    {
      conf: 'port = 1\nsearch_path = \'app,"pg_catalog"\' # old\n',
      errors: [
        {
          messageId: 'shadowed',
          line: 2,
          column: 15,
          suggestions: [{ title: "Write 'app'", output: "port = 1\nsearch_path = 'app' # old\n" }],
        },
      ],
    },
    {
      conf: 'search_path = \'"$user", public\'\n',
      options: { allowPublic: false },
      errors: [
        {
          messageId: 'public',
          line: 1,
          text: '\'"$user", public\'',
          suggestions: [{ title: 'Write \'"$user"\'', output: 'search_path = \'"$user"\'\n' }],
        },
      ],
    },
  ],
});
