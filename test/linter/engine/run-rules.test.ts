import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../../src/linter/engine/day.js';
import { RuleError } from '../../../src/linter/engine/rule-error.js';
import { runRules } from '../../../src/linter/engine/run-rules.js';
import type { Report, Rule, RuleMeta } from '../../../src/linter/rule.js';
import { allOn, handMadeCluster, wordRule } from '../hand-made.js';

const cluster = handMadeCluster('one\n');
const file = cluster.files[0]!;
const day = dayOf('2026-01-01');

function run(rule: Rule) {
  return runRules(cluster, [rule], allOn([rule]), day);
}

function reporting(change: Partial<Report>, meta: Partial<RuleMeta> = {}): () => unknown {
  return () => run(wordRule('hba/culprit', 'one', meta, () => change));
}

const edit = { at: file, start: 0, end: 1, text: 'x' };

describe('a rule that breaks its contract is named', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'an unknown message',
      reporting({ messageId: 'lost' }),
      /reports “lost”, which is not among its messages \(found\)/,
    ],
    ['a placeholder without a value', reporting({ data: {} }), /without a value for \{word\}/],
    ['a range behind the end', reporting({ at: { file, start: 0, end: 99 } }), /range 0 to 99.*outside/],
    ['a range that runs backwards', reporting({ at: { file, start: 2, end: 1 } }), /range 2 to 1/],
    [
      'a place in another file',
      reporting({ at: { file: { ...file, id: '/x', path: '/x' }, start: 0, end: 0 } }),
      /\/x.*not a file/,
    ],
    [
      'a fix that its meta does not announce',
      reporting({ fix: { title: 'x', safety: 'safe', edits: [edit] } }),
      /meta\.fix does not say so/,
    ],
    [
      'an unsafe fix where only safe ones are announced',
      reporting({ fix: { title: 'x', safety: 'unsafe', edits: [edit] } }, { fix: 'safe' }),
      /unsafe fix/,
    ],
    [
      'a fix whose edits overlap',
      reporting({ fix: { title: 'x', safety: 'safe', edits: [edit, { ...edit, end: 2 }] } }, { fix: 'safe' }),
      /overlap/,
    ],
    ['a fix without edits', reporting({ fix: { title: 'x', safety: 'safe', edits: [] } }, { fix: 'safe' }), /no edits/],
    [
      'a suggestion that its meta does not announce',
      reporting({ suggestions: [{ title: 'x', edits: [edit] }] }),
      /sugg/,
    ],
    [
      'an exception',
      () => run({ ...wordRule('hba/culprit', 'one'), create: () => ({ Cluster: () => JSON.parse('{') }) }),
      /failed: /,
    ],
    [
      'a visitor that does not exist',
      () => run({ ...wordRule('hba/culprit', 'one'), create: () => ({ HbaRecords() {} }) as object }),
      /visitor “HbaRecords”/,
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(RuleError);
    expect(act).toThrow(/^The rule hba\/culprit /);
    expect(act).toThrow(message);
  });
});

describe('runRules', () => {
  test('leaves out a rule that has nothing to say on the target', () => {
    const rule = wordRule('hba/old', 'one', { targets: { to: 17 } });
    expect(run(rule)).toEqual([]);
    expect(runRules(handMadeCluster('one', 17), [rule], allOn([rule]), day)).toHaveLength(1);
  });

  test('fills in the message and keeps what the rule says beside it', () => {
    const related = [{ at: { file, start: 1, end: 2 }, message: 'here' }];
    const [problem] = run(wordRule('hba/one', 'one', {}, () => ({ related, tags: ['deprecated'] })));
    expect(problem).toMatchObject({
      ruleId: 'hba/one',
      message: 'Found one.',
      severity: 'error',
      start: 0,
      end: 3,
      related: [{ file: '/c/pg_hba.conf', start: 1, end: 2, message: 'here' }],
      tags: ['deprecated'],
    });
    expect(problem?.url).toMatch(/rules\/hba\/one\.md$/);
  });

  test('drops what a rule reports in a file where it is off', () => {
    const rule = wordRule('hba/one', 'one');
    const off = () => ({
      targets: undefined,
      rules: new Map([['hba/one', { severity: 'off' as const, options: {} }]]),
    });
    expect(runRules(cluster, [rule], off, day)).toEqual([]);
  });
});
