import { describe, expect, test } from '@jest/globals';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { testPlaceOf } from '../../../src/cluster/find/test-folder.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';

const empty = new MemoryFileSystem({});

describe('testPlaceOf', () => {
  test.each([
    ['test/pg_hba.conf', 'test/'],
    ['src/test/resources/postgresql.conf', 'src/test/'],
    ['contrib/mmts/tests/pg_hba.conf', 'contrib/mmts/tests/'],
    ['docker_testing/pg_hba.conf', 'docker_testing/'],
    ['testsetup/pg_hba.conf', 'testsetup/'],
    ['integrationTests/postgresql.conf', 'integrationTests/'],
    ['spec/fixtures/postgresql.conf', 'spec/'],
    ['molecule/default/files/postgresql.conf', 'molecule/'],
    ['.ci/postgresql.conf', '.ci/'],
    ['db/benchmarks/postgresql.conf', 'db/benchmarks/'],
    ['src/it/postgresql.conf', 'src/it/'],
    ['vendor/gitlab/postgresql.conf', 'vendor/'],
    ['contrib/pglogical/regress-pg_hba.conf', 'contrib/pglogical/regress-pg_hba.conf'],
  ])('%s is told by %s', (path, place) => {
    expect(testPlaceOf(`/repo/${path}`, '/repo', empty)).toBe(place);
    expect(testPlaceOf(`/${path}`, '/', empty)).toBe(place);
  });

  test.each([
    'pg_hba.conf',
    'latest/postgresql.conf',
    'contest/postgresql.conf',
    'attestation/postgresql.conf',
    'it/postgresql.conf',
    'inspector/postgresql.conf',
    'ansibleteste/postgresql.conf',
    'examples/postgresql.conf',
    // Somebody tries something.
    'test.conf',
    'postgresql.test.conf',
    'regressive/postgresql.conf',
  ])('%s is like any other', (path) => expect(testPlaceOf(`/repo/${path}`, '/repo', empty)).toBeUndefined());

  test('the folder that was looked at, and those above it, say nothing', () => {
    expect(testPlaceOf('/home/me/test/pg_hba.conf', '/home/me/test', empty)).toBeUndefined();
    expect(testPlaceOf('/home/me/test/db/pg_hba.conf', '/home/me/test', empty)).toBeUndefined();
    expect(testPlaceOf('/elsewhere/test/pg_hba.conf', '/home/me', empty)).toBeUndefined();
  });

  test('an environment for tests has a server of its own', () => {
    const disk = new MemoryFileSystem({ '/r/deploy/prod/x': '', '/r/deploy/test/x': '', '/r/db/test/x': '' });
    expect(testPlaceOf('/r/deploy/test/postgresql.conf', '/r', disk)).toBeUndefined();
    expect(testPlaceOf('/r/environments/test/postgresql.conf', '/r', disk)).toBeUndefined();
    expect(testPlaceOf('/r/db/test/postgresql.conf', '/r', disk)).toBe('db/test/');
    expect(testPlaceOf('/r/deploy/test/fixtures/postgresql.conf', '/r', disk)).toBe('deploy/test/fixtures/');
    expect(testPlaceOf('/test/postgresql.conf', '/', new MemoryFileSystem({ '/prod/x': '' }))).toBeUndefined();
  });
});

describe('ClusterFinder', () => {
  const files = { '/ws/test/db/postgresql.conf': 'port = 5433\n', '/ws/postgresql.conf': 'port = 5432\n' };
  const placesOf = (paths: string[], clusters: { main: string }[] = [], namedByTool = true) =>
    new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'], clusters, namedByTool })
      .find(paths)
      .map(({ definition, testPlace }) => [definition.path, testPlace]);

  test('tells which clusters are for tests, from the folder that was named or the workspace', () => {
    const whole = [
      ['/ws/postgresql.conf', undefined],
      ['/ws/test/db/postgresql.conf', 'test/'],
    ];
    expect(placesOf(['/ws'])).toEqual(whole);
    expect(placesOf(['/ws/test/db/postgresql.conf'])).toEqual([whole[1]]);
    expect(placesOf(['/ws/test'])).toEqual([['/ws/test/db/postgresql.conf', undefined]]);
    expect(placesOf(['/ws/test/db/postgresql.conf'], [], false)).toEqual([['/ws/test/db/postgresql.conf', undefined]]);
    expect(placesOf(['/ws', '/ws/test/db/postgresql.conf'], [], false)[1]).toEqual([
      '/ws/test/db/postgresql.conf',
      undefined,
    ]);
  });

  test('what is named in any way that makes it a server counts, whatever the order', () => {
    const named = [['/ws/test/db/postgresql.conf', undefined]];
    expect(placesOf(['/ws/test', '/ws/test/db/postgresql.conf'])).toEqual(named);
    expect(placesOf(['/ws/test/db/postgresql.conf', '/ws/test'])).toEqual(named);
    expect(placesOf(['/ws/test/db/postgresql.conf'], [{ main: '/ws/test/db/postgresql.conf' }])).toEqual(named);
  });
});
