import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { runIn } from '../cli/terminal.js';
import { type Ending, folderOf, lint } from './command.js';

let folder = '';
const make = (files: Parameters<typeof folderOf>[0]): string => {
  folder = folderOf(files);
  return folder;
};
afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});
const slow = 90_000;
const crash = /unexpected failure|The rule .* failed|\n {4}at /;
const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const disturber = new URL('disturb.mjs', import.meta.url).href;

/** Runs the command while somebody else does something to a file that it has seen and is about to open. */
function lintDisturbed(what: string, path: string, args: readonly string[]): Ending {
  return lint(folder, args, ['--import', disturber], { PGCONFLINT_TEST_DISTURB: `${what}:${path}` });
}

describe('files that change while they are read', () => {
  const cluster = {
    'postgresql.conf': "include_dir 'conf.d'\ninclude 'more.conf'\n",
    'conf.d/a.conf': "work_mem = '4MB'\n",
    'conf.d/b.conf': 'wurk_mem = 1\n',
    'more.conf': 'fsync = off\n',
    'pg_hba.conf': 'local all @names peer\nhost all all all trust\n',
    names: 'alice\n',
  };

  test.each(['vanish', 'fifo', 'folder', 'grow'])(
    '%s: the file counts as not read, and the others are judged',
    (what) => {
      for (const path of ['/conf.d/a.conf', '/more.conf', '/names']) {
        make(cluster);
        const { code, output, errors } = lintDisturbed(what, path, ['.', '--format', 'json']);
        expect(errors).not.toMatch(crash);
        const said = path === '/names' ? errors : output;
        expect(said).toMatch(/(?:cannot be included|is not read)(?:: it|\. It) cannot be read/);
        expect(code).toBe(path === '/names' ? 2 : 1);
        expect(output).toMatch(/wurk_mem/);
        rmSync(folder, { recursive: true });
      }
    },
    slow,
  );

  test.each(['vanish', 'fifo', 'folder', 'grow'])(
    '%s of the file that is named: a sentence and exit code 2',
    (what) => {
      for (const path of ['pg_hba.conf', 'postgresql.conf']) {
        make(cluster);
        const { code, errors } = lintDisturbed(what, `/${path}`, [path]);
        expect(errors).toMatch(/^pgconflint: .*cannot be read/m);
        expect(errors).not.toMatch(crash);
        expect(code).toBe(2);
        rmSync(folder, { recursive: true });
      }
    },
    slow,
  );

  test('a file that somebody else writes between the reading and the fix keeps what they wrote', () => {
    make({ 'postgresql.conf': 'SHARED_BUFFERS = 2147483647\nfsync = off\n' });
    const args = ['postgresql.conf', '--fix', '--unsafe-fixes', '--preset', 'all', '--postgres', '17'];
    const { code, errors } = lintDisturbed('change', '/postgresql.conf', args);
    expect(errors).toMatch(/has changed while it was checked; run the command again\. Nothing was written/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'postgresql.conf'), 'utf8')).toBe('# somebody else wrote this\n');
    expect(readdirSync(folder)).toEqual(['postgresql.conf']);
  });
});

