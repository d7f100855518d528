import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const files = { 'pg_hba.conf': 'local all all trust\n', 'postgresql.conf': 'ssl = off\n' };
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command, as a person does, and gives what it says; nothing in the folder may have changed. */
function say(more: Record<string, string>, ...args: string[]): { status: number | null; said: string } {
  const folder = makeFolder({ ...files, ...more });
  const before = contents(folder);
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, ...args, '--allow-code'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect({ stdout, files: contents(folder) }).toEqual({ stdout: '', files: before });
  return { status, said: stderr.replaceAll(`${folder}/`, '') };
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

const json = (text: string) => ({ 'pgconflint.config.json': text });

/** What a person reads; each ends with exit code 2. */
describe('what is wrong in a configuration', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a comma is missing',
      { 'pgconflint.config.jsonc': '{ "rules": {}\n"postgres": 14 }' },
      'pgconflint.config.jsonc:2: This is not JSON: comma expected at column 1.',
    ],
    [
      'a name stands twice',
      json('{ "rules": {\n  "hba/no-trust": "off",\n  "hba/no-trust": "error"\n} }'),
      'pgconflint.config.json:3: “hba/no-trust” stands here a second time; only one of them would hold.',
    ],
    [
      'a package.json is cut',
      { 'package.json': '{ "pgconflint": { "rules": {' },
      'package.json:1: This is not JSON: close brace expected at column 29.',
    ],
    [
      'YAML is indented wrongly',
      { 'pgconflint.config.yaml': 'rules:\n  hba/no-trust: off\n postgres: 14\n' },
      'pgconflint.config.yaml:3: This is not YAML: All mapping items must start at the same column (column 1).',
    ],
    [
      'a severity is mistyped',
      json('{ "rules": { "hba/no-trust": "eror" } }'),
      'pgconflint.config.json:1: hba/no-trust: "eror" is not a severity; write off, warning or error. Did you mean error?',
    ],
    [
      'a severity is an object',
      json('{ "rules": { "hba/no-trust": { "severity": "off" } } }'),
      'pgconflint.config.json:1: hba/no-trust: {"severity":"off"} is not a severity; write off, warning or error.',
    ],
    [
      'a preset is mistyped',
      json('{\n  "extends": "strcit"\n}'),
      'pgconflint.config.json:2: “strcit” is not a preset, and no package of that name is installed here; a file is written ./strcit. Did you mean strict?',
    ],
    [
      'it extends itself',
      json('{ "extends": "./pgconflint.config.json" }'),
      'pgconflint.config.json:1: It extends itself.',
    ],
    [
      'two extend each other',
      { ...json('{ "extends": "./other.json" }'), 'other.json': '{ "extends": "./pgconflint.config.json" }' },
      'pgconflint.config.json:1: It extends itself, by way of other.json.',
    ],
    [
      'a cluster is not there',
      json('{ "clusters": [\n  { "main": "postgresql.conf",\n    "hba": "hba.txt" }\n] }'),
      'pgconflint.config.json:3: hba.txt does not exist, so this cluster cannot be read.',
    ],
    [
      'code throws',
      { 'pgconflint.config.mjs': 'const one = 1;\nthrow new Error("boom");\n' },
      'pgconflint.config.mjs:2: This code failed: boom',
    ],
    [
      'code cannot be compiled',
      { 'pgconflint.config.mjs': 'export default {\n' },
      'pgconflint.config.mjs: This code failed: ',
    ],
    [
      'TypeScript cannot be compiled',
      { 'pgconflint.config.ts': 'const x: = 1;\n' },
      'pgconflint.config.ts: This code failed: ',
    ],
    [
      'code exports no default',
      { 'pgconflint.config.mjs': 'export const rules = {};\n' },
      'pgconflint.config.mjs: It exports no default; write export default { … }.',
    ],
    [
      'a plugin is not there',
      json('{ "plugins": ["./nowhere.mjs"] }'),
      'pgconflint.config.json:1: The plugin ./nowhere.mjs does not exist.',
    ],
  ])('%s', (_, more, message) => {
    const { status, said } = say(more);
    expect(said).toContain(`pgconflint: ${message}`);
    expect({ status, lines: said.trimEnd().split('\n').length }).toEqual({ status: 2, lines: expect.any(Number) });
  });

  test('bytes that are no text', async () => {
    const folder = makeFolder({ ...files, 'pgconflint.config.json': new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]) });
    expect((await runIn(folder, [])).errors).toMatch(/pgconflint\.config\.json: .*UTF-16/);
  });
});

