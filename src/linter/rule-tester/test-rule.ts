import type { Rule } from '../rule.js';
import { caseFiles, fullCase, type RuleCases, type TestCase } from './cases.js';
import { checkInvalid, checkValid, refuseDuplicates, requireEveryMessage } from './checks.js';

/** The two functions of a test framework that are needed: jest's, vitest's and node:test's fit. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  test(name: string, body: () => void): void;
}

/**
 * Tests a rule: each case becomes a test of the framework at hand. Strict on purpose: duplicate cases, problems without
 * a place, messages that no case shows, fixes that loop or break the file, and suggestions that nobody stated all fail.
 *
 * @param rule the rule
 * @param cases what it must and must not report
 * @param runner where the tests go; the global `describe` and `test` where left out, and at once without either
 */
export function testRule(rule: Rule, cases: RuleCases, runner: TestRunner = globalRunner()): void {
  const valid = cases.valid.map((testCase) => fullCase(testCase, rule));
  runner.describe(rule.id, () => {
    runner.test('has cases that differ and that show every message', () => {
      refuseDuplicates([...valid, ...cases.invalid]);
      requireEveryMessage(rule, cases.invalid);
    });
    for (const [index, testCase] of valid.entries()) {
      runner.test(`valid ${index + 1}: ${titleOf(testCase)}`, () => checkValid(rule, testCase));
    }
    for (const [index, testCase] of cases.invalid.entries()) {
      runner.test(`invalid ${index + 1}: ${titleOf(testCase)}`, () => checkInvalid(rule, testCase));
    }
  });
}

function titleOf(testCase: TestCase): string {
  if (testCase.name !== undefined) return testCase.name;
  const text = [...caseFiles(testCase).values()].find((each) => each.trim() !== '') ?? '(empty)';
  return text.trim().split('\n', 1)[0]!.slice(0, 100);
}

function globalRunner(): TestRunner {
  const { describe, test } = globalThis as Partial<TestRunner>;
  if (describe !== undefined && test !== undefined) return { describe, test };
  return { describe: (_, body) => body(), test: (_, body) => body() };
}
