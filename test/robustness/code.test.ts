import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, lint } from './command.js';

/** A module that tells when it runs. */
const mark = (folder: string, value: string) =>
  `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(join(folder, 'ran'))}, '');\nexport default ${value};\n`;

const cluster = { 'postgresql.conf': 'port = 5433\n', 'pg_hba.conf': 'local all all peer\n' };

let scratch: string;
let ran: string;
beforeAll(() => {
  scratch = folderOf({});
  ran = join(scratch, 'ran');
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Makes a repository of some files below the scratch folder. */
function repository(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  for (const [path, text] of Object.entries({ ...cluster, ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function didRun(): boolean {
  const is = existsSync(ran);
  rmSync(ran, { force: true });
  return is;
}

const commands: readonly string[][] = [
  ['.'],
  ['--list-rules'],
  ['--fix'],
  ['--stdin-filename', 'pg_hba.conf'],
  ['settings'],
  ['show', 'hba', '.'],
  ['format', '--check'],
  ['audit', '--benchmark', 'cis-16'],
  ['upgrade', '.', '--from', '14', '--to', '16'],
  ['config', 'pg_hba.conf'],
  ['who', '--user', 'app', '--local'],
  ['access'],
  ['diff', '.', '.'],
];

describe('code of a repository', () => {
  test.each(commands)('%s %s %s does not run it unless asked to', (...args) => {
    const folder = repository('everywhere', { 'pgconflint.config.mjs': mark(scratch, '{ postgres: 16 }') });
    const refused = lint(folder, args);
    expect([refused.code, refused.output, didRun()]).toEqual([2, '', false]);
    expect(refused.errors).toMatch(
      /^pgconflint: .*pgconflint\.config\.mjs: This configuration is code and was not run: --allow-code runs it; JSON and YAML need none\.\n$/,
    );
    const allowed = lint(folder, [...args, '--allow-code']);
    expect([allowed.code === 2, didRun()]).toEqual([false, true]);
    const both = lint(folder, [...args, '--allow-code', '--no-code']);
    expect([both.code, both.errors, didRun()]).toEqual([2, expect.stringContaining('exclude each other'), false]);
  });

  const plugin = (folder: string) => mark(folder, '{ rules: [] }');
  const code = (name: string) => ({ [name]: mark('SCRATCH', '{}') });
  test.each<[string, Record<string, string>, string[]?]>([
    ['a configuration in JavaScript', code('pgconflint.config.js')],
    ['a configuration in TypeScript', code('pgconflint.config.ts')],
    ['a plugin by path', { 'pgconflint.config.json': '{ "plugins": ["./p.mjs"] }', ...code('p.mjs') }],
    [
      'a plugin in a package.json',
      { 'package.json': '{ "pgconflint": { "plugins": ["./p.cjs"] } }', ...code('p.cjs') },
    ],
    ['a plugin by name', { 'pgconflint.config.yaml': 'plugins: [p]\n', ...code('node_modules/p/index.js') }],
    ['an extended file', { 'pgconflint.config.json': '{ "extends": "./base.js" }', ...code('base.js') }],
    [
      'an extended package',
      { 'pgconflint.config.json': '{ "extends": "base" }', ...code('node_modules/base/pgconflint.config.js') },
    ],
    [
      'what an override extends',
      { 'pgconflint.config.json': '{ "overrides": [{ "files": "**", "extends": "./base.ts" }] }', ...code('base.ts') },
    ],
    ['a configuration that an option names', code('mine.mjs'), ['--config', 'mine.mjs']],
    ['a configuration in the folder above', code('../above/pgconflint.config.mjs')],
  ])('is not run: %s', (name, files, args = []) => {
    const own = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('../above', '..'), text.replace('SCRATCH', scratch)]),
    );
    const folder = repository(name.includes('above') ? 'above/below' : name.replaceAll(' ', '-'), own);
    const { code, output, errors } = lint(folder, ['.', ...args]);
    expect([code, output, didRun()]).toEqual([2, '', false]);
    expect(errors).toMatch(/is code and was not run: --allow-code runs it/);
  });

  test('a file that no configuration names is not met at all', () => {
    const folder = repository('unnamed', { 'p.mjs': plugin(scratch), 'pgconflint.config.json': '{}' });
    expect([lint(folder, ['.']).code, didRun()]).toEqual([0, false]);
  });
});

describe('the list of trusted folders', () => {
  const env = () => ({ XDG_CONFIG_HOME: join(scratch, 'home') });
  const trust = (...lines: string[]) => {
    mkdirSync(join(scratch, 'home/pgconflint'), { recursive: true });
    writeFileSync(join(scratch, 'home/pgconflint/trusted-folders'), `# mine\n${lines.join('\n')}\n`, { mode: 0o644 });
    chmodSync(join(scratch, 'home/pgconflint/trusted-folders'), 0o644);
  };
  const run = (folder: string, ...args: string[]) => {
    const { code } = lint(folder, ['.', ...args], [], env());
    return [code, didRun()];
  };

  test('lets the code of these folders run, and of no other', () => {
    const mine = repository('mine/db', { 'pgconflint.config.mjs': mark(scratch, '{}') });
    const other = repository('mine-too', { 'pgconflint.config.mjs': mark(scratch, '{}') });
    trust(join(scratch, 'mine'));
    expect(run(mine)).toEqual([0, true]);
    expect(run(mine, '--no-code')).toEqual([2, false]);
    expect(run(other)).toEqual([2, false]);
    trust('mine', './mine', '~/mine', '..');
    expect(run(mine)).toEqual([2, false]);
  });

  test('does not count for what a link brings in or leads out to', () => {
    const mine = repository('linked', {});
    const other = repository('foreign', { 'p.mjs': mark(scratch, '{}'), 'pgconflint.config.mjs': mark(scratch, '{}') });
    trust(mine);
    symlinkSync('../foreign/p.mjs', join(mine, 'pgconflint.config.mjs'));
    expect(run(mine)).toEqual([2, false]);
    trust(other);
    expect(run(mine)).toEqual([2, false]);
  });

  test('does not count where others may write it, or in a folder that it names', () => {
    const mine = repository('shared', { 'pgconflint.config.mjs': mark(scratch, '{}') });
    trust(mine);
    chmodSync(join(scratch, 'home/pgconflint/trusted-folders'), 0o666);
    expect(run(mine)).toEqual([2, false]);
    trust(scratch);
    expect(run(mine)).toEqual([2, false]);
    rmSync(join(scratch, 'home/pgconflint/trusted-folders'));
    spawnSync('mkfifo', [join(scratch, 'home/pgconflint/trusted-folders')]);
    expect(run(mine)).toEqual([2, false]);
  });
});
