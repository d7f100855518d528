import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'jsonc-parser';
import { rules } from '../../rules/index.js';
import { findMisfit } from '../../src/linter/configuration/check.js';
import { configSchema } from '../../src/linter/configuration/schema.js';
import { makeFolder } from './folder.js';
import { runIn, verdict } from './terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const trust = 'host all all 10.0.0.0/8 trust\n';

describe('pgconflint init', () => {
  test('--yes writes a configuration that fits the schema, and says what it found', async () => {
    const folder = makeFolder({ 'a/pg_hba.conf': trust });
    const outcome = await runIn(folder, ['init', '--yes', '--postgres', '14,16']);
    expect(outcome).toMatchObject({ code: 0, errors: '' });
    expect(outcome.output).toMatch(
      /^Found 1 \(clusters and loose files\):\n {2}a\/pg_hba\.conf\npgconflint\.config\.jsonc is written: preset recommended, PostgreSQL 14, 16\.\n/,
    );
    const config = parse(readFileSync(join(folder, 'pgconflint.config.jsonc'), 'utf8'));
    expect(config).toMatchObject({ root: true, extends: ['recommended'], postgres: [14, 16] });
    expect(findMisfit(config, configSchema(rules))).toBeUndefined();
    expect((await runIn(folder, [])).code).toBe(1);
    expect(await runIn(folder, ['init', '--yes'])).toMatchObject({
      code: 2,
      errors: 'pgconflint: pgconflint.config.jsonc is already here.\n',
    });
  });

  test('asks a person for what the files do not tell', async () => {
    const folder = makeFolder({ 'a/pg_hba.conf': trust });
    const answers = ['16', 'strict'];
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift()!;
    };
    expect((await runIn(folder, ['init'], '', { ask })).code).toBe(0);
    expect(asked).toHaveLength(2);
    const config = parse(readFileSync(join(folder, 'pgconflint.config.jsonc'), 'utf8'));
    expect(config).toMatchObject({ extends: ['strict'], postgres: [16] });
  });

  test('init, baseline, CI: three commands, and only what is new fails', async () => {
    const folder = makeFolder({ 'a/pg_hba.conf': trust });
    expect((await runIn(folder, ['init', '--yes'])).code).toBe(0);
    expect((await runIn(folder, ['--baseline-write'])).code).toBe(0);
    expect(await runIn(folder, [])).toEqual({
      code: 0,
      output: '',
      errors: expect.stringMatching(verdict('No new problems in 1 file: 3 known ones are in the baseline.')),
    });
    writeFileSync(join(folder, 'a/pg_hba.conf'), trust.repeat(2).replace('10.', '11.'));
    expect((await runIn(folder, [])).code).toBe(1);
  });
});

