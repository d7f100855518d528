/** Whatever the records are: coverage, takers, differences and single logins stay within bounds of time and memory. */
import { expect, test } from '@jest/globals';
import { budgetFor } from '../../src/access/budget.js';
import { accessChanges } from '../../src/access/changes.js';
import { coverage } from '../../src/access/coverage.js';
import { decide, matchRecord } from '../../src/access/decide.js';
import type { Knowledge, Login } from '../../src/access/login.js';
import { methodKey } from '../../src/access/record-meaning.js';
import { takers } from '../../src/access/takers.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import type { HbaRecord } from '../../src/cluster/types.js';
import { hba } from '../cluster/reading.js';
import { Random } from '../servers/generators/random.js';
import { adversarialRecords } from './adversarial.js';

const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 10);
/** Texts of up to 200 kB: each takes seconds, so that there are fewer of them than of small ones. */
const largeTexts = Math.min(runs, Number(process.env['PGCONFLINT_LARGE_TEXTS'] ?? 40));
const seed = Number(process.env['PGCONFLINT_RANDOM_SEED'] ?? 20_261_128);
/** Seconds of the processor for one question about one text, and bytes that may be resident more than before. */
const most = { seconds: 10, bytes: 1e9 };
const transports = ['local', 'plain', 'tls', 'gss'] as const;

test(
  'no records bring the algebra to a standstill',
  () => {
    const random = new Random(seed);
    const resident = process.memoryUsage().rss;
    const worst = { seconds: 0, bytes: 0, what: '' };
    const within = (what: string, text: string, work: () => unknown) => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      const bytes = process.memoryUsage().rss - resident;
      if (seconds > worst.seconds) Object.assign(worst, { seconds, what: `${what} of ${text.length} bytes` });
      worst.bytes = Math.max(worst.bytes, bytes);
      if (seconds > most.seconds || bytes > most.bytes)
        throw new Error(`${what}: ${seconds} s, ${bytes} B\n${text.slice(0, 5_000)}`);
    };
    let earlier = hba('', 18);
    for (let run = 0; run < largeTexts; run++) {
      const text = adversarialRecords(random, 1_000);
      const now = hba(text, 18);
      const budget = () => budgetFor([...earlier.files, ...now.files]);
      const { records } = now;
      within('coverage', text, () =>
        coverage(records, { target: 18, partly: true, doing: methodKey, budget: budget() }),
      );
      within('takers', text, () => takers(records, { budget: budget() }));
      const side = (one: typeof now) => ({ records: one.records, transports });
      const none = records.map(() => undefined);
      within('changes', text, () => accessChanges(side(earlier), side(now), none, 18, budget()));
      const login = { user: 'a'.repeat(61), database: 'd1', replication: false, transport: 'plain' } as const;
      const address = parseNumericAddress('10.1.2.3')!;
      within('login', text, () => decide({ ...login, address }, records, { target: 18 }));
      earlier = now;
    }
    expect(worst.seconds).toBeLessThan(most.seconds);
    if (runs > 500) process.stdout.write(`${largeTexts} texts: worst ${JSON.stringify(worst)}\n`);
  },
  Math.max(120_000, largeTexts * 10_000),
);

const members = ['g0', 'g1', 'g2', 'g3'];
const own = [{ family: 4 as const, value: 0x7f000001n, mask: 0xff000000n }];

/** Logins with the names and addresses of some records and a few others, and what may be true of roles and the machine. */
function* loginsFor(records: readonly HbaRecord[], random: Random): Generator<[Login, Knowledge]> {
  const names = (of: (record: HbaRecord) => HbaRecord['users']) => [
    ...new Set(records.flatMap((record) => of(record).flatMap(({ kind, value }) => (kind === 'name' ? [value] : [])))),
  ];
  const some = (all: string[], most: number) => Array.from({ length: most }, () => random.pick(all));
  const databases = [...some([...names(({ databases: column }) => column), 'd0'], 6), 'aaax', 'abba'];
  const users = [...some([...names(({ users: column }) => column), 'u0'], 6), 'aaax', 'b', 'g0', 'd1'];
  const addresses = records.flatMap(({ address }) => {
    if (address?.kind !== 'network') return [];
    const full = address.family === 4 ? 0xffffffffn : (1n << 128n) - 1n;
    const first = address.address & address.mask;
    return [first, first | (full ^ address.mask)].map((value) => ({ family: address.family, value }));
  });
  addresses.push(parseNumericAddress('10.1.2.3')!, parseNumericAddress('127.0.0.1')!);
  for (const database of new Set([...databases, ...users.slice(0, 2)])) {
    for (const user of new Set(users)) {
      for (const memberOf of [[], members]) {
        const memberships = new Map([[user, memberOf]]);
        const world: Knowledge = { target: 18, memberships, interfaces: own };
        const names = { database, user, replication: false };
        yield [{ ...names, transport: 'local', address: undefined }, world];
        for (const transport of ['plain', 'tls', 'gss'] as const)
          for (const hostName of [null, 'h1.example.com'])
            yield [{ ...names, transport, address: random.pick(addresses), hostName }, world];
      }
    }
  }
}

test('what is said of hostile records that are few is so for every login that is asked about', () => {
  const random = new Random(seed + 1);
  for (let run = 0; run < runs * 2; run++) {
    const text = adversarialRecords(random, 10, 10, [2, 3, 6]);
    const { records, files } = hba(text, 18);
    const covered = new Set(
      coverage(records, { target: 18, budget: budgetFor(files) }).flatMap(({ record, coveredBy }) =>
        coveredBy.length > 0 ? [record] : [],
      ),
    );
    const taken = new Map(takers(records, { budget: budgetFor(files) }).map((one) => [one.record, one]));
    for (const [login, world] of loginsFor(records, random)) {
      const where = () => `${text}\n${login.user} ${login.database} ${login.transport} ${login.address?.value}`;
      let decider: HbaRecord | undefined;
      for (const record of records) {
        const { matched } = matchRecord(record, login, world);
        if (matched === undefined) break;
        if (!matched) continue;
        decider ??= record;
        const known = taken.get(record)!;
        if (decider === record) {
          if (covered.has(record) || known.coveredBy.length > 0) throw new Error(`covered, and decides: ${where()}`);
          continue;
        }
        if (known.hasMore || known.undecided || known.coveredBy.length > 0) continue;
        if (!known.takenBy.includes(decider) && !known.maybeTakenBy.includes(decider))
          throw new Error(`line ${record.line}: line ${decider.line} takes logins and is not named: ${where()}`);
      }
    }
  }
});
