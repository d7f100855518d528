import rule from '../../../rules/hba/prefer-peer.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function usePeer(output: string) {
  return [{ title: 'Use peer (users of the system whose name is not a role can no longer log in)', output }];
}

testRule(rule, {
  valid: [
    'local all all peer\n',
    'local all all scram-sha-256\n',
    { name: 'roles that no user of the system is named after', hba: 'local app app md5\n' },
    { name: 'a quoted name is no keyword', hba: 'local all "all" md5\n' },
    { name: 'a connection by TCP', hba: 'host all postgres 127.0.0.1/32 md5\n' },
    { hba: 'local all all md5\n', options: { allow: [{ type: ['local'], method: ['md5'] }] } },
  ],
  invalid: [
    {
      hba: 'local all all md5 # poolers\n',
      errors: [
        {
          messageId: 'prefer',
          line: 1,
          text: 'md5',
          message:
            'On the socket every role needs a password (md5). The system knows who connects. Use peer, with a map if names differ.',
          suggestions: usePeer('local all all peer # poolers\n'),
        },
      ],
    },
    {
      hba: 'local all app,postgres password\n',
      errors: [{ messageId: 'prefer', line: 1, column: 24, suggestions: usePeer('local all app,postgres peer\n') }],
    },
    {
      hba: 'local all barman scram-sha-256\nlocal all postgres scram-sha-256\n',
      options: { allowScram: false, roles: ['barman'] },
      errors: [
        {
          messageId: 'prefer',
          line: 1,
          text: 'scram-sha-256',
          suggestions: usePeer('local all barman peer\nlocal all postgres scram-sha-256\n'),
        },
      ],
    },
  ],
});
