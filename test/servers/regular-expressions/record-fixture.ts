/**
 * Writes test/fixtures/regular-expressions.jsonl (verdicts) and regular-expression-matches.jsonl (matches):
 * expressions worth keeping with the servers' answers.
 * Run it again after a change of the lists here: node_modules/.bin/tsx record-fixture.ts
 */
import { writeFileSync } from 'node:fs';
import { withServers } from '../harness.js';
import { interestingExpressions, interestingPairs } from './interesting.js';
import { Oracle, type ServerMatch } from './oracle.js';
import { codeOf } from './server-messages.js';

interface Line {
  /** One character a byte. */
  expression: string;
  /** The code of the error by range of majors, or `always`; nothing where every server takes it. */
  errors: Record<string, string>;
}

await withServers(async (servers) => {
  const oracles: Oracle[] = [];
  for (const server of servers) oracles.push(await Oracle.open(server));
  const answers = new Map<string, (string | undefined)[]>();
  for (const oracle of oracles) {
    const verdicts = await oracle.verdicts(interestingExpressions);
    const before = oracle.major < 14 ? 'before' : 'since';
    answers.set(`${oracle.name} ${before}`, verdicts);
  }
  const lines = interestingExpressions.map((expression, index): Line => {
    const codes = (group: string) => [
      ...new Set(
        [...answers].filter(([name]) => name.endsWith(group)).map(([, verdicts]) => codeOf(verdicts[index]) ?? ''),
      ),
    ];
    const [before, since] = [codes('before'), codes('since')];
    if (before.length !== 1 || since.length !== 1) throw new Error(`the majors differ elsewhere: ${expression}`);
    if (before[0] === since[0]) return { expression, errors: before[0] === '' ? {} : { always: before[0]! } };
    return { expression, errors: { '10-13': before[0]!, '14-18': since[0]! } };
  });
  const pairLines: string[] = [];
  const answersByMajor = new Map<string, ServerMatch[]>();
  for (const oracle of oracles) answersByMajor.set(oracle.name, await oracle.matches(interestingPairs));
  interestingPairs.forEach(({ expression, subject }, index) => {
    const byAnswer = new Map<string, number[]>();
    for (const oracle of oracles) {
      const { error, matched, group } = answersByMajor.get(oracle.name)![index]!;
      if (error !== undefined) throw new Error(`${expression}: ${error}`);
      const answer = JSON.stringify({ matched, group });
      byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), oracle.major]);
    }
    for (const [answer, majors] of byAnswer) {
      const range = `${Math.min(...majors)}-${Math.max(...majors)}`;
      pairLines.push(JSON.stringify({ expression, subject, majors: range, ...JSON.parse(answer) }));
    }
  });
  for (const oracle of oracles) oracle.close();
  const matches = new URL('../../fixtures/regular-expression-matches.jsonl', import.meta.url);
  writeFileSync(matches, `${pairLines.join('\n')}\n`);
  const fixture = new URL('../../fixtures/regular-expressions.jsonl', import.meta.url);
  writeFileSync(fixture, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  console.log(`${lines.length} expressions with the answers of ${oracles.map(({ name }) => name).join(', ')}`);
});
