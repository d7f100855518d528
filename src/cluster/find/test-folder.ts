import type { FileSystem } from '../../files/file-system.js';
import { baseNameOf, isInside } from '../../files/paths.js';

/** Words in the names of folders for what runs in tests and measurements only. */
const ofTests = new Set(
  [
    'test tests testing tested testcase testcases testdata testsuite testsuites testsetup testenv testbed testkit testlib',
    'testutil testutils unittest unittests fixture fixtures e2e molecule regress regression ci circleci travis',
    'bench benchs benchmark benchmarks benchmarking',
  ].flatMap((words) => words.split(' ')),
);
/** Folders that are for tests, or hold the work of others, by their whole names. */
const wholeNames = new Set([
  't',
  'spec',
  'specs',
  'vendor',
  'third_party',
  'third-party',
  'thirdparty',
  'node_modules',
]);
/** In the names of files `test` may be anything that somebody tries; these words are of test suites only. */
const ofTestFiles = /(?:^|[^a-z])(?:regress|regression)(?:[^a-z]|$)/i;
/** Beside one of these, or below one that says so, `test` is an environment with a server of its own. */
const otherEnvironments = /^(?:prod|production|prd|live|staging|stage|stg|acceptance|uat|preprod|pre-prod)$/i;
const folderOfEnvironments =
  /^(?:env|envs|environment|environments|inventory|inventories|overlays|stages|tiers|clusters)$/i;

/**
 * Tells by its place whether a file is there for tests, or is the work of others: then no server runs with it that
 * anybody relies on.
 *
 * @param path absolute path of a file
 * @param base the folder from which it was looked at: what that folder and those above it are called says nothing
 * @param fileSystem tells which folders stand beside it
 * @returns the folder that tells it, or the file itself, by its path from `base`; undefined where nothing tells it
 */
export function testPlaceOf(path: string, base: string, fileSystem: Pick<FileSystem, 'list'>): string | undefined {
  if (!isInside(path, base)) return undefined;
  const root = base.endsWith('/') ? base.slice(0, -1) : base;
  const names = path.slice(root.length + 1).split('/');
  const file = names.pop()!;
  const above = (index: number) => [root, ...names.slice(0, index)].join('/');
  const at = names.findIndex(
    (name, index) => isOfTests(name, names[index - 1]) && !isEnvironment(name, above(index), fileSystem),
  );
  if (at !== -1) return `${names.slice(0, at + 1).join('/')}/`;
  return ofTestFiles.test(file) ? [...names, file].join('/') : undefined;
}

function isEnvironment(name: string, above: string, fileSystem: Pick<FileSystem, 'list'>): boolean {
  if (!/^tests?$/i.test(name)) return false;
  if (folderOfEnvironments.test(baseNameOf(above))) return true;
  return fileSystem.list(above === '' ? '/' : above).some((other) => otherEnvironments.test(other));
}

function isOfTests(name: string, parent: string | undefined): boolean {
  if (wholeNames.has(name.toLowerCase()) || (name === 'it' && parent === 'src')) return true;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z0-9]+/).some((word) => ofTests.has(word));
}
