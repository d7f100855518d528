/** Asking the oldest and the newest supported major, and the others only where they differ, is asking every one. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../../rules/index.js';
import type { Major } from '../../../src/catalog/majors.js';
import { lastMajor } from '../../../src/catalog/majors.js';
import { parametersOf } from '../../../src/catalog/parameters.js';
import { supportedMajors } from '../../../src/catalog/support.js';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { combinePresets } from '../../../src/linter/configuration/presets.js';
import { judgeCluster } from '../../../src/linter/engine/judge.js';
import { chooseTargets } from '../../../src/linter/engine/target-choice.js';
import { mergeTargets } from '../../../src/linter/engine/targets.js';
import type { Problem } from '../../../src/linter/problem.js';
import { defaultText } from '../../../src/values/parameter-text.js';

const today = '2026-11-28';
const settings = combinePresets(['all'], rules);
const resolveConfig = () => ({ targets: undefined, rules: settings });

/** The problems of one file's cluster by both ways; undefined where the file itself tells its majors. */
function bothWays(name: string, text: string): { asked: string[]; every: string[]; loads: number } | undefined {
  const fileSystem = new MemoryFileSystem({ [`/w/${name}`]: text });
  const finder = new ClusterFinder(fileSystem, { workspace: ['/w'] });
  const [found] = finder.find([`/w/${name}`]);
  const { definition } = found!;
  const loaded = new Set<Major>();
  const source = {
    ...definition,
    load(target: Major) {
      loaded.add(target);
      return loadCluster(definition, fileSystem, target, finder.readerOptions);
    },
  };
  const request = { sources: [source], rules, resolveConfig, today };
  const { targets, certainty } = chooseTargets(source, request);
  if (certainty !== 'supported') return undefined;
  const asked = judgeCluster(source, targets, request).problems;
  const loads = loaded.size;
  const runs = targets.map((target) => ({ target, problems: judgeCluster(source, [target], request).problems }));
  return { asked: sorted(asked), every: sorted(mergeTargets(runs, 'supported')), loads };
}

const sorted = (problems: readonly Problem[]) => problems.map((problem) => JSON.stringify(problem)).sort();

function expectSame(inputs: readonly (readonly [name: string, text: string])[]): { judged: number; short: number } {
  let [judged, short] = [0, 0];
  for (const [name, text] of inputs) {
    const ways = bothWays(name, text);
    if (ways === undefined) continue;
    judged++;
    if (ways.loads === 2) short++;
    if (JSON.stringify(ways.asked) !== JSON.stringify(ways.every))
      expect([text, ways.asked]).toEqual([text, ways.every]);
  }
  return { judged, short };
}

// An ordinary run takes one in sixteen; npm run test:random takes them all.
const every = process.env['PGCONFLINT_RANDOM_RUNS'] === undefined ? 16 : 1;
const isTaken = (_: unknown, index: number) => index % every === 0;

const names = { hba: 'pg_hba.conf', ident: 'pg_ident.conf', conf: 'postgresql.conf', postgresql: 'postgresql.conf' };

describe('the supported majors', () => {
  test('for the recorded cases', () => {
    const cases = readFileSync(new URL('../../fixtures/cases.jsonl', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { file: keyof typeof names; text: string });
    const inputs = cases
      .filter(({ file, text }) => names[file] !== undefined && text.length < 5_000)
      .map(({ file, text }) => [names[file], text] as const);
    const { judged, short } = expectSame(inputs.filter(isTaken));
    expect(judged).toBeGreaterThan(500 / every);
    // Many of these cases were made because majors differ in them.
    expect(short).toBeGreaterThan(300 / every);
  });

  test('for every parameter that any of them knows, with its default and with a word', () => {
    const known = new Map(
      supportedMajors(today).flatMap((major) => parametersOf(major).map((parameter) => [parameter.name, parameter])),
    );
    const inputs = [...known.values()].flatMap((parameter) =>
      [defaultText(parameter) ?? '', 'x', '0'].map(
        (value) => ['postgresql.conf', `${parameter.name} = '${value.replaceAll("'", "''")}'\n`] as const,
      ),
    );
    expect(expectSame(inputs.filter(isTaken)).judged).toBeGreaterThan(1_000 / every);
    expect(lastMajor).toBeGreaterThanOrEqual(supportedMajors(today).at(-1)!);
  });
});
