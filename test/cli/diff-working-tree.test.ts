/** `diff` with one side or none: the files as they are now, and the gate in every format. */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import Ajv4 from 'ajv-draft-04';
import type { Log } from 'sarif';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd, encoding: 'utf8' });

let folder: string;

beforeAll(() => {
  folder = makeFolder({
    '.gitignore': 'local/\n',
    'a/pg_hba.conf': 'local all all peer\n',
    'b/pg_hba.conf': 'host all all 10.0.0.0/8 md5\n',
  });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'First');
  writeFileSync(join(folder, 'b/pg_hba.conf'), 'host all all 10.0.0.0/8 scram-sha-256\n');
  git(folder, 'commit', '-q', '-a', '-m', 'Second');
  writeFileSync(join(folder, 'a/pg_hba.conf'), 'local all all peer\nhost all all 10.0.0.0/8 trust\n');
});

async function changed(args: string[], cwd = folder): Promise<string[]> {
  const { output, errors } = await runIn(cwd, ['diff', '--postgres', '18', '--format', 'json', ...args]);
  expect(errors).toBe('');
  return JSON.parse(output).map(
    ({ cluster, access }: { cluster: string; access: { gains: unknown[]; methods: unknown[] } }) =>
      `${cluster} ${access.gains.length} ${access.methods.length}`,
  );
}

describe('the files as they are now', () => {
  test.each<[string, string[], string[]]>([
    ['with HEAD', [], ['a/pg_hba.conf 1 0']],
    ['with HEAD in a folder', ['a'], ['a/pg_hba.conf 1 0']],
    ['with HEAD in a folder that did not change', ['b'], []],
    ['with HEAD in a file', ['a/pg_hba.conf'], ['a/pg_hba.conf 1 0']],
    ['with another revision', ['HEAD~1'], ['a/pg_hba.conf 1 0', 'b/pg_hba.conf 0 1']],
    ['with another revision, in paths', ['HEAD~1', '--', 'b'], ['b/pg_hba.conf 0 1']],
    ['with HEAD in paths', ['--', 'a', 'b'], ['a/pg_hba.conf 1 0']],
  ])('are compared %s', async (_, args, expected) => {
    expect(await changed(args)).toEqual(expected);
  });

  test('are found from elsewhere, and through symbolic links', async () => {
    const elsewhere = makeFolder({});
    symlinkSync(folder, join(elsewhere, 'link'));
    expect(await changed(['link'], elsewhere)).toEqual(['a/pg_hba.conf 1 0']);
    expect(await changed([], join(folder, 'a'))).toEqual(['a/pg_hba.conf 1 0']);
  });

  test('of today count though git does not know them, and not where git ignores them', async () => {
    const copy = makeFolder({ 'pg_hba.conf': 'local all all peer\n', '.gitignore': 'local/\n' });
    git(copy, 'init', '-q');
    git(copy, 'add', '-A');
    git(copy, 'commit', '-q', '-m', 'First');
    execFileSync('mkdir', ['local', 'new'], { cwd: copy });
    for (const name of ['local', 'new']) writeFileSync(join(copy, name, 'pg_hba.conf'), 'local all all trust\n');
    expect(await changed([], copy)).toEqual(['new/pg_hba.conf 1 0']);
  });

  test('are compared with nothing where there is nothing', async () => {
    const none = makeFolder({ 'pg_hba.conf': 'local all all peer\n' });
    const without = await runIn(none, ['diff']);
    expect([without.code, without.errors]).toEqual([2, expect.stringContaining('not a folder of a git repository')]);
    git(none, 'init', '-q');
    const early = await runIn(none, ['diff']);
    expect([early.code, early.errors]).toEqual([2, expect.stringContaining('has no commit yet')]);
    const unknown = await runIn(folder, ['diff', 'nowhere']);
    expect([unknown.code, unknown.errors]).toEqual([2, expect.stringContaining('nowhere is neither')]);
  });
});

describe('the gate', () => {
  const failing = ['diff', '--postgres', '18', '--fail-on', 'new-access', '--format'];

  test('stands first in Markdown, with what is refused or that nothing is', async () => {
    const refused = await runIn(folder, [...failing, 'markdown']);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^\*\*pgconflint\*\* refuses the change:\n\n- a\/pg&#95;hba\.conf: new-access: someone to /,
    );
    const passed = await runIn(folder, ['diff', '--fail-on', 'lost-access', '--format', 'markdown']);
    expect([passed.code, passed.output]).toEqual([0, expect.stringContaining('nothing in it is lost-access.')]);
    expect((await runIn(folder, ['diff', '--format', 'markdown'])).output).toMatch(/^### a\/pg&#95;hba/);
  });

  test('is SARIF with an error at the record that lets in, and a note for what may pass', async () => {
    const { code, output } = await runIn(folder, ['diff', 'HEAD~1', ...failing.slice(1), 'sarif']);
    expect(code).toBe(1);
    const log = JSON.parse(output) as Log;
    const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const validate = new Ajv4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    );
    validate(log);
    expect(validate.errors).toBeNull();
    const [run] = log.runs;
    expect(
      run!.results!.map(({ ruleId, level, locations }) => {
        const { artifactLocation, region } = locations![0]!.physicalLocation!;
        return [ruleId, level, artifactLocation!.uri, region?.startLine];
      }),
    ).toEqual([['diff/new-access', 'error', 'a/pg_hba.conf', 2]]);
    const noted = JSON.parse((await runIn(folder, ['diff', '--format', 'sarif'])).output) as Log;
    expect(noted.runs[0]!.results!.map(({ level }) => level)).toEqual(['note']);
    expect(noted.runs[0]!.originalUriBaseIds!['ROOT']!.uri).toMatch(/^file:\/\/\/.*\/$/);
  });
});
