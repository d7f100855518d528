/** What rule authors import as `pgconflint/rule-tester`. */

export type { ExpectedProblem, InvalidCase, RuleCases, TestCase } from './rule-tester/cases.js';
export { RuleTestError } from './rule-tester/checks.js';
export { type TestRunner, testRule } from './rule-tester/test-rule.js';
