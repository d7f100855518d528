import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import type { Major } from '../../src/catalog/majors.js';
import { majors } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { itemsBetween, releaseItems } from '../../src/upgrade/notes/items.js';
import { compareMajors } from '../../src/upgrade/upgrade.js';
import { defaults, type Files, meanings, told } from './release-note-cases.js';

async function upgrade(files: Files, from: Major, to: Major) {
  const texts = typeof files === 'string' ? { 'postgresql.conf': `${files}\n` } : files;
  const entries = Object.entries(texts).map(([name, text]) => [`/data/${name}`, text] as const);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(entries));
  const finder = new ClusterFinder(fileSystem, { workspace: ['/data'] });
  const sources = finder.find(entries.map(([path]) => path)).map(({ definition }) => ({
    path: definition.path,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  const { clusters } = await compareMajors(sources, rules, { from, to }, '2026-11-27');
  return clusters[0]!;
}

const majorBefore = (major: Major) => (major - 1) as Major;
const shownBy = (shown: string) => releaseItems.filter((item) => item.shown === shown);

test('every item of the release notes has a case', () => {
  const without = releaseItems.filter(({ id, shown }) => {
    if (shown === 'by hand' || shown === 'dump') return false;
    return !(id in (shown === 'rule' ? told : shown === 'default' ? defaults : meanings));
  });
  expect(without).toEqual([]);
  expect(new Set(releaseItems.map(({ id }) => id)).size).toBe(releaseItems.length);
});

describe('what the new major refuses, ignores or calls outdated', () => {
  test.each(shownBy('rule').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const { files, rule } = told[id]!;
    const { refused, changed, deprecated } = await upgrade(files, majorBefore(major), major);
    expect([...refused, ...changed, ...deprecated].map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

describe('defaults that change', () => {
  test.each(shownBy('default').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const found = await upgrade('port = 5432', majorBefore(major), major);
    expect(found.defaults.map(({ name }) => name)).toContain(defaults[id]);
  });
});

describe('the same text with another meaning', () => {
  test.each(shownBy('meaning').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const { files, advice, silent } = meanings[id]!;
    const found = (await upgrade(files, majorBefore(major), major)).items.filter((item) => item.id === id);
    expect(found.map((item) => item.advice).join('\n')).toMatch(advice);
    expect(found.every(({ at }) => at !== undefined)).toBe(true);
    for (const other of silent) {
      const items = (await upgrade(other, majorBefore(major), major)).items.filter((item) => item.id === id);
      expect([other, items.map((item) => item.advice)]).toEqual([other, []]);
    }
    // A move that does not pass the major says nothing of it.
    if (!majors.includes((major + 1) as Major)) return;
    const later = (await upgrade(files, major, (major + 1) as Major)).items.filter((item) => item.id === id);
    expect(later).toEqual([]);
  });
});

test('what files do not show is on the list of every move that passes it', async () => {
  const found = await upgrade('port = 5432', 11, 19);
  const byHand = itemsBetween(11, 19).filter(({ shown }) => shown === 'by hand');
  expect(found.items.filter(({ at }) => at === undefined).map(({ id }) => id)).toEqual(byHand.map(({ id }) => id));
});
