import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const hba = 'local all all trust # pgconflint-disable-line hba/no-trust\nhost all all 0.0.0.0/0 trust\n';
let folder: string;

beforeAll(() => {
  folder = makeFolder({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'pg_hba.conf': hba,
    'test/data/pg_hba.conf': hba,
    'test/broken/pg_hba.conf': `${hba}host all all nowhere\n`,
    'test/broken/postgresql.conf': "listen_addresses = '*'\nwork_mem = many\n",
  });
});

/** `file:line rule` of each finding. */
function places({ output }: Outcome): string[] {
  const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  return files.flatMap((file) =>
    file.messages.map(({ ruleId, line }) => `${file.filePath.slice(folder.length + 1)}:${line} ${ruleId}`),
  );
}

async function found(...args: string[]): Promise<string[]> {
  return places(await runIn(folder, ['--format', 'json', ...args]));
}

describe('files in folders of tests', () => {
  const refused = ['test/broken/pg_hba.conf:3 hba/invalid-record', 'test/broken/postgresql.conf:2 conf/invalid-value'];

  test('only what a server refuses is told of them', async () => {
    const all = await found();
    expect(all.filter((place) => place.startsWith('test/'))).toEqual(refused);
    expect(all).toContain('pg_hba.conf:2 hba/no-trust');
    // A hook names whatever changed; what a person names is meant.
    expect(await found('--ignore-unknown', 'test/data/pg_hba.conf')).toEqual([]);
  });

  test('--tests, the configuration, and a folder that is named judge them like all others', async () => {
    const whole = ['test/data/pg_hba.conf:2 hba/no-trust'];
    expect(await found('--tests', '--ignore-unknown', 'test/data/pg_hba.conf')).toEqual(whole);
    expect(await found('test/data/pg_hba.conf')).toEqual(whole);
    expect(await found('test/data')).toEqual(whole);
    const configured = makeFolder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'pgconflint.config.json': '{ "overrides": [{ "files": "test/a/**", "tests": true }] }',
      'test/a/pg_hba.conf': hba,
      'test/b/pg_hba.conf': hba,
    });
    const { output } = await runIn(configured, ['--format', 'concise']);
    expect(output).toContain('test/a/pg_hba.conf:2');
    expect(output).not.toContain('test/b/pg_hba.conf');
  });

  test('the report says so, and how they are judged', async () => {
    const said = 'only for what a server refuses, since test/ is for tests or from others (--tests)';
    const { code, output, errors } = await runIn(folder, ['--ignore-unknown', 'test/data/pg_hba.conf']);
    expect([code, (output + errors).replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(said)]);
    const debug = await runIn(folder, ['--debug', '--ignore-unknown', 'test/data/pg_hba.conf']);
    expect(debug.errors).toContain(said);
    const json = await runIn(folder, ['--format', 'json', '--ignore-unknown', 'test/data/pg_hba.conf']);
    expect(json.output).toContain(said);
  });

  test('an audit judges whatever is named', async () => {
    const { output } = await runIn(folder, [
      'audit',
      'test/data/pg_hba.conf',
      '--benchmark',
      'cis-16',
      '--format',
      'json',
    ]);
    expect(output).toContain('test/data/pg_hba.conf');
    expect(output).not.toContain('--tests');
  });
});
