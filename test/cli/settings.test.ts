import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

let folder: string;

beforeAll(() => {
  folder = makeFolder({
    'plain/postgresql.conf': 'work_mem = 1MB\nwork_mem = 64\n',
    'main/postgresql.conf': "work_mem = 1MB\ninclude_dir 'conf.d'\nport = 5432\na.b = c\n",
    'main/conf.d/10.conf':
      "SORT_MEM = 2MB\nsearch_path = 'first_schema_of_many, second_schema_of_many, third_schema'\n",
    'main/postgresql.auto.conf': 'work_mem = 64\n',
    'main/PG_VERSION': '15\n',
    'outside/postgresql.conf': "include '/nowhere/x.conf'\nwork_mem = 1TBB\nbroken line here\n",
    'hba/pg_hba.conf': 'local all all peer\n',
    'two/a/postgresql.conf': '',
    'two/b/postgresql.conf': '',
    'permissions/postgresql.conf': 'log_file_mode = 0x1a0\n',
    'snippet/memory.conf': 'work_mem = 8MB\n',
  });
});

function settings(...args: string[]): Promise<Outcome> {
  return runIn(folder, ['settings', ...args]);
}

async function json(...args: string[]): Promise<Record<string, unknown>[]> {
  return JSON.parse((await settings(...args, '--format', 'json')).output);
}

describe('pgconflint settings', () => {
  test('permissions as pg_settings shows them', async () => {
    const [setting] = await json('permissions', '--name', 'log_file_mode', '--postgres', '16');
    expect(setting).toMatchObject({ value: '0x1a0', setting: '0640', default: '0600' });
  });

  test('one parameter with its provenance, from any file of the cluster', async () => {
    for (const path of ['main', 'main/conf.d/10.conf']) {
      const [setting] = await json(path, '--name', 'Sort_Mem');
      expect(setting).toEqual({
        name: 'work_mem',
        value: '64',
        setting: '64',
        unit: 'kB',
        default: '4MB',
        context: 'user',
        sourcefile: 'postgresql.auto.conf',
        sourceline: 1,
        changed: true,
        error: null,
        overrides: [
          { sourcefile: 'postgresql.conf', sourceline: 1, name: 'work_mem', value: '1MB' },
          { sourcefile: 'conf.d/10.conf', sourceline: 1, name: 'SORT_MEM', value: '2MB' },
        ],
      });
    }
  });

  test('every parameter of the target', async () => {
    const names = (await json('main')).map((setting) => setting['name']);
    expect(names).toContain('shared_buffers');
    expect(names).toContain('a.b');
    // 12 to 15 have the first one, the second one came with 16.
    expect(names).toContain('promote_trigger_file');
    expect(names).not.toContain('reserved_connections');
  });

  test('only what differs from the default', async () => {
    const names = (await json('main', '--changed-only')).map((setting) => setting['name']);
    expect(names).toEqual(['a.b', 'search_path', 'work_mem']);
  });

  test('a table that breaks long values and shows what is overridden', async () => {
    const { output, code } = await runIn(folder, ['settings', 'main', '--changed-only', '--postgres', '15'], '', {
      columns: 100,
    });
    expect(code).toBe(0);
    expect(output).toBe(
      [
        'name         value                                   default          set by',
        '-----------  --------------------------------------  ---------------  ------------------------------',
        'a.b          c                                                        postgresql.conf:4',
        'search_path  first_schema_of_many,                   "$user", public  conf.d/10.conf:2',
        '             second_schema_of_many, third_schema',
        'work_mem     64 (kB)                                 4MB              postgresql.auto.conf:1',
        '             1MB                                                      postgresql.conf:1 (overridden)',
        'as SORT_MEM  2MB                                                      conf.d/10.conf:1 (overridden)',
        '',
      ].join('\n'),
    );
  });

  test('a table of settings that one file sets names the file once', async () => {
    const { output } = await settings('plain', '--changed-only', '--postgres', '15');
    expect(output).toBe(
      [
        'file: postgresql.conf',
        '',
        'name      value    default  line',
        '--------  -------  -------  --------------',
        'work_mem  64 (kB)  4MB      2',
        '          1MB               1 (overridden)',
        '',
      ].join('\n'),
    );
  });

  test('says what is not read and what cannot be read', async () => {
    const { output, errors } = await settings('outside', '--name', 'work_mem');
    expect(output).toContain('1TBB');
    expect(output).toContain('TB');
    expect(errors).toContain(
      'pgconflint: Not read: /nowhere/x.conf (outside the folders given). It may set more; --follow-outside reads it.\n',
    );
    expect(errors).toContain('A line cannot be read');
  });

  test('says that settings of ALTER SYSTEM are missing, and what reads them', async () => {
    const debian = makeFolder({ 'data/postgresql.auto.conf': "work_mem = '1MB'\n", 'etc/none': '' });
    writeFileSync(join(debian, 'etc/postgresql.conf'), `data_directory = '${debian}/data'\n`);
    const { errors } = await runIn(join(debian, 'etc'), ['settings', '.']);
    expect(errors).toBe(
      `pgconflint: Not read: ${debian}/data/postgresql.auto.conf (outside the folders given). Settings from ALTER SYSTEM are missing; --follow-outside reads it.\n`,
    );
    expect((await runIn(join(debian, 'etc'), ['settings', '.', '--follow-outside'])).errors).toBe('');
  });

  test('a snippet', async () => {
    expect((await json('snippet/memory.conf', '--changed-only')).map((setting) => setting['name'])).toEqual([
      'work_mem',
    ]);
  });

  test.each([
    [['none'], 'none does not exist'],
    [['hba'], 'has no postgresql.conf'],
    [['two'], 'holds 2 clusters; name one of them'],
    [['main', '--name', 'wrok_mem'], 'did you mean work_mem'],
    [['main', '--postgres', '9'], 'from 10 to 20'],
    [['main', '--format', 'xml'], 'There is no format “xml”; the formats are table, json.'],
    [['main', 'two'], 'Name one file or folder'],
  ])('%j: exit code 2', async (args, message) => {
    const { code, errors } = await settings(...args);
    expect(errors).toContain(message);
    expect(code).toBe(2);
  });
});
