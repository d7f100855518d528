import { describe, expect, test } from '@jest/globals';
import { nearestNames } from '../../src/catalog/nearest.js';

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
    ['pg_stat_statement.max', ['pg_stat_statements.max']],
    ['auto_explain.log_min_durations', ['auto_explain.log_min_duration']],
  ])('%s is %j', (written, expected) => {
    expect(nearestNames(written, 18)).toEqual(expected);
  });

  test.each(['foo', 'bar_baz', 'max_memory', 'cache_size', 'x', '', 'my.setting', 'connections', 'timeout', 'wal'])(
    'nothing is near to %s',
    (written) => {
      expect(nearestNames(written, 18)).toEqual([]);
    },
  );

  test('names what the target knows', () => {
    expect(nearestNames('wal_keep_sizes', 12)).not.toContain('wal_keep_size');
    expect(nearestNames('wal_keep_sizes', 13)).toEqual(['wal_keep_size']);
  });
});
