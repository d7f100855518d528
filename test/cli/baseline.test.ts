import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const trust = 'host all all 10.0.0.0/8 trust\n';
let folder: string;

beforeEach(() => {
  folder = makeFolder({
    'a/pg_hba.conf': trust + trust.replace('10.0', '11.0'),
    'b/pg_hba.conf': trust,
    'pgconflint.config.json': '{ "root": true, "extends": [], "rules": { "hba/no-trust": "error" } }',
  });
});

function lint(...args: string[]): Promise<Outcome> {
  return runIn(folder, args);
}

const file = () => join(folder, 'pgconflint-baseline.json');
const recorded = () => JSON.parse(readFileSync(file(), 'utf8')).files;

describe('a baseline', () => {
  test('records counts by file and rule, and later runs report only what is new', async () => {
    const written = await lint('--baseline-write');
    expect(written).toEqual({
      code: 0,
      output: '',
      errors: 'pgconflint: pgconflint-baseline.json records 3 problems.\n',
    });
    expect(recorded()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 2 }, 'b/pg_hba.conf': { 'hba/no-trust': 1 } });
    expect(await lint()).toEqual({ code: 0, output: '', errors: '' });
  });

  test('holds where lines move, and shows every problem of a rule of which there are more', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'a/pg_hba.conf'), `# moved\n\n${trust}${trust.replace('10.0', '11.0')}`);
    expect((await lint()).code).toBe(0);
    writeFileSync(join(folder, 'b/pg_hba.conf'), trust + trust.replace('10.0', '11.0'));
    const outcome = await lint('--format', 'json');
    expect(outcome.code).toBe(1);
    const files = JSON.parse(outcome.output) as { messages: object[]; suppressedMessages: object[] }[];
    expect(files.map((each) => [each.messages.length, each.suppressedMessages.length])).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  test('says which files are no longer there, and how the counts of a new baseline differ', async () => {
    await lint('--baseline-write');
    renameSync(join(folder, 'b'), join(folder, 'c'));
    const moved = await lint();
    expect(moved.code).toBe(1);
    expect(moved.errors).toBe(
      'pgconflint: 1 file of the baseline is no longer there; pgconflint --baseline-prune takes it out.\n',
    );
    writeFileSync(join(folder, 'a/pg_hba.conf'), 'local all all peer\n');
    expect((await lint('--baseline-write')).errors).toBe(
      'pgconflint: pgconflint-baseline.json records 1 problem (3 before).\n',
    );
    expect(recorded()).toEqual({ 'c/pg_hba.conf': { 'hba/no-trust': 1 } });
  });

  test('says what is gone; --baseline-prune takes it out, and what stands in files that are gone', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'a/pg_hba.conf'), trust);
    expect(await lint()).toEqual({
      code: 0,
      output: '',
      errors: 'pgconflint: 1 problem of the baseline is gone; pgconflint --baseline-prune takes it out.\n',
    });
    rmSync(join(folder, 'b/pg_hba.conf'));
    await lint('--baseline-prune');
    expect(recorded()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 1 } });
  });

  test('pruning never records what is new', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), trust + trust.replace('10.0', '11.0'));
    const outcome = await lint('--baseline-prune');
    expect(outcome.code).toBe(1);
    expect(recorded()['b/pg_hba.conf']).toEqual({ 'hba/no-trust': 1 });
  });

  test('keeps the counts of files that a run did not check', async () => {
    await lint('--baseline-write');
    writeFileSync(join(folder, 'b/pg_hba.conf'), 'local all all peer\n');
    await lint('--baseline-write', 'b');
    expect(recorded()).toEqual({ 'a/pg_hba.conf': { 'hba/no-trust': 2 } });
  });

  test('may have another name: --baseline, or the configuration’s', async () => {
    await lint('--baseline-write', '--baseline', 'old.json');
    expect((await lint()).code).toBe(1);
    expect((await lint('--baseline', 'old.json')).code).toBe(0);
    expect(await lint('--baseline', 'lost.json')).toMatchObject({
      code: 2,
      errors: 'pgconflint: lost.json does not exist.\n',
    });
    const config = '{ "root": true, "extends": [], "rules": { "hba/no-trust": "error" }, "baseline": "old.json" }';
    writeFileSync(join(folder, 'pgconflint.config.json'), config);
    expect((await lint()).code).toBe(0);
    expect((await lint('--no-baseline')).code).toBe(1);
  });

  test.each(['<<<<<<<', '[]', '{ "version": 1, "files": { "a": { "b": 0 } } }'])('%j is none', async (text) => {
    writeFileSync(file(), text);
    const outcome = await lint();
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(/^pgconflint: pgconflint-baseline\.json is no baseline: /);
  });

  test('goes into SARIF as external suppressions', async () => {
    await lint('--baseline-write');
    const { results } = JSON.parse((await lint('--format', 'sarif')).output).runs[0];
    expect(results.map((result: { suppressions: object[] }) => result.suppressions)).toEqual(
      Array(3).fill([{ kind: 'external', status: 'accepted' }]),
    );
  });
});
