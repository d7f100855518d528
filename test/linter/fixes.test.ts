import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, applyFixes, fixAll } from '../../src/linter/fixes.js';
import type { Edit, Problem } from '../../src/linter/problem.js';

function problem(ruleId: string, edits: Edit[], safety: 'safe' | 'unsafe' = 'safe'): Problem {
  return {
    ruleId,
    severity: 'error',
    message: ruleId,
    headline: ruleId,
    messageId: 'm',
    file: '/a',
    start: 0,
    end: 0,
    related: [],
    targets: undefined,
    fix: { title: 't', safety, edits },
    suggestions: [],
    tags: [],
    concern: 'other',
    url: '',
  };
}

function edit(start: number, end: number, text: string, file = '/a'): Edit {
  return { file, start, end, text };
}

/** A linter that offers, for each word of the text, the change to another word. */
function replacing(words: Record<string, string>) {
  return (texts: ReadonlyMap<string, string>) => {
    const text = texts.get('/a') ?? 'start';
    const problems = Object.entries(words)
      .filter(([word]) => text === word)
      .map(([word, next]) => problem(`rule/${word}`, [edit(0, word.length, next)]));
    return { problems };
  };
}

describe('applyFixes', () => {
  test('applies fixes side by side and leaves overlapping and touching ones for the next pass', () => {
    const problems = [
      problem('a', [edit(0, 1, 'X')]),
      problem('b', [edit(1, 2, 'Y')]),
      problem('c', [edit(4, 5, 'Z')]),
      problem('d', [edit(3, 5, '-')]),
    ];
    const { texts, applied, skipped } = applyFixes(problems, () => 'abcdef', 'safe');
    expect(texts.get('/a')).toBe('XbcdZf');
    expect(applied.map((each) => each.ruleId)).toEqual(['a', 'c']);
    expect(skipped.map((each) => each.ruleId)).toEqual(['b', 'd']);
  });

  test('applies a fix over two files whole or not at all', () => {
    const problems = [problem('a', [edit(0, 1, 'X', '/b')]), problem('b', [edit(0, 1, 'Y'), edit(0, 1, 'Y', '/b')])];
    const { texts } = applyFixes(problems, () => 'ab', 'safe');
    expect([...texts]).toEqual([['/b', 'Xb']]);
  });

  test('two problems with the same edit are mended by one', () => {
    const problems = [problem('a', [edit(1, 1, '!')]), problem('b', [edit(1, 1, '!')])];
    const { texts, applied } = applyFixes(problems, () => 'ab', 'safe');
    expect(texts.get('/a')).toBe('a!b');
    expect(applied).toHaveLength(2);
  });

  test('puts several new lines in at one place, in the order of the problems', () => {
    const problems = [problem('a', [edit(2, 2, 'x\n')]), problem('b', [edit(2, 2, 'y\n')])];
    const { texts } = applyFixes(problems, () => 'a\n', 'safe');
    expect(texts.get('/a')).toBe('a\nx\ny\n');
  });

  test('leaves unsafe fixes alone unless asked', () => {
    const problems = [problem('a', [edit(0, 1, 'X')], 'unsafe')];
    expect(applyFixes(problems, () => 'ab', 'safe').texts.size).toBe(0);
    expect(applyFixes(problems, () => 'ab', 'unsafe').texts.get('/a')).toBe('Xb');
  });

  test('edits in any order give the same text, and what they do not touch stays', () => {
    const edits = fc
      .uniqueArray(fc.nat(19), { maxLength: 8 })
      .map((starts) => starts.map((at) => edit(at * 2, at * 2 + 1, '<>')));
    fc.assert(
      fc.property(edits, (some) => {
        const text = 'abcdefghijklmnopqrstuvwxyz0123456789ABCD';
        const result = applyEdits(text, some);
        expect(applyEdits(text, [...some].reverse())).toBe(result);
        expect(result.replaceAll('<>', '').length).toBe(text.length - some.length);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe('fixAll', () => {
  test('goes on until nothing is left to fix', () => {
    const run = fixAll(replacing({ start: 'middle', middle: 'end' }), () => 'start', 'safe');
    expect(run.texts.get('/a')).toBe('end');
    expect(run.passes).toBe(2);
    expect(run.loop).toBeUndefined();
    expect(run.fixed.map((each) => each.ruleId)).toEqual(['rule/start', 'rule/middle']);
    expect(run.result.problems).toEqual([]);
  });

  test('names the rules that undo each other', () => {
    const run = fixAll(replacing({ start: 'ping', ping: 'pong', pong: 'ping' }), () => 'start', 'safe');
    expect(run.loop).toEqual(['rule/ping', 'rule/pong']);
  });

  test('stops after ten passes', () => {
    const grow = (texts: ReadonlyMap<string, string>) => {
      const text = texts.get('/a') ?? '';
      return { problems: [problem('grow', [edit(text.length, text.length, 'x')])] };
    };
    const run = fixAll(grow, () => '', 'safe');
    expect(run.passes).toBe(10);
    expect(run.texts.get('/a')).toBe('x'.repeat(10));
  });
});
