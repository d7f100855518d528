import rule from '../../../rules/hba/quoted-keyword.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function write(keyword: string, output: string) {
  return [{ title: `Write ${keyword}`, output }];
}

testRule(rule, {
  valid: [
    { name: 'no such file', hba: 'host "@dbs" all 10.0.0.0/8 md5\n' },
    'host all all all scram-sha-256\nhost replication,sameuser,samerole +staff samenet scram-sha-256\n',
    { name: 'keywords of another column', hba: 'host "samenet" replication,sameuser all scram-sha-256\n' },
    { name: 'letter case, as another rule says', hba: 'host ALL All 10.0.0.0/8 scram-sha-256\n' },
    { name: 'quoted names', hba: 'host "app db" "Alice" 10.0.0.0/8 scram-sha-256\n' },
    { name: 'the name of an object’s own property', hba: 'host constructor toString all scram-sha-256\n' },
    { hba: 'host "replication" repl all scram-sha-256\n', options: { names: ['replication'] } },
  ],
  invalid: [
    {
      // 15.20: pg_hba_file_rules has the database @dbs.
      hba: 'host "@dbs" all 10.0.0.0/8 md5\n',
      files: { dbs: 'app\n' },
      errors: [
        {
          messageId: 'file',
          line: 1,
          text: '"@dbs"',
          message:
            '"@dbs" in quotes is a name, and no file is read. It is a database that begins with @, and the names in dbs do not count. Write @dbs without quotes.',
          suggestions: [{ title: 'Write @dbs', output: 'host @dbs all 10.0.0.0/8 md5\n' }],
        },
      ],
    },
    {
      hba: 'host "replication" repl 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          text: '"replication"',
          message:
            '"replication" in quotes is a name, not a keyword. It is a database, not physical replication. Remove the quotes.',
          suggestions: write('replication', 'host replication repl 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      hba: 'local "samerole",app "all" peer # teams\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          column: 7,
          suggestions: write('samerole', 'local samerole,app "all" peer # teams\n'),
        },
        {
          messageId: 'quoted',
          line: 1,
          column: 22,
          suggestions: write('all', 'local "samerole",app all peer # teams\n'),
        },
      ],
    },
    {
      hba: 'host app "+staff" "samenet" scram-sha-256\nhost app "+our staff" SameHost scram-sha-256\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          text: '"+staff"',
          suggestions: write(
            '+staff',
            'host app +staff "samenet" scram-sha-256\nhost app "+our staff" SameHost scram-sha-256\n',
          ),
        },
        {
          messageId: 'quoted',
          line: 1,
          text: '"samenet"',
          suggestions: write(
            'samenet',
            'host app "+staff" samenet scram-sha-256\nhost app "+our staff" SameHost scram-sha-256\n',
          ),
        },
        { messageId: 'quoted', line: 2, text: '"+our staff"' },
      ],
    },
  ],
});
