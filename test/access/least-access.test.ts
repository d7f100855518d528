/** Lists for past logins against asking about every login of a small grid, in a world that only the server knows. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlimited } from '../../src/access/budget.js';
import { decide } from '../../src/access/decide.js';
import { checkList } from '../../src/access/least-access/check.js';
import { type Grouping, needsOf, type PastLogin } from '../../src/access/least-access/needs.js';
import { leastRecords } from '../../src/access/least-access/records.js';
import type { Knowledge, Login } from '../../src/access/login.js';
import type { Known } from '../../src/access/policies/policy.js';
import { letsIn } from '../../src/access/policies/spaces.js';
import { methodKey } from '../../src/access/record-meaning.js';
import { textOf } from '../../src/cli/commands/replay/generated-text.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { hba } from '../cluster/reading.js';
import { logins, recordLines, worlds } from './brute-force.js';

const transports = ['local', 'plain', 'tls', 'gss'] as const;
const groupings: readonly Grouping[] = [{ v4: 32, v6: 128 }, { v4: 24, v6: 64 }, { v4: 31, v6: 127 }, 'records'];

/** In one world a client has one name. */
function loginsOf(seed: number): readonly Login[] {
  return logins.filter(({ user, database, address, hostName }) => {
    if ((user.charCodeAt(1) + database.charCodeAt(1)) % 4 !== seed) return false;
    if (!address) return true;
    return ((address.value >> 1n) + BigInt(seed)) % 2n === 0n ? hostName === null : hostName !== null;
  });
}

function wayOf({ transport, user, database, replication }: Login): string {
  return JSON.stringify([transport, user, replication || database]);
}

/** Whether two clients are in one network, as far as the grouping takes them together. */
function isNear(a: Login, b: Login, grouping: Grouping): boolean {
  if (!a.address || !b.address || grouping === 'records') return true;
  const hosts = a.address.family === 4 ? 32 - grouping.v4 : 128 - grouping.v6;
  return a.address.family === b.address.family && a.address.value >> BigInt(hosts) === b.address.value >> BigInt(hosts);
}

test('a list lets in the past logins as before, nobody who was not, and nobody who was not asked for', () => {
  fc.assert(
    fc.property(
      recordLines,
      fc.constantFrom(...worlds),
      fc.constantFrom(...groupings),
      fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
      fc.nat(3),
      fc.boolean(),
      (lines, world, grouping, picks, seed, isKnown) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const all = loginsOf(seed);
        const decided = (login: Login, list: readonly HbaRecord[], knowledge: Knowledge) => {
          const { record } = decide(login, list, knowledge);
          return letsIn(record) ? methodKey(record) : undefined;
        };
        // Half of them near each other.
        const chosen = picks.map(
          (pick, index) => all[(index % 2 ? pick : 7 * index + (picks[0]! % 1000)) % all.length]!,
        );
        const past = [...new Set(chosen)].map((login): PastLogin => {
          const { record } = decide(login, records, world);
          return { login, isLetIn: letsIn(record), isDecidedBy: (one) => one === record };
        });
        const known: Known = isKnown ? { members: world.memberships!, interfaces: world.interfaces } : {};
        const today = { records, transports, target: 18 as const, known, budget: unlimited() };
        const needs = needsOf(past, today, grouping);
        expect(needs.left.size).toBe(0);
        const asked = past.filter(({ isLetIn }) => isLetIn);
        if (asked.length === 0) {
          expect(needs.needs).toEqual([]);
          return;
        }
        const list = leastRecords(needs.needs, 18, records, unlimited().portion(1));
        expect(list.filter((one) => typeof one === 'object').length).toBeLessThanOrEqual(
          grouping === 'records' || grouping.v4 < 31 ? Number.POSITIVE_INFINITY : asked.length,
        );
        const about = { source: '', span: '', folder: '/', comments: undefined, left: new Map() };
        const text = textOf({ ...about, grouping, list, target: 18 });
        const made = hba(text, 18);
        expect(made.loads).toBe(true);
        expect(checkList(made.records, asked, needs, today).wrong).toBeUndefined();
        for (const { login } of asked) {
          expect(decided(login, made.records, world)).toBe(decided(login, records, world));
        }
        const byWay = new Map<string, PastLogin[]>();
        for (const one of asked) byWay.set(wayOf(one.login), [...(byWay.get(wayOf(one.login)) ?? []), one]);
        const wrong = all.filter((login) => {
          const now = decided(login, made.records, world);
          if (now === undefined) return false;
          const isAsked = byWay.get(wayOf(login))?.some((one) => isNear(one.login, login, grouping)) ?? false;
          return !isAsked || now !== decided(login, records, world);
        });
        expect(wrong).toEqual([]);
        for (const { login, isLetIn } of past)
          if (!isLetIn) expect(decided(login, made.records, world)).toBeUndefined();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
