import rule from '../../../rules/conf/no-bonjour.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const errors = (text: string) => [{ messageId: 'set', line: 1, text }];

testRule(rule, {
  valid: ['', 'bonjour = off\n', "bonjour_name = 'x'\n", 'bonjour = on\nbonjour = off\n'],
  invalid: [
    { conf: 'bonjour = on\n', errors: errors('on'), output: 'bonjour = off\n' },
    { conf: "bonjour='yes' # why\n", errors: errors("'yes'"), output: 'bonjour=off # why\n' },
    { conf: 'BONJOUR 1\n', postgres: [10, 18], errors: errors('1'), output: 'BONJOUR off\n' },
  ],
});
