/** Asking rules again of changed records only is asking them of all. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../../rules/index.js';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { combinePresets } from '../../../src/linter/configuration/presets.js';
import { judgeCluster } from '../../../src/linter/engine/judge.js';
import { RecordMemory } from '../../../src/linter/engine/record-memory.js';
import type { Problem } from '../../../src/linter/problem.js';
import { changedLines } from '../../../src/syntax/changed-lines.js';

const settings = combinePresets(['all'], rules);
const request = {
  sources: [],
  rules,
  resolveConfig: () => ({ targets: undefined, rules: settings }),
  today: '2026-11-28',
};
const random = { numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 15) };

const words = (...list: string[]) => fc.constantFrom(...list);
const record = fc
  .tuple(
    words('host', 'host', 'hostssl', 'hostnossl', 'local', 'HOST', 'hostgssenc'),
    words('all', 'db', 'replication', '"all"', 'sameuser', 'samerole', 'ALL', 'a,b', '/^d', '%'),
    words('all', 'app', 'postgres', 'replication', '+staff', 'rep', '/^r.*', 'a,b', '‘app’', '"app"'),
    words(
      '0.0.0.0/0',
      '::/0',
      '10.0.0.5/8',
      '10.0.0.5',
      'samenet',
      'all',
      '127.0.0.1/32',
      '*',
      'example.com',
      '8.8.0.0/16',
      '',
    ),
    words(
      'trust',
      'md5',
      'scram-sha-256',
      'reject',
      'password',
      'ident',
      'peer',
      'cert',
      'ldap ldapserver=h',
      'ident map=m',
      'gss',
      'Trust',
      '',
    ),
  )
  .map((columns) => columns.join(' '));
const line = fc.oneof(
  { weight: 12, arbitrary: record },
  { weight: 6, arbitrary: words('', '', '# why', '# who') },
  words('\\', 'include other', 'host @names all 10.0.0.0/8 md5', 'host all all {{ net }} md5', '{% if x %}', 'x'),
); // prettier-ignore
/** Lines that come into the place of others. */
const edit = fc.record({
  at: fc.nat(12),
  gone: fc.nat(2),
  lines: fc.array(line, { maxLength: 2 }),
  ending: words('', '\\', '\r'),
});

const sorted = (problems: readonly Problem[]) => problems.map((problem) => JSON.stringify(problem)).sort();

describe('what is remembered of records', () => {
  test('changes nothing that is found, whatever is typed', () => {
    let asked = 0;
    const check = fc.property(
      fc.array(line, { minLength: 3, maxLength: 12 }),
      fc.array(edit, { maxLength: 6 }),
      fc.boolean(),
      (first, edits, hasConf) => {
        const fileSystem = new MemoryFileSystem({
          '/w/names': 'x y',
          ...(hasConf ? { '/w/postgresql.conf': 'ssl = off\n' } : {}),
        });
        const memory = new RecordMemory();
        let lines = first;
        const compare = () => {
          fileSystem.write('/w/pg_hba.conf', lines.join('\n'));
          const finder = new ClusterFinder(fileSystem, { workspace: ['/w'] });
          const { definition } = finder.find(['/w/pg_hba.conf'])[0]!;
          const load = (target: Parameters<typeof loadCluster>[2]) =>
            loadCluster(definition, fileSystem, target, finder.readerOptions);
          const judge = (kept?: RecordMemory) =>
            judgeCluster({ ...definition, load, ...(kept === undefined ? {} : { memory: kept }) }, [15, 18], request);
          expect(sorted(judge(memory).problems)).toEqual(sorted(judge().problems));
          asked++;
        };
        compare();
        for (const { at, gone, lines: put, ending } of edits) {
          const before = lines.slice(0, at).map((text, index) => (index === at - 1 ? text + ending : text));
          lines = [...before, ...put, ...lines.slice(at + gone)];
          compare();
        }
      },
    );
    fc.assert(check, random);
    expect(asked).toBeGreaterThan(20);
  });
});

describe('the lines that differ', () => {
  const text = fc
    .array(words('a', 'b', '\n', '\n', 'a\n', 'x'.repeat(5000)), { maxLength: 8 })
    .map((parts) => parts.join(''));

  test('are all that differs, from the start of a line to the end of one', () => {
    const check = fc.property(text, text, (before, after) => {
      const { start, endBefore, endAfter } = changedLines(before, after);
      expect(before.slice(0, start) === after.slice(0, start)).toBe(true);
      expect(before.slice(endBefore) === after.slice(endAfter)).toBe(true);
      expect(start <= endBefore && start <= endAfter).toBe(true);
      if (start > 0) expect(after[start - 1]).toBe('\n');
      for (const [whole, end] of [
        [before, endBefore],
        [after, endAfter],
      ] as const)
        if (end < whole.length && end > 0) expect(whole[end - 1]).toBe('\n');
    });
    fc.assert(check, { numRuns: 500 });
  });

  test('are none where nothing differs, and one where one differs', () => {
    expect(changedLines('a\nb\nc\n', 'a\nbx\nc\n')).toEqual({ start: 2, endBefore: 4, endAfter: 5 });
    expect(changedLines('a\nb\n', 'a\nc\nb\n')).toEqual({ start: 2, endBefore: 2, endAfter: 4 });
    const { start, endBefore } = changedLines('a\nb', 'a\nb');
    expect(endBefore - start).toBeLessThanOrEqual(1);
  });
});
