/** Proofs against asking about every login of a small grid, in every world that there is for it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlimited } from '../../../src/access/budget.js';
import { decide } from '../../../src/access/decide.js';
import type { Knowledge, Login, Transport } from '../../../src/access/login.js';
import type { Known, Statement } from '../../../src/access/policies/policy.js';
import { type Proof, Prover } from '../../../src/access/policies/prove.js';
import { namesOf } from '../../../src/access/regions/name-set.js';
import type { HbaRecord } from '../../../src/cluster/types.js';
import { hba } from '../../cluster/reading.js';
import { logins, loginsByDeciders, recordLines, worlds, worldsOf } from '../brute-force.js';
import { breaks, statements } from './random-policies.js';

const transports: Transport[] = ['local', 'plain', 'tls', 'gss'];
const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 6);
/** One name of so many is asked about in each list of records. */
const step = 9;
const lists = fc.array(statements, { minLength: 4, maxLength: 8 });

function proverOf(records: readonly HbaRecord[], known: Known = {}): Prover {
  return new Prover({ records, transports, target: 18, known, budget: unlimited });
}

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'bigint' ? String(one) : one instanceof Set ? [...one] : one instanceof Map ? [...one] : one,
  );

/** What is wrong with an answer; undefined where nothing is. */
function faultOf(
  proof: Proof,
  statement: Statement,
  records: readonly HbaRecord[],
  worldsFor: (login: Login) => Iterable<[Login, Knowledge]>,
  truth: 'holds' | 'violated' | 'undecided',
): string | undefined {
  if ('tooMuch' in proof) return 'it took too much';
  if (proof.verdict === 'holds') return truth === 'holds' ? undefined : 'it does not hold';
  let broken = 0;
  let unbroken = 0;
  const deciders = new Set<HbaRecord | undefined>();
  for (const [login, world] of worldsFor(proof.login)) {
    const { record } = decide(login, records, world);
    if (breaks(statement, login, record, world)) {
      broken++;
      deciders.add(record);
    } else unbroken++;
  }
  const login = textOf(proof.login);
  if (broken === 0) return `${login} never breaks it`;
  if (proof.verdict === 'violated' && unbroken > 0) return `${login} does not always break it`;
  if (proof.verdict === 'undecided' && unbroken === 0) return `${login} always breaks it`;
  if (proof.verdict === 'undecided' && truth === 'violated') return 'another login surely breaks it';
  if (proof.records.some((record) => !deciders.has(record))) return `${login} is decided by another record`;
  return undefined;
}

test('nobody has a name that the server would cut, or none', () => {
  const long = 'n'.repeat(64);
  const { records } = hba(`local ${long},app ${long},+${long} trust\nlocal app "" trust\nlocal "" bob trust\n`, 18);
  const prover = proverOf(records);
  for (const space of [{}, { roles: namesOf([long]) }, { databases: namesOf([long, '']) }])
    expect(prover.prove({ name: 's', verb: 'never', space, within: {} }).verdict).toBe('holds');
  const all = proverOf(hba('local all all trust\n', 18).records);
  expect(all.prove({ name: 's', verb: 'never', space: { roles: namesOf([long]) }, within: {} }).verdict).toBe('holds');
});

describe('every answer is that of asking each login', () => {
  test('whatever the memberships, the names of clients and the machine are', () => {
    const counts = { holds: 0, violated: 0, undecided: 0 };
    fc.assert(
      fc.property(recordLines, lists, fc.nat(step - 1), (lines, list, start) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const asked = [...loginsByDeciders(records, start, step)];
        const prover = proverOf(records);
        for (const statement of list) {
          let truth: 'holds' | 'violated' | 'undecided' = 'holds';
          for (const { login, ways } of asked) {
            const broken = ways.filter(({ record, world }) => breaks(statement, login, record, world)).length;
            if (broken === ways.length) truth = 'violated';
            else if (broken > 0 && truth === 'holds') truth = 'undecided';
          }
          const proof = prover.prove(statement);
          counts[proof.verdict]++;
          const fault = faultOf(proof, statement, records, worldsOf, truth);
          if (fault !== undefined)
            throw new Error(`${lines.join('\n')}\n${textOf(statement)}\n${proof.verdict}: ${fault}`);
        }
      }),
      { seed: 21, numRuns: runs },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
    if (process.env['PGCONFLINT_RANDOM_RUNS'] !== undefined) console.log(textOf(counts));
  });

  test('where members and interfaces are known', () => {
    fc.assert(
      fc.property(recordLines, lists, fc.nat(), fc.constantFrom(...worlds), (lines, list, start, world) => {
        const { records } = hba(`${lines.join('\n')}\n`, 18);
        const prover = proverOf(records, { members: world.memberships!, interfaces: world.interfaces });
        // Who the world does not name is a member of nothing.
        const worldsFor = (login: Login): [Login, Knowledge][] => {
          const memberships = new Map([[login.user, []], ...world.memberships!]);
          return [null, 'h.x', 'g.x'].map((hostName) => [
            { ...login, hostName },
            { ...world, memberships },
          ]);
        };
        const asked = Array.from({ length: 400 }, (_, index) => logins[(start + index * 7_919) % logins.length]!);
        for (const statement of list) {
          let truth: 'holds' | 'violated' | 'undecided' = 'holds';
          for (const login of asked) {
            const ways = worldsFor(login).map(([one, of]) =>
              breaks(statement, one, decide(one, records, of).record, of),
            );
            if (!ways.includes(false)) truth = 'violated';
            else if (ways.includes(true) && truth === 'holds') truth = 'undecided';
          }
          const proof = prover.prove(statement);
          const fault = faultOf(proof, statement, records, worldsFor, truth);
          if (fault !== undefined)
            throw new Error(`${lines.join('\n')}\n${textOf(statement)}\n${proof.verdict}: ${fault}`);
        }
      }),
      { seed: 22, numRuns: runs },
    );
  });
});