/** A plugin with one rule, whose `create` is given. */
const plugin = (create: string, meta = '') => ({
  'pgconflint.config.json': '{ "plugins": ["./plugin.mjs"], "rules": { "own/it": "error" } }',
  'plugin.mjs': `const rule = { id: 'own/it', meta: { type: 'problem', summary: 'It', category: 'correctness', messages: { it: 'It.' } ${meta} },
  create: ${create} };
export default { rules: [rule] };\n`,
});
const edit = (start: number, end: number) => `{ at: file, start: ${start}, end: ${end}, text: 'x' }`;

describe('what is wrong in a plugin', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'throws at load',
      { ...plugin('0'), 'plugin.mjs': 'throw new Error("at load");' },
      'plugin.mjs:1: This code failed: at load',
    ],
    ['throws in create', plugin('() => { throw new Error("early"); }'), 'The rule own/it failed: early (plugin.mjs:2)'],
    [
      'throws in a visitor',
      plugin('() => ({ HbaRecord() { null.x; } })'),
      "The rule own/it failed: Cannot read properties of null (reading 'x') (plugin.mjs:2)",
    ],
    ['gives no visitors', plugin('() => {}'), 'The rule own/it must return its visitors from “create”'],
    ['promises visitors', plugin('async () => ({})'), 'The rule own/it must return its visitors from “create”'],
    [
      'reports nothing',
      plugin('({ report }) => ({ HbaRecord() { report(); } })'),
      'The rule own/it reports without a place',
    ],
    [
      'reports outside the file',
      plugin('({ report }) => ({ HbaRecord: (at) => report({ messageId: "it", at: { ...at, end: 9999 } }) })'),
      'The rule own/it reports the range 0 to 9999, which lies outside pg_hba.conf (20 characters).',
    ],
    [
      'offers edits that overlap',
      plugin(
        `({ report }) => ({ HbaRecord: (at) => { const { file } = at; report({ messageId: 'it', at,
          fix: { title: 'x', safety: 'safe', edits: [${edit(0, 5)}, ${edit(3, 8)}] } }); } })`,
        ", fix: 'safe'",
      ),
      'The rule own/it offers a change whose own edits overlap.',
    ],
    [
      'throws when nobody waits for it',
      plugin(
        '() => { setTimeout(() => { throw new Error("late"); }); for (const end = Date.now() + 50; Date.now() < end; ); return {}; }',
      ),
      'an unexpected failure: late',
    ],
  ])('%s', (_, more, message) => {
    const folderful = more;
    if (message.includes('late')) {
      const folder = makeFolder({ ...files, ...folderful });
      const { status, stderr } = spawnSync(process.execPath, [cli, '--allow-code'], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
      return;
    }
    const { status, said } = say(folderful, '--fix');
    expect(said).toContain(`pgconflint: ${message}`);
    expect(status).toBe(2);
  });
});

