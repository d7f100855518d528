import rule from '../../../rules/hba/known-roles.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const options = {
  roles: {
    alice: { memberOf: ['writers'] },
    app: { login: true },
    writers: { login: false, memberOf: ['readers'] },
    readers: { login: false },
    archived: { login: false },
  },
};

testRule(rule, {
  valid: [
    { name: 'nothing is known of the roles', hba: 'host all anyone 10.0.0.0/8 gss\n' },
    { hba: 'host all alice,app 10.0.0.0/8 gss\nhost all +readers 10.0.0.0/8 gss\n', options },
    { name: 'every role is a member of itself', hba: 'host all +app 10.0.0.0/8 gss\n', options },
    { name: 'patterns are not looked up', hba: 'host all all,/^x 10.0.0.0/8 gss\n', options },
    { name: 'databases are not looked at', hba: 'host other alice 10.0.0.0/8 gss\n', options },
  ],
  invalid: [
    {
      hba: 'host all alise 10.0.0.0/8 gss\nhost all +nobodyatall 10.0.0.0/8 gss\n',
      options,
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          text: 'alise',
          message: 'There is no role alise. Nobody can use this record as that role. Did you mean alice?',
        },
        { messageId: 'unknown', line: 2, text: '+nobodyatall' },
      ],
    },
    {
      hba: 'host all readers 10.0.0.0/8 gss # report\nhost all "readers" 10.0.0.0/8 gss\n',
      options,
      errors: [
        {
          messageId: 'group',
          line: 1,
          text: 'readers',
          message: 'Nobody can log in as readers (NOLOGIN). Write +readers for its members, such as alice.',
          suggestions: [
            {
              title: 'Write +readers',
              output: 'host all +readers 10.0.0.0/8 gss # report\nhost all "readers" 10.0.0.0/8 gss\n',
            },
          ],
        },
        { messageId: 'group', line: 2, text: '"readers"' },
      ],
    },
    {
      hba: 'host all archived,+archived 10.0.0.0/8 gss\n',
      options,
      errors: [
        { messageId: 'noLogin', line: 1, text: 'archived' },
        { messageId: 'nobody', line: 1, text: '+archived' },
      ],
    },
  ],
});
