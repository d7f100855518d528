import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const config = {
  postgres: 13,
  clusters: [{ main: 'server/main.conf', hba: 'access/rules.txt' }],
  ignores: ['old/**', 'dev/**'],
};
const files = {
  'pgconflint.config.json': JSON.stringify(config),
  'server/main.conf': 'ssl = on\nwal_keep_segments = 8\n',
  'access/rules.txt': 'local   all all peer\nhost app app 10.0.0.0/8 md5\n',
  'old/postgresql.conf': 'port = 1\n',
  'old/pg_hba.conf': 'host   all all all trust\n',
  'dev/postgresql.conf': 'port = 2\n',
};

let folder: string;

beforeAll(() => {
  folder = makeFolder(files);
});

async function output(...args: string[]): Promise<string> {
  const { output, errors } = await runIn(folder, args);
  expect(errors).toBe('');
  return output;
}

/** Every command finds the same one cluster, reads its records where the configuration says, and as 13 does. */
describe('clusters, targets and ignores of the configuration hold for', () => {
  test('lint', async () => {
    const found = JSON.parse(await output('--format', 'json'));
    expect(found.map(({ filePath }: { filePath: string }) => filePath.slice(folder.length + 1))).toEqual([
      'access/rules.txt',
      'server/main.conf',
    ]);
  });

  test.each([['.'], ['server/main.conf'], ['server'], ['access/rules.txt']])('show hba %s', async (path) => {
    const rows = JSON.parse(await output('show', 'hba', path, '--format', 'json'));
    expect(rows.map((row: { auth_method: string }) => row.auth_method)).toEqual(['peer', 'md5']);
  });

  test('show settings', async () => {
    const [, row] = JSON.parse(await output('show', 'settings', '.', '--format', 'json'));
    expect(row).toMatchObject({ name: 'wal_keep_segments', error: expect.anything() });
  });

  test('settings', async () => {
    const read = async (...args: string[]) =>
      JSON.parse(await output('settings', '--name', 'password_encryption', '--format', 'json', ...args))[0].value;
    expect(await read()).toBe('md5');
    expect(await read('--postgres', '14')).toBe('scram-sha-256');
  });

  test('who', async () => {
    const answer = await output('who', '--user', 'app', '--from', '10.1.1.1');
    expect(answer).toContain('access/rules.txt:2');
  });

  test('access', async () => {
    const rows = JSON.parse(await output('access', '--format', 'json'));
    expect(rows.map((row: { file: string; line: number }) => `${row.file}:${row.line}`)).toEqual([
      'access/rules.txt:1',
      'access/rules.txt:2',
    ]);
  });

  test('diff, of revisions and of folders', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    git('init', '-q');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '--allow-empty', '-m', 'nothing');
    git('add', '-A');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'all');
    const added = JSON.parse(await output('diff', 'HEAD~1', 'HEAD', '--format', 'json'));
    expect(added).toMatchObject([{ cluster: 'server/main.conf', state: 'added' }]);
    writeFileSync(join(folder, 'access/rules.txt'), 'local   all all peer\n');
    const changed = JSON.parse(await output('diff', 'HEAD', '.', '--format', 'json'));
    writeFileSync(join(folder, 'access/rules.txt'), files['access/rules.txt']);
    expect(changed).toMatchObject([
      { cluster: 'server/main.conf', access: { losses: [{ before: { file: 'access/rules.txt' } }] } },
    ]);
  });

  test('audit', async () => {
    const report = JSON.parse(await output('audit', '--benchmark', 'cis-13', '--format', 'json'));
    expect(report.clusters).toEqual([expect.objectContaining({ path: 'server/main.conf', target: 13 })]);
  });

  test('upgrade', async () => {
    const { clusters } = JSON.parse(await output('upgrade', '--from', '12', '--to', '13', '--format', 'json'));
    expect(clusters.map(({ path }: { path: string }) => path)).toEqual(['server/main.conf']);
  });

  test('format', async () => {
    expect(await output('format', '--check')).toBe('access/rules.txt\n');
    expect(await output('format')).toBe('access/rules.txt formatted\n');
    expect(readFileSync(join(folder, 'old/pg_hba.conf'), 'utf8')).toBe(files['old/pg_hba.conf']);
    writeFileSync(join(folder, 'access/rules.txt'), files['access/rules.txt']);
  });
});

