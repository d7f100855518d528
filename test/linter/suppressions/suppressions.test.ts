import { describe, expect, test } from '@jest/globals';
import { lint } from '../../../src/linter/engine/lint.js';
import type { Rule } from '../../../src/linter/rule.js';
import { readSuppressions } from '../../../src/linter/suppressions/suppressions.js';
import { allOn, handMadeCluster, handMadeSource, today, wordRule } from '../hand-made.js';

const rules = [wordRule('hba/one', 'one'), wordRule('hba/two', 'two')];

function run(text: string) {
  const [file] = lint({ sources: [handMadeSource(text)], rules, resolveConfig: allOn(rules), today }).files;
  return {
    left: file!.problems.map((problem) => `${problem.ruleId}@${problem.start}`),
    gone: file!.suppressed.map(({ problem, suppression }) => `${problem.ruleId}@${problem.start} ${suppression.kind}`),
    uses: file!.suppressions,
  };
}

describe('suppressions', () => {
  test('disable-next-line reaches the next record over blank lines and other comments', () => {
    const { left, gone } = run('# pgconflint-disable-next-line hba/one\n\n# note\none two\none\n');
    expect(gone).toEqual(['hba/one@47 next-line']);
    expect(left).toEqual(['hba/two@51', 'hba/one@55']);
  });

  test('several above one record all hold', () => {
    const text = '# pgconflint-disable-next-line hba/one\n# pgconflint-disable-next-line hba/two -- why\none two\n';
    expect(run(text).left).toEqual([]);
  });

  test('of thousands each is found by its place', () => {
    const count = 3000;
    const above = '# pgconflint-disable-next-line hba/one\n# pgconflint-disable-line hba/two\none two\n';
    const { left, gone } = run(`# pgconflint-disable hba/three\n${above.repeat(count)}`);
    expect(gone).toHaveLength(count);
    expect(gone.every((each) => each.startsWith('hba/one@') && each.endsWith(' next-line'))).toBe(true);
    expect(left.filter((each) => each.startsWith('hba/two'))).toHaveLength(count);
  });

  test('disable-line is for its own line, and names one rule, several or all', () => {
    expect(run('one two # pgconflint-disable-line hba/one, hba/two -- both\n').left).toEqual([]);
    expect(run('one two # pgconflint-disable-line\n').left).toEqual([]);
    expect(run('one two # pgconflint-disable-line hba/two\none\n').left).toEqual(['hba/one@0', 'hba/one@42']);
  });

  test('disable opens a block that enable ends, for all or for one rule', () => {
    const block = '# pgconflint-disable\none two\n# pgconflint-enable\none\n';
    expect(run(block).left).toEqual(['hba/one@49']);
    const one = '# pgconflint-disable\none\n# pgconflint-enable hba/one\none two\n';
    expect(run(one).left).toEqual(['hba/one@53']);
    const named = '# pgconflint-disable hba/one, hba/two\n# pgconflint-enable hba/two\none two\n';
    expect(run(named).left).toEqual(['hba/two@70']);
  });

  test('disable-file holds wherever it stands', () => {
    expect(run('one\n# pgconflint-disable-file hba/one -- legacy\none two').left).toEqual(['hba/two@52']);
  });

  test('what a file lacks is suppressed by disable-file, and by no comment on its first line', () => {
    const lacks: Rule = {
      ...wordRule('hba/lack', 'lack', { messages: { found: 'It is missing.' } }),
      create: ({ cluster, report }) => ({
        Cluster: () =>
          report({ messageId: 'found', at: { file: cluster.files[0]!, start: 0, end: 0, wholeFile: true } }),
      }),
    };
    const left = (text: string) =>
      lint({ sources: [handMadeSource(text)], rules: [lacks], resolveConfig: allOn([lacks]), today }).files[0]!
        .problems;
    expect(left('one # pgconflint-disable-line\n').map(({ ruleId }) => ruleId)).toContain('hba/lack');
    expect(left('one\n# pgconflint-disable-file hba/lack -- why\n')).toEqual([]);
  });

  test('the comment nearest to the problem takes it, so that a wider one shows as unused', () => {
    const { uses } = run('# pgconflint-disable-file\n# pgconflint-disable-next-line hba/one, hba/two\none\n');
    expect(uses.map((use) => [use.suppression.kind, use.problems.length, use.unusedRules])).toEqual([
      ['file', 0, []],
      ['next-line', 1, ['hba/two']],
    ]);
  });

  test('holds up to and including its last day', () => {
    expect(run('one # pgconflint-disable-line hba/one -- until 2026-11-22: moving\n').left).toEqual([]);
    const { left, uses } = run('one # pgconflint-disable-line hba/one -- until 2026-11-21: moving\n');
    expect(left).toEqual(['hba/one@0']);
    expect(uses[0]?.expired).toBe(true);
  });
});

describe('readSuppressions', () => {
  function read(text: string) {
    return readSuppressions(handMadeCluster(text).files[0]!);
  }

  test('reads rules with their places, reason and expiry', () => {
    const text = 'x # pgconflint-disable-line hba/one,hba/two -- until 2027-03-01: the pooler moves\n';
    const [suppression] = read(text).suppressions;
    expect(suppression).toMatchObject({ reason: 'the pooler moves', until: '2027-03-01', expiryError: undefined });
    expect(suppression?.rules.map((rule) => text.slice(rule.start, rule.end))).toEqual(['hba/one', 'hba/two']);
  });

  test('a reason alone, an expiry alone, neither', () => {
    expect(read('# pgconflint-disable-file -- why not').suppressions[0]).toMatchObject({ reason: 'why not' });
    const [expiring] = read('# pgconflint-disable-file -- until 2027-03-01').suppressions;
    expect(expiring).toMatchObject({ reason: undefined, until: '2027-03-01' });
    expect(read('# pgconflint-disable-file').suppressions[0]).toMatchObject({ reason: undefined, until: undefined });
  });

  test('says what is wrong with an expiry and with a directive', () => {
    const [bad] = read('# pgconflint-disable-file -- until 2027-02-30: x').suppressions;
    expect(bad?.expiryError).toMatch(/“2027-02-30” is not a date/);
    expect(bad?.until).toBeUndefined();
    const { suppressions, malformed } = read('# pgconflint-disable-nextline hba/one\n# pgconflint: postgres=16\n');
    expect(suppressions).toEqual([]);
    expect(malformed.map((found) => found.message)).toEqual([
      expect.stringMatching(/^pgconflint-disable-nextline is not a directive/),
    ]);
  });
});
