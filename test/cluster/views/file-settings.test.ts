import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../../src/catalog/majors.js';
import { type FileSettingRow, readFileSettings } from '../../../src/cluster/views/file-settings.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { createFileReader } from '../../../src/formats/file-reader.js';

function rows(files: Record<string, string>, target: Major): FileSettingRow[] {
  const entries = Object.entries(files).map(([path, text]) => [`/D/${path}`, text]);
  const reader = createFileReader(new MemoryFileSystem(Object.fromEntries(entries)), target, { workspace: ['/D'] });
  return readFileSettings(reader, { main: '/D/postgresql.conf', auto: '/D/postgresql.auto.conf' }, target);
}

/** `file:line name=setting`, with `+` where it is applied and `!` where it is an error. */
function brief(row: FileSettingRow): string {
  const what = row.name === null ? '' : ` ${row.name}=${row.setting}`;
  return `${row.sourcefile?.slice(3)}:${row.sourceline}${what}${row.applied ? ' +' : ''}${row.error === null ? '' : ' !'}`;
}

/** Rows that servers of 10, 12, 15 and 18 showed for these files, all the same unless the name says otherwise. */
const observed: [string, Record<string, string>, string[], Major?][] = [
  [
    'an error in a folder keeps the rest of the folder unread, and its file is abandoned',
    {
      'postgresql.conf': "include_dir 'd'\nwork_mem = 1MB\n",
      'd/a.conf': 'work_mem = 2MB\nfoo bar baz\nx = 1\nother o o\n',
      'd/b.conf': 'work_mem = 3MB\n',
    },
    ['d/a.conf:1 work_mem=2MB', 'd/a.conf:2 !', 'postgresql.conf:2 work_mem=1MB'],
  ],
  [
    'a line that ends with the file is counted one too few',
    { 'postgresql.conf': 'work_mem = 1MB\nwork_mem' },
    ['postgresql.conf:1 work_mem=1MB', 'postgresql.conf:1 !'],
  ],
  ['even as line 0', { 'postgresql.conf': 'work_mem' }, ['postgresql.conf:0 !']],
  ['but not with a line end', { 'postgresql.conf': 'work_mem\n' }, ['postgresql.conf:1 !']],
  ['nor with a token too many', { 'postgresql.conf': 'work_mem = 1 2' }, ['postgresql.conf:1 !']],
  [
    'repeated custom names are all applied',
    { 'postgresql.conf': 'a.b = 1\na.b = 2\nA.B = 3\n' },
    ['postgresql.conf:1 a.b=1 +', 'postgresql.conf:2 a.b=2 +', 'postgresql.conf:3 A.B=3 +'],
  ],
  [
    'includes that cannot be opened stand where they are written',
    { 'postgresql.conf': "include 'none'\nwork_mem=1MB\ninclude_if_exists 'none'\ninclude_dir 'none'\n" },
    ['postgresql.conf:1 !', 'postgresql.conf:2 work_mem=1MB', 'postgresql.conf:4 !'],
  ],
  [
    'postgresql.auto.conf is not read behind an error',
    { 'postgresql.conf': "include 'none'\n", 'postgresql.auto.conf': 'work_mem = 4MB\n' },
    ['postgresql.conf:1 !'],
  ],
  [
    'a repeated name is not applied, another spelling is read',
    {
      'postgresql.conf': 'work_mem = 1MB\n',
      'postgresql.auto.conf': "work_mem = 4MB\ninclude 'x.conf'",
      'x.conf': 'WORK_MEM=bogus',
    },
    ['postgresql.conf:1 work_mem=1MB', 'postgresql.auto.conf:1 work_mem=4MB +', 'x.conf:1 WORK_MEM=bogus !'],
  ],
  [
    'a directory is named itself',
    { 'postgresql.conf': "include 'dd'\nwork_mem=1MB\n", 'dd/x': '' },
    ['dd:1 !', 'postgresql.conf:2 work_mem=1MB'],
  ],
  [
    'names that are empty, and a file that includes itself',
    { 'postgresql.conf': "include ''\ninclude_dir ' '\ninclude 'postgresql.conf'\n" },
    ['postgresql.conf:1 !', 'postgresql.conf:2 !', 'postgresql.conf:3 !'],
  ],
  [
    'unknown names keep values from being read',
    { 'postgresql.conf': 'wrk = 1\nwork_mem=bogus\nwrk=2\na.b=1\nwork_mem=2MB\n' },
    [
      'postgresql.conf:1 wrk=1 !',
      'postgresql.conf:2 work_mem=bogus',
      'postgresql.conf:3 wrk=2 !',
      'postgresql.conf:4 a.b=1',
      'postgresql.conf:5 work_mem=2MB',
    ],
  ],
  [
    'wrong values do not hold up the others',
    { 'postgresql.conf': 'work_mem=bogus\nsort_mem=1\nblock_size=8192\nwork_mem = bogus2\nlog_statement=all\n' },
    [
      'postgresql.conf:1 work_mem=bogus',
      'postgresql.conf:2 sort_mem=1 !',
      'postgresql.conf:3 block_size=8192 !',
      'postgresql.conf:4 work_mem=bogus2 !',
      'postgresql.conf:5 log_statement=all +',
    ],
  ],
  [
    'each file is abandoned at its own first error',
    { 'postgresql.conf': "include 'a'\ninclude 'b'\n", a: 'x y z\nwork_mem=1MB\n', b: 'x y z\n' },
    ['a:1 !', 'b:1 !'],
  ],
  [
    'a circle is followed to the last level',
    { 'postgresql.conf': "include 'a'\n", a: "work_mem=1MB\ninclude 'b'\n", b: "include 'a'\nwork_mem=2MB\n" },
    [...Array(5).fill('a:1 work_mem=1MB'), 'b:1 !', ...Array(5).fill('b:2 work_mem=2MB')],
  ],
  [
    'dots in the middle of a path stay up to 14',
    { 'postgresql.conf': "include './/d/../d/a.conf'\n", 'd/a.conf': 'work_mem=1MB\n' },
    ['d/../d/a.conf:1 work_mem=1MB +'],
    12,
  ],
  [
    'and go from 15 on',
    { 'postgresql.conf': "include './/d/../d/a.conf'\n", 'd/a.conf': 'work_mem=1MB\n' },
    ['d/a.conf:1 work_mem=1MB +'],
    15,
  ],
];

