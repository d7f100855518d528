import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LintResult, lint } from '../../../src/linter/engine/lint.js';
import type { Report, Rule } from '../../../src/linter/rule.js';
import { stylish } from '../../../src/report/framed/stylish.js';
import { visible } from '../../../src/report/printable.js';
import { type ReportContext, wholeText } from '../../../src/report/reporter.js';
import columnsOf from '../../../src/report/vfile-reporter/string-width.js';
import { allOn, handMadeSource, today, wordRule } from '../../linter/hand-made.js';
import { lintFiles } from '../../linter/lint-files.js';

const context: ReportContext = { cwd: '/c', color: false, columns: 80, rules: [], version: '0.0.0' };

function resultOf(text: string, rules: Rule[], targets?: (16 | 18)[]): LintResult {
  return lint({ sources: [handMadeSource(text)], rules, resolveConfig: allOn(rules, targets), today });
}

async function show(result: LintResult, changes: Partial<ReportContext> = {}): Promise<string> {
  return wholeText(await stylish(result, { ...context, ...changes }));
}

/** The lines of a report before its end. */
const frames = (text: string) => text.split(/\n\n(?=\d+ (?:errors?|warnings?)[ ,])/)[0]!.split('\n');

const message = 'Found {word}. It is bad. Remove it.';
const one = (change: (at: { file: never; start: number; end: number }) => Partial<Report> = () => ({})) =>
  wordRule('hba/one', 'one', { messages: { found: message }, fix: 'safe' }, (record) => change(record as never));

test('files with the worst problems come first, whatever they are called', async () => {
  const result = lintFiles({
    'conf.d/a.conf': 'work_mem = 4MB\nwork_mem = 8MB\n',
    'postgresql.conf': "include_dir 'conf.d'\nport = many\n",
    'pg_hba.conf': 'local all all trust\n',
  });
  const shown = frames(await show(result)).filter((line) => /^(?:error|warning)/.test(line));
  const ids = shown.map((line) => /\[([^\]]+)\]/.exec(line)![1]);
  expect(ids[0]).toBe('conf/invalid-value');
  expect(ids.indexOf('hba/no-trust')).toBeGreaterThan(0);
  expect(ids.indexOf('hba/no-trust')).toBeLessThan(ids.indexOf('conf/duplicate-setting'));
});

