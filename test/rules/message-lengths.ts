/** Prints what each message of the rules says in the cases of its rule: how long it is, as a list for each message. */
import { rules } from '../../rules/index.js';
import { lintCase } from '../../src/linter/rule-tester/lint-case.js';
import { collectRuleCases } from '../servers/fixes/rule-cases.js';

const lengths: Record<string, number[]> = {};
for (const { ruleId, testCase } of await collectRuleCases()) {
  const rule = rules.find(({ id }) => id === ruleId)!;
  for (const { messageId, message } of lintCase(rule, testCase).problems) {
    const key = `${ruleId} ${messageId}`;
    lengths[key] = [...(lengths[key] ?? []), message.length];
  }
}
process.stdout.write(JSON.stringify(lengths));
