/** What proofs cost where files make them cost much: bounded, and what is not decided is said. */
import { describe, expect, test } from '@jest/globals';
import { budgetFor } from '../../../src/access/budget.js';
import { Prover } from '../../../src/access/policies/prove.js';
import { readPolicy } from '../../../src/access/policies/read.js';
import { hba } from '../../cluster/reading.js';
import {
  crossingRecords,
  longListsUnderAll,
  masksWithHoles,
  membersAndExpressions,
  randomLists,
  searchingExpressions,
  shortNames,
} from '../hostile-records.js';

const { statements } = readPolicy({
  statements: [
    { name: 'encrypted', always: { transport: 'encrypted' }, for: { transport: 'tcp' } },
    { name: 'closed', never: { database: 'z', from: { not: ['10.0.0.0/8', 'local'] } } },
    { name: 'open', works: { role: 'z', from: '10.0.0.1' } },
  ],
});

describe('a proof is bounded', () => {
  test.each([
    ['databases and users that cross', crossingRecords(600)],
    ['long lists', longListsUnderAll(200, shortNames().join(','))],
    ['random lists', randomLists(300)],
    ['masks with holes', masksWithHoles(100, 64, 1)],
    ['expressions that search', searchingExpressions(100, 30)],
    ['members and expressions', membersAndExpressions(200, 'rqa', 'md5')],
  ])('%s', (_, text) => {
    const { records, files } = hba(text, 18);
    const before = process.cpuUsage();
    const prover = new Prover({
      records,
      transports: ['local', 'plain', 'tls', 'gss'],
      target: 18,
      known: {},
      budget: () => budgetFor(files),
    });
    for (const statement of statements) expect(prover.prove(statement).verdict).toBeDefined();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});

test('50 statements about 10,000 records are decided in seconds', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, n) => `hostssl db${n % 500} user${n} 10.${(n >> 8) & 255}.${n & 255}.0/24 scram-sha-256`,
  );
  const { records, files } = hba(`${lines.join('\n')}\nhost all all all reject\n`, 18);
  const { statements: many } = readPolicy({
    statements: Array.from({ length: 50 }, (_, n) =>
      n % 2 === 0
        ? { name: `${n}`, works: { role: `user${n}`, database: `db${n}`, from: `10.0.${n}.5`, transport: 'tls' } }
        : { name: `${n}`, never: { database: `db${n}`, from: { not: ['10.0.0.0/8', 'local'] } } },
    ),
  });
  const before = process.cpuUsage();
  const prover = new Prover({
    records,
    transports: ['local', 'plain', 'tls', 'gss'],
    target: 18,
    known: {},
    budget: () => budgetFor(files),
  });
  expect(new Set(many.map((one) => prover.prove(one).verdict))).toEqual(new Set(['holds']));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(8);
});
