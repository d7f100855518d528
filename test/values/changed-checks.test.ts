import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { findParameter } from '../../src/catalog/parameters.js';
import { readValue } from '../../src/values/read.js';

const read = (name: string, text: string, major: Major) => readValue(findParameter(name, major)!, text, major);

describe('values that a later release reads in another way', () => {
  // `postgres -C` of 15.20; 19rc1 takes them all, and what 19.0 does was not observed.
  test.each(['a,b', '"A b"', 'a/b', '', ' ', '*'])('output_plugin_libraries = %j is a list', (text) => {
    expect(read('output_plugin_libraries', text, 15)).toMatchObject({ ok: true, canonical: text });
    expect(read('output_plugin_libraries', text, 19)).toMatchObject({ ok: true, canonical: text });
  });

  test.each(['m ]', 'a,,b', '"a', 'a b'])('output_plugin_libraries = %j is not a list', (text) => {
    expect(read('output_plugin_libraries', text, 15).ok).toBe(false);
    expect(read('output_plugin_libraries', text, 19).ok).toBeUndefined();
  });

  // `postgres -C` of 18.4 and 19rc1.
  test.each(['MULE_INTERNAL', 'mule-internal', 'Mule Internal'])('client_encoding = %s ended with 18', (text) => {
    expect(read('client_encoding', text, 18)).toMatchObject({ ok: true, canonical: 'MULE_INTERNAL' });
    expect(read('client_encoding', text, 19)).toMatchObject({
      ok: false,
      message: `PostgreSQL 19 has no encoding ${text}; 18 was the last to know it. Most clients use UTF8.`,
    });
  });

  test('wal_compression = on means another method in 19', () => {
    for (const text of ['on', 'TRUE', '1']) {
      expect(read('wal_compression', text, 18)).toMatchObject({ ok: true, canonical: 'pglz' });
      expect(read('wal_compression', text, 19)).toMatchObject({ ok: true, canonical: 'zstd' });
    }
  });

  test('19 keeps the name of one replication slot for itself', () => {
    expect(read('primary_slot_name', 'pg_conflict_detection', 18).ok).toBe(true);
    expect(read('primary_slot_name', 'pg_conflict_detection', 19).ok).toBe(false);
    expect(read('primary_slot_name', 'pg_conflict_detection2', 19).ok).toBe(true);
  });
});
