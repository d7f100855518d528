import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const trusting = 'local all all peer\nhost all all 10.0.0.0/8 trust\n';
let folder: string;

beforeAll(() => {
  folder = makeFolder({
    'pg_hba.conf': trusting,
    'clean/pg_hba.conf': 'local all all peer\n',
    'ignored/pg_hba.conf': trusting,
    '.gitignore': 'ignored/\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'notes.conf': 'server { listen 80; }\n',
    'binary/pg_hba.conf': new Uint8Array([0, 1, 2, 0, 0, 0, 0, 3, 0]),
    'utf16/pg_hba.conf': new Uint8Array([0xff, 0xfe, 0x6c, 0, 0x6f, 0]),
    'empty/pg_hba.conf': '',
    'x.conf/readme.txt': 'no configuration here\n',
  });
});

function lint(...args: string[]): Promise<Outcome> {
  return runIn(folder, args);
}

function places(outcome: Outcome): string[] {
  const files = JSON.parse(outcome.output) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  return files.flatMap((file) =>
    file.messages.map(({ ruleId, line }) => `${file.filePath.slice(folder.length + 1)}:${line} ${ruleId}`),
  );
}

describe('pgconflint lint', () => {
  test('names file, place, rule and what happens, and exits with 1', async () => {
    const outcome = await lint('pg_hba.conf');
    expect(outcome).toMatchObject({ code: 1, errors: '' });
    expect(outcome.output.split('\n').slice(0, 5)).toEqual([
      'error[hba/no-trust]: Anyone from 10.0.0.0/8 gets in without a password',
      ' --> pg_hba.conf:2:25',
      '  |',
      '2 | host all all 10.0.0.0/8 trust',
      '  |                         ^^^^^',
    ]);
    expect(outcome.output).toMatch(
      /\n\n1 error in 1 file\.\nChecked for PostgreSQL [\s\S]+\nRules: preset recommended \(the default\)\.\nWhy\? pgconflint explain hba\/no-trust\n$/,
    );
  });

  test('exits with 0 where all is well, and says on standard error what was checked', async () => {
    expect(await lint('clean', '--postgres', '16')).toEqual({
      code: 0,
      output: '',
      errors:
        'No problems in 1 file.\n' +
        'Checked for PostgreSQL 16, told by the configuration or the command line.\n' +
        'Rules: preset recommended (the default).\n',
    });
    expect(await lint('clean', '--quiet')).toEqual({ code: 0, output: '', errors: '' });
    expect(await lint('clean', '--format', 'concise')).toEqual({ code: 0, output: '', errors: '' });
  });

  test('gives no verdict where a file could not be read', async () => {
    const outcome = await lint('clean', 'lost.conf');
    expect(outcome).toEqual({ code: 2, output: '', errors: 'pgconflint: lost.conf does not exist.\n' });
  });

  test.each<[string, string[], Record<string, string>, string]>([
    ['a preset that was asked for', ['--preset', 'strict'], {}, 'preset strict (--preset)'],
    ['several', ['--preset', 'correctness,strict'], {}, 'presets correctness, strict (--preset)'],
    [
      'rules that were asked for',
      ['--rule', 'hba/no-md5: off'],
      {},
      'preset recommended (the default), with the changes of --rule',
    ],
    [
      'a configuration',
      [],
      { 'pgconflint.config.json': '{ "extends": "strict", "rules": { "hba/record-comment": "off" } }' },
      'preset strict (pgconflint.config.json), with the changes of pgconflint.config.json',
    ],
    [
      'a configuration of rules alone',
      [],
      { 'pgconflint.config.json': '{ "rules": { "hba/record-comment": "off" } }' },
      'preset recommended (the default), with the changes of pgconflint.config.json',
    ],
    [
      'configurations that differ',
      [],
      {
        'b/pg_hba.conf': 'local all all peer\n',
        'b/pgconflint.config.json': '{ "root": true, "extends": "correctness" }',
      },
      '2 sets for different files; pgconflint config PATH shows each',
    ],
  ])('says which rules are on: %s', async (_, args, files, rules) => {
    const here = makeFolder({ 'a/pg_hba.conf': '# who\nlocal all all peer\n', ...files });
    const { errors } = await runIn(here, args, '', { columns: 120 });
    expect(/^Rules: (.*)\.$/m.exec(errors)?.[1]).toBe(rules);
  });

  test('searches a folder, or the current one, by name and respects .gitignore', async () => {
    const found = places(await lint('--format', 'json', '--rule', 'hba/require-tls: off'));
    expect(found).toContain('pg_hba.conf:2 hba/no-trust');
    expect(found.some((place) => place.startsWith('ignored/'))).toBe(false);
  });

  test('takes an ignored file that is named itself', async () => {
    expect(places(await lint('ignored/pg_hba.conf', '--format', 'json'))).toContain(
      'ignored/pg_hba.conf:2 hba/no-trust',
    );
  });

  test('understands globs', async () => {
    const outcome = await lint('{clean,.}/pg_*.conf', '--format=json');
    expect(places(outcome)).toContain('pg_hba.conf:2 hba/no-trust');
    expect(await lint('nothing*.conf')).toEqual({
      code: 2,
      output: '',
      errors: 'pgconflint: No file matches nothing*.conf.\n',
    });
  });

  test('reads standard input, its kind told by name, by --kind or by what it holds', async () => {
    for (const args of [['--stdin', '--kind', 'hba'], ['--stdin-filename', 'x/pg_hba.conf'], ['--stdin']]) {
      const outcome = await runIn(folder, ['lint', ...args, '--format', 'json'], trusting);
      expect(outcome.output).toContain('"ruleId":"hba/no-trust"');
      expect(outcome.code).toBe(1);
    }
    const nothing = await runIn(folder, ['--stdin'], '?\n');
    expect(nothing).toMatchObject({ code: 2, output: '' });
    expect(nothing.errors).toMatch(/does not tell what it is; write --kind/);
  });

  test('says that --kind does not count for a file whose name tells its kind', async () => {
    const outcome = await lint('clean/pg_hba.conf', '--kind', 'conf', '--format', 'concise');
    expect(outcome).toEqual({
      code: 0,
      output: '',
      errors:
        'pgconflint: clean/pg_hba.conf is read as hba, as its name says; --kind conf is for files whose names say nothing.\n',
    });
    expect((await lint('clean/pg_hba.conf', '--kind', 'hba', '--format', 'concise')).errors).toBe('');
  });

  test('switches rules by --rule and --preset', async () => {
    const off = await lint('pg_hba.conf', '--rule', 'hba/no-trust: off', '--format', 'json');
    expect(places(off)).not.toContain('pg_hba.conf:2 hba/no-trust');
    const options = await lint(
      'pg_hba.conf',
      '--rule',
      'hba/no-trust: [error, {"allow": [{"address": ["10.0.0.0/8"]}]}]',
      '--format',
      'json',
    );
    expect(places(options)).not.toContain('pg_hba.conf:2 hba/no-trust');
    expect(places(await lint('pg_hba.conf', '--preset', 'correctness', '--format', 'json'))).toEqual([]);
  });

  test('counts warnings by --max-warnings, and leaves them out by --quiet', async () => {
    const rules = ['--preset', 'correctness', '--rule', 'hba/no-trust: warn'];
    expect((await lint('pg_hba.conf', ...rules)).code).toBe(0);
    expect((await lint('pg_hba.conf', ...rules, '--max-warnings', '1')).code).toBe(0);
    expect((await lint('pg_hba.conf', ...rules, '--max-warnings=0')).code).toBe(1);
    expect((await lint('pg_hba.conf', ...rules, '--quiet')).output).toBe('');
  });

  test('says for which targets a problem holds', async () => {
    const { output } = await lint('pg_hba.conf', '--postgres', '14,18', '--format', 'json');
    expect(output).toContain('"targets":null');
    const md5 = await runIn(folder, ['--stdin', '--kind', 'hba', '--postgres', '14,18'], 'local all all md5\n');
    expect(md5.output).toMatch(/\(PostgreSQL 14\)/);
    expect(md5.output).toMatch(/\(PostgreSQL 18\)/);
  });

  test('lists the rules with their severity in force', async () => {
    const { code, output } = await lint('--list-rules', '--rule', 'hba/no-trust: warn');
    expect(code).toBe(0);
    expect(output).toMatch(/^hba\/no-trust +warning +Disallow/m);
  });

  test('lists them as JSON for other programs', async () => {
    const { code, output } = await lint('--list-rules', '--rule', 'hba/no-trust: warn', '--format', 'json');
    expect(code).toBe(0);
    const rules = JSON.parse(output) as Record<string, unknown>[];
    expect(rules.find(({ id }) => id === 'hba/no-trust')).toMatchObject({
      severity: 'warning',
      options: {},
      summary: expect.stringMatching(/^Disallow/),
      presets: expect.arrayContaining(['recommended']),
      url: expect.stringMatching(/^https:.*hba\/no-trust\.md$/),
    });
    const text = (await runIn(folder, ['--list-rules'], '', { columns: 200 })).output;
    expect(rules.map(({ id }) => id)).toEqual(text.match(/^[a-z-]+\/\S+/gm));
  });

  test.each([
    ['--format', 'sarif'],
    ['--format', 'json', '--output-file', 'x.json'],
    ['--format', 'json', '--format', 'sarif=x'],
  ])('has no list of rules with %s %s', async (...args) => {
    expect(await lint('--list-rules', ...args)).toEqual({
      code: 2,
      output: '',
      errors:
        'pgconflint: --list-rules prints a list, or JSON with --format json; it has no other format and no file.\n',
    });
  });

  test.each<[string, string[], RegExp]>([
    ['an unknown option', ['--maxwarnings'], /no option --maxwarnings. Did you mean --max-warnings\?/],
    ['a missing value', ['--kind'], /--kind needs a value/],
    ['a value too many', ['--quiet=yes'], /--quiet takes no value/],
    ['an unknown kind', ['--kind', 'hbaa'], /“hbaa” is not a kind of file; write one of conf, hba/],
    ['an unknown major', ['--postgres', '9'], /“9” is not a major version.*10 to 20/],
    ['an unknown preset', ['--preset', 'strickt'], /no preset “strickt”.*Did you mean strict\?/],
    ['an unknown rule', ['--rule', 'hba/no-trus: off'], /no rule “hba\/no-trus”. Did you mean hba\/no-trust\?/],
    ['an unknown option of a rule', ['--rule', 'hba/no-trust: [error, {"x": 1}]'], /hba\/no-trust has no option “x”/],
    ['options that are not JSON', ['--rule', 'hba/no-trust: [error, {x}]'], /not JSON/],
    [
      'an unknown format',
      ['--format', 'xml', 'pg_hba.conf'],
      /no format “xml”; the formats are stylish, vfile, concise, codeframe, json/,
    ],
    ['a colour that is none', ['--color', 'red'], /--color needs auto, always or never, not “red”/],
    ['a number that is none', ['--max-warnings', 'many'], /--max-warnings needs a number, not “many”/],
    ['paths beside standard input', ['--stdin', 'pg_hba.conf'], /no paths can be given/],
    ['a missing file', ['lost/pg_hba.conf'], /lost\/pg_hba\.conf does not exist\./],
    ['a binary file', ['binary/pg_hba.conf'], /binary\/pg_hba\.conf: .*binary data/],
    ['a UTF-16 file', ['utf16/pg_hba.conf'], /utf16\/pg_hba\.conf: .*UTF-16/],
    ['a folder without a file', ['x.conf'], /x\.conf holds no file to check/],
  ])('%s is one plain sentence and exit code 2', async (_, args, message) => {
    const outcome = await lint(...args);
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(message);
    expect(outcome.errors).toMatch(/^pgconflint: [^\n]+\n$/);
  });

  test('goes on with the other files where one cannot be read', async () => {
    const outcome = await lint('lost.conf', 'pg_hba.conf');
    expect(outcome.code).toBe(2);
    expect(outcome.errors).toBe('pgconflint: lost.conf does not exist.\n');
    expect(outcome.output).toContain('hba/no-trust');
  });

  test('passes over files of other software with --ignore-unknown', async () => {
    expect(await lint('notes.conf', '--ignore-unknown')).toEqual({
      code: 0,
      output: '',
      errors: 'pgconflint: Nothing was checked: of what was named, no file is both PostgreSQL’s and not left out.\n',
    });
  });

  test('fails where the configuration switches every rule off for what it is to judge', async () => {
    const off = makeFolder({
      'pg_hba.conf': trusting,
      'pgconflint.config.json': '{ "extends": "none" }',
    });
    expect(await runIn(off, [])).toEqual({
      code: 2,
      output: '',
      errors:
        'pgconflint: No rule is on for any of the files, so nothing was judged. Name a preset, or leave the files out with ignores; pgconflint config PATH shows what holds.\n',
    });
    expect(await runIn(off, ['--rule', 'hba/no-trust: warn'])).toMatchObject({ code: 0, errors: '' });
  });

  test('says so where it judged nothing because all files are left out', async () => {
    const out = makeFolder({ 'pg_hba.conf': trusting, 'pgconflint.config.json': '{ "ignores": "pg_hba.conf" }' });
    const nothing =
      'pgconflint: Nothing was checked: of what was named, no file is both PostgreSQL’s and not left out.\n';
    expect(await runIn(out, ['pg_hba.conf'])).toEqual({ code: 0, output: '', errors: nothing });
  });

  test('an empty pg_hba.conf is a problem, not a failure', async () => {
    const outcome = await lint('empty/pg_hba.conf');
    expect(outcome).toMatchObject({ code: 1, errors: '' });
  });

  test.each<[string, boolean, boolean]>([
    ['always', false, true],
    ['never', true, false],
    ['auto', true, true],
    ['auto', false, false],
  ])('--color %s, where the terminal has colours: %s', async (when, color, has) => {
    for (const args of [['pg_hba.conf'], ['explain', 'hba/no-trust']]) {
      const { output } = await runIn(folder, [...args, '--color', when], '', { color });
      expect(output.includes('\u001b[')).toBe(has);
    }
  });

  test('colours only when asked to', async () => {
    expect((await lint('pg_hba.conf')).output).not.toContain('\u001b[');
    const coloured = await runIn(folder, ['pg_hba.conf'], '', { color: true });
    expect(coloured.output).toContain('\u001b[');
  });
});
