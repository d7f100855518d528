/** Judging a record costs the same however many records there are. */
import { describe, expect, test } from '@jest/globals';
import { shapes } from '../../../benchmark/texts.js';
import { rules } from '../../../rules/index.js';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { loadCluster } from '../../../src/cluster/load.js';
import type { Cluster, HbaRecord } from '../../../src/cluster/types.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { combinePresets } from '../../../src/linter/configuration/presets.js';
import { judgeCluster } from '../../../src/linter/engine/judge.js';

const settings = combinePresets(['all'], rules);
const request = { rules, resolveConfig: () => ({ targets: undefined, rules: settings }), today: '2026-11-28' };

/** How often the rules take a record out of the list of a cluster's records. */
function looksAtRecords(text: string): number {
  const fileSystem = new MemoryFileSystem({ '/w/pg_hba.conf': text });
  const finder = new ClusterFinder(fileSystem, { workspace: ['/w'] });
  const { definition } = finder.find(['/w/pg_hba.conf'])[0]!;
  let looks = 0;
  const counted = (cluster: Cluster): Cluster => {
    const records = new Proxy(cluster.hba!.records, {
      get(target, key, receiver): HbaRecord | number | undefined {
        if (typeof key === 'string' && /^\d/.test(key)) looks++;
        return Reflect.get(target, key, receiver);
      },
    });
    return { ...cluster, hba: { ...cluster.hba!, records } };
  };
  const load = () => counted(loadCluster(definition, fileSystem, 18, finder.readerOptions));
  judgeCluster({ ...definition, load }, [18], { ...request, sources: [] });
  return looks;
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('looks at records grow with the records', () => {
  for (const [shape, line] of Object.entries(shapes)) {
    test(shape, () => {
      const [few, many] = [looksAtRecords(lines(100, line)), looksAtRecords(lines(800, line))];
      expect(few).toBeGreaterThan(100);
      expect(many / few).toBeLessThan(10);
    });
  }
});
