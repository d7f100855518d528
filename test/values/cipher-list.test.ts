import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isA, readCipherList, usableSuites } from '../../src/values/cipher-list.js';

interface Recorded {
  list: string;
  count: number;
  digest?: string;
}

const recorded = readFileSync('test/fixtures/cipher-lists.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Recorded => JSON.parse(line));

/** The names that the build has which was asked, sorted. */
function builtIn(list: string): string[] {
  const { suites } = readCipherList(list);
  return suites
    .filter((suite) => !suite.isSeldom)
    .map((suite) => suite.name)
    .sort();
}

describe('cipher lists', () => {
  test('random lists leave what openssl ciphers of OpenSSL 3.0.19 leaves', () => {
    expect(recorded.length).toBeGreaterThan(300);
    for (const { list, count, digest } of recorded) {
      const names = builtIn(list);
      expect({ list, count: names.length }).toEqual({ list, count });
      if (digest === undefined) continue;
      const ours = createHash('sha256').update(names.join(':')).digest('hex').slice(0, 16);
      expect({ list, digest: ours }).toEqual({ list, digest });
    }
  });

  test('a word that is not known is passed over, with what follows it', () => {
    expect(readCipherList('HIGH:!aNUL:ECDHE+foo+AES').unknown).toEqual([
      { word: 'aNUL', element: '!aNUL' },
      { word: 'foo', element: 'ECDHE+foo+AES' },
    ]);
    expect(readCipherList('high').suites).toEqual([]);
  });

  test.each(['HIGH:@FOO', 'HIGH+', 'HIGH:!', 'HIGH:*', 'HIGH|MEDIUM', 'HIGH:@SECLEVEL=9'])('%s is refused', (list) => {
    expect(readCipherList(list)).toMatchObject({ suites: [], error: expect.any(String) });
  });

  test('the security level keeps suites out that the list leaves', () => {
    const list = readCipherList('ALL:COMPLEMENTOFALL:@SECLEVEL=1');
    expect(list.level).toBe(1);
    const some = (word: string, level: number) => usableSuites(list.suites, level).some((suite) => isA(suite, word));
    expect([some('eNULL', 0), some('aNULL', 0), some('MD5', 0)]).toEqual([true, true, true]);
    expect([some('eNULL', 1), some('aNULL', 1), some('MD5', 1), some('RC4', 1)]).toEqual([false, false, false, true]);
    expect([some('RC4', 2), some('kRSA', 2), some('kRSA', 3)]).toEqual([false, true, false]);
    expect(some('PSK', 0)).toBe(false);
  });

  test('what some builds refuse and others pass over is left open', () => {
    expect(readCipherList('HIGH:RC4-SHA/').isOpen).toBe(true);
    expect(readCipherList('HIGH:AES128-SHA/').isOpen).toBe(false);
  });
});
