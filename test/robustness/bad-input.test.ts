import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { folderOf, lint } from './command.js';

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

describe('files that are no configuration', () => {
  test('an empty file is what the server makes of it', () => {
    const ending = lint(make({ 'pg_hba.conf': '' }), ['pg_hba.conf']);
    expect(ending.code).toBe(1);
    expect(ending.output).toMatch(/holds? no record|has no record/);
  });

  test.each([
    ['binary data', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 31)), /binary data/],
    ['UTF-16', Buffer.from('\ufefflocal all all trust\n', 'utf16le'), /is UTF-16/],
    ['UTF-16 without a mark', Buffer.from('local all all trust\n'.repeat(9), 'utf16le'), /is UTF-16/],
  ])('%s is named as such, by its name and in its folder', (_, bytes, sentence) => {
    make({ 'pg_hba.conf': bytes });
    for (const args of [['pg_hba.conf'], ['.']]) {
      const { code, output, errors } = lint(folder, args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toMatch(sentence);
      expect(errors).toMatch(/^pgconflint: pg_hba\.conf: .*\n$/);
    }
  });

  test('a byte order mark is one error with its cause', () => {
    const { code, output } = lint(make({ 'postgresql.conf': '\ufeffport = 5432\n' }), ['.']);
    expect(code).toBe(1);
    expect(output).toMatch(/byte order mark/);
    expect(output).not.toMatch(/conf\/syntax-error/);
  });

  test('a directory named x.conf, a missing file, a loop of links', () => {
    make({ 'x.conf/other.txt': '' });
    symlinkSync('b.conf', join(folder, 'a.conf'));
    symlinkSync('a.conf', join(folder, 'b.conf'));
    expect(lint(folder, ['x.conf'])).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/x\.conf holds no file to check/),
    });
    expect(lint(folder, ['y.conf'])).toEqual({ code: 2, output: '', errors: 'pgconflint: y.conf does not exist.\n' });
    expect(lint(folder, ['a.conf'])).toEqual({
      code: 2,
      output: '',
      errors: 'pgconflint: a.conf is a symbolic link that leads back to itself.\n',
    });
  });

  test.each([
    ['pg_hba.conf', 'lokal all all\n'],
    ['pg_ident.conf', 'one\n'],
    ['postgresql.conf', 'a b c d\n'],
  ])(
    '100,000 broken lines of %s come to an end',
    (name, line) => {
      const { code, output, errors } = lint(make({ [name]: line.repeat(100_000) }), [name, '--format', 'json']);
      expect(code).toBe(1);
      expect(output.length).toBeGreaterThan(100);
      expect(errors).not.toMatch(crash);
    },
    slow,
  );

  test.each(['pg_hba.conf', 'postgresql.conf'])('a sparse %s of 1 GB is refused unread', (name) => {
    make({ [name]: '' });
    truncateSync(join(folder, name), 2 ** 30);
    for (const args of [[name], ['.']]) {
      const { code, errors } = lint(folder, args, ['--max-old-space-size=200']);
      expect(code).toBe(2);
      expect(errors).toMatch(/larger than any configuration file/);
    }
  });
});

describe('includes', () => {
  test('links in a circle, FIFOs and devices are not opened, and that is said', () => {
    make({ 'postgresql.conf': "include 'loop.conf'\ninclude 'pipe.conf'\ninclude 'zero.conf'\n" });
    symlinkSync('loop.conf', join(folder, 'loop.conf'));
    symlinkSync('/dev/zero', join(folder, 'zero.conf'));
    execFileSync('mkfifo', [join(folder, 'pipe.conf')]);
    const { code, output, errors } = lint(folder, ['.', '--format', 'json', '--follow-outside']);
    expect(code).toBe(2);
    expect(errors).toMatch(/pipe\.conf is not read: it is not a regular file/);
    expect(errors).toMatch(/zero\.conf is not read: it is not a regular file/);
    expect(output).toMatch(/loop\.conf cannot be included/);
  });

  test('named FIFOs and devices are refused', () => {
    make({});
    execFileSync('mkfifo', [join(folder, 'pg_hba.conf')]);
    for (const path of ['pg_hba.conf', '/dev/zero']) {
      expect(lint(folder, [path])).toEqual({
        code: 2,
        output: '',
        errors: `pgconflint: ${path} is not a file: only regular files are read.\n`,
      });
    }
  });

  test(
    'a folder of 12,000 snippets is read as a whole',
    () => {
      const files: Record<string, string> = { 'postgresql.conf': "include_dir 'conf.d'\n" };
      for (let at = 0; at < 12_000; at++) files[`conf.d/f${at}.conf`] = at === 7 ? "wurk_mem = '4MB'\n" : '\n';
      const { code, output } = lint(make(files), ['postgresql.conf', '--format', 'json']);
      expect(code).toBe(1);
      expect(output).toMatch(/wurk_mem/);
      expect(output).not.toMatch(/never end/);
    },
    slow,
  );

  test.each(['postgresql', 'pg_hba', 'pg_ident'])(
    '%s.conf and its includes, each including all, come to an end',
    (main) => {
      const names = [main, 'one', 'two', 'three', 'four', 'five'];
      const lines = names.map((name) => `include '${name}.conf'\n`.replaceAll("'", main === 'postgresql' ? "'" : '"'));
      make(Object.fromEntries(names.map((name) => [`${name}.conf`, lines.join('')])));
      const { code, errors } = lint(folder, [`${main}.conf`, '--format', 'json']);
      expect(code).toBe(1);
      expect(errors).not.toMatch(crash);
    },
    slow,
  );
});

