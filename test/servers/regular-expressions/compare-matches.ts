/**
 * Compares the matcher with real servers on random expressions and texts:
 * node_modules/.bin/tsx compare-matches.ts [count] [seed]
 * Prints each disagreement and ends with status 1 where there is one.
 */
import { compileRegularExpression, type ExpressionMatch } from '../../../src/access/regular-expression.js';
import type { Major } from '../../../src/catalog/majors.js';
import { checkRegularExpression } from '../../../src/syntax/regular-expression.js';
import { withServers } from '../harness.js';
import { Outcome } from '../outcome.js';
import { Random, randomBasicExpression, randomExpression, randomSubject } from './generator.js';
import { Oracle, type ServerMatch } from './oracle.js';

const subjectsPerExpression = 4;

function next(random: Random): string {
  for (;;) {
    const basic = random.chance(0.05);
    const shape = {
      nasty: random.pick([0, 0, 0.05, 0.2]),
      depth: random.below(4),
      backReferences: random.chance(0.35),
    };
    const expression = basic ? randomBasicExpression(random) : randomExpression(random, shape);
    const check = checkRegularExpression(expression, 13, 'latin1');
    if (check.ok && checkRegularExpression(expression, 14, 'latin1').ok && !/\{2[0-9]+\}/.test(expression))
      return expression;
  }
}

function ours(expression: string, subject: string, major: Major): ExpressionMatch {
  const compiled = compileRegularExpression(expression, major, 'latin1');
  if (!('match' in compiled)) throw new Error(`refused: ${expression}`);
  const match = compiled.match(subject);
  if (compiled.matches(subject) !== match.matched) throw new Error(`matches and match disagree: ${expression}`);
  return match;
}

/** Without groups regexp_match gives the whole match, of which we say nothing. */
function agree(mine: ExpressionMatch, theirs: ServerMatch, groups: number): boolean {
  return mine.matched === theirs.matched && (groups === 0 || mine.group === theirs.group);
}

const count = Number(process.argv[2] ?? 100_000);
const random = new Random(Number(process.argv[3] ?? 1));
const wanted = process.argv[4]?.split(',').map(Number);
let disagreements = 0;
const outcome = new Outcome();
let matched = 0;
let open = 0;

await withServers(
  async (servers) => {
    const oracles: Oracle[] = [];
    for (const server of servers) {
      outcome.add(server.installation);
      oracles.push(await Oracle.open(server));
    }
    for (let done = 0; done < count; done += 2500) {
      const pairs = Array.from({ length: Math.min(2500, count - done) }, () => next(random)).flatMap((expression) =>
        Array.from({ length: subjectsPerExpression }, () => ({ expression, subject: randomSubject(random) })),
      );
      for (const oracle of oracles) {
        const answers = await oracle.matches(pairs);
        pairs.forEach(({ expression, subject }, index) => {
          const check = checkRegularExpression(expression, oracle.major, 'latin1');
          const mine = ours(expression, subject, oracle.major);
          const theirs = answers[index]!;
          if (mine.matched) matched += 1;
          if (mine.matched === undefined) open += 1;
          if (theirs.error === undefined && agree(mine, theirs, check.ok ? check.groups : 0)) return;
          disagreements += 1;
          outcome.differs(oracle.installation);
          if (disagreements > 60) return;
          console.log(
            `${oracle.name}: ${JSON.stringify(expression)} on ${JSON.stringify(subject)}: ours ${JSON.stringify(mine)}, server ${JSON.stringify(theirs)}`,
          );
        });
      }
    }
    console.log(
      `${count} expressions, ${count * subjectsPerExpression} texts on ${outcome.servers}: ${disagreements} disagreements; ${matched} matches, ${open} left open`,
    );
    for (const oracle of oracles) oracle.close();
  },
  ({ name, major }) => (wanted ? wanted.includes(major) && !name.includes('debian') : true),
);
outcome.end();