describe('what is no file where one is expected', () => {
  test(
    'FIFOs as configuration, baseline, list of logins, .gitignore and authentication files do not hold the command up',
    () => {
      const names = ['pgconflint.config.json', 'package.json', '.gitignore', 'fifo'];
      make({ 'pg_hba.conf': 'local all @fifo peer\n', 'postgresql.conf': "ident_file = '/dev/zero'\n" });
      for (const name of names) execFileSync('mkfifo', [join(folder, name)]);
      for (const args of [
        ['.', '--follow-outside'],
        ['pg_hba.conf', '--config', 'fifo'],
        ['pg_hba.conf', '--baseline', 'fifo'],
        ['who', '--test', 'fifo', '.'],
      ]) {
        const { code, errors } = lint(folder, args);
        expect({ args, code }).toEqual({ args, code: 2 });
        expect(errors).toMatch(/^pgconflint: .+\.$/m);
        expect(errors).not.toMatch(crash);
      }
    },
    slow,
  );

  test(
    'a configuration, a baseline and a list of logins of 1 GB are refused unread',
    () => {
      make({ 'pg_hba.conf': 'local all all peer\n', 'big.json': '' });
      truncateSync(join(folder, 'big.json'), 2 ** 30);
      for (const args of [
        ['pg_hba.conf', '--config', 'big.json'],
        ['pg_hba.conf', '--baseline', 'big.json'],
        ['who', '--test', 'big.json', '.'],
      ]) {
        const { code, errors } = lint(folder, args, ['--max-old-space-size=200']);
        expect({ args, code }).toEqual({ args, code: 2 });
        expect(errors).not.toMatch(crash);
      }
    },
    slow,
  );

  test('folders that lead into each other by links are walked once', () => {
    make({ 'a/pg_hba.conf': 'local all all peer\n', 'b/x.txt': '' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('../a', join(folder, 'b/a'));
    symlinkSync('../b', join(folder, 'a/b'));
    const { code, output, errors } = lint(folder, ['.', '--format', 'json']);
    expect([0, 1]).toContain(code);
    expect(errors).toBe('');
    expect(JSON.parse(output)).toHaveLength(1);
  });

  test(
    'thousands of includes',
    () => {
      const count = 3000;
      const files: Record<string, string> = { 'pg_hba.conf': 'local all all peer\n' };
      const names = Array.from({ length: count }, (_, at) => `f${at}.conf`);
      for (const name of names) files[name] = name === 'f2999.conf' ? 'wurk_mem = 1\n' : '\n';
      files['postgresql.conf'] = names.map((name) => `include '${name}'\n`).join('');
      const { code, output, errors } = lint(make(files), ['postgresql.conf', '--format', 'json']);
      expect({ code, errors }).toEqual({ code: 1, errors: '' });
      expect(output).toMatch(/wurk_mem/);
    },
    slow,
  );
});

describe('standard input and output', () => {
  const run = (script: string) =>
    spawnSync('sh', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
      env: { PATH: process.env['PATH'], NODE: process.execPath, CLI: command, HOME: folder },
    });

  test(
    'an endless standard input is left at the limit',
    () => {
      make({});
      for (const args of [
        '--stdin --kind hba',
        '--stdin --stdin-filename postgresql.conf',
        'format --stdin --kind hba',
      ]) {
        const { status, stderr } = run(`yes '# long' | "$NODE" --max-old-space-size=300 "$CLI" ${args}`);
        expect({ args, status, stderr }).toEqual({
          args,
          status: 2,
          stderr: 'pgconflint: Standard input is larger than any configuration file (64 MiB) and is not read.\n',
        });
      }
    },
    slow,
  );

  test('an output that cannot be written is said, and a reader that stops early is no failure', () => {
    make({ 'pg_hba.conf': 'host all all all trust\n'.repeat(3000) });
    const full = run('"$NODE" "$CLI" pg_hba.conf --format json > /dev/full');
    expect(full.stderr).toMatch(/^pgconflint: What is printed cannot be written: ENOSPC.*\n$/);
    expect(full.status).toBe(2);
    const early = run('"$NODE" "$CLI" pg_hba.conf --format json | head -c 10');
    expect({ status: early.status, stderr: early.stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a limit on the size of files: what was there stays, and nothing is left behind', () => {
    const text = `${'# so that the file is larger than the limit\n'.repeat(200)}SHARED_BUFFERS = 2147483647\n`;
    const records = 'local   all all   peer\n'.repeat(400);
    make({ 'postgresql.conf': text, 'pg_hba.conf': records });
    for (const args of [
      'postgresql.conf --fix --unsafe-fixes --preset all --postgres 17',
      'format pg_hba.conf',
      'postgresql.conf --preset all --format json --output-file report.json',
    ]) {
      const { status, stderr } = run(`ulimit -f 4; "$NODE" "$CLI" ${args}`);
      expect(stderr).toMatch(/^pgconflint: .*cannot be written: EFBIG/);
      expect({ args, status }).toEqual({ args, status: 2 });
    }
    expect(readFileSync(join(folder, 'postgresql.conf'), 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'pg_hba.conf'), 'utf8')).toBe(records);
    expect(readdirSync(folder)).toEqual(['pg_hba.conf', 'postgresql.conf']);
  });
});

/** Parameters whose texts several rules take apart. */
const judgedTexts = [
  'archive_command',
  'listen_addresses',
  'log_filename',
  'log_line_prefix',
  'log_timezone',
  'primary_conninfo',
  'restore_command',
  'shared_preload_libraries',
  'ssl_ciphers',
  'synchronous_standby_names',
  'unix_socket_directories',
];

test.each([
  ['pg_hba.conf', (run: string) => `local all ${run} trust\n`],
  ['pg_hba.conf', (run: string) => `# ${run}\nlocal all all peer\n`],
  ['pg_ident.conf', (run: string) => `m ${run} u\n`],
  ['postgresql.conf', (run: string) => `${run}\n`],
  ['postgresql.conf', (run: string) => `search_path = '${run}'\n`],
  ['postgresql.conf', (run: string) => `fsync = off # ${run}\n`],
  ['postgresql.conf', (run: string) => judgedTexts.map((parameter) => `${parameter} = '${run}'\n`).join('')],
])(
  'one long line of %s costs no more than a file of that size',
  async (name, line) => {
    for (const unit of [' ', '\t', '\r', ',', '#', '"', "''", '\\', '(', 'a=']) {
      make({ [name]: line(unit.repeat(100_000 / unit.length)) });
      // A search that starts again at every character takes more than ten seconds.
      const started = process.cpuUsage();
      const { code, errors } = await runIn(folder, [name, '--preset', 'all', '--postgres', '16', '--format', 'json']);
      const seconds = process.cpuUsage(started).user / 1e6;
      expect({ unit, seconds: Math.floor(seconds / 5) }).toEqual({ unit, seconds: 0 });
      expect({ unit, ends: code === 0 || code === 1, crash: crash.test(errors) }).toEqual({
        unit,
        ends: true,
        crash: false,
      });
      rmSync(folder, { recursive: true });
    }
  },
  slow,
);
