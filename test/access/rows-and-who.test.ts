/** Each row of `access` against `who`, which walks the records as the server does, for random logins of that row. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, matchRecord } from '../../src/access/decide.js';
import type { Knowledge, Login } from '../../src/access/login.js';
import { accessRows } from '../../src/access/matrix.js';
import type { Cluster, HbaRecord } from '../../src/cluster/types.js';
import { configurationOf, hba } from '../cluster/reading.js';
import { logins, recordLines, worlds, worldsOf } from './brute-force.js';

/** 100,000 logins take some minutes; the ordinary run asks about fewer. */
const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 10);
const loginsARow = 40;

/** Without knowledge, too: then an answer names all records that may decide. */
const knowledges: readonly Knowledge[] = [...worlds, { target: 18 }];

/** Whether a record decides a login in some world. */
function mayDecide(decider: HbaRecord, login: Login, records: readonly HbaRecord[]): boolean {
  for (const [asked, world] of worldsOf(login))
    if (decide(asked, records, world).possible.every((one) => one === decider)) return true;
  return false;
}

test('a row holds for the logins that it is for', () => {
  let asked = 0;
  fc.assert(
    fc.property(recordLines, fc.nat(), (lines, start) => {
      const reading = hba(`${lines.join('\n')}\n`, 18);
      const configuration = configurationOf({ ssl: true });
      const cluster: Cluster = { target: 18, complete: true, configuration, files: [], hba: reading } as never;
      const rows = accessRows({ hba: reading, cluster, target: 18, folder: '/data' });
      const placeOf = (line: number) => `pg_hba.conf:${line}`;
      for (const [index, row] of rows.entries()) {
        const record = reading.records[index]!;
        const own = (login: Login, world: Knowledge) => matchRecord(record, login, world).matched === true;
        for (const [number, world] of knowledges.entries()) {
          let found = 0;
          for (let step = 0; step < 2_000 && found < loginsARow / knowledges.length; step++) {
            const asking = logins[(start + step * 7_919 + number * 101) % logins.length]!;
            const login: Login = world.memberships ? asking : { ...asking, hostName: undefined };
            if (!own(login, world)) continue;
            found++;
            asked++;
            const { possible } = decide(login, reading.records, world);
            const where = `${lines.join('\n')}\nrow ${row.line}, ${JSON.stringify(login, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`;
            for (const decider of possible) {
              if (decider === undefined || decider.line > row.line) throw new Error(`${where}: not decided by then`);
              if (decider.line === row.line) {
                if (!row.reachable) throw new Error(`${where}: decides and is not reachable`);
              } else if (row.reachable) {
                const place = placeOf(decider.line);
                const isNamed = row.except.includes(place) || row.perhaps.includes(place);
                // What is possible of each record alone need not be possible of all: the same membership decides several.
                if (!isNamed && (world.memberships || mayDecide(decider, login, reading.records)))
                  throw new Error(`${where}: ${place} is no exception`);
                if (!row.except.includes(place) && possible.length === 1 && !world.memberships) {
                  throw new Error(`${where}: ${place} surely decides and is named as perhaps`);
                }
              }
            }
          }
        }
      }
    }),
    { seed: 14, numRuns: runs },
  );
  expect(asked).toBeGreaterThan(runs * 20);
  if (process.env['PGCONFLINT_RANDOM_RUNS'] !== undefined) console.log(`asked about ${asked} logins`);
});
