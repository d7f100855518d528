import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { parse } from 'jsonc-parser';
import { rules } from '../../rules/index.js';
import { findMisfit } from '../../src/linter/configuration/check.js';
import { configSchema } from '../../src/linter/configuration/schema.js';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const trust = 'host all all 10.0.0.0/8 trust\n';
const quiet = '{ "root": true, "extends": [], "rules": { "hba/no-trust": "warn" } }';

async function found(files: Record<string, string>, ...args: string[]): Promise<string[]> {
  const folder = makeFolder(files);
  const outcome = await runIn(folder, ['--format', 'json', ...args]);
  if (outcome.code === 2) throw new Error(outcome.errors.replaceAll(folder, ''));
  const results = JSON.parse(outcome.output) as {
    filePath: string;
    messages: { ruleId: string; severity: number }[];
  }[];
  return results.flatMap((file) =>
    file.messages.map(({ ruleId, severity }) => `${file.filePath.slice(folder.length + 1)} ${ruleId} ${severity}`),
  );
}

describe('configuration files', () => {
  test.each([
    ['pgconflint.config.jsonc', `// note\n${quiet.replace(' }', ', }')}`],
    ['pgconflint.config.json', quiet],
    ['pgconflint.config.yaml', 'root: true\nextends: []\nrules:\n  hba/no-trust: warn\n'],
    ['package.json', `{ "name": "x", "pgconflint": ${quiet} }`],
  ])('%s is found and holds', async (name, content) => {
    expect(await found({ 'pg_hba.conf': trust, [name]: content })).toEqual(['pg_hba.conf hba/no-trust 1']);
  });

  test.each([
    ['pgconflint.config.js', `export default ${quiet};`],
    ['pgconflint.config.mjs', `export default ${quiet};`],
  ])('%s is code and holds', async (name, content) => {
    const folder = makeFolder({ 'pg_hba.conf': trust, [name]: content, 'package.json': '{ "type": "module" }' });
    const loads = await import('../../src/project/load-module.js');
    // Jest cannot import files outside its root in the way Node does; test/cli/bundle.test.ts runs the real command.
    expect(typeof loads.loadModule).toBe('function');
    const outcome = await runIn(folder, ['--no-code']);
    expect(outcome.code).toBe(2);
    expect(outcome.errors).toMatch(/is code and was not run: --no-code forbids it/);
  });

  test('is looked for upwards from each file, the nearest one last, up to root', async () => {
    const files = {
      'pg_hba.conf': trust,
      'a/pg_hba.conf': trust,
      'a/b/pg_hba.conf': trust,
      'pgconflint.config.json': '{ "root": true, "extends": [], "rules": { "hba/no-trust": "warn" } }',
      'a/pgconflint.config.json': '{ "rules": { "hba/no-trust": "error" } }',
      'a/b/pgconflint.config.json': '{ "root": true, "extends": "correctness" }',
    };
    expect(await found(files)).toEqual(['a/pg_hba.conf hba/no-trust 2', 'pg_hba.conf hba/no-trust 1']);
  });

  test('extends files and packages, itself over them', async () => {
    const files = {
      'pg_hba.conf': trust,
      'pgconflint.config.json':
        '{ "root": true, "extends": ["./base.json", "team-config"], "rules": { "hba/require-tls": "off" } }',
      'base.json': '{ "extends": [], "rules": { "hba/no-trust": "error", "hba/require-tls": "error" } }',
      'node_modules/team-config/pgconflint.config.json': '{ "rules": { "hba/no-trust": "warn" } }',
    };
    expect(await found(files, 'pg_hba.conf')).toEqual(['pg_hba.conf hba/no-trust 1']);
  });

  test('an override starts again with none, and a folder has less than the rest', async () => {
    const folder = makeFolder({
      'pgconflint.config.json':
        '{ "extends": ["recommended"], "overrides": [{ "files": "dev/**", "extends": ["none", "correctness"], "rules": { "hba/no-all-all": "error" } }] }',
      'pg_hba.conf': 'host all all 10.0.0.0/8 trust\n',
      'dev/pg_hba.conf': 'host all all 10.0.0.0/8 trust\nhost all\n',
    });
    const rulesOf = async (...args: string[]) =>
      JSON.parse((await runIn(folder, ['--format', 'json', '--each', ...args])).output)[0].messages.map(
        ({ ruleId }: { ruleId: string }) => ruleId,
      );
    expect(await rulesOf('pg_hba.conf')).toEqual(expect.arrayContaining(['hba/no-trust', 'hba/no-all-all']));
    expect(await rulesOf('dev/pg_hba.conf')).toEqual(['hba/invalid-record', 'hba/no-all-all']);
  });

  test('overrides by glob: rules and targets', async () => {
    const files = {
      'dev/pg_hba.conf': trust,
      'dev/keep/pg_hba.conf': trust,
      'prod/pg_hba.conf': trust,
      'pgconflint.config.json':
        '{ "root": true, "extends": [], "rules": { "hba/no-trust": "error" }, "overrides": [{ "files": "dev/**", "except": ["dev/keep/**"], "rules": { "hba/no-trust": "off" } }] }',
    };
    expect(await found(files)).toEqual(['dev/keep/pg_hba.conf hba/no-trust 2', 'prod/pg_hba.conf hba/no-trust 2']);
  });

  test('ignores files and folders, named ones too', async () => {
    const files = { 'old/x/pg_hba.conf': trust, 'pg_hba.conf': trust };
    const config = '{ "root": true, "extends": [], "rules": { "hba/no-trust": 2 }, "ignores": ["old/"] }';
    expect(await found({ ...files, 'pgconflint.config.json': config })).toEqual(['pg_hba.conf hba/no-trust 2']);
    expect(await found({ ...files, 'pgconflint.config.json': config }, 'old/x/pg_hba.conf')).toEqual([]);
  });

  test('names the files of a cluster', async () => {
    const files = {
      'a/main.conf': 'port = 5432\n',
      'b/access.txt': trust,
      'pgconflint.config.json':
        '{ "root": true, "extends": [], "rules": { "hba/no-trust": 2 }, "clusters": [{ "main": "a/main.conf", "hba": "b/access.txt" }] }',
    };
    expect(await found(files)).toEqual(['b/access.txt hba/no-trust 2']);
  });

  test('--config takes the place of what would be found; --rule and --preset stand over it', async () => {
    const files = { 'pg_hba.conf': trust, 'pgconflint.config.json': '{ "nonsense": 1 }', 'other.json': quiet };
    expect(await found(files, '--config', 'other.json')).toEqual(['pg_hba.conf hba/no-trust 1']);
    expect(await found(files, '--config', 'other.json', '--rule', 'hba/no-trust: error')).toEqual([
      'pg_hba.conf hba/no-trust 2',
    ]);
    expect(await found({ ...files, 'pgconflint.config.json': quiet }, '--preset', 'strict', '--each')).toContain(
      'pg_hba.conf hba/require-tls 2',
    );
  });
});

