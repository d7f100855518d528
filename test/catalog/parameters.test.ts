import { describe, expect, test } from '@jest/globals';
import { majors } from '../../src/catalog/majors.js';
import {
  canonicalName,
  extensionParameter,
  extensionParametersOf,
  findParameter,
  parametersOf,
} from '../../src/catalog/parameters.js';

describe('findParameter', () => {
  test('gives what each server shows in pg_settings, fields that changed included', () => {
    expect(findParameter('maintenance_work_mem', 16)).toMatchObject({ min: 1024, unit: 'kB', default: '65536' });
    expect(findParameter('maintenance_work_mem', 17)).toMatchObject({ min: 64, max: 2147483647 });
    expect(findParameter('wal_compression', 14)).toMatchObject({ type: 'bool', values: undefined });
    expect(findParameter('wal_compression', 15)).toMatchObject({ type: 'enum', buildValues: ['lz4', 'zstd'] });
    expect(findParameter('log_min_messages', 18)).toMatchObject({ type: 'enum', hiddenValues: ['debug'] });
    expect(findParameter('log_min_messages', 19)).toMatchObject({ type: 'string', values: undefined });
    expect(findParameter('log_min_messages', 19)?.hiddenValues).toBeUndefined();
    expect(findParameter('geqo_selection_bias', 18)).toMatchObject({ type: 'real', min: 1.5, max: 2 });
    expect(findParameter('random_page_cost', 18)?.max).toBe(Number.MAX_VALUE);
  });

  test('compares names in ASCII letters only and keeps the server’s spelling', () => {
    expect(findParameter('DATESTYLE', 18)?.name).toBe('DateStyle');
    expect(findParameter('timezone', 10)?.name).toBe('TimeZone');
    // U+212A, the Kelvin sign, lower-cases to k in Unicode but is no letter to the server.
    expect(findParameter('wor\u212A_mem', 18)).toBeUndefined();
  });

  test('takes old names where the servers do', () => {
    for (const major of majors) {
      expect(findParameter('Sort_Mem', major)?.name).toBe('work_mem');
      expect(findParameter('vacuum_mem', major)?.name).toBe('maintenance_work_mem');
    }
    expect(findParameter('ssl_ecdh_curve', 17)?.name).toBe('ssl_ecdh_curve');
    expect(findParameter('ssl_ecdh_curve', 18)?.name).toBe('ssl_groups');
    expect(findParameter('ssl_groups', 17)).toBeUndefined();
    expect(findParameter('force_parallel_mode', 16)).toBeUndefined();
  });

  test('knows names that pg_settings hides', () => {
    for (const major of majors) {
      expect(findParameter('role', major)?.hidden).toBe(true);
      expect(findParameter('is_superuser', major)?.context).toBe('internal');
      expect(findParameter('default_with_oids', major)?.hidden).toBe(major < 12 ? undefined : true);
    }
  });

  test('says which names and values depend on the build', () => {
    expect(findParameter('trace_locks', 18)?.needsBuild).toBe('LOCK_DEBUG');
    expect(findParameter('extension_destdir', 18)).toBeUndefined();
    expect(findParameter('io_method', 18)).toMatchObject({
      values: ['sync', 'worker', 'io_uring'],
      buildValues: ['io_uring'],
    });
  });

  test('says which names came with a minor release', () => {
    expect(findParameter('output_plugin_libraries', 16)?.sinceMinor).toBe('16.15');
    expect(findParameter('file_extend_method', 18)?.sinceMinor).toBe('18.2');
    expect(findParameter('file_extend_method', 19)?.sinceMinor).toBeUndefined();
    expect(findParameter('composite_type_mismatch', 15)).toMatchObject({
      sinceMinor: '15.20',
      values: ['error', 'warn', 'disabled'],
      context: 'superuser',
      default: 'error',
    });
    expect(findParameter('composite_type_mismatch', 13)).toBeUndefined();
    expect(findParameter('work_mem', 16)?.sinceMinor).toBeUndefined();
  });

  test('gives no default where the machine decides', () => {
    expect(findParameter('unix_socket_directories', 18)?.default).toBeUndefined();
    expect(findParameter('max_stack_depth', 18)?.default).toBeUndefined();
    expect(findParameter('server_version', 18)?.default).toBeUndefined();
    expect(findParameter('block_size', 18)?.default).toBe('8192');
    expect(findParameter('data_directory', 18)?.default).toBeUndefined();
    expect(findParameter('archive_command', 18)?.default).toBe('');
  });

  test('knows as many parameters as pg_settings of each major’s latest release has', () => {
    const shown = majors.map((major) => parametersOf(major).filter((p) => !p.hidden && !p.needsBuild).length);
    expect(shown).toEqual([271, 291, 316, 331, 348, 355, 364, 380, 400, 420, 422]);
  });

  test('every entry is complete', () => {
    for (const major of majors) {
      for (const parameter of [...parametersOf(major), ...extensionParametersOf(major)]) {
        expect(parameter.category).not.toBe('');
        expect(parameter.type === 'enum').toBe(parameter.values !== undefined);
        if (parameter.min !== undefined) expect(parameter.min).toBeLessThanOrEqual(parameter.max!);
        if (parameter.type === 'enum' && parameter.default !== undefined) {
          expect([parameter.name, ...parameter.values!]).toContain(parameter.default);
        }
      }
    }
  });
});

describe('extensionParameter', () => {
  test('knows the majors in which PostgreSQL’s own libraries have a parameter', () => {
    expect(extensionParameter('pg_stat_statements.track_planning', 12)).toBeUndefined();
    expect(extensionParameter('PG_STAT_STATEMENTS.Track_Planning', 13)).toMatchObject({
      name: 'pg_stat_statements.track_planning',
      library: 'pg_stat_statements',
      category: 'Library: pg_stat_statements',
    });
    expect(extensionParameter('pg_stat_statements.max', 18)?.approximate).toBeUndefined();
    expect(extensionParameter('pg_stat_statements.max', 19)?.approximate).toBeUndefined();
    // Read on 19rc1.
    expect(extensionParameter('auto_explain.log_io', 18)).toBeUndefined();
    expect(extensionParameter('auto_explain.log_io', 19)).toMatchObject({ type: 'bool', context: 'superuser' });
    expect(extensionParameter('pg_stash_advice.persist_interval', 19)).toMatchObject({ unit: 's', min: 0, max: 3600 });
  });

  test('knows libraries of others on every major, and says that versions differ', () => {
    expect(extensionParameter('pgaudit.log', 14)).toMatchObject({ library: 'pgaudit', approximate: true });
    expect(extensionParameter('pgaudit.log_directory', 14)?.library).toBe('pgauditlogtofile');
    expect(extensionParameter('cron.database_name', 16)?.library).toBe('pg_cron');
    expect(extensionParameter('work_mem', 16)).toBeUndefined();
  });
});

test('canonicalName knows every spelling that some major takes', () => {
  expect(canonicalName('intervalSTYLE')).toBe('IntervalStyle');
  expect(canonicalName('sort_mem')).toBe('work_mem');
  expect(canonicalName('wal_keep_segments')).toBe('wal_keep_segments');
  expect(canonicalName('Auto_Explain.log_format')).toBe('auto_explain.log_format');
  expect(canonicalName('work_men')).toBeUndefined();
});
