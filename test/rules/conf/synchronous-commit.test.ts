import rule from '../../../rules/conf/synchronous-commit.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const suggestions = [{ title: 'Set synchronous_commit = on', output: 'synchronous_commit = on\n' }];

testRule(rule, {
  valid: ['', 'synchronous_commit = remote_apply\n', 'synchronous_commit = yes\n'],
  invalid: [
    { conf: 'synchronous_commit = off\n', errors: [{ messageId: 'set', line: 1, text: 'off', suggestions }] },
    { conf: 'synchronous_commit = false\n', errors: [{ messageId: 'set', line: 1, text: 'false', suggestions }] },
    { conf: 'synchronous_commit = 0\n', errors: [{ messageId: 'set', line: 1, text: '0', suggestions }] },
  ],
});
