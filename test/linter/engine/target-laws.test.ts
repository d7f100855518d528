/** What holds of merging the runs over several targets, whatever the rules found. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Major } from '../../../src/catalog/majors.js';
import { mergeTargets } from '../../../src/linter/engine/targets.js';
import type { Problem } from '../../../src/linter/problem.js';

const found = fc.record({
  rule: fc.constantFrom('a', 'b'),
  start: fc.nat(2),
  end: fc.integer({ min: 3, max: 4 }),
  message: fc.constantFrom('m', 'n'),
  fix: fc.constantFrom(undefined, 'x', 'y'),
});
type Found = { rule: string; start: number; end: number; message: string; fix: string | undefined };

const keyOf = ({ rule, start, end, message }: Omit<Found, 'fix'>) => JSON.stringify([rule, start, end, message]);

function problemOf({ rule, start, end, message, fix }: Found): Problem {
  return {
    ruleId: rule,
    severity: 'error',
    message,
    headline: message,
    messageId: message,
    file: '/c/a',
    start,
    end,
    related: [],
    targets: undefined,
    fix:
      fix === undefined ? undefined : { title: 't', safety: 'safe', edits: [{ file: '/c/a', start, end, text: fix }] },
    suggestions: [],
    tags: [],
    concern: 'other',
    url: '',
  };
}

/** Each run finds a thing once. */
const runs = fc
  .uniqueArray(fc.constantFrom<Major>(14, 15, 16, 17), { minLength: 1, maxLength: 4 })
  .chain((targets) =>
    fc.tuple(
      ...targets
        .sort()
        .map((target) =>
          fc
            .uniqueArray(found, { maxLength: 5, selector: keyOf })
            .map((all: Found[]) => ({ target, found: all, problems: all.map(problemOf) })),
        ),
    ),
  );

describe('merging targets', () => {
  test('gives each problem once, with the targets that find it unless all do', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const merged = mergeTargets(all);
        const meant = new Map<string, Major[]>();
        for (const { target, found: here } of all) {
          for (const one of here) meant.set(keyOf(one), [...(meant.get(keyOf(one)) ?? []), target]);
        }
        const said = new Map(
          merged.map((one) => [
            keyOf({ rule: one.ruleId, start: one.start, end: one.end, message: one.message }),
            one.targets ?? all.map(({ target }) => target),
          ]),
        );
        expect(merged.length).toBe(meant.size);
        expect([...said].sort()).toEqual([...meant].sort());
        for (const { targets } of merged) if (targets !== undefined) expect(targets.length).toBeLessThan(all.length);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps a fix only where every target finds the problem and has the very same fix', () => {
    fc.assert(
      fc.property(runs, (all) => {
        for (const one of mergeTargets(all)) {
          const key = keyOf({ rule: one.ruleId, start: one.start, end: one.end, message: one.message });
          const offered = all.flatMap(({ found: here }) => here.filter((each) => keyOf(each) === key));
          const isSame = offered.every(({ fix }) => fix === offered[0]!.fix);
          const isEverywhere = offered.length === all.length;
          const first = offered[0]!.fix;
          expect(one.fix?.edits[0]?.text).toBe(isSame && isEverywhere ? first : undefined);
          // What is not certain for all is left to a person.
          if (first !== undefined && !(isSame && isEverywhere)) {
            expect(one.suggestions[0]!.edits[0]!.text).toBe(first);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
