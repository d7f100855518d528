import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn, verdict } from './terminal.js';

const known = 'No new problems in 2 files: 3 known ones are in the baseline.';

const trust = 'host all all 10.0.0.0/8 trust\n';
let folder: string;

beforeEach(() => {
  folder = makeFolder({
    'a/pg_hba.conf': trust + trust.replace('10.0', '11.0'),
    'b/pg_hba.conf': trust,
    'pgconflint.config.json': '{ "root": true, "extends": [], "postgres": 18, "rules": { "hba/no-trust": "error" } }',
  });
});

function lint(...args: string[]): Promise<Outcome> {
  return runIn(folder, args);
}

const file = () => join(folder, 'pgconflint-baseline.json');
const recorded = () => JSON.parse(readFileSync(file(), 'utf8')).files;

/** How many problems of each rule are recorded for each file. */
function counts(): Record<string, Record<string, number>> {
  const count = (rules: Record<string, object>) =>
    Object.fromEntries(Object.entries(rules).map(([rule, problems]) => [rule, Object.keys(problems).length]));
  const files = Object.entries(recorded() as Record<string, Record<string, object>>);
  return Object.fromEntries(files.map(([name, rules]) => [name, count(rules)]));
}

describe('a baseline', () => {
  test('records each problem by file, rule and record, and later runs report only what is new', async () => {
    const written = await lint('--baseline-write');
    expect(written).toEqual({
      code: 0,
      output: '',
      errors: 'pgconflint: pgconflint-baseline.json records 3 problems.\n',
    });
    expect(counts()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 2 }, 'b/pg_hba.conf': { 'hba/no-trust': 1 } });
    for (const majors of Object.values(recorded()['a/pg_hba.conf']['hba/no-trust'])) expect(majors).toBe('18');
    expect(await lint()).toEqual({ code: 0, output: '', errors: expect.stringMatching(verdict(known)) });
  });

  test('holds where lines move, and shows what is new alone', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'a/pg_hba.conf'), `# moved\n\n${trust}${trust.replace('10.0', '11.0')}`);
    expect((await lint()).code).toBe(0);
    writeFileSync(join(folder, 'b/pg_hba.conf'), trust + trust.replace('10.0', '11.0'));
    const outcome = await lint('--format', 'json');
    expect(outcome.code).toBe(1);
    const files = JSON.parse(outcome.output) as { messages: object[]; suppressedMessages: object[] }[];
    expect(files.map((each) => [each.messages.length, each.suppressedMessages.length])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    expect(outcome.errors).toBe('pgconflint: 3 known problems are in the baseline and not shown.\n');
  });

  test('knows a record again whatever its spaces, its comment and its place are', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), '# first\n\nhost\tall   all 10.0.0.0/8 \\\n  trust # why\n');
    expect(await lint()).toEqual({ code: 0, output: '', errors: expect.stringMatching(verdict(known)) });
  });

  test.each([
    ['another record of the same rule', 'host app app 10.66.0.0/16 trust\n'],
    ['the same record for more clients', 'host all all 10.0.0.0/7 trust\n'],
    ['a name in place of a keyword', 'host "all" all 10.0.0.0/8 trust\n'],
  ])('%s does not take the place of a known one', async (_, text) => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), text);
    const outcome = await lint('b');
    expect(outcome.code).toBe(1);
    expect(outcome.errors).toContain('1 problem of the baseline is gone');
  });

  test('the same problem a second time is new, and so is what holds for another major', async () => {
    const args = ['--preset', 'correctness', '--rule', 'suppressions/malformed: error'];
    const comment = '# pgconflint-disable-nextline\n';
    const twice = makeFolder({ 'pg_hba.conf': `${comment}local all all peer\n` });
    await runIn(twice, [...args, '--baseline-write']);
    writeFileSync(join(twice, 'pg_hba.conf'), `${comment}${comment}local all all peer\n`);
    const outcome = await runIn(twice, [...args, '--format', 'concise']);
    expect(outcome).toMatchObject({ code: 1, output: expect.stringMatching(/^pg_hba\.conf:2:[^\n]+\n$/) });
    await lint('--baseline-write');
    expect((await lint('b', '--postgres', '18')).code).toBe(0);
    expect((await lint('b', '--postgres', '16,18')).code).toBe(1);
  });

  test('a setting that is missing stays known when the first line changes', async () => {
    const rules = '"conf/log-connections": "error", "conf/fsync": "error"';
    writeFileSync(join(folder, 'pgconflint.config.json'), `{ "root": true, "extends": [], "rules": { ${rules} } }`);
    writeFileSync(join(folder, 'b/postgresql.conf'), 'port = 5432\n');
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/postgresql.conf'), 'port = 5433\n');
    expect((await lint()).code).toBe(0);
    writeFileSync(join(folder, 'b/postgresql.conf'), 'fsync = off\n');
    expect((await lint('--format', 'concise')).output).toMatch(/^b\/postgresql\.conf:1:9: error conf\/fsync [^\n]+\n$/);
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/postgresql.conf'), "port = 5433\n FSYNC  'off' # fast\n");
    expect((await lint()).code).toBe(0);
  });

  test('counts of an old baseline hold, and a warning says what they cannot tell', async () => {
    const old = {
      version: 1,
      files: { 'a/pg_hba.conf': { 'hba/no-trust': 2 }, 'b/pg_hba.conf': { 'hba/no-trust': 1 } },
    };
    writeFileSync(file(), JSON.stringify(old));
    expect(await lint()).toEqual({
      code: 0,
      output: '',
      errors: expect.stringMatching(
        verdict(
          known,
          'pgconflint: pgconflint-baseline.json counts problems, so a new one can take the place of an old one; --baseline-write records each.\n',
        ),
      ),
    });
    writeFileSync(join(folder, 'b/pg_hba.conf'), trust + trust.replace('10.0', '11.0'));
    const outcome = await lint('b', '--format', 'json');
    expect(JSON.parse(outcome.output)[0].messages).toHaveLength(2);
    // Of two problems nobody knows which one was counted.
    await lint('--baseline-prune');
    expect(recorded()['b/pg_hba.conf']).toEqual({ 'hba/no-trust': 1 });
    expect(Object.keys(recorded()['a/pg_hba.conf']['hba/no-trust'])).toHaveLength(2);
    await lint('--baseline-write');
    expect(counts()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 2 }, 'b/pg_hba.conf': { 'hba/no-trust': 2 } });
    expect(await lint()).toEqual({
      code: 0,
      output: '',
      errors: expect.stringMatching(verdict('No new problems in 2 files: 4 known ones are in the baseline.')),
    });
  });

  test('says which files are no longer there, and how many a new baseline records', async () => {
    await lint('--baseline-write');
    renameSync(join(folder, 'b'), join(folder, 'c'));
    const moved = await lint();
    expect(moved.code).toBe(1);
    expect(moved.errors).toBe(
      'pgconflint: 2 known problems are in the baseline and not shown.\n' +
        'pgconflint: 1 file of the baseline is no longer there; pgconflint --baseline-prune takes it out.\n',
    );
    writeFileSync(join(folder, 'a/pg_hba.conf'), 'local all all peer\n');
    expect((await lint('--baseline-write')).errors).toBe(
      'pgconflint: pgconflint-baseline.json records 1 problem (3 before).\n',
    );
    expect(counts()).toEqual({ 'c/pg_hba.conf': { 'hba/no-trust': 1 } });
  });

  test('says what is gone; --baseline-prune takes it out, and what stands in files that are gone', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'a/pg_hba.conf'), trust);
    expect(await lint()).toEqual({
      code: 0,
      output: '',
      errors: expect.stringMatching(
        verdict(
          'No new problems in 2 files: 2 known ones are in the baseline.',
          'pgconflint: 1 problem of the baseline is gone; pgconflint --baseline-prune takes it out.\n',
        ),
      ),
    });
    rmSync(join(folder, 'b/pg_hba.conf'));
    await lint('--baseline-prune');
    expect(counts()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 1 } });
  });

  test('pruning never records what is new', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), trust + trust.replace('10.0', '11.0'));
    const outcome = await lint('--baseline-prune');
    expect(outcome.code).toBe(1);
    expect(counts()['b/pg_hba.conf']).toEqual({ 'hba/no-trust': 1 });
  });

  test('keeps what is recorded of files that a run did not check', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), 'local all all peer\n');
    await lint('--baseline-write', 'b');
    expect(counts()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 2 } });
  });

  test('may have another name: --baseline, or the configuration’s', async () => {
    await lint('--baseline-write', '--baseline', 'old.json');
    expect((await lint()).code).toBe(1);
    expect((await lint('--baseline', 'old.json')).code).toBe(0);
    expect(await lint('--baseline', 'lost.json')).toMatchObject({
      code: 2,
      errors: 'pgconflint: lost.json does not exist.\n',
    });
    const config =
      '{ "root": true, "extends": [], "postgres": 18, "rules": { "hba/no-trust": "error" }, "baseline": "old.json" }';
    writeFileSync(join(folder, 'pgconflint.config.json'), config);
    expect((await lint()).code).toBe(0);
    expect((await lint('--no-baseline')).code).toBe(1);
  });

  test.each([
    '<<<<<<<',
    '[]',
    '{ "version": 3, "files": {} }',
    '{ "version": 1, "files": { "a": { "b": 0 } } }',
    '{ "version": 2, "files": { "a": { "b": { "c": 18 } } } }',
    '{ "version": 2, "files": { "a": { "b": { "c": "x" } } } }',
    '{ "version": 2, "files": { "pg_hba.conf": { "hba/no-trust": ["18"] } } }',
    '{ "version": 2, "files": { "pg_hba.conf": { "hba/no-trust": null } } }',
  ])('%j is not one', async (text) => {
    writeFileSync(file(), text);
    const outcome = await lint();
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(/^pgconflint: pgconflint-baseline\.json is not a baseline: /);
  });

  test('goes into SARIF as external suppressions', async () => {
    await lint('--baseline-write');
    const { results } = JSON.parse((await lint('--format', 'sarif')).output).runs[0];
    expect(results.map((result: { suppressions: object[] }) => result.suppressions)).toEqual(
      Array(3).fill([{ kind: 'external', status: 'accepted' }]),
    );
  });
});
