import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { findParameter } from '../../src/catalog/parameters.js';
import { readValue } from '../../src/values/read.js';

function refusal(name: string, text: string, major: Major = 18) {
  const reading = readValue(findParameter(name, major)!, text, major);
  if (reading.ok !== false) throw new Error(`${name} = ${text} is not refused`);
  return reading;
}

describe('what was certainly meant', () => {
  test.each<[name: string, text: string, suggestion: string | undefined, major: Major]>([
    ['work_mem', '128M', '128MB', 18],
    ['work_mem', '1 kb', undefined, 18],
    ['work_mem', '64 kb', '64kB', 18],
    ['statement_timeout', '0.5 hour', '30min', 18],
    ['statement_timeout', '0.5h', '30min', 11],
    ['statement_timeout', '5m', undefined, 18],
    ['statement_timeout', '10 sec', '10s', 18],
    ['log_rotation_age', '1 day', '1d', 18],
    ['port', '09', '9', 18],
    ['max_connections', '0100x', undefined, 18],
    ['unix_socket_permissions', '777', '0777', 18],
    ['shared_buffers', '10', undefined, 18],
    ['fsync', 'enabled', 'on', 18],
    ['fsync', 'off ', 'off', 18],
    ['fsync', 'maybe', undefined, 18],
    ['wal_level', 'replika', 'replica', 18],
    ['client_encoding', 'utf9', 'UTF8', 18],
    ['recovery_target', 'IMMEDIATE', 'immediate', 18],
    ['primary_slot_name', 'Standby_1', 'standby_1', 18],
    ['vacuum_buffer_usage_limit', '09', undefined, 18],
    ['recovery_target_time', '2026-01-01 10:00:00Z', '2026-01-01 10:00:00+00', 18],
    ['TimeZone', 'Europe/Pariss', 'Europe/Paris', 18],
    ['TimeZone', 'America/New York', 'America/New_York', 18],
  ])('%s = %s', (name, text, suggestion, major) => {
    const reading = refusal(name, text, major);
    expect(reading.suggestion).toBe(suggestion);
    if (suggestion !== undefined) expect(reading.message).toContain(`Write ${suggestion}.`);
  });
});

describe('why', () => {
  test.each<[name: string, text: string, code: string, message: RegExp]>([
    ['work_mem', '128M', 'invalid-unit', /the units are B, kB, MB, GB and TB, and case matters/],
    ['work_mem', '1kB', 'out-of-range', /at least 64 kB|between 64 kB and/],
    ['port', '70000', 'out-of-range', /between 1 and 65535/],
    ['port', '99999999999999999999', 'out-of-range', /larger than any number/],
    ['port', '10s', 'invalid-value', /plain number without a unit/],
    ['port', '09', 'invalid-value', /octal/],
    ['server_version', '18', 'cannot-be-changed', /Remove the line/],
    ['synchronous_standby_names', 'node-1', 'invalid-value', /"node-1"/],
    ['DateStyle', 'iso, sql', 'invalid-value', /two styles/],
    ['log_connections', 'on,receipt', 'invalid-value', /cannot stand in a list/],
    ['TimeZone', 'FOO5:30:15', 'invalid-value', /odd seconds/],
  ])('%s = %s', (name, text, code, message) => {
    expect(refusal(name, text)).toMatchObject({ code, message: expect.stringMatching(message) });
  });
  test('10 and 11 take whole numbers only', () => {
    expect(refusal('work_mem', '1.5MB', 11).message).toMatch(/whole numbers only.* Write 1536kB\./);
  });
});

describe('what files alone do not decide', () => {
  test.each<[name: string, text: string, reason: RegExp]>([
    ['lc_messages', 'en_US.UTF-8', /machine/],
    ['max_stack_depth', '100MB', /stack/],
    ['wal_compression', 'zstd', /built/],
    ['bonjour', 'on', /built/],
    ['log_destination', 'eventlog', /Windows/],
    ['port', '0b101', /C library/],
    ['TimeZone', 'posix/UTC', /database/],
    ['recovery_target_time', '31.12.2020', /DateStyle/],
  ])('%s = %s', (name, text, reason) => {
    expect(readValue(findParameter(name, 18)!, text, 18)).toMatchObject({
      ok: undefined,
      reason: expect.stringMatching(reason),
    });
  });
});

describe('surroundings', () => {
  test('bytes of a Latin-1 file count one by one', () => {
    const parameter = findParameter('cluster_name', 18)!;
    expect(readValue(parameter, 'é', 18, { encoding: 'latin1' })).toMatchObject({ canonical: '\\xe9' });
    expect(readValue(parameter, 'é', 18)).toMatchObject({ canonical: '\\xc3\\xa9' });
    expect(readValue(findParameter('cluster_name', 15)!, 'é', 15)).toMatchObject({ canonical: '??' });
  });
  test('abbreviations of zones are unknown unless a file of them is named before', () => {
    const parameter = findParameter('recovery_target_time', 18)!;
    expect(readValue(parameter, '2026-01-01 10:00 CEST', 18).ok).toBe(false);
    expect(readValue(parameter, '2026-01-01 10:00 CEST', 18, { hasTimeZoneAbbreviations: true }).ok).toBeUndefined();
  });
});

describe('log_min_messages of 19 is a list', () => {
  const read = (text: string) => readValue(findParameter('log_min_messages', 19)!, text, 19);
  test.each(['warning', 'DEBUG2', 'debug', 'warning, autovacuum:debug1', 'backend:error,fatal'])(
    '%s is taken',
    (text) => {
      expect(read(text)).toMatchObject({ ok: true, canonical: text });
    },
  );
  test.each(['', 'warnin', 'backend:debug1', 'warning, error', 'warning, backend:x', 'warning,,'])(
    '%j is refused',
    (text) => {
      expect(read(text).ok).toBe(false);
    },
  );
  test('what no server was asked about is left open', () => {
    expect(read('warning, ioworker:debug1').ok).toBeUndefined();
  });
});
