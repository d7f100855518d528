/** Whatever the records are: coverage, takers, differences and single logins stay within bounds of time and memory. */
import { expect, test } from '@jest/globals';
import { budgetFor } from '../../src/access/budget.js';
import { accessChanges } from '../../src/access/changes.js';
import { coverage } from '../../src/access/coverage.js';
import { decide } from '../../src/access/decide.js';
import { methodKey } from '../../src/access/record-meaning.js';
import { takers } from '../../src/access/takers.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import { hba } from '../cluster/reading.js';
import { Random } from '../servers/generators/random.js';
import { adversarialRecords } from './adversarial.js';

const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 10);
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
    for (let run = 0; run < runs; run++) {
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
    if (runs > 500) process.stdout.write(`${runs} texts: worst ${JSON.stringify(worst)}\n`);
  },
  Math.max(120_000, runs * 5_000),
);
