import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearestNames } from '../../src/catalog/nearest.js';
import { parametersOf } from '../../src/catalog/parameters.js';

describe('nearestNames', () => {
  test.each([
    ['work_men', ['work_mem']],
    ['wrok_mem', ['work_mem']],
    ['WORK_MEM_', ['work_mem']],
    ['workmem', ['work_mem']],
    ['work-mem', ['work_mem']],
    ['mem_work', ['work_mem']],
    ['shared_buffer', ['shared_buffers']],
    ['share_buffers', ['shared_buffers']],
    ['max_conections', ['max_connections']],
    ['listen_address', ['listen_addresses']],
    ['prot', ['port']],
    ['datestile', ['DateStyle']],
    ['effective_cachesize', ['effective_cache_size']],
    ['checkpoint_completition_target', ['checkpoint_completion_target']],
    ['log_min_duration_statment', ['log_min_duration_statement']],
    ['autovacuum_vaccum_scale_factor', ['autovacuum_vacuum_scale_factor']],
    ['ssl_min_version', ['ssl_min_protocol_version']],
    ['ssl_cert', ['ssl_cert_file']],
    ['idle_in_transaction_timeout', ['idle_in_transaction_session_timeout']],
    ['work_mem_mb', ['work_mem']],
    ['pg_stat_statement.max', ['pg_stat_statements.max']],
    ['auto_explain.log_min_durations', ['auto_explain.log_min_duration']],
  ])('%s is %j', (written, expected) => {
    expect(nearestNames(written, 18)).toEqual(expected);
  });

  test.each([
    'foo',
    'bar_baz',
    'max_memory',
    'cache_size',
    'max_wal',
    'shared_memory',
    'key_buffer_size',
    'max_allowed_packet',
    'x',
    '',
    'my.setting',
    'connections',
    'timeout',
    'wal',
  ])('nothing is near to %s', (written) => {
    expect(nearestNames(written, 18)).toEqual([]);
  });

  test('finds any name again after one slip of a letter, but for the shortest', () => {
    const names = parametersOf(18)
      .filter((parameter) => !parameter.needsBuild && parameter.name.length > 4)
      .map((parameter) => parameter.name);
    const known = new Set(names.map((name) => name.toLowerCase()));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom('drop', 'swap', 'double'),
        (name, where, slip) => {
          const at = where % (name.length - 1);
          const middle = { drop: '', swap: name[at + 1]! + name[at]!, double: name[at]! + name[at]! }[slip]!;
          const written = name.slice(0, at) + middle + name.slice(slip === 'swap' ? at + 2 : at + 1);
          fc.pre(!known.has(written.toLowerCase()));
          expect(nearestNames(written, 18)).toContain(name);
        },
      ),
      { seed: 20261122, numRuns: 150 },
    );
  });

  test('names what the target knows', () => {
    expect(nearestNames('wal_keep_sizes', 12)).not.toContain('wal_keep_size');
    expect(nearestNames('wal_keep_sizes', 13)).toEqual(['wal_keep_size']);
  });
});
