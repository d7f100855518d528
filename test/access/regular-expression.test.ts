import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRegularExpression, type Expression } from '../../src/access/regular-expression.js';
import { isMajor } from '../../src/catalog/majors.js';

interface Recorded {
  expression: string;
  subject: string;
  majors: string;
  matched: boolean;
  group?: string;
}

const recorded = readFileSync(new URL('../fixtures/regular-expression-matches.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

function compile(...args: Parameters<typeof compileRegularExpression>): Expression {
  const compiled = compileRegularExpression(...args);
  if (!('match' in compiled)) throw new Error(`refused: ${args[0]}`);
  return compiled;
}

describe('compileRegularExpression', () => {
  test('matches as the servers do, first groups included', () => {
    expect(recorded.length).toBeGreaterThan(500);
    const wrong = recorded.flatMap((line) => {
      const [from, to] = line.majors.split('-').map(Number);
      return [10, 13, 14, 18]
        .filter(isMajor)
        .filter((major) => major >= from! && major <= to!)
        .map((major) => {
          const compiled = compile(line.expression, major, 'latin1');
          const { matched, group } = compiled.match(line.subject);
          // Without groups the servers were asked for the whole match.
          return { ...line, major, ours: { matched, group: compiled.groups === 0 ? line.group : group } };
        })
        .filter(({ ours }) => ours.matched !== line.matched || ours.group !== line.group);
    });
    expect(wrong).toEqual([]);
  });

  test('gives the error of the checker for what no server compiles', () => {
    expect(compileRegularExpression('(a')).toMatchObject({ ok: false, code: 'unbalanced-parenthesis', offset: 2 });
  });

  test('reads names byte by byte, and gives groups back as text', () => {
    expect(compile('^..$').matches('é')).toBe(true);
    expect(compile('^.$').matches('é')).toBe(false);
    expect(compile('^(.*)@').firstGroup('andré@example.com')).toBe('andré');
  });

  test('finds a literal text exactly where it is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '(', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(text, text, (needle, hay) => compile(`***=${needle}`).matches(hay) === hay.includes(needle)),
      { seed: 3, numRuns: 500 },
    );
  });

  test('agrees with JavaScript where both mean the same', () => {
    const expression = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '^', '$', ''),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}${b}`),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
        fc.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}')).map(([a, q]) => `(?:${a})${q}`),
        tie('node').map((a) => `(?=${a})`),
        tie('node').map((a) => `(?<!${a})`),
      ),
    })).node;
    fc.assert(
      fc.property(expression, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), (text, subject) => {
        return compile(text).matches(subject) === new RegExp(text, 's').test(subject);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  test('is quick on expressions that make backtracking matchers hang', () => {
    const started = process.cpuUsage();
    expect(compile('^(a*)*$').matches(`${'a'.repeat(5000)}b`)).toBe(false);
    expect(compile('(a|aa)+$').matches(`${'a'.repeat(5000)}b`)).toBe(false);
    expect(compile('^(a?){50}a{50}$').firstGroup('a'.repeat(50))).toBe('');
    expect(secondsSince(started)).toBeLessThan(5);
  });

  test('leaves open what takes too long, instead of hanging', () => {
    const started = process.cpuUsage();
    expect(
      compile('^(a*)(a*)(a*)(a*)(a*)(a*)(a*)\\1\\2\\3\\4\\5\\6\\7b\\7$').matches(`${'a'.repeat(60)}b`),
    ).toBeUndefined();
    expect(compile('(((a{255}){255}){255}){255}').matches('a')).toBeUndefined();
    expect(secondsSince(started)).toBeLessThan(5);
  });
});

/** Time of the processor, which other programs on a busy machine do not lengthen much. */
function secondsSince(started: NodeJS.CpuUsage): number {
  return process.cpuUsage(started).user / 1_000_000;
}