describe('a problem', () => {
  test('has its headline, its place, its line with marks, why and help', async () => {
    expect(frames(await show(resultOf('# note\nfirst one\n', [one()])))).toEqual([
      'error[hba/one]: Found one',
      ' --> pg_hba.conf:2:7',
      '  |',
      '2 | first one',
      '  |       ^^^',
      '  = why:  It is bad.',
      '  = help: Remove it.',
    ]);
  });

  test('says in its headline that --fix fixes it', async () => {
    const rule = one(({ file, start, end }) => ({
      fix: { title: 'Remove it', safety: 'safe', edits: [{ at: file, start, end, text: '' }] },
    }));
    expect(frames(await show(resultOf('one\n', [rule])))[0]).toBe('error[hba/one]: Found one [*]');
  });

  test('says in its headline for which majors it holds', async () => {
    const rule = wordRule('hba/one', 'one', { messages: { found: message }, targets: { from: 18 } });
    expect(frames(await show(resultOf('one\n', [rule], [16, 18])))[0]).toBe(
      'error[hba/one]: Found one (PostgreSQL 18)',
    );
  });

  test('shows related places of the file in the same frame, in the order of the lines', async () => {
    const rule = one(({ file }) => ({
      related: [
        { at: { file, start: 18, end: 22 }, message: 'after it' },
        { at: { file, start: 0, end: 3 }, message: 'before it' },
      ],
    }));
    const text = 'abc d\n\n\nfirst one\nlast\n';
    expect(frames(await show(resultOf(text, [rule])))).toEqual([
      'error[hba/one]: Found one',
      ' --> pg_hba.conf:4:7',
      '  |',
      '1 | abc d',
      '  | --- before it',
      '...',
      '4 | first one',
      '  |       ^^^',
      '5 | last',
      '  | ---- after it',
      '  = why:  It is bad.',
      '  = help: Remove it.',
    ]);
  });

  test('shows places in other files after its own', async () => {
    const other = handMadeSource('other line\n', '/c/conf/other.conf');
    const rules = [one()];
    const result = lint({ sources: [handMadeSource('one\n'), other], rules, resolveConfig: allOn(rules), today });
    const related = [{ file: '/c/conf/other.conf', start: 0, end: 5, message: 'see this' }];
    const files = result.files.map((file) => ({
      ...file,
      problems: file.problems.map((problem) => ({ ...problem, related })),
    }));
    expect(frames(await show({ ...result, files })).slice(1, 9)).toEqual([
      ' --> pg_hba.conf:1:1',
      '  |',
      '1 | one',
      '  | ^^^',
      ' ::: conf/other.conf:1:1',
      '  |',
      '1 | other line',
      '  | ----- see this',
    ]);
  });

  test('shows four related places and names the others', async () => {
    const text = `${'line\n'.repeat(20)}one\n`;
    const rule = one(({ file }) => ({
      related: Array.from({ length: 16 }, (_, line) => ({
        at: { file, start: line * 5, end: line * 5 + 4 },
        message: `at ${line}`,
      })),
    }));
    const shown = frames(await show(resultOf(text, [rule]), { columns: 120 }));
    expect(shown.filter((line) => / -+ at \d+$/.test(line))).toHaveLength(4);
    expect(shown.slice(-2)).toEqual([
      '   = help: Remove it.',
      '   = also: lines 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 2 more',
    ]);
  });

  test('says in words what a related whole file lacks: no line is about it', async () => {
    const rule = one(({ file }) => ({ related: [{ at: { file, start: 0, end: 0 }, message: 'this is missing too' }] }));
    expect(frames(await show(resultOf('# note\none\n', [rule]))).slice(1)).toEqual([
      ' --> pg_hba.conf:2:1',
      '  |',
      '2 | one',
      '  | ^^^',
      '  = why:  It is bad.',
      '  = help: Remove it.',
      '  = also: this is missing too',
    ]);
  });

  test('of a whole file names the file', async () => {
    const rule = one(({ file }) => ({ at: { file, start: 0, end: 0, wholeFile: true } }));
    expect(frames(await show(resultOf('one\n', [rule])))).toEqual([
      'error[hba/one]: Found one',
      ' --> pg_hba.conf',
      '  = why:  It is bad.',
      '  = help: Remove it.',
    ]);
  });
});

