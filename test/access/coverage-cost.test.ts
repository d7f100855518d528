/** What coverage costs where lists, masks and expressions are made to cost much: a budget decides, and what it decides is right. */
import { describe, expect, test } from '@jest/globals';
import { Budget, budgetFor } from '../../src/access/budget.js';
import { type Covered, coverage } from '../../src/access/coverage.js';
import { methodKey } from '../../src/access/record-meaning.js';
import { hba } from '../cluster/reading.js';
import {
  crossingRecords,
  listsThatMeetLate,
  longListsUnderAll,
  longListsUnderTransports,
  masksWithHoles,
  randomLists,
  searchingExpressions,
  shortNames,
} from './hostile-records.js';

/** Coverage as lint asks for it, with the seconds of processor time that it took. */
function judged(text: string, files: Record<string, string> = {}) {
  const { records, files: read } = hba(text, 18, files);
  const before = process.cpuUsage();
  const found = coverage(records, { target: 18, partly: true, doing: methodKey, budget: budgetFor(read) });
  const { user, system } = process.cpuUsage(before);
  return { records, found, seconds: (user + system) / 1e6 };
}

const never = (found: Covered[]) => found.filter(({ coveredBy }) => coveredBy.length > 0).length;
const crossed = (found: Covered[]) => found.filter(({ partlyBy }) => partlyBy.length > 0).length;
const undecided = (found: Covered[]) => found.filter((one) => one.undecided).length;
const names = shortNames();

/** How many records of one address have only pairs that earlier ones have, found by writing all pairs down. */
function pairwise(text: string): number {
  const taken = new Set<string>();
  let covered = 0;
  for (const line of text.trim().split('\n')) {
    const [, databases, users] = line.split(' ');
    const pairs = databases!.split(',').flatMap((database) => users!.split(',').map((user) => `${database} ${user}`));
    if (pairs.every((pair) => taken.has(pair))) covered++;
    for (const pair of pairs) taken.add(pair);
  }
  return covered;
}

const oneNetwork = randomLists(3_000, { network: '10.0.0.0/8' });

describe('coverage of records that multiply', () => {
  // Each of these took from ten seconds to more than a minute when pairs of names were compared one by one.
  test.each([
    ['lists out of @files', longListsUnderAll(200, '@d'), { d: names.join('\n') }, 200, 0],
    ['lists in the file', longListsUnderAll(62, names.join(',')), {}, 62, 0],
    ['lists under two records together', longListsUnderTransports(60, names.join(',')), {}, 60, 0],
    ['lists that meet in their last names', listsThatMeetLate(600), {}, 0, 599],
    ['random lists', randomLists(2_000), {}, 0, 0],
    ['random lists of one network', oneNetwork, {}, pairwise(oneNetwork), 0],
  ])('%s: all is decided', (_, text, files, covered, partly) => {
    const { found, seconds } = judged(text, files as Record<string, string>);
    expect({ covered: never(found), partly: crossed(found), undecided: undecided(found) }).toEqual({
      covered,
      partly,
      undecided: 0,
    });
    expect(seconds).toBeLessThan(5);
  });

  test.each([
    ['masks with holes', masksWithHoles(800, 512, 1)],
    ['expressions that search', searchingExpressions(64, 20)],
    ['many expressions that search', searchingExpressions(1_800, 1_000)],
  ])('%s: what the budget does not suffice for is named', (_, text) => {
    const { found, seconds } = judged(text);
    expect(undecided(found)).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(8);
  });

  test('databases and users that cross cost little', () => {
    const { found, seconds } = judged(crossingRecords(2_500));
    expect(crossed(found)).toBe(2_500);
    expect(seconds).toBeLessThan(5);
  });

  test('gives the same answers on every run, and never claims what it did not find out', () => {
    const { records } = hba(randomLists(300, { names: 12, of: 14, network: '10.0.0.0/8' }), 18);
    const all = new Map(coverage(records).map(({ record, coveredBy }) => [record, coveredBy.length > 0]));
    for (const steps of [0, 500, 5_000, 50_000]) {
      const results = [1, 2].map(() => coverage(records, { budget: new Budget(steps) }));
      expect(results[0]).toEqual(results[1]);
      for (const { record, coveredBy } of results[0]!) if (coveredBy.length > 0) expect(all.get(record)).toBe(true);
      const silent = records.filter((record) => !results[0]!.some((one) => one.record === record));
      for (const record of silent) expect(all.get(record) ?? false).toBe(false);
    }
  });
});
