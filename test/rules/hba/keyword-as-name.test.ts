import rule from '../../../rules/hba/keyword-as-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function write(keyword: string, output: string) {
  return [{ title: `Write ${keyword}`, output }];
}

testRule(rule, {
  valid: [
    'host all all all scram-sha-256\nhost replication,sameuser,samerole +staff samenet scram-sha-256\n',
    { name: 'keywords of another column', hba: 'host "samenet" replication,sameuser all scram-sha-256\n' },
    { name: 'quoted names', hba: 'host "app db" "Alice" 10.0.0.0/8 scram-sha-256\n' },
    { name: 'the name of an object’s own property', hba: 'host constructor toString all scram-sha-256\n' },
    { hba: 'host "replication" repl all scram-sha-256\n', options: { names: ['replication'] } },
  ],
  invalid: [
    {
      hba: 'host "replication" repl 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          text: '"replication"',
          message:
            'In quotes "replication" is the name of a database, not the keyword for physical replication. Write replication without quotes.',
          suggestions: write('replication', 'host replication repl 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      hba: 'host ALL All 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'letterCase',
          line: 1,
          text: 'ALL',
          message:
            'Keywords are lower case: ALL is the name of a database here, not the keyword for every database. Write all.',
          suggestions: write('all', 'host all All 10.0.0.0/8 scram-sha-256\n'),
        },
        {
          messageId: 'letterCase',
          line: 1,
          text: 'All',
          suggestions: write('all', 'host ALL all 10.0.0.0/8 scram-sha-256\n'),
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
        {
          messageId: 'letterCase',
          line: 2,
          text: 'SameHost',
          suggestions: write(
            'samehost',
            'host app "+staff" "samenet" scram-sha-256\nhost app "+our staff" samehost scram-sha-256\n',
          ),
        },
      ],
    },
  ],
});
