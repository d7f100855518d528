/** What `diff`, `who` and `access` cost where files make them cost much: bounded, and what is not decided is named. */
import { describe, expect, test } from '@jest/globals';
import { budgetFor } from '../../src/access/budget.js';
import { accessChanges } from '../../src/access/changes.js';
import { decide } from '../../src/access/decide.js';
import { compileRegularExpression } from '../../src/access/regular-expression.js';
import { takers } from '../../src/access/takers.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import { hba } from '../cluster/reading.js';
import {
  crossingRecords,
  listsThatMeetLate,
  masksWithHoles,
  membersAndExpressions,
  randomLists,
  searchingExpressions,
} from './hostile-records.js';

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('takers', () => {
  test.each([
    ['random lists', randomLists(500), 0],
    ['random lists of one network', randomLists(200, { network: '10.0.0.0/8' }), 0],
    ['lists that meet in their last names', listsThatMeetLate(200), 0],
    ['databases and users that cross', crossingRecords(600), 0],
    ['masks with holes', masksWithHoles(100, 64, 1), 1],
    ['expressions that search', searchingExpressions(100, 30), 130],
  ])('%s', (_, text, open) => {
    const { records, files } = hba(text, 18);
    const seconds = secondsOf(() => {
      const undecided = takers(records, { budget: budgetFor(files) }).filter((one) => one.undecided).length;
      expect(undecided).toBeLessThanOrEqual(open);
    });
    expect(seconds).toBeLessThan(8);
  });
});

describe('accessChanges', () => {
  const transports = ['local', 'plain', 'tls', 'gss'] as const;
  const between = (before: string, after: string) => {
    const [old, now] = [hba(before, 18), hba(after, 18)];
    const budget = budgetFor([...old.files, ...now.files]);
    const none = now.records.map(() => undefined);
    return accessChanges({ records: old.records, transports }, { records: now.records, transports }, none, 18, budget);
  };

  test.each([
    ['members and expressions', membersAndExpressions(40, 'rqa', 'md5'), membersAndExpressions(40, 'stb', 'trust')],
    ['random lists', randomLists(60, { names: 12, of: 60 }), randomLists(60, { names: 12, of: 60, seed: 2 })],
    ['masks with holes', masksWithHoles(0, 40, 0), masksWithHoles(0, 40, 1).replaceAll('0.0.1.255', '0.0.3.127')],
    ['names and expressions that search', searchingExpressions(0, 100), searchingExpressions(20, 0)],
  ])('%s: what is too much is named', (_, before, after) => {
    const seconds = secondsOf(() => {
      const { changes, unclear } = between(before, after);
      expect(changes.flatMap(({ regions }) => regions).length).toBeLessThanOrEqual(5_000);
      expect(changes.length + unclear.length).toBeGreaterThan(0);
    });
    expect(seconds).toBeLessThan(8);
  });

  test('what proves least is told first, whatever comes after it', () => {
    const harmless = membersAndExpressions(60, 'stb', 'md5');
    const { changes } = between(membersAndExpressions(60, 'rqa', 'md5'), `host all eve 0.0.0.0/0 trust\n${harmless}`);
    expect(changes.some(({ after }) => after?.method === 'trust')).toBe(true);
  });
});

test('a login is answered within bounds, and depends on the expressions that were too much', () => {
  const text = Array.from(
    { length: 100 },
    () => 'host all "/(a+)(a+)(a+)(a+)(a+)(a+)\\6\\5\\4\\3\\2\\1x" 10.0.0.99/32 md5\n',
  );
  const { records } = hba(text.join(''), 18);
  const address = parseNumericAddress('10.0.0.99')!;
  const user = `${'a'.repeat(61)}x`;
  const seconds = secondsOf(() => {
    const { verdict, depends } = decide(
      { user, database: 'x', replication: false, transport: 'plain', address },
      records,
      { target: 18 },
    );
    expect(verdict).toBe('depends');
    expect(depends.some(({ kind }) => kind === 'regular-expression')).toBe(true);
  });
  expect(seconds).toBeLessThan(8);
});

test('a long name costs no more memory than a short one allows', () => {
  const expression = compileRegularExpression('(.)\\1x$');
  if (!('matches' in expression)) throw new Error(expression.message);
  const before = process.memoryUsage().rss;
  expect(expression.matches(`${'ab'.repeat(50_000)}x`)).toBeUndefined();
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
});