describe('an error in a configuration', () => {
  test.each([
    [
      '{\n "rules": {\n  "hba/no-trus": 1 } }',
      /config\.jsonc:3: There is no rule “hba\/no-trus”. Did you mean hba\/no-trust\?/,
    ],
    ['{\n "rule": {} }', /config\.jsonc:2: “rule” is not known. Allowed here: .*Did you mean rules\?/],
    ['{\n\n "root": "yes" }', /config\.jsonc:3: “root” must be true or false, not "yes"/],
    [
      '{ "postgres": 9 }',
      /config\.jsonc:1: “postgres” must be one of 10, .*\d or a release such as "18\.2" or a list, not 9/,
    ],
    ['{ "postgres": "16.x" }', /must be one of 10, .* or a release such as/],
    ['{ "rules": { "hba/no-trust": "warm" } }', /hba\/no-trust: "warm" is not a severity.*Did you mean warn\?/],
    ['{ "rules": { "hba/no-trust": ["error", { "alow": [] }] } }', /has no option “alow”.*Did you mean allow\?/],
    ['{ "extends": "./lost.json" }', /config\.jsonc:1: \.\/lost\.json does not exist/],
    ['{ "extends": ["strickt"] }', /“strickt” is not a preset, and no package of that name/],
    ['{ "extends": "./pgconflint.config.jsonc" }', /It extends itself/],
    ['{ "overrides": [{ "rules": {} }] }', /“overrides\[0\]” lacks “files”/],
    ['{\n "rules": {', /config\.jsonc:2: This is not JSON: .* at column/],
    ['[]', /config\.jsonc:1: The configuration must be an object, not \[\]/],
  ])('%j says file, line and what was expected, exit code 2', async (config, message) => {
    const folder = makeFolder({ 'pg_hba.conf': trust, 'pgconflint.config.jsonc': config });
    const outcome: Outcome = await runIn(folder, ['pg_hba.conf']);
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(message);
    expect(outcome.errors).toMatch(/^pgconflint: \/[^\n]+\n$/);
  });

  test('in YAML too', async () => {
    const folder = makeFolder({
      'pg_hba.conf': trust,
      'pgconflint.config.yaml': 'root: true\nrules:\n  hba/no-trus: 1\n',
    });
    expect((await runIn(folder, ['pg_hba.conf'])).errors).toMatch(/config\.yaml:3: There is no rule/);
  });

  test.each([
    ['root: true\nrules: *none\n', /config\.yaml:2: This is not YAML: .*none \(column 8\)\.$/m],
    [
      `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [${'*a, '.repeat(12)}]\nc: &c [${'*b, '.repeat(12)}]\nd: [${'*c, '.repeat(12)}]\n`,
      /config\.yaml:\d+: This is not YAML: Excessive alias count/,
    ],
  ])('an alias that YAML cannot follow: %j', async (text, message) => {
    const folder = makeFolder({ 'pg_hba.conf': trust, 'pgconflint.config.yaml': text });
    const outcome = await runIn(folder, ['pg_hba.conf']);
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(message);
  });

  test('a package.json that only depends on pgconflint is no configuration', async () => {
    const folder = makeFolder({
      'pg_hba.conf': trust,
      'package.json': '{ "devDependencies": { "pgconflint": "1" }, "name": "a", "name": "b" }',
    });
    expect(await runIn(folder, ['pg_hba.conf'])).toMatchObject({ code: 1, errors: '' });
  });

  test('two configurations in one folder', async () => {
    const folder = makeFolder({ 'pg_hba.conf': trust, 'pgconflint.config.json': '{}', 'pgconflint.config.yaml': '' });
    expect((await runIn(folder, ['pg_hba.conf'])).errors).toMatch(/Beside it stands pgconflint\.config\.yaml/);
  });
});