const commands: readonly string[][] = [
  ['lint', '.'],
  ['show', 'hba', '.'],
  ['settings'],
  ['who', '--user', 'app', '--local'],
  ['access'],
  ['diff', '.', '.'],
  ['audit', '--benchmark', 'cis-16'],
  ['upgrade', '--from', '14', '--to', '16'],
  ['format', '--check'],
];

describe('the options of the configuration', () => {
  test.each(commands)('%s takes --config', async (...args) => {
    const other = { ...config, clusters: [], ignores: ['server', 'access', 'dev'] };
    writeFileSync(join(folder, 'other.json'), JSON.stringify(other));
    const { errors } = await runIn(folder, [...args, '--config', 'missing.json']);
    expect(errors).toBe('pgconflint: missing.json does not exist.\n');
    expect((await runIn(folder, [...args, '--config', 'other.json'])).errors).not.toContain('2 clusters');
  });

  test.each(commands)('%s refuses code unless --allow-code is there', async (...args) => {
    const coded = makeFolder({
      'pgconflint.config.js': 'export default { postgres: 15 };\n',
      'postgresql.conf': 'ssl = on\n',
      'pg_hba.conf': 'local all all peer\n',
    });
    const refused = await runIn(coded, [...args, '--no-code']);
    expect([refused.code, refused.errors]).toEqual([2, expect.stringMatching(/pgconflint\.config\.js.*--no-code/)]);
    const unasked = await runIn(coded, args);
    expect([unasked.code, unasked.errors]).toEqual([2, expect.stringMatching(/pgconflint\.config\.js.*--allow-code/)]);
    expect((await runIn(coded, [...args, '--allow-code'])).code).not.toBe(2);
  });

  test.each(commands)('%s says what is wrong in a configuration', async (...args) => {
    const broken = makeFolder({
      'pgconflint.config.jsonc': '{\n  "postgress": 15\n}\n',
      'postgresql.conf': 'ssl = on\n',
      'pg_hba.conf': 'local all all peer\n',
    });
    const { code, errors, output } = await runIn(broken, args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/pgconflint\.config\.jsonc:2: .*postgress.*postgres/);
  });
});

describe('which majors a cluster is for', () => {
  const two = {
    'pgconflint.config.json': JSON.stringify({
      postgres: 14,
      clusters: [{ main: 'a/postgresql.conf', postgres: [12, 13] }],
    }),
    'a/postgresql.conf': '',
    'b/postgresql.conf': '',
  };
  const targetsOf = async (cwd: string, ...args: string[]) => {
    const { errors } = await runIn(cwd, ['--debug', ...args]);
    return [...errors.matchAll(/PostgreSQL (\d[\d and]*), told by/g)].map(([, majors]) => majors);
  };

  test('its own description comes before what holds for its folder, the command line before both', async () => {
    const cwd = makeFolder(two);
    expect(await targetsOf(cwd)).toEqual(['12 and 13', '14']);
    expect(await targetsOf(cwd, '--postgres', '16')).toEqual(['16', '16']);
  });

  test('a command for one major takes the first and says so', async () => {
    const cwd = makeFolder(two);
    const { output, errors } = await runIn(cwd, ['settings', 'a', '--name', 'wal_keep_segments', '--format', 'json']);
    expect(JSON.parse(output)).toHaveLength(1);
    expect(errors).toBe(
      'pgconflint: this is what PostgreSQL 12 does; the project is for 12 and 13, and --postgres 13 asks for another.\n',
    );
  });
});