test(
  'hostile regular expressions come to an end',
  () => {
    const deep = `${'('.repeat(3000)}${')'.repeat(3000)}`;
    const records = [
      'local "/(a+)+$" all peer',
      `local ${'a'.repeat(60)}b all peer`,
      'local all "/((((((((((a*)*)*)*)*)*)*)*)*)*b" peer',
      'local "/(((a{1,255}){1,255}){1,255}){1,255}" all peer',
      'local "/(x|x|x)*(x|x|x)*(x|x|x)*y" all peer',
      `local ${'x'.repeat(60)} ${'x'.repeat(60)} peer`,
      'local "/(a*)\\1\\1\\1\\1b" all peer',
      `local "/${deep}" all peer`,
    ];
    const mappings = ['m "/^(a+)+(b+)+(c+)+(d+)+$" \\1', 'm /((((.*)*)*)*)*@x u', `m "/${deep}" \\1`];
    make({ 'pg_hba.conf': `${records.join('\n')}\n`, 'pg_ident.conf': `${mappings.join('\n')}\n` });
    const { code, errors } = lint(folder, ['.', '--preset', 'all', '--format', 'json']);
    expect([0, 1]).toContain(code);
    expect(errors).not.toMatch(crash);
  },
  slow,
);

const isRoot = process.getuid?.() === 0;
const mayMount = isRoot && mayMountHere();

function mayMountHere(): boolean {
  const place = folderOf({});
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

describe('writing', () => {
  const before = 'SHARED_BUFFERS = 2147483647\nwork_mem = 4096\nfsync = off\nlog_connections = off\n';
  const mend = ['--fix', '--unsafe-fixes', '--preset', 'all', '--postgres', '17'];
  const read = (name: string) => execFileSync('cat', [join(folder, name)], { encoding: 'utf8' });

  test('a read-only file stays as it is', () => {
    make({ 'postgresql.conf': before, 'pg_hba.conf': 'local   all all   peer\n' });
    for (const name of ['postgresql.conf', 'pg_hba.conf']) chmodSync(join(folder, name), 0o444);
    const ending = lint(folder, ['postgresql.conf', ...mend]);
    expect(ending).toMatchObject({ code: 2, errors: expect.stringMatching(/is read-only/) });
    expect(read('postgresql.conf')).toBe(before);
    const format = lint(folder, ['format', 'pg_hba.conf']);
    expect(format).toMatchObject({ code: 2, errors: expect.stringMatching(/is read-only/) });
    expect(read('pg_hba.conf')).toBe('local   all all   peer\n');
  });

  (mayMount ? test : test.skip)('a full disk: the files are as they were, and nothing is left behind', () => {
    make({});
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    try {
      const comment = '# the disk is nearly full\n'.repeat(1200);
      const hba = 'local   all all   peer\n'.repeat(900);
      execFileSync('tee', [join(disk, 'postgresql.conf')], {
        input: before + comment,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      execFileSync('tee', [join(disk, 'pg_hba.conf')], { input: hba, stdio: ['pipe', 'ignore', 'ignore'] });
      for (const args of [
        ['disk/postgresql.conf', ...mend],
        ['format', 'disk/pg_hba.conf'],
      ]) {
        const { code, errors } = lint(folder, args);
        expect(errors).toMatch(/cannot be written: ENOSPC/);
        expect(code).toBe(2);
      }
      expect(read('disk/postgresql.conf')).toBe(before + comment);
      expect(read('disk/pg_hba.conf')).toBe(hba);
      expect(execFileSync('ls', ['-A', disk], { encoding: 'utf8' })).toBe('pg_hba.conf\npostgresql.conf\n');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
