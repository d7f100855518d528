import { describe, expect, test } from '@jest/globals';
import { changesOf, historyOf, successorOf } from '../../src/catalog/history.js';
import { lastMajor, majors } from '../../src/catalog/majors.js';
import { findParameter, parametersOf } from '../../src/catalog/parameters.js';
import { removedNames } from '../../src/catalog/removed.js';

describe('historyOf', () => {
  test('says from when to when a name was known, and what took its place', () => {
    expect(historyOf('wal_keep_segments')).toMatchObject({
      since: 10,
      until: 12,
      removedIn: '13',
      replacedBy: 'wal_keep_size',
    });
    expect(historyOf('force_parallel_mode')).toMatchObject({ until: 15, replacedBy: 'debug_parallel_query' });
    expect(historyOf('WAL_KEEP_SIZE')).toMatchObject({ name: 'wal_keep_size', since: 13, until: undefined });
    expect(historyOf('checkpoint_segments')).toMatchObject({ since: undefined, until: undefined, removedIn: '9.5' });
    expect(historyOf('restore_command')).toMatchObject({ since: 12, recoveryFile: true });
    expect(historyOf('standby_mode')).toMatchObject({ since: undefined, recoveryFile: true, removedIn: '12' });
    expect(historyOf('sort_mem')).toMatchObject({ since: 10, until: undefined, replacedBy: 'work_mem' });
    expect(historyOf('ssl_ecdh_curve')).toMatchObject({ since: 10, until: undefined, replacedBy: 'ssl_groups' });
    expect(historyOf('work_men')).toBeUndefined();
  });

  test('agrees with the servers for every name of every major', () => {
    for (const major of majors) {
      for (const { name } of parametersOf(major)) {
        const history = historyOf(name)!;
        expect(history.name).toBe(name);
        expect(history.since).toBeLessThanOrEqual(major);
        expect(history.until ?? lastMajor).toBeGreaterThanOrEqual(major);
      }
    }
  });

  test('has advice for every name that a later major dropped, and only points to names that exist', () => {
    for (const name of new Set(majors.flatMap((major) => parametersOf(major).map((parameter) => parameter.name)))) {
      const history = historyOf(name)!;
      if (history.until !== undefined && !findParameter(name, 15)?.needsBuild) expect(history.advice).toMatch(/\.$/);
    }
    for (const [name, removed] of removedNames) {
      expect(removed.advice).toMatch(/^[A-Z].*\.$/);
      if (removed.replacedBy) expect(historyOf(removed.replacedBy)).toBeDefined();
      if (!historyOf(name)?.since) expect(removed.removedIn).toBeDefined();
    }
  });
});

test('changesOf lists what the majors changed', () => {
  expect(changesOf('jit')).toEqual([
    { major: 12, field: 'default', before: 'off', after: 'on' },
    { major: 19, field: 'default', before: 'on', after: 'off' },
  ]);
  expect(changesOf('work_mem')).toEqual([]);
  expect(changesOf('vacuum_cost_delay')).toContainEqual({ major: 12, field: 'type', before: 'integer', after: 'real' });
});

describe('successorOf', () => {
  test.each([
    ['wal_keep_segments', '32', { name: 'wal_keep_size', value: '512MB' }],
    ['wal_keep_segments', '0', { name: 'wal_keep_size', value: '0' }],
    ['checkpoint_segments', '10', { name: 'max_wal_size', value: '480MB' }],
    ['redirect_stderr', 'on', { name: 'logging_collector', value: 'on' }],
    ['wal_keep_segments', 'many', undefined],
    ['standby_mode', 'on', undefined],
    ['pause_at_recovery_target', 'true', undefined],
  ])('%s = %s', (name, value, expected) => {
    expect(successorOf(name, value)).toEqual(expected);
  });
});