describe('pgconflint completion', () => {
  test('bash completes commands, options, rules and formats', async () => {
    const { output } = await runIn('/', ['completion', 'bash']);
    const complete = (...words: string[]) => {
      const line = words.map((word) => `'${word}'`).join(' ');
      const script = `${output}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _pgconflint; echo "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split(' ');
    };
    expect(complete('pgconflint', 'setti')).toEqual(['settings']);
    expect(complete('pgconflint', '--fix-')).toEqual(['--fix-dry-run']);
    expect(complete('pgconflint', '--format', 'sar')).toEqual(['sarif']);
    expect(complete('pgconflint', '--rule', 'hba/no-tr')).toEqual(['hba/no-trust']);
  });

  test('zsh and fish get scripts of their own; other shells a sentence', async () => {
    expect((await runIn('/', ['completion', 'zsh'])).output).toMatch(/^autoload -U \+X bashcompinit/);
    expect((await runIn('/', ['completion', 'fish'])).output).toContain("-l kind -x -a 'conf hba ident hosts'");
    expect((await runIn('/', ['completion', 'tcsh'])).errors).toMatch(/Name a shell/);
  });
});

/** Code is loaded by the bundle itself: Jest has an import of its own. */
function runBundle(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd, encoding: 'utf8' });
}

describe('code', () => {
  const plugin = (body: string, meta = "messages: { m: 'Hello.' }") =>
    `export const rules = [{ id: 'my/rule', meta: { type: 'problem', summary: 'S', category: 'correctness', ${meta} }, create: ({ report }) => ({ HbaRecord(record) { ${body} } }) }];`;
  const config = {
    'pg_hba.conf': trust,
    'pgconflint.config.json':
      '{ "root": true, "extends": [], "plugins": ["./p.mjs"], "rules": { "my/rule": "error" } }',
  };

  test('configurations in JavaScript and TypeScript hold, with rules of a plugin', () => {
    const source = "{ root: true, extends: [], plugins: ['./p.mjs'], rules: { 'my/rule': 'warn' } }";
    for (const [name, text] of [
      ['pgconflint.config.mjs', `export default ${source};`],
      ['pgconflint.config.ts', `const config: object = ${source};\nexport default config;`],
    ] as const) {
      const folder = makeFolder({
        'pg_hba.conf': trust,
        'p.mjs': plugin("report({ messageId: 'm', at: record });"),
        [name]: text,
      });
      const { status, stdout } = runBundle(folder, '--allow-code');
      expect([name, status, stdout]).toEqual([name, 0, expect.stringMatching(/^warning\[my\/rule\]: Hello\n/)]);
    }
  });

  test.each([
    ['a plugin that cannot be read', 'export const rules = [', /p\.mjs: This code failed: /],
    ['a plugin without rules', 'export const x = 1;', /config\.json:1: The plugin \.\/p\.mjs must export “rules”/],
    ['a rule without messages', plugin('', ''), /The plugin \.\/p\.mjs: rule my\/rule has no “meta” with “messages”/],
    ['a rule that throws', plugin("throw new Error('boo');"), /The rule my\/rule failed: boo/],
    [
      'a rule that reports outside the file',
      plugin("report({ messageId: 'm', at: { file: record.file, start: 0, end: 9999 } });"),
      /The rule my\/rule reports the range 0 to 9999, which lies outside/,
    ],
    [
      'a fix that overlaps itself',
      plugin(
        "const at = record.file; report({ messageId: 'm', at: record, fix: { title: 't', safety: 'safe', edits: [{ at, start: 0, end: 4, text: 'a' }, { at, start: 2, end: 6, text: 'b' }] } });",
        "messages: { m: 'Hello.' }, fix: 'safe'",
      ),
      /The rule my\/rule offers a change whose own edits overlap/,
    ],
  ])('%s: the culprit is named, exit code 2, nothing is written', (_, code, message) => {
    const folder = makeFolder({ ...config, 'p.mjs': code });
    const { status, stdout, stderr } = runBundle(folder, '--allow-code', '--fix', '--format', 'json=out.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(readFileSync(join(folder, 'pg_hba.conf'), 'utf8')).toBe(trust);
  });

  test('two rules whose fixes undo each other', () => {
    const rule = (id: string, from: string, to: string) =>
      `{ id: '${id}', meta: { type: 'problem', summary: 'S', category: 'correctness', messages: { m: 'M' }, fix: 'safe' }, create: ({ report }) => ({ HbaRecord(record) { const at = record.file; const start = at.text.indexOf('${from}'); if (start >= 0) report({ messageId: 'm', at: record, fix: { title: 't', safety: 'safe', edits: [{ at, start, end: start + ${from.length}, text: '${to}' }] } }); } }) }`;
    const folder = makeFolder({
      'pg_hba.conf': trust,
      'p.mjs': `export const rules = [${rule('my/a', 'trust', 'md5')}, ${rule('my/b', 'md5', 'trust')}];`,
      'pgconflint.config.json':
        '{ "root": true, "extends": [], "plugins": ["./p.mjs"], "rules": { "my/a": "error", "my/b": "error" } }',
    });
    const { status, stderr } = runBundle(folder, '--allow-code', '--fix');
    expect(status).toBe(2);
    expect(stderr).toMatch(/The fixes of my\/a and my\/b undo each other, so nothing was written/);
    expect(readFileSync(join(folder, 'pg_hba.conf'), 'utf8')).toBe(trust);
  });
});

describe('docs/api.md', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  const examples = [...page.matchAll(/```js\n(.*?)```/gs)].map((match) => match[1]!);

  test.each(examples.map((code, index) => [index + 1, code] as const))('example %d runs', (_, code) => {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    if (code.includes('console.log')) expect(done.stdout.trim()).not.toBe('');
  });
});