describe('the lines of a frame', () => {
  const around = (text: string, changes: Partial<ReportContext> = {}) =>
    show(resultOf(text, [one()]), changes).then((shown) => frames(shown).slice(3, 5));

  test('are cropped around the marks', async () => {
    const long = (before: number, after: number) => `${'b'.repeat(before)} one ${'a'.repeat(after)}\n`;
    expect(await around(long(2, 60), { columns: 40 })).toEqual([`1 | bb one ${'a'.repeat(28)}…`, '  |    ^^^']);
    expect(await around(long(60, 60), { columns: 40 })).toEqual([
      `1 | …${'b'.repeat(24)} one ${'a'.repeat(5)}…`,
      `  | ${' '.repeat(26)}^^^`,
    ]);
    expect(await around(long(60, 0), { columns: 40 })).toEqual([
      `1 | …${'b'.repeat(31)} one`,
      `  | ${' '.repeat(33)}^^^`,
    ]);
  });

  test('have spaces for tabs, so that marks stand below what they mark', async () => {
    expect(await around('\ta\tone\n')).toEqual(['1 |         a       one', `  | ${' '.repeat(16)}^^^`]);
  });

  test('count wide characters as two columns', async () => {
    expect(await around('角色 one\n')).toEqual(['1 | 角色 one', `  | ${' '.repeat(5)}^^^`]);
  });

  test('have marks below their start where all of them is meant', async () => {
    const whole = wordRule('hba/one', 'one', { messages: { found: message } }, ({ start, end, file }) => ({
      at: { file, start, end },
    }));
    expect(frames(await show(resultOf(`one ${'x'.repeat(40)}\n`, [whole])))[4]).toBe(`  | ${'^'.repeat(20)}`);
    expect(frames(await show(resultOf('  one x\n', [whole])))[4]).toBe('  |   ^^^^^');
  });

  test('of a line as long as a file cost what is near the mark', async () => {
    const far = `${'b'.repeat(2_000_000)} one ${'a'.repeat(2_000_000)}\n`;
    const before = process.cpuUsage().user;
    expect(await around(far, { columns: 40 })).toEqual([
      `1 | …${'b'.repeat(24)} one ${'a'.repeat(5)}…`,
      `  | ${' '.repeat(26)}^^^`,
    ]);
    const repeated = resultOf(far, [one()]);
    const [file] = repeated.files;
    const problems = Array.from({ length: 500 }, () => file!.problems[0]!);
    await show({ ...repeated, files: [{ ...file!, problems }] });
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(10);
  });

  test('no line is wider than the width, none has spaces at its end, and nothing commands a terminal', async () => {
    const pieces = fc.array(
      fc.constantFrom('one', 'word', '\t', ' ', '角色', '\u001b[31m', '::error::x', '\u202e', 'x'.repeat(90), '#', '"'),
      { minLength: 1, maxLength: 12 },
    );
    const rule = one(({ file, start }) => ({
      related: [
        { at: { file, start: 0, end: Math.max(1, start) }, message: `see ${'this '.repeat(30)}${'y'.repeat(70)}` },
      ],
    }));
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 20, max: 130 }), async (list, columns) => {
        const shown = await show(resultOf(`${list.join('')}\none\n`, [rule]), { columns });
        for (const line of shown.split('\n')) {
          expect(columnsOf(line)).toBeLessThanOrEqual(Math.min(columns, 120));
          expect(line).toBe(line.trimEnd());
          expect(visible(line)).toBe(line);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the end', () => {
  const end = async (result: LintResult, changes: Partial<ReportContext> = {}) =>
    (await show(result, changes)).split('\n\n').at(-1)!.split('\n');

  test('says how many problems there are, for what and with which rules they were looked for, and what fixes do', async () => {
    const rules = [
      one(({ file, start, end: to }) => ({
        fix: { title: 'Remove it', safety: 'safe', edits: [{ at: file, start, end: to, text: '' }] },
      })),
      wordRule('hba/two', 'two', { fix: 'unsafe' }, ({ file, start, end: to }) => ({
        fix: { title: 'Change it', safety: 'unsafe', edits: [{ at: file, start, end: to, text: 'x' }] },
      })),
    ];
    expect(await end(resultOf('one\ntwo\n', rules, [16]), { preset: 'preset strict (--preset)' })).toEqual([
      '2 errors in 1 file.',
      'Checked for PostgreSQL 16, told by the configuration or the command line.',
      'Rules: preset strict (--preset).',
      '[*] 1 fixable with --fix (--diff shows the changes), 1 more with --unsafe-fixes.',
      'Why? pgconflint explain hba/one',
      '',
    ]);
    expect((await end(resultOf('two\n', rules, [16])))[2]).toBe(
      '1 fixable with --fix --unsafe-fixes (--diff shows the changes).',
    );
    expect((await end(resultOf('one\n', rules, [16])))[2]).toBe('[*] 1 fixable with --fix (--diff shows the changes).');
  });

  test('counts errors and warnings', async () => {
    const rules = [one(), wordRule('hba/two', 'two')];
    const severities = new Map([
      ['hba/one', { severity: 'error' as const, options: {} }],
      ['hba/two', { severity: 'warning' as const, options: {} }],
    ]);
    const resolveConfig = () => ({ targets: undefined, rules: severities });
    const counted = (text: string) => end(lint({ sources: [handMadeSource(text)], rules, resolveConfig, today }));
    expect((await counted('one\ntwo\ntwo\n'))[0]).toBe('1 error, 2 warnings in 1 file.');
    expect((await counted('two\n'))[0]).toBe('1 warning in 1 file.');
  });

  test('counts the files without problems as well', async () => {
    const rules = [one()];
    const sources = [handMadeSource('one\n'), handMadeSource('fine\n', '/c/b.conf'), handMadeSource('', '/c/d.conf')];
    const result = lint({ sources, rules, resolveConfig: allOn(rules), today });
    expect((await end(result))[0]).toBe('1 error in 1 of 3 files.');
  });

  test('is all there is without a problem, and goes beside the report where it can', async () => {
    const clean = resultOf('fine\n', [one()], [16]);
    const verdict =
      'No problems in 1 file.\nChecked for PostgreSQL 16, told by the configuration or the command line.\n';
    expect(await show(clean)).toBe(verdict);
    const told: string[] = [];
    expect(await show(clean, { beside: (text) => void told.push(text) })).toBe('');
    expect(told).toEqual([verdict]);
  });

  test('says nothing where nothing was judged', async () => {
    const rules = [one()];
    expect(await show(lint({ sources: [], rules, resolveConfig: allOn(rules), today }))).toBe('');
  });

  test('follows the first 50 problems on a terminal, the first 1000 elsewhere, and the count of the rest', async () => {
    const many = resultOf('one\n'.repeat(1051), [one()]);
    const headlines = (text: string) => text.match(/^error\[hba\/one\]/gm)!.length;
    const onTerminal = await show(many, { onTerminal: true });
    expect(headlines(onTerminal)).toBe(50);
    expect(onTerminal).toContain(
      '\n\n1001 more problems not shown; --format concise lists all of them.\n\n1051 errors in 1 file.\n',
    );
    const elsewhere = await show(many);
    expect(headlines(elsewhere)).toBe(1000);
    expect(elsewhere).toContain('\n51 more problems not shown;');
    expect(await show(resultOf('one\n'.repeat(50), [one()]), { onTerminal: true })).not.toContain('not shown');
  });
});

describe('colours and links', () => {
  const result = resultOf('one\n', [one()]);

  test('none unless asked for', async () => {
    expect(await show(result)).not.toContain('\u001b');
  });

  test('change nothing but colours', async () => {
    const coloured = await show(result, { color: true });
    expect(coloured).toContain('\u001b[1;31m^^^\u001b[0m');
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(await show(result));
  });

  test('the id of a rule leads to its page', async () => {
    const linked = await show(result, { links: true });
    const [, address] = /error\[\u001b\]8;;([^\u001b]+)\u001b\\hba\/one\u001b\]8;;\u001b\\\]/.exec(linked)!;
    expect(address).toMatch(/^https:\/\/.*hba\/one\.md$/);
    expect(linked.replace(/\u001b\]8;;[^\u001b]*\u001b\\/g, '')).toBe(await show(result));
  });

  test('an address of a plugin cannot end the sequence', async () => {
    const files = result.files.map((file) => ({
      ...file,
      problems: file.problems.map((problem) => ({ ...problem, url: 'https://x/\u001b\\\u0007\u009c[31m é' })),
    }));
    const linked = await show({ ...result, files }, { links: true });
    const [, address] = /\u001b\]8;;([\s\S]*?)\u001b\\/.exec(linked)!;
    expect(address).toMatch(/^https:\/\/x\/[\x21-\x7e]+$/);
    const other = files.map((file) => ({
      ...file,
      problems: file.problems.map((one) => ({ ...one, url: 'file:///etc' })),
    }));
    expect(await show({ ...result, files: other }, { links: true })).not.toContain('\u001b');
  });
});