describe('rows of pg_file_settings', () => {
  test.each(observed)('%s', (_, files, expected, ...target) => {
    for (const major of target[0] === undefined ? ([10, 12, 15, 18] as const) : [target[0]]) {
      expect(rows(files, major).map(brief)).toEqual(expected);
    }
  });

  test('seqno counts the rows', () => {
    expect(rows({ 'postgresql.conf': 'a.b = 1\nx\n' }, 18).map((row) => row.seqno)).toEqual([1, 2]);
  });

  test('10 and 11 do not look at values that only a new session takes', () => {
    const files = { 'postgresql.conf': 'log_connections = bogus\n' };
    expect(rows(files, 11).map(brief)).toEqual(['postgresql.conf:1 log_connections=bogus +']);
    expect(rows(files, 12).map(brief)).toEqual(['postgresql.conf:1 log_connections=bogus !']);
  });

  test('of two spellings of a restart-only parameter, the one that lost cannot be applied', () => {
    const files = { 'postgresql.conf': 'port = 5433\nPORT = 5434\nmax_connections = 50\nMAX_connections = 50\n' };
    expect(rows(files, 18).map(brief)).toEqual([
      'postgresql.conf:1 port=5433 !',
      'postgresql.conf:2 PORT=5434 +',
      'postgresql.conf:3 max_connections=50 +',
      'postgresql.conf:4 MAX_connections=50 +',
    ]);
  });

  test('a loaded library refuses names and values under its prefix', () => {
    const files = {
      'postgresql.conf':
        "shared_preload_libraries = 'auto_explain, pg_stat_statements'\npg_stat_statements.max = bogus\nauto_explain.nope = 1\npg_cron.x = 1\n",
    };
    const expected = (unknown: string) => [
      'postgresql.conf:1 shared_preload_libraries=auto_explain, pg_stat_statements +',
      'postgresql.conf:2 pg_stat_statements.max=bogus !',
      `postgresql.conf:3 auto_explain.nope=1 ${unknown}`,
      'postgresql.conf:4 pg_cron.x=1 +',
    ];
    expect(rows(files, 15).map(brief)).toEqual(expected('!'));
    expect(rows(files, 14).map(brief)).toEqual(expected('+'));
  });
});
