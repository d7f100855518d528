/** Answers about spaces against asking about every login of a small grid, in every world that there is for it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { budgetFor, unlimited } from '../../../src/access/budget.js';
import { decide } from '../../../src/access/decide.js';
import type { Login, Transport } from '../../../src/access/login.js';
import type { Space } from '../../../src/access/policies/policy.js';
import { askSpace } from '../../../src/access/questions/ask.js';
import { bothSpaces } from '../../../src/access/questions/both-spaces.js';
import { contains } from '../../../src/access/regions/address-set.js';
import { type Region, replicationName } from '../../../src/access/regions/region.js';
import type { HbaRecord } from '../../../src/cluster/types.js';
import { hba } from '../../cluster/reading.js';
import { logins, loginsByDeciders, recordLines, worldsOf } from '../brute-force.js';
import { crossingRecords, masksWithHoles, membersAndExpressions, searchingExpressions } from '../hostile-records.js';
import { isIn, spaces } from '../policies/random-policies.js';

const transports: Transport[] = ['local', 'plain', 'tls', 'gss'];
const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 12);
const step = 9;

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one instanceof Set ? [...one] : one));

/** Whether a record decides logins of the kind that a space asks for. */
function fits({ methods }: Space, record: HbaRecord | undefined): boolean {
  return methods === undefined || (record !== undefined && methods.names.has(record.method!) !== methods.except);
}

/** Whether the sets of a region have a login; conditions aside. */
function mayHave({ transports: ways, addresses, databases, users }: Region, login: Login): boolean {
  const database = login.replication ? replicationName : login.database;
  return (
    ways.includes(login.transport) &&
    (login.address === undefined || contains(addresses, login.address)) &&
    databases.names.has(database) !== databases.except &&
    users.names.has(login.user) !== users.except
  );
}

describe('an answer is that of asking each login', () => {
  test('within a space and outside of it', () => {
    fc.assert(
      fc.property(
        recordLines,
        fc.array(spaces, { minLength: 2, maxLength: 4 }),
        fc.nat(step - 1),
        (lines, list, start) => {
          const { records } = hba(`${lines.join('\n')}\n`, 18);
          const everyLogin = [...loginsByDeciders(records, start, step)];
          const question = { records, transports, target: 18 as const, known: {}, budget: unlimited };
          for (const [space, isOutside] of list.flatMap((one): [Space, boolean][] => [
            [one, false],
            [one, true],
          ])) {
            const { decided, shadowed, unclear } = askSpace(question, { space, isOutside });
            const where = `${lines.join('\n')}\n${isOutside ? 'outside ' : ''}${textOf(space)}\n`;
            expect(unclear).toEqual([]);
            for (const { record, login } of decided) {
              const isRight = [...worldsOf(login!)].some(
                ([asked, world]) =>
                  decide(asked, records, world).record === record &&
                  (isIn(space, asked, world) && fits(space, record)) !== isOutside,
              );
              if (!isRight) throw new Error(`${where}${textOf(login)} is not decided by ${record?.line}`);
            }
            for (const { login, ways } of everyLogin) {
              for (const { record, world } of ways) {
                const isAsked = (isIn(space, login, world) && fits(space, record)) !== isOutside;
                if (!isAsked) continue;
                const isFound = decided.some((one) => one.record === record && mayHave(one.region, login));
                if (!isFound) throw new Error(`${where}${textOf(login)} is decided by ${record?.line}`);
                if (record && shadowed.includes(record))
                  throw new Error(`${where}${record.line} decides ${textOf(login)}`);
              }
            }
          }
        },
      ),
      { seed: 31, numRuns: runs },
    );
  });

  test('both of two spaces are the logins that are in each', () => {
    // Of members and certificates no option speaks.
    const plain = spaces.map(({ memberOf: _, ...space }): Space => space);
    const world = { target: 18 as const, memberships: new Map() };
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        fc.pre(a.replication === undefined || b.replication === undefined || a.replication === b.replication);
        const both = bothSpaces(a, b);
        for (let index = 0; index < logins.length; index += 97) {
          const login = logins[index]!;
          expect(isIn(both, login, world)).toBe(isIn(a, login, world) && isIn(b, login, world));
        }
      }),
      { seed: 32, numRuns: runs },
    );
  });
});

describe('an answer is bounded, and says what is not decided', () => {
  test.each([
    ['databases and users that cross', crossingRecords(600)],
    ['masks with holes', masksWithHoles(100, 64, 1)],
    ['expressions that search', searchingExpressions(100, 30)],
    ['members and expressions', membersAndExpressions(200, 'rqa', 'md5')],
  ])('%s', (_, text) => {
    const { records, files } = hba(text, 18);
    const before = process.cpuUsage();
    const question = { records, transports, target: 18 as const, known: {}, budget: () => budgetFor(files) };
    const { decided, unclear } = askSpace(question, { space: {}, isOutside: false });
    expect(decided.length + unclear.length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});
