import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/linter/engine/lint.js';
import type { Problem } from '../../src/linter/problem.js';
import type { Report, Rule } from '../../src/linter/rule.js';
import { json } from '../../src/report/json.js';
import { wholeText } from '../../src/report/reporter.js';
import { vfile } from '../../src/report/vfile.js';
import { allOn, handMadeSource, today, wordRule } from '../linter/hand-made.js';

const context = { cwd: '/c', color: false, columns: 80, rules: [], version: '0.0.0' };
const text = '# note\nfirst one\nsecond two # pgconflint-disable-line hba/two -- because\n';

function result(rules: Rule[], targets?: (16 | 18)[]) {
  return lint({ sources: [handMadeSource(text)], rules, resolveConfig: allOn(rules, targets), today });
}

const full = wordRule('hba/one', 'one', { fix: 'unsafe', suggestions: true }, (record): Partial<Report> => {
  const { file, start, end } = record;
  return {
    related: [{ at: { file, start: 7, end: 12 }, message: 'see here' }],
    fix: {
      title: 'Shorten it',
      safety: 'safe',
      edits: [
        { at: file, start, end: start + 1, text: 'F' },
        { at: file, start: end - 1, end, text: 'E' },
      ],
    },
    suggestions: [{ title: 'Remove it', edits: [{ at: file, start, end, text: '' }] }],
  };
});

describe('json', () => {
  test('has the shape of ESLint’s results, with url, related and targets', async () => {
    const [file] = JSON.parse(wholeText(await json(result([full, wordRule('hba/two', 'two')]), context)));
    expect(file).toMatchObject({
      filePath: '/c/pg_hba.conf',
      errorCount: 1,
      fatalErrorCount: 0,
      warningCount: 0,
      fixableErrorCount: 1,
      fixableWarningCount: 0,
      usedDeprecatedRules: [],
    });
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]).toMatchObject({
      ruleId: 'hba/one',
      severity: 2,
      message: 'Found one.',
      messageId: 'found',
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 10,
      fix: { range: [7, 16], text: 'First onE' },
      suggestions: [{ desc: 'Remove it', fix: { range: [7, 16], text: '' } }],
      related: [{ filePath: '/c/pg_hba.conf', message: 'see here', line: 2, column: 1, endLine: 2, endColumn: 6 }],
      targets: null,
    });
    expect(file.messages[0].url).toMatch(/^https:.*hba\/one\.md$/);
  });

  test('keeps suppressed problems apart, with the reason', async () => {
    const [file] = JSON.parse(wholeText(await json(result([wordRule('hba/two', 'two')]), context)));
    expect(file.messages).toEqual([]);
    expect(file.suppressedMessages[0]).toMatchObject({
      ruleId: 'hba/two',
      suppressions: [{ kind: 'directive', justification: 'because' }],
    });
  });

  test('names the targets for which a problem holds', async () => {
    const rule = wordRule('hba/one', 'one', { targets: { from: 18 } });
    const [file] = JSON.parse(wholeText(await json(result([rule], [16, 18]), context)));
    expect(file.messages[0].targets).toEqual([18]);
  });
});

describe('vfile', () => {
  test('shows place, severity, message, rule and related places', async () => {
    const shown = wholeText(await vfile(result([full]), context));
    expect(shown).toMatch(/^pg_hba\.conf\n2:7-2:10 error Found one\. +hba\/one\n/);
    expect(shown).toContain('pg_hba.conf:2:1: see here');
    expect(shown).toMatch(/1 error\nChecked for PostgreSQL [\s\S]+\n {2}it is\.\n$/);
  });

  test('says nothing where there is nothing to say', async () => {
    expect(wholeText(await vfile(result([]), context))).toBe('');
  });

  test('shows the first thousand problems of a file and counts the rest', async () => {
    const rules = [wordRule('hba/one', 'one')];
    const sources = [handMadeSource('one\n'.repeat(1200))];
    const many = lint({ sources, rules, resolveConfig: allOn(rules), today });
    const shown = wholeText(await vfile(many, context));
    expect(shown.match(/Found one\./g)).toHaveLength(1000);
    expect(shown).toMatch(/200 more problems of pg_hba\.conf are not shown\.\n1200 errors and 0 warnings in all/);
  });

  test('breaks messages and related places at the width, and has no spaces at the end of a line', async () => {
    const long: Problem['message'] = 'word '.repeat(60).trim();
    const rules = [wordRule('hba/one', 'one', { messages: { found: long } })];
    for (const columns of [80, 120, 200]) {
      const shown = wholeText(await vfile(result(rules), { ...context, columns }));
      for (const line of shown.split('\n')) {
        expect(line.length).toBeLessThanOrEqual(columns);
        expect(line).toBe(line.trimEnd());
      }
      expect(shown.match(/word/g)).toHaveLength(60);
    }
  });
});
