import rule from '../../../rules/hba/keyword-like-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all +pg_monitor,Public,pgbouncer 10.0.0.0/8 md5\n',
    {
      name: 'a role of that name',
      hba: 'host replication replication 10.0.0.0/8 md5\nhost app replication 10.0.0.0/8 md5\n',
    },
    { name: 'hba/replication-keyword says it', hba: 'host all replication 10.0.0.0/8 md5\n' },
    { name: 'quoted names', hba: 'host app "replication" 10.0.0.0/8 md5\nhost app app "replication" md5\n' },
    { hba: 'host app replication,samerole 10.0.0.0/8 md5\n', options: { names: ['replication', 'samerole'] } },
    'host all all all scram-sha-256\nhost replication repl samenet scram-sha-256\n',
    'host mall,call,replica,replicator alice,alf 10.0.0.0/8 scram-sha-256\n',
    { name: 'in quotes it is meant', hba: 'host "any" "ALL" 10.0.0.0/8 scram-sha-256\n' },
    { name: 'replication is no keyword for roles', hba: 'host replication replicatio 10.0.0.0/8 md5\n' },
    { hba: 'host any all 10.0.0.0/8 md5\n', options: { names: ['any'] } },
  ],
  invalid: [
    {
      hba: 'host * % 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'likeKeyword',
          line: 1,
          column: 6,
          endColumn: 7,
          message:
            '* is a name here, not the keyword all. It matches only a database of that name. Write all, or "*" if it is meant.',
          suggestions: [{ title: 'Write all', output: 'host all % 10.0.0.0/8 scram-sha-256\n' }],
        },
        {
          messageId: 'likeKeyword',
          line: 1,
          text: '%',
          suggestions: [{ title: 'Write all', output: 'host * all 10.0.0.0/8 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'host replicaton,app ALL samehosts md5\n',
      errors: [
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'replicaton',
          suggestions: [{ title: 'Write replication', output: 'host replication,app ALL samehosts md5\n' }],
        },
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'ALL',
          suggestions: [{ title: 'Write all', output: 'host replicaton,app all samehosts md5\n' }],
        },
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'samehosts',
          suggestions: [{ title: 'Write samehost', output: 'host replicaton,app ALL samehost md5\n' }],
        },
      ],
    },
    {
      hba: 'local same_user al peer\n',
      errors: [
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'same_user',
          suggestions: [{ title: 'Write sameuser', output: 'local sameuser al peer\n' }],
        },
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'al',
          suggestions: [{ title: 'Write all', output: 'local same_user all peer\n' }],
        },
      ],
    },
    {
      name: 'keywords count in lower case only',
      hba: 'host ALL all SameNet md5\n',
      errors: [
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'ALL',
          suggestions: [{ title: 'Write all', output: 'host all all SameNet md5\n' }],
        },
        {
          messageId: 'likeKeyword',
          line: 1,
          text: 'SameNet',
          suggestions: [{ title: 'Write samenet', output: 'host ALL all samenet md5\n' }],
        },
      ],
    },
    // Run on 15.20: each of these is a plain name in pg_hba_file_rules.
    {
      name: 'database and user swapped',
      hba: 'host replicator replication 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'otherColumn',
          line: 1,
          column: 17,
          message:
            'replication is a keyword of the database column only. Here it names a role. Check the columns, or write "replication".',
        },
      ],
    },
    // 15.20: CREATE ROLE public, none and pg_x say that the names are reserved; ALTER ROLE pg_monitor LOGIN is refused.
    {
      hba: 'host all public,none,pg_monitor 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'noRole',
          line: 1,
          text: 'public',
          message:
            'No role that logs in is called public. The name is reserved, so the record matches nobody by it. Write all for everyone.',
        },
        { messageId: 'noRole', line: 1, text: 'none' },
        {
          messageId: 'noRole',
          line: 1,
          text: 'pg_monitor',
          message:
            'No role that logs in is called pg_monitor. The name is reserved, so the record matches nobody by it. Write +pg_monitor for its members.',
        },
      ],
    },
    { hba: 'host app samerole 10.0.0.0/8 md5\n', errors: [{ messageId: 'otherColumn', line: 1, text: 'samerole' }] },
    { hba: 'host app samenet 10.0.0.0/8 md5\n', errors: [{ messageId: 'otherColumn', line: 1, text: 'samenet' }] },
    { hba: 'host app app replication md5\n', errors: [{ messageId: 'otherColumn', line: 1, text: 'replication' }] },
  ],
});
