import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Budget } from '../../src/access/budget.js';
import { takers } from '../../src/access/takers.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { hba } from '../cluster/reading.js';
import { decidersOf, recordLines, worlds } from './brute-force.js';

/** `3: 1 2 maybe 4`, for each record that some others take logins of. */
function taken(text: string): string[] {
  const line = ({ line: number }: HbaRecord) => number;
  return takers(hba(text, 18).records)
    .filter(({ takenBy, maybeTakenBy }) => takenBy.length + maybeTakenBy.length > 0)
    .map(({ record, takenBy, maybeTakenBy }) => {
      const maybe = maybeTakenBy.length > 0 ? ` maybe ${maybeTakenBy.map(line).join(' ')}` : '';
      return `${record.line}: ${takenBy.map(line).join(' ')}${maybe}`;
    });
}

describe('takers', () => {
  test.each([
    [
      'every earlier record, not the first of each method only',
      'host app app 10.0.0.0/8 md5\nhost all monitoring 10.0.0.0/8 md5\nhost all backup 10.0.0.0/8 md5\nhost all all 10.0.0.0/8 reject\n',
      ['4: 1 2 3'],
    ],
    [
      'not what another one took before',
      'host all bob all md5\nhost app bob,al all md5\nhost app bob 10.0.0.0/8 reject\nhost all all all md5\n',
      ['2: 1', '4: 1 2'],
    ],
    ['members may be anybody', 'host all +ops all md5\nhost all bob all md5\nhost all ops all md5\n', ['2:  maybe 1']],
    ['databases of roles’ names', 'local sameuser all peer\nlocal app all md5\n', ['2: 1']],
    ['networks and names', 'host all all h.x md5\nhost all all 10.0.0.0/8 md5\n', ['2:  maybe 1']],
    ['another transport', 'hostssl all all all md5\nhostnossl all all all md5\n', []],
  ])('%s', (_, text, expected) => {
    expect(taken(text)).toEqual(expected);
  });

  test('agrees with a brute-force walk over every login, long lists included', () => {
    fc.assert(
      fc.property(recordLines, (lines) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const deciders = worlds.map((world) => decidersOf(records, world));
        for (const [place, { record, coveredBy, takenBy, maybeTakenBy }] of takers(records).entries()) {
          const where = `line ${record.line} of\n${lines.join('\n')}\n`;
          const found = new Set(deciders.flatMap((inWorld) => [...inWorld[place]!].map((at) => records[at]!)));
          if (coveredBy.length > 0) {
            if (found.has(record)) throw new Error(`${where} decides although covered`);
            continue;
          }
          if (!isOpaque(record) && !found.has(record)) throw new Error(`${where} decides nothing and is not covered`);
          found.delete(record);
          for (const earlier of found) {
            if (takenBy.includes(earlier) || maybeTakenBy.includes(earlier)) continue;
            throw new Error(`${where} line ${earlier.line} takes logins and is not named`);
          }
          for (const earlier of takenBy) {
            if (!found.has(earlier)) throw new Error(`${where} line ${earlier.line} is named and takes nothing`);
          }
        }
      }),
      { seed: 6, numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 8) },
    );
  });

  test('says what it did not find out where the budget does not suffice', () => {
    const text = Array.from({ length: 60 }, (_, n) => `host a${n},b a${n},c 10.0.0.0/8 md5`).join('\n');
    const { records } = hba(`${text}\n`, 18);
    const all = takers(records);
    for (const steps of [0, 1_000, 20_000]) {
      for (const [index, { takenBy, undecided }] of takers(records, { budget: new Budget(steps) }).entries()) {
        if (!undecided) expect(takenBy).toEqual(all[index]!.takenBy);
        expect(all[index]!.takenBy).toEqual(expect.arrayContaining(takenBy));
      }
    }
  });
});

function isOpaque({ databases, users, address }: HbaRecord): boolean {
  const kinds = [...databases, ...users].map(({ kind }) => kind);
  if (kinds.some((kind) => kind === 'members' || kind === 'samerole' || kind === 'regex')) return true;
  return address !== undefined && address.kind !== 'all' && address.kind !== 'network';
}
