/**
 * Compares the checker with real servers on random expressions: node_modules/.bin/tsx compare-verdicts.ts [count] [seed]
 * Prints each disagreement and ends with status 1 where there is one.
 */
import { checkRegularExpression } from '../../../src/syntax/regular-expression.js';
import { withServers } from '../harness.js';
import { Outcome } from '../outcome.js';
import { damaged, Random, randomBasicExpression, randomExpression } from './generator.js';
import { Oracle } from './oracle.js';
import { codeOf } from './server-messages.js';

function next(random: Random): string {
  const choice = random.next();
  if (choice < 0.15) return randomBasicExpression(random);
  const shape = { nasty: random.pick([0, 0.1, 0.3, 0.7]), depth: random.below(4), backReferences: true };
  const expression = randomExpression(random, shape);
  return choice < 0.3 ? damaged(random, expression) : expression;
}

const count = Number(process.argv[2] ?? 100_000);
const random = new Random(Number(process.argv[3] ?? 1));
let disagreements = 0;
const outcome = new Outcome();
let refused = 0;

await withServers(async (servers) => {
  const oracles: Oracle[] = [];
  for (const server of servers) {
    outcome.add(server.installation);
    oracles.push(await Oracle.open(server));
  }
  for (let done = 0; done < count; done += 5000) {
    const expressions = Array.from({ length: Math.min(5000, count - done) }, () => next(random));
    for (const oracle of oracles) {
      const verdicts = await oracle.verdicts(expressions);
      expressions.forEach((expression, index) => {
        const check = checkRegularExpression(expression, oracle.major, 'latin1');
        const ours = check.ok ? undefined : check.code;
        if (ours !== undefined) refused += 1;
        if (ours === codeOf(verdicts[index])) return;
        disagreements += 1;
        outcome.differs(oracle.installation);
        if (disagreements > 60) return;
        console.log(
          `${oracle.name}: ${JSON.stringify(expression)}: ours ${ours ?? 'ok'}, server ${verdicts[index] ?? 'ok'}`,
        );
      });
    }
  }
  console.log(
    `${count} expressions on ${outcome.servers}: ${disagreements} disagreements; ${refused} of ${count * oracles.length} verdicts are refusals`,
  );
  for (const oracle of oracles) oracle.close();
});
outcome.end();
