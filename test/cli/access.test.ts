import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

let folder: string;

beforeAll(() => {
  folder = makeFolder({
    'postgresql.conf': 'ssl = off\n',
    'pg_hba.conf': [
      'local all "all",+ops peer map=m',
      'host app all 10.1.2.3/8 md5',
      'host app bob 10.0.0.0/16 trust',
      'hostssl all all all cert',
      'host all all all reject',
      '',
    ].join('\n'),
  });
});

function access(...args: string[]): Promise<Outcome> {
  return runIn(folder, ['access', '--postgres', '18', ...args]);
}

describe('pgconflint access', () => {
  test('shows who gets in, without records that never decide', async () => {
    const { code, output, errors } = await runIn(folder, ['access', '--postgres', '18'], '', { columns: 100 });
    expect(code).toBe(0);
    expect(output.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'file: pg_hba.conf',
      '',
      'users | databases | from | encryption | method | line | except',
      expect.stringMatching(/^-/),
      '"all", +ops | all | the Unix socket | - | peer map=m | 1',
      'all | app | 10.0.0.0/8 | none or GSSAPI | md5 | 2',
      'all | all | anywhere | none or GSSAPI | reject | 5 | 2',
      '',
    ]);
    expect(errors).toContain('2 records that never decide a login are left out');
  });

  test('marks them with --all, and says why', async () => {
    const rows = JSON.parse((await access('--all', '--format', 'json')).output);
    expect(rows.map((row: Record<string, unknown>) => row['unreachableBecause'])).toEqual([
      null,
      null,
      'pg_hba.conf:2 already matches',
      'no connection comes with TLS encryption',
      null,
    ]);
    expect(rows[1]).toEqual({
      file: 'pg_hba.conf',
      line: 2,
      users: ['all'],
      databases: ['app'],
      from: '10.0.0.0/8',
      encryption: 'none or GSSAPI',
      method: 'md5',
      options: [],
      reachable: true,
      unreachableBecause: null,
      except: [],
      perhaps: [],
      hasMore: false,
      undecided: false,
    });
  });

  test('writes Markdown in which nothing of the file is markup', async () => {
    const { output } = await runIn(makeFolder({ 'pg_hba.conf': 'local all "[x](y)|@z" md5\n' }), [
      'access',
      '--format',
      'markdown',
    ]);
    expect(output).toContain('&#91;x&#93;&#40;y&#41;&#124;&#64;&#8203;z');
    expect(output.split('\n')).toHaveLength(4);
  });

  test('refuses unknown formats', async () => {
    expect((await access('--format', 'xml')).code).toBe(2);
  });
});