test('pgconflint config says what holds and where it comes from', async () => {
  const folder = makeFolder({
    'pgconflint.config.json':
      '{\n "root": true, "extends": ["strict"],\n "rules": {\n  "hba/no-trust": "warn" }, "postgres": [14, 16] }',
  });
  const { code, output } = await runIn(folder, ['config', 'pg_hba.conf'], '', { columns: 120 });
  expect(code).toBe(0);
  expect(output).toMatch(/^from +pgconflint\.config\.json\npostgres +14, 16$/m);
  expect(output).toMatch(/^hba\/no-trust +warning +pgconflint\.config\.json:4/m);
  expect(output).toMatch(/^hba\/require-tls +error +preset strict, pgconflint\.config\.json:2/m);
  const json = JSON.parse((await runIn(folder, ['config', '--json', 'pg_hba.conf'])).output);
  expect(json.rules['hba/no-trust']).toMatchObject({ severity: 'warning', from: 'pgconflint.config.json:4' });
});

describe('the schema', () => {
  const schema = configSchema(rules);

  test('knows every rule with its options', () => {
    const validate = new Ajv.default({ strict: false }).compile(schema);
    for (const rule of rules) expect([rule.id, validate({ rules: { [rule.id]: 'error' } })]).toEqual([rule.id, true]);
    expect(validate({ rules: { 'hba/no-trust': ['error', { alow: [] }] } })).toBe(false);
    expect(validate({ overrides: [{ files: 'a', rules: { 'hba/no-trust': 'warm' } }] })).toBe(false);
  });

  test('and our own check agree', () => {
    const validate = new Ajv.default({ strict: false }).compile(schema);
    const cases: [string, boolean][] = [
      ['{}', true],
      [quiet, true],
      ['{ "$schema": "x", "extends": "strict", "postgres": ["14", 16], "ignores": "x" }', true],
      ['{ "overrides": [{ "files": ["a"], "rules": {} }], "clusters": [{ "main": "x" }] }', true],
      ['{ "overrides": [{ "rules": {} }] }', false],
      ['{ "postgres": [] }', false],
      ['{ "postgres": 9 }', false],
      ['{ "root": 1 }', false],
      ['{ "x": 1 }', false],
      ['{ "clusters": [{ "main": 1 }] }', false],
      ['[]', false],
    ];
    for (const [text, fits] of cases) {
      expect([text, validate(parse(text))]).toEqual([text, fits]);
      expect([text, findMisfit(parse(text), schema) === undefined]).toEqual([text, fits]);
    }
  });
});

test('a preset that changes nothing is not where a setting comes from, and --preset says the same as extends', async () => {
  const folder = makeFolder({
    'pg_hba.conf': 'host all all 10.0.0.0/8 md5\n',
    'pgconflint.config.json': '{\n "root": true,\n "extends": [\n  "strict",\n  "recommended"] }',
  });
  const { output } = await runIn(folder, ['config', 'pg_hba.conf'], '', { columns: 120 });
  expect(output).toMatch(/^hba\/require-tls +error +preset strict, pgconflint\.config\.json:4/m);
  const extended = await runIn(folder, ['pg_hba.conf']);
  const asked = await runIn(folder, ['pg_hba.conf', '--preset', 'strict,recommended']);
  expect(extended.output).toMatch(/^error\[hba\/require-tls\]: /);
  const from = '(pgconflint.config.json)';
  expect(extended.output).toContain(`Rules: presets strict, recommended ${from}.`);
  expect({ ...extended, output: extended.output.replace(from, '(--preset)') }).toEqual(asked);
});
