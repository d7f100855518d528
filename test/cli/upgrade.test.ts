import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const conf =
  "wal_keep_segments = 10 # for standbys\nforce_parallel_mode = off\nstats_temp_directory = '/run/stats'\nssl_ecdh_curve = prime256v1\n";

const folderWith = (text: string) =>
  makeFolder({ 'postgresql.conf': text, 'pg_hba.conf': 'host all all samenet md5\nlocal all all peer\n' });

async function upgrade(folder: string, ...args: string[]) {
  const { code, output, errors } = await runIn(folder, ['upgrade', '.', ...args, '--format', 'json']);
  return { code, errors, cluster: code === 2 ? undefined : JSON.parse(output).clusters[0] };
}

describe('pgconflint upgrade', () => {
  test('tells what no longer loads, with the converted value', async () => {
    const { code, cluster } = await upgrade(folderWith(conf), '--from', '12', '--to', '18');
    expect(code).toBe(1);
    expect(cluster.refused.map((one: { place: string; fix: string }) => [one.place, one.fix])).toEqual([
      ['postgresql.conf:1', 'Write wal_keep_size = 160MB'],
      ['postgresql.conf:2', 'Write debug_parallel_query = off'],
      ['postgresql.conf:3', null],
    ]);
    expect(cluster.deprecated.map((one: { rule: string }) => one.rule).sort()).toEqual(['conf/old-name', 'hba/no-md5']);
  });

  test('tells the defaults that change, but not under settings that the files set', async () => {
    const { cluster } = await upgrade(folderWith('jit = off\n'), '--from', '11', '--to', '14');
    const defaults = new Map(
      cluster.defaults.map((one: { name: string; before: string; after: string }) => [one.name, one]),
    );
    expect(defaults.get('password_encryption')).toMatchObject({
      before: 'md5',
      after: 'scram-sha-256',
      changedIn: [14],
    });
    expect(defaults.has('jit')).toBe(false);
    expect(defaults.has('server_version_num')).toBe(false);
  });

  test('what is broken already is not the upgrade’s', async () => {
    const { cluster } = await upgrade(folderWith('broken broken broken\n'), '--from', '15', '--to', '16');
    expect(cluster.refused).toEqual([]);
    expect(cluster.alreadyBroken).toBe(1);
  });

  test('mends what is certain and keeps the comments', async () => {
    const folder = folderWith('wal_keep_segments = 10 # for standbys\n');
    const { code } = await upgrade(folder, '--from', '12', '--to', '17', '--fix');
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/postgresql.conf`, 'utf8')).toBe('wal_keep_size = 160MB # for standbys\n');
  });

  test('has a table and Markdown', async () => {
    const folder = folderWith('wal_keep_segments = 10\n');
    const table = await runIn(folder, ['upgrade', '.', '--from', '12', '--to', '17']);
    expect(table.output).toContain(
      'postgresql.conf: from PostgreSQL 12 to 17\n\nBefore the upgrade\n  [ ] postgresql.conf:1  ',
    );
    expect(table.output).toContain('        --fix: Write wal_keep_size = 160MB\n');
    expect(table.output).toMatch(/\nDuring the upgrade\n {2}\[ \] [\s\S]*\nAfter the upgrade\n {2}\[ \] /);
    const markdown = await runIn(folder, ['upgrade', '.', '--from', '12', '--to', '17', '--format', 'markdown']);
    expect(markdown.output).toMatch(/### Before the upgrade\n\n- \[ \] \*\*postgresql\\?\.conf:1\*\* /);
  });

  test('tells what keeps its text and means something else, and what files do not show', async () => {
    const folder = folderWith('max_locks_per_transaction = 256\nwal_compression = on\n');
    const { code, cluster } = await upgrade(folder, '--from', '18', '--to', '19');
    expect(code).toBe(0);
    const items = new Map(cluster.items.map((one: { id: string }) => [one.id, one]));
    expect(items.get('locks')).toMatchObject({
      major: 19,
      phase: 'before',
      place: 'postgresql.conf:1',
      advice: 'Write max_locks_per_transaction = 512 to have room for as many locks as before.',
    });
    expect(items.get('wal-compression')).toMatchObject({ place: 'postgresql.conf:2', phase: 'after' });
    expect(items.get('line-ends-in-names')).toMatchObject({ place: null, advice: null });
  });

  test('says what it needs', async () => {
    expect((await runIn('/', ['upgrade', '.'])).errors).toContain('upgrade needs --from');
    expect((await runIn('/', ['upgrade', '.', '--from', '16', '--to', '14'])).errors).toContain('is not later');
  });
});
