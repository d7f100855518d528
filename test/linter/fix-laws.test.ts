/** What holds of applying fixes, whatever they are. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, applyFixes, fixAll, maxPasses } from '../../src/linter/fixes.js';
import type { Edit, Problem } from '../../src/linter/problem.js';

const files = ['/c/a', '/c/b'] as const;
const texts = fc.record({ '/c/a': text(), '/c/b': text() });

function text() {
  return fc.array(fc.constantFrom('ab', 'c', ' ', '\n', '\r\n', 'é'), { maxLength: 12 }).map((parts) => parts.join(''));
}

type Texts = Readonly<Record<(typeof files)[number], string>>;

/** A fix of one edit or two, each in the text that there is. */
const fixes = (current: Texts) => {
  const edit = fc
    .tuple(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'y\n', 'zz'))
    .map(([file, a, b, inserted]): Edit => {
      const length = current[file].length;
      const [one, other] = [a % (length + 1), b % (length + 1)];
      return { file, start: Math.min(one, other), end: Math.max(one, other), text: inserted };
    });
  const isApart = (edits: readonly Edit[]) =>
    edits.every((one, at) => edits.every((other, by) => by <= at || one.file !== other.file || one.end < other.start));
  return fc.tuple(fc.array(edit, { minLength: 1, maxLength: 2 }).filter(isApart), fc.boolean());
};

function problem(edits: Edit[], isSafe: boolean, at: number): Problem {
  return {
    ruleId: `test/${at}`,
    severity: 'error',
    message: 'm',
    headline: 'm',
    messageId: 'm',
    file: edits[0]!.file,
    start: edits[0]!.start,
    end: edits[0]!.end,
    related: [],
    targets: undefined,
    fix: { title: 't', safety: isSafe ? 'safe' : 'unsafe', edits },
    suggestions: [],
    tags: [],
    concern: 'other',
    url: '',
  };
}

const cases = texts.chain((current) =>
  fc
    .array(fixes(current), { maxLength: 5 })
    .map((all) => ({ current, problems: all.map(([edits, isSafe], at) => problem(edits, isSafe, at)) })),
);

describe('applying fixes once', () => {
  test('each is applied whole or waits; unsafe ones only where they are asked for', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom<'safe' | 'unsafe'>('safe', 'unsafe'), ({ current, problems }, level) => {
        const { applied, skipped } = applyFixes(problems, (file) => current[file as keyof Texts], level);
        const allowed = problems.filter(({ fix }) => level === 'unsafe' || fix!.safety === 'safe');
        expect([...applied, ...skipped].sort(byRule)).toEqual(allowed);
        if (allowed.length > 0) expect(applied[0]).toBe(allowed[0]);
      }),
      { numRuns: 500 },
    );
  });

  test('the texts are those of all edits of the applied ones together, each once', () => {
    fc.assert(
      fc.property(cases, ({ current, problems }) => {
        const { texts: changed, applied } = applyFixes(problems, (file) => current[file as keyof Texts], 'unsafe');
        for (const file of files) {
          const before = current[file];
          const edits = new Map<string, Edit>();
          for (const { fix } of applied) {
            for (const edit of fix!.edits) if (edit.file === file) edits.set(JSON.stringify(edit), edit);
          }
          const ends = before.includes('\r\n') && !/(^|[^\r])\n/.test(before) ? '\r\n' : '\n';
          const written = [...edits.values()].map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', ends) }));
          const after = applyEdits(before, written);
          // A file that ends with a line end keeps it.
          const lost = before.endsWith('\n') && after !== '' && !after.endsWith('\n');
          expect(changed.get(file) ?? before).toBe(lost ? after + ends : after);
          expect(changed.has(file)).toBe((changed.get(file) ?? before) !== before);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no two that were applied overlap, and one that waits touches another', () => {
    fc.assert(
      fc.property(cases, ({ current, problems }) => {
        const { applied, skipped } = applyFixes(problems, (file) => current[file as keyof Texts], 'unsafe');
        const taken = applied.flatMap(({ fix }) => fix!.edits);
        for (const [at, one] of taken.entries()) {
          for (const other of taken.slice(at + 1)) {
            const isSame = JSON.stringify(one) === JSON.stringify(other);
            const isApart = one.file !== other.file || one.end <= other.start || other.end <= one.start;
            expect(isSame || isApart).toBe(true);
          }
        }
        for (const { fix } of skipped) {
          const touches = fix!.edits.some((edit) =>
            taken.some((other) => other.file === edit.file && other.start <= edit.end && edit.start <= other.end),
          );
          expect(touches).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function byRule(a: Problem, b: Problem): number {
  return a.ruleId < b.ruleId ? -1 : 1;
}

describe('applying fixes until none is left', () => {
  /** A rule that mends one word a pass: every `bad` becomes what comes after it. */
  const mending =
    (steps: Readonly<Record<string, string>>) => (changed: ReadonlyMap<string, string>, start: string) => {
      const now = changed.get('/c/a') ?? start;
      const found = Object.entries(steps).flatMap(([word, next], at) => {
        const index = now.indexOf(word);
        if (index === -1) return [];
        return problem([{ file: '/c/a', start: index, end: index + word.length, text: next }], true, at);
      });
      return { problems: found };
    };
  const words = fc.array(fc.constantFrom('1', '2', '3', '-'), { maxLength: 8 }).map((parts) => parts.join(''));

  test('comes to an end in the text that has nothing to fix, in as many passes as it takes', () => {
    fc.assert(
      fc.property(words, (start) => {
        const rule = mending({ 1: '2', 2: '3', 3: '.' });
        const {
          texts: made,
          result,
          passes,
          loop,
          fixed,
        } = fixAll(
          (changed) => rule(changed, start),
          () => start,
          'safe',
        );
        const now = made.get('/c/a') ?? start;
        expect(loop).toBeUndefined();
        expect(passes).toBeLessThanOrEqual(maxPasses);
        if (passes < maxPasses) {
          expect(result.problems).toEqual([]);
          expect(now).toBe(start.replace(/[123]/g, '.'));
        }
        expect(made.has('/c/a')).toBe(now !== start);
        expect(fixed.length > 0).toBe(passes > 0);
      }),
      { numRuns: 300 },
    );
  });

  test('rules that undo each other are named, and the text of before the circle stays', () => {
    fc.assert(
      fc.property(words, (start) => {
        fc.pre(/[12]/.test(start));
        const rule = mending({ 1: '2', 2: '1' });
        const {
          texts: made,
          loop,
          passes,
        } = fixAll(
          (changed) => rule(changed, start),
          () => start,
          'safe',
        );
        // With one word the circle closes at once; with several, words change one after the other first.
        if (loop === undefined) return expect(passes).toBe(maxPasses);
        expect(loop.every((name) => /^test\/[01]$/.test(name))).toBe(true);
        expect(loop).toEqual([...loop].sort());
        expect((made.get('/c/a') ?? start).length).toBe(start.length);
        return undefined;
      }),
      { numRuns: 300 },
    );
  });
});
