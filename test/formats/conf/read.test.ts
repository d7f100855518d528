import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../../src/catalog/majors.js';
import type { Configuration } from '../../../src/cluster/types.js';
import { type MemoryEntry, MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { readConfiguration } from '../../../src/formats/conf/read.js';
import { createFileReader } from '../../../src/formats/file-reader.js';

/** Reads /d/postgresql.conf and /d/postgresql.auto.conf. */
function read(files: Record<string, MemoryEntry>, target: Major = 18): Configuration {
  const entries = Object.entries(files).map(([path, entry]) => [path.startsWith('/') ? path : `/d/${path}`, entry]);
  const reader = createFileReader(new MemoryFileSystem(Object.fromEntries(entries)), target, { workspace: ['/d'] });
  return readConfiguration(reader, { main: '/d/postgresql.conf', auto: '/d/postgresql.auto.conf' }, target);
}

function codes(configuration: Configuration): string[] {
  return configuration.includeErrors.map((error) => `${error.severity} ${error.code}`);
}

describe('effective settings', () => {
  const configuration = read({
    'postgresql.conf': "work_mem = 1MB\nSORT_MEM = 2MB\ninclude 'more.conf'\na.b = 1\n",
    'more.conf': 'shared_buffers = 1GB\nWork_Mem = 3MB\n',
    'postgresql.auto.conf': 'shared_buffers = 2GB\n',
  });

  test('the last entry wins, whatever its spelling, old aliases included', () => {
    const setting = configuration.get('WORK_MEM');
    expect(setting).toBe(configuration.get('sort_mem'));
    expect(setting.name).toBe('work_mem');
    expect(setting.value).toBe('3MB');
    expect(setting.entry).toMatchObject({ line: 2, file: { path: '/d/more.conf' }, overriddenBy: undefined });
    expect(setting.overridden.map((entry) => entry.value)).toEqual(['1MB', '2MB']);
    for (const entry of setting.overridden) expect(entry.overriddenBy).toBe(setting.entry);
  });

  test('postgresql.auto.conf comes last', () => {
    expect(configuration.get('shared_buffers').entry?.file).toBe(configuration.auto);
    expect(configuration.get('shared_buffers').reading).toMatchObject({ ok: true, value: 262144 });
  });

  test('what no file sets has its default', () => {
    expect(configuration.get('ssl')).toMatchObject({ value: 'off', entry: undefined, reading: { value: false } });
    expect(configuration.get('ssl')).toBe(configuration.get('SSL'));
    expect(configuration.get('block_size').reading).toMatchObject({ ok: true, value: 8192 });
  });

  test('custom names and names of no parameter', () => {
    expect(configuration.get('A.B')).toMatchObject({ value: '1', entry: { custom: true, reading: { ok: true } } });
    expect(configuration.get('wrok_mem')).toMatchObject({ parameter: undefined, value: undefined, entry: undefined });
  });

  test('lists what the files set, each name once', () => {
    expect(configuration.settings().map((setting) => setting.name)).toEqual(['work_mem', 'shared_buffers', 'a.b']);
  });
});

describe('what the server drops unread', () => {
  test('an entry whose spelling comes again', () => {
    const configuration = read({ 'postgresql.conf': 'work_mem = bogus\nwork_mem = 4MB\n' });
    expect(configuration.entries.map((entry) => [entry.dropped, entry.reading?.ok])).toEqual([
      [true, undefined],
      [false, true],
    ]);
    expect(configuration.loads).toBe(true);
  });

  test.each(['WORK_MEM = 4MB', 'sort_mem = 4MB'])('not one that %s follows', (second) => {
    const configuration = read({ 'postgresql.conf': `work_mem = bogus\n${second}\n` });
    expect(configuration.entries[0]).toMatchObject({ dropped: false, reading: { ok: false } });
    expect(configuration.loads).toBe(false);
  });
});

describe('includes', () => {
  test('files are read where they stand, folders in byte order', () => {
    const configuration = read({
      'postgresql.conf': "include_dir 'd'\nwork_mem = 4MB\n",
      'd/b.conf': '',
      'd/B.conf': "include '../x/y'\n",
      'd/10.conf': '',
      'd/9.conf': '',
      'x/y': 'work_mem = 1MB\n',
    });
    expect(configuration.files.map((file) => file.path.slice(3))).toEqual([
      'postgresql.conf',
      'd/10.conf',
      'd/9.conf',
      'd/B.conf',
      'x/y',
      'd/b.conf',
    ]);
    expect(configuration.loads).toBe(true);
  });

  test.each<[string, string, Record<string, MemoryEntry>, string[], boolean | undefined]>([
    ['a missing file', "include 'no'", {}, ['error include-missing'], false],
    ['a missing file that may be', "include_if_exists 'no'", {}, ['warning include-skipped'], true],
    [
      'an unreadable one that may be',
      "include_if_exists 'x'",
      { x: { kind: 'unreadable' } },
      ['warning include-skipped'],
      true,
    ],
    ['a missing folder', "include_dir 'no'", {}, ['error include-missing'], false],
    ['a file as a folder', "include_dir 'x'", { x: '' }, ['error include-not-a-directory'], false],
    ['a folder as a file', "include 'x'", { 'x/y': '' }, ['error include-is-directory'], false],
    ['a folder as a file that may be', "include_if_exists 'x'", { 'x/y': '' }, ['error include-is-directory'], false],
    ['no name', "include ' '", {}, ['error empty-include-name'], false],
    ['no name that may be', "include_if_exists ''", {}, ['error empty-include-name'], false],
    ['no folder', "include_dir ''", {}, ['error empty-include-name'], false],
    ['itself', "include './postgresql.conf'", {}, ['error include-recursion'], false],
    ['a circle', "include 'x'", { x: "include 'y'", y: "include 'x'" }, ['error include-recursion'], false],
    ['outside the workspace', "include '../etc/x'", { '/etc/x': 'bogus' }, ['warning include-outside'], undefined],
    ['a pipe', "include 'x'", { x: { kind: 'other' } }, ['warning include-other'], undefined],
    ['twice the same', "include 'x'\ninclude 'x'", { x: 'work_mem = 1MB' }, [], true],
  ])('%s', (_, line, files, expected, loads) => {
    const configuration = read({ 'postgresql.conf': `${line}\n`, ...files });
    expect(codes(configuration)).toEqual(expected);
    expect(configuration.loads).toBe(loads);
  });

  test.each([
    [10, [], true],
    [11, ['error include-too-deep'], false],
  ] as const)('%i files inside each other', (depth, expected, loads) => {
    const files: Record<string, string> = { 'postgresql.conf': "include 'x1'\n" };
    for (let at = 1; at <= depth; at++) files[`x${at}`] = at === depth ? 'work_mem = 1MB\n' : `include 'x${at + 1}'\n`;
    const configuration = read(files);
    expect(codes(configuration)).toEqual(expected);
    expect(configuration.loads).toBe(loads);
  });

  test('an absolute name that points into an image of the root folder', () => {
    const main = '/d/image/etc/postgresql/postgresql.conf';
    const fileSystem = new MemoryFileSystem({
      [main]: "include '/etc/postgresql/x'\n",
      '/d/image/etc/postgresql/x': 'work_mem = 1MB\n',
    });
    const reader = createFileReader(fileSystem, 18, { workspace: ['/d'] });
    const map = (path: string) => `/d/image${path}`;
    const configuration = readConfiguration(reader, { main, auto: undefined }, 18, map);
    expect(configuration.get('work_mem').entry?.file.path).toBe('/d/image/etc/postgresql/x');
  });
});

describe('errors', () => {
  test('reading goes on behind them, up to 100 in a file', () => {
    const text = `${'a b c\n'.repeat(99)}work_mem = 1MB\na b c\nwork_mem = 2MB\n`;
    const configuration = read({ 'postgresql.conf': text, 'postgresql.auto.conf': 'bogus = 1\n' });
    expect(configuration.syntaxErrors).toHaveLength(100);
    expect(configuration.entries.map((entry) => entry.value)).toEqual(['1MB', '1']);
    expect(configuration.loads).toBe(false);
  });

  test.each<[string, boolean | undefined]>([
    ['work_mem = 4MB', true],
    ['work_mem = 4MBB', false],
    ['wrok_mem = 4MB', false],
    ['a.b = whatever', true],
    ['block_size = 8192', false],
    ["shared_preload_libraries = 'no_such'", true],
  ])('%s', (line, loads) => expect(read({ 'postgresql.conf': line }).loads).toBe(loads));

  test('values are read as the file was stored', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("work_mem = '4MB"), 0xa0, 0x27]);
    expect(read({ 'postgresql.conf': bytes }).loads).toBe(false);
  });
});
