/** The classes of changes against asking about logins in every world that there is for them, on both sides. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlimited } from '../../src/access/budget.js';
import { accessChanges } from '../../src/access/changes.js';
import { decide } from '../../src/access/decide.js';
import type { Knowledge, Login, Transport } from '../../src/access/login.js';
import { sameRecords } from '../../src/access/same-records.js';
import { type ChangeClass, Classifier } from '../../src/cli/commands/diff/classes.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { logins, recordLines, worldsOf } from '../access/brute-force.js';
import { hba } from '../cluster/reading.js';

const transports: Transport[] = ['local', 'plain', 'tls', 'gss'];
const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 10);
const loginsAPair = 25;

function letsIn(record: HbaRecord | undefined): boolean {
  return record !== undefined && record.method !== 'reject';
}

/** What becomes of one login in one world. */
function classesOf(login: Login, world: Knowledge, before: HbaRecord[], after: HbaRecord[]): ChangeClass[] {
  const [from, to] = [decide(login, before, world).record, decide(login, after, world).record];
  if (letsIn(from) && !letsIn(to)) return ['lost-access'];
  if (letsIn(from)) return from!.method === 'md5' && to!.method === 'trust' ? ['weaker-method'] : [];
  if (!letsIn(to)) return [];
  const isEncrypted = (['tls', 'gss'] as const).some((transport) =>
    letsIn(decide({ ...login, transport }, before, world).record),
  );
  return login.transport === 'plain' && isEncrypted ? ['new-access', 'less-encrypted'] : ['new-access'];
}

test('a class is found exactly where some login sees it, and its login does', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(recordLines, recordLines, fc.nat(), fc.boolean(), (list, other, start, isEdit) => {
      const edited = isEdit ? [...other.slice(0, 1), ...list.slice(1)] : other;
      const [before, after] = [list, edited].map((lines) => hba(`${lines.join('\n')}\n`, 18).records) as [
        HbaRecord[],
        HbaRecord[],
      ];
      const side = { target: 18 as const, transports };
      const old = { records: before, transports };
      const pairs = sameRecords(before, after, side, side);
      const { changes } = accessChanges(old, { records: after, transports }, pairs, 18);
      const classifier = new Classifier(old, { before: 18, after: 18 }, unlimited());
      const found = changes.flatMap(({ regions, before: from, after: to }) =>
        regions.flatMap((region) => classifier.classesOf(region, from, to)),
      );
      const where = `${list.join('\n')}\n->\n${edited.join('\n')}\n`;
      const text = (login: Login | undefined) =>
        JSON.stringify(login, (_, value) => (typeof value === 'bigint' ? String(value) : value));
      const names = new Set(found.map(({ name }) => name));
      for (const { name, login } of new Map(
        found.map((one) => [`${one.name} ${one.login?.transport}`, one]),
      ).values()) {
        seen.set(name, (seen.get(name) ?? 0) + 1);
        const isSeen = [...worldsOf(login!)].some(([asked, world]) =>
          classesOf(asked, world, before, after).includes(name),
        );
        if (!isSeen) throw new Error(`${where}${name} is not what ${text(login)} sees`);
      }
      for (let index = 0; index < loginsAPair; index++) {
        const login = logins[(start + index * 7_919) % logins.length]!;
        for (const [asked, world] of worldsOf(login)) {
          for (const name of classesOf(asked, world, before, after)) {
            if (!names.has(name)) throw new Error(`${where}${name} is what ${text(asked)} sees, and is not found`);
          }
        }
      }
    }),
    { seed: 12, numRuns: runs },
  );
  expect(seen.size).toBe(4);
});
