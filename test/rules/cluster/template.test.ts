import rule from '../../../rules/cluster/template.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const cloudNativePg = (...records: string[]) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  podSelectorRefs: [{ name: app }]\n  postgresql:\n    pg_hba:\n${records.map((record) => `      - ${record}\n`).join('')}`,
  },
});

testRule(rule, {
  valid: [
    {
      name: 'initdb’s own marks in a sample, those of before 9.1 too',
      hba: 'include a.sample\ninclude b.sample\n',
      postgres: 16,
      files: {
        'a.sample': '@authcomment@\n@remove-line-for-nolocal@local all all @authmethodlocal@\n',
        'b.sample': 'host all all ::1/128 @authmethod@\n',
      },
    },
    { name: 'placeholders in comments', conf: '# {{ ansible_managed }}\n# {% if tls %}\nssl = on # ${TLS}\n' },
    {
      name: 'variables of the shell that the server starts',
      conf: "archive_command = 'test ! -f ${ARCHIVE}/%f && cp %p $ARCHIVE/%f'\nrestore_command = 'cp $SOURCE/%f %p'\n",
    },
    {
      name: 'what means something to the server',
      conf: "search_path = '\"$user\", public'\ndynamic_library_path = '$libdir'\nlog_line_prefix = '<%m %p>'\n",
    },
    {
      name: 'the end of a regular expression, and names with @',
      hba: 'local all /^app_.*$ peer\nlocal all "a@b@c" md5\n',
    },
    { name: 'what the stock file shows', conf: "krb_server_keyfile = 'FILE:${sysconfdir}/krb5.keytab'\n" },
    {
      name: 'what an operator fills in by itself (pkg/postgres/hba/hba.go, ExpandLine)',
      ...cloudNativePg('hostssl a a ${podselector:app} scram-sha-256'),
    },
    { name: 'an @file', hba: 'local all @roles peer\n', files: { roles: 'app\n' } },
    "log_line_prefix = '%m {%p} '\n",
  ],
  invalid: [
    {
      hba: 'local all all peer\nhost all all ${SUBNET} md5 # ${A}\nhost all all $HOST md5\n',
      errors: [
        {
          messageId: 'values',
          line: 2,
          text: '${SUBNET}',
          message:
            'This file is a template: ${SUBNET} is filled in later. A server that reads the file as it is refuses it, or takes the placeholder for a name (the first of 2 placeholders). The 2 lines with placeholders are not judged. Check the file that is made of the template.',
        },
      ],
    },
    {
      name: 'as initdb’s samples have them',
      hba: '@authcomment@\n@remove-line-for-nolocal@local all all @authmethodlocal@\n',
      errors: [{ messageId: 'values', line: 1, text: '@authcomment@' }],
    },
    {
      name: 'in a file that carries others, which no server reads as it is',
      ...cloudNativePg('hostssl a a ${podselector:app} cert', 'host a a ${NET} cert', 'host a a ${podselector:b} cert'),
      errors: [
        {
          messageId: 'namedValues',
          line: 8,
          text: '${NET}',
          message:
            'This template is judged in part. ${NET} stands for something that is filled in later (the first of 3 placeholders). The 3 lines with placeholders are not judged. Check the file that is made of the template too.',
        },
      ],
    },
    { conf: 'port = {{ port }}\nssl = on\n', errors: [{ messageId: 'values', line: 1, text: '{{ port }}' }] },
    {
      name: 'statements',
      conf: 'ssl = on\n{%- if port %}\nport = {{ port }}\n{% endif %}\n',
      errors: [{ messageId: 'statements', line: 2, text: '{%- if port %}' }],
    },
    {
      name: 'a block of code over several lines',
      conf: "<%\n  conf = settings\n%>\nport = <%= conf['port'] %>\n",
      errors: [{ messageId: 'statements', line: 1, text: '<%' }],
    },
    {
      name: 'statements of Go',
      hba: '{{- range .Networks }}\nhost all all {{ . }} scram-sha-256\n{{- end }}\n',
      errors: [{ messageId: 'statements', line: 1, text: '{{- range .Networks }}' }],
    },
    {
      name: 'pg_ident.conf, and a file that is included',
      conf: "include 'more.conf'\n",
      ident: 'map <%= node %> app\n',
      files: { 'more.conf': 'port = @port@\n' },
      errors: [
        { messageId: 'values', file: 'more.conf', line: 1, text: '@port@' },
        { messageId: 'values', file: 'pg_ident.conf', line: 1, text: '<%= node %>' },
      ],
    },
    {
      name: 'a template by its name',
      hba: 'include more.j2\nlocal all all peer\n',
      postgres: 16,
      files: { 'more.j2': 'host all all {{ net }} scram-sha-256\n' },
      errors: [{ messageId: 'namedValues', severity: 'warning', file: 'more.j2', line: 1, text: '{{ net }}' }],
    },
    {
      name: 'a template by its name, with statements',
      hba: 'include more.conf.erb\nlocal all all peer\n',
      postgres: 16,
      files: { 'more.conf.erb': '<% if x %>\nlocal all all md5\n<% end %>\n' },
      errors: [{ messageId: 'namedStatements', file: 'more.conf.erb', line: 1, text: '<% if x %>' }],
    },
  ],
});
