import { describe, expect, test } from '@jest/globals';
import { supportedMajors } from '../../../src/catalog/support.js';
import type { HbaRecord } from '../../../src/cluster/types.js';
import { lint } from '../../../src/linter/engine/lint.js';
import type { Rule } from '../../../src/linter/rule.js';
import { allOn, handMadeSource, today, wordRule } from '../hand-made.js';

function run(text: string, rules: Rule[], targets?: (14 | 16 | 18)[]) {
  return lint({ sources: [handMadeSource(text)], rules, resolveConfig: allOn(rules, targets), today });
}

describe('lint', () => {
  test('gives the problems of a file in the order of its text', () => {
    const rules = [wordRule('hba/two', 'two'), wordRule('hba/one', 'one')];
    const [file] = run('one\ntwo\none two\n', rules).files;
    expect(file?.problems.map(({ ruleId, start }) => [ruleId, start])).toEqual([
      ['hba/one', 0],
      ['hba/two', 4],
      ['hba/one', 8],
      ['hba/two', 12],
    ]);
  });

  test('says for which targets a problem holds where it does not hold for all', () => {
    const rules = [wordRule('hba/new', 'one', { targets: { from: 16 } }), wordRule('hba/any', 'one')];
    const { files, targets } = run('one\n', rules, [14, 16, 18]);
    expect(targets).toEqual([14, 16, 18]);
    expect(files[0]?.problems.map((problem) => [problem.ruleId, problem.targets])).toEqual([
      ['hba/any', undefined],
      ['hba/new', [16, 18]],
    ]);
  });

  test('makes a suggestion of a fix that does not hold for all targets', () => {
    const fix = (record: HbaRecord) => ({
      fix: { title: 'Remove it', safety: 'safe' as const, edits: [{ at: record.file, start: 0, end: 3, text: '' }] },
    });
    const rules = [wordRule('hba/new', 'one', { targets: { from: 16 }, fix: 'safe' }, fix)];
    const [some] = run('one\n', rules, [14, 16, 18]).files[0]!.problems;
    expect(some?.fix).toBeUndefined();
    expect(some?.suggestions).toEqual([
      {
        title: 'Remove it (for PostgreSQL 16 and 18)',
        edits: [{ file: '/c/pg_hba.conf', start: 0, end: 3, text: '' }],
      },
    ]);
    const [all] = run('one\n', rules, [16, 18]).files[0]!.problems;
    expect(all?.fix?.title).toBe('Remove it');
  });

  test('gives a file that two clusters share each problem once', () => {
    const rules = [wordRule('hba/one', 'one')];
    const source = handMadeSource('one\n');
    const result = lint({ sources: [source, { ...source, path: '/d' }], rules, resolveConfig: allOn(rules), today });
    expect(result.files).toHaveLength(1);
    expect(result.files[0]?.problems).toHaveLength(1);
  });

  test('runs a rule once for each set of options that the files of a cluster give it', () => {
    const seen: unknown[] = [];
    const rule = wordRule('hba/one', 'one');
    const spy: Rule = {
      ...rule,
      create(context) {
        seen.push(context.options);
        return rule.create(context);
      },
    };
    const resolveConfig = () => ({
      targets: undefined,
      rules: new Map([['hba/one', { severity: 'warning' as const, options: { a: 1 } }]]),
    });
    const [file] = lint({ sources: [handMadeSource('one')], rules: [spy], resolveConfig, today }).files;
    // For the oldest and the newest supported major, which agree.
    expect(seen).toEqual([{ a: 1 }, { a: 1 }]);
    expect(file?.problems.map((problem) => problem.severity)).toEqual(['warning']);
  });

  test('lints for the supported majors where nothing names a target', () => {
    expect(run('one\n', [], undefined).targets).toEqual(supportedMajors(today));
  });
});