describe('what is wrong on the command line', () => {
  test.each<[string[], string | RegExp]>([
    [['shwo', 'hba'], 'There is no file and no command “shwo”. Did you mean pgconflint show?'],
    [['acces'], 'There is no file and no command “acces”. Did you mean pgconflint access?'],
    [['somewhere'], 'somewhere does not exist.'],
    [['check', 'db'], 'There is no command check; pgconflint lint checks files.'],
    [['fix', 'db'], 'There is no command fix; pgconflint --fix fixes files.'],
    [['rules'], 'There is no command rules; pgconflint --list-rules lists the rules.'],
    [['baseline'], 'There is no command baseline; pgconflint --baseline-write records the problems of today.'],
    [['constructor'], 'constructor does not exist.'],
    [['--format', 'jsn'], /^There is no format “jsn”; the formats are stylish, .*, markdown\. Did you mean json\?$/],
    [['--format', 'SARIF=x'], /Did you mean sarif\?$/],
    [['--format', 'qqqq'], /the formats are [a-z, ]+\.$/],
    [
      ['access', '--format', 'markdwon'],
      'There is no format “markdwon”; the formats are table, markdown, json, html. Did you mean markdown?',
    ],
    [
      ['diff', 'a', 'b', '--format', 'jason'],
      'There is no format “jason”; the formats are text, markdown, json, sarif. Did you mean json?',
    ],
    [
      ['audit', '.', '--benchmark', 'cis16'],
      /^There is no benchmark “cis16”; the benchmarks are cis-13, .*\. Did you mean cis-16\?$/,
    ],
    [['audit', '.', '--benchmark', 'cis'], /Did you mean cis-18\?$/],
    [
      ['diff', 'HEAD'],
      'This is not a folder of a git repository, so there is nothing to compare with: name OLD and NEW.',
    ],
    [
      ['upgrade', '.', '--from', '13', '--to', '99'],
      /^“99” is not a major version that can be checked; .*, for instance --to 16\.$/,
    ],
    [
      ['who', '--user', 'a', '--from', '1.2.3.4', '--local'],
      '--from and --local exclude each other; write one of them.',
    ],
    [['who', '--user', 'a'], 'Say where the login comes from: --from ADDRESS or --local.'],
    [['who', '--test', 'nope.yml'], 'nope.yml does not exist.'],
    [['--fixx'], 'There is no option --fixx. Did you mean --fix?'],
    [['--format', 'strict'], 'There is no format “strict”; the formats are stylish,'],
    [['--preset', ''], 'No preset is named; the presets are correctness, recommended, strict, all,'],
    [['--preset', ' '], 'No preset is named; the presets are correctness,'],
    [['--preset', ','], 'No preset is named; the presets are correctness,'],
    [['--preset='], 'No preset is named; the presets are correctness,'],
    [['--postgres', ''], 'The option --postgres needs a value; it is empty.'],
    [['--postgres', ' , '], 'The option --postgres needs a value; it is empty.'],
    [['--config', ''], 'The option --config needs a value; it is empty.'],
    [['--kind', ' '], 'The option --kind needs a value; it is empty.'],
    [['--cache-file', ''], 'The option --cache-file needs a value; it is empty.'],
    [['--stdin-filename', ''], 'The option --stdin-filename needs a value; it is empty.'],
    [[''], 'An argument is empty; name a file or a folder.'],
    [['audit', '.', '--benchmark', ''], 'The option --benchmark needs a value; it is empty.'],
    [['--preset', 'strct'], 'There is no preset “strct”;'],
    [['--rule', 'hba/no-trsut: off'], 'There is no rule “hba/no-trsut”. Did you mean hba/no-trust?'],
    [['--output-file', '.'], 'The report . cannot be written: EISDIR'],
    [['--format', 'json=/proc/nowhere/report'], 'The report /proc/nowhere/report cannot be written: ENOENT'],
    [['--baseline-write', '--baseline', '.'], 'The baseline . cannot be written: EISDIR'],
    [
      ['--baseline-write', '--baseline', '/proc/nowhere/b.json'],
      'The baseline /proc/nowhere/b.json cannot be written: ENOENT',
    ],
  ])('%s', (args, message) => {
    const { status, said } = say({}, ...args);
    if (message instanceof RegExp) expect(said.replace(/^pgconflint: (.*)\n$/, '$1')).toMatch(message);
    else expect(said).toContain(`pgconflint: ${message}`);
    expect(status).toBe(2);
  });
});

describe('short forms', () => {
  test.each([['-v'], ['-V'], ['--version']])('%s prints the version', async (option) => {
    expect((await runIn(makeFolder({}), [option])).output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('-q, -f and -o are --quiet, --format and --output-file', async () => {
    const folder = makeFolder({ 'pg_hba.conf': 'host all all 10.0.0.0/8 trust\nhost all all 10.0.0.0/8 md5\n' });
    const long = await runIn(folder, ['--quiet', '--format', 'json']);
    expect(JSON.parse(long.output)).not.toEqual([]);
    expect(await runIn(folder, ['-q', '-f', 'json'])).toEqual(long);
    expect(await runIn(folder, ['-qf', 'json', '-o', 'report.json'])).toEqual({ ...long, output: '' });
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(long.output);
  });

  test('help says which there are', async () => {
    expect((await runIn(makeFolder({}), ['lint', '--help'])).output).toMatch(/^ {2}-q, --quiet /m);
  });
});
