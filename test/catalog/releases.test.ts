import { describe, expect, test } from '@jest/globals';
import { majors } from '../../src/catalog/majors.js';
import { parametersOf } from '../../src/catalog/parameters.js';
import { compareReleases, isNewerThanObserved, observationsOf } from '../../src/catalog/releases.js';

describe('what the catalogue was observed on', () => {
  test.each(majors)('%s was observed, and has as many parameters as its servers show', (major) => {
    const observed = observationsOf(major);
    expect(observed?.releases.length).toBeGreaterThan(0);
    const shown = parametersOf(major).filter(({ hidden, needsBuild }) => !hidden && needsBuild === undefined);
    expect(observed?.parameters).toBe(shown.length);
    for (const release of observed?.releases ?? []) expect(release).toMatch(new RegExp(`^${major}(?:\\.\\d|[a-z])`));
  });

  test('a release that nobody has observed is newer', () => {
    const newest = observationsOf(15)!.releases.at(-1)!;
    expect(isNewerThanObserved(15, newest)).toBe(false);
    expect(isNewerThanObserved(15, '15.0')).toBe(false);
    expect(isNewerThanObserved(15, `15.${Number(newest.slice(3)) + 1}`)).toBe(true);
  });
});

test('releases in the order in which they come out', () => {
  const inOrder = ['19devel', '19beta1', '19beta2', '19rc1', '19.0', '19.2', '19.10'];
  expect([...inOrder].reverse().sort(compareReleases)).toEqual(inOrder);
});
