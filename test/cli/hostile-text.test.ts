/** What files and their names hold reaches no terminal, pipeline or document as anything but text. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { reporters } from '../../src/report/reporter.js';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

// Many runs, on machines that do more beside them.
jest.setTimeout(180_000);

/** A text of each class, and what must not be in any output. */
const classes: [name: string, text: string, forbidden: RegExp][] = [
  ['ESC', '\x1b[2K\x1b[1A\x1b]0;pwn\x07', /[\x1b\x07]/],
  ['a carriage return', 'r\r::stop-commands::x', /\r|^::stop/m],
  ['backspaces and NUL', 'a\b\b\x01\x0c', /[\b\x01\x0c]/],
  ['DEL', 'x\x7fy', /\x7f/],
  ['U+0080 to U+009F', 'x\u009b31m\u0085y\u0090', /[\u0080-\u009f]/],
  ['two directions', 'app\u202e\u2066\u2069\u061c', /[\u202a-\u202e\u2066-\u2069\u061c]/],
  ['no width', 'a\u200b\u200d\u2060\u00ad\u180e', /[\u200b-\u200f\u2060\u00ad\u180e]/],
  ['line separators', 'a\u2028b\u2029c', /[\u2028\u2029]/],
  ['U+FFFE and U+FFFF', 'a\ufffeb\uffffc', /[\ufffe\uffff]/],
  ['tags above U+FFFF', 'a\u{e0041}\u{e007f}', /[\u{e0000}-\u{e0fff}]/u],
  ['commands of Azure Pipelines', 'x##vso[task.setvariable variable=p]y', /##\w*\[/],
  ['groups of GitHub and Azure', '##[error]x ##[add-mask]y', /##\w*\[/],
  ['commands of GitHub', '::error::pwned', /^\s*::error::/m],
  ['sections of GitLab', 'section_start:1:x\r\x1b[0K', /[\r\x1b]/],
  ['messages of TeamCity', "##teamcity[setParameter name='x']", /##\w*\[/],
];

/** Texts in names, values, comments, options, suppressions and file names. */
function folderWith(...texts: string[]): string {
  const parts = texts.map(filesWith);
  const names = Object.keys(parts[0]!) as (keyof (typeof parts)[0])[];
  const folder = makeFolder(
    Object.fromEntries(names.map((name) => [name, parts.map((files) => files[name]).join('')])),
  );
  writeFileSync(
    join(folder, 'expectations.yaml'),
    `logins:\n${texts.map((text) => `  - user: ${JSON.stringify(`x${text}`)}\n    database: ${JSON.stringify(text)}\n    from: 10.0.0.1\n    expect: reject\n`).join('')}`,
  );
  for (const text of texts) {
    const below = join(folder, 'sub', `d${text.replaceAll('/', '').replaceAll('\0', '').slice(0, 60)}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, 'pg_hba.conf'), 'host all all 0.0.0.0/0 trust\n');
    writeFileSync(join(below, 'postgresql.conf'), 'work_mem = 4mb\n');
  }
  return folder;
}

function filesWith(text: string) {
  return {
    'postgresql.conf': `work_mem = '${text.replaceAll("'", "''")}'\ninclude '${text.replaceAll("'", "''")}'\nxyz.${text} = 1\nlog_line_prefix = '${text.replaceAll("'", "''")}'\nshared_preload_libraries = '${text.replaceAll("'", "''")}'\n`,
    'pg_hba.conf': `host all "${text}" 0.0.0.0/0 trust # pgconflint-disable-line hba/no-such-rule -- ${text}\nhost "${text}" all 10.0.0.0/8 "${text}"\nhost all all 10.0.0.0/8 ldap ldapserver="${text}" "${text}=1"\ninclude "${text}"\n`,
    'pg_ident.conf': `"${text}" "/${text}(" "${text}"\n`,
  };
}

function check({ output, errors }: { output: string; errors: string }, what: string): void {
  for (const text of [output, errors]) {
    for (const [name, , forbidden] of classes) {
      expect([what, name, text.match(forbidden)?.[0]]).toEqual([what, name, undefined]);
    }
    // Nothing that a person cannot see, beside the line ends and tabs of a layout.
    expect([
      what,
      text.replace(/[\n\t]/g, '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u)?.[0],
    ]).toEqual([what, undefined]);
    expect([what, /unexpected failure/.test(text)]).toEqual([what, false]);
  }
}

const texts = classes.map(([, text]) => text);

describe('text of files commands nothing', () => {
  test.each(Object.keys(reporters))('in no report: %s', async (format) => {
    const folder = folderWith(...texts);
    const { output, errors } = await runIn(folder, ['.', '--preset', 'all', '--format', format]);
    expect(output).not.toBe('');
    check({ output, errors }, format);
    if (['json', 'sarif', 'gitlab'].includes(format)) JSON.parse(output);
    if (['junit', 'checkstyle'].includes(format)) expect(output).not.toMatch(/[^\x09\x0a\x20-\ud7ff\ue000-\ufffd]/u);
    if (format === 'html') expect(output).not.toMatch(/<(?:img|script)/);
  });

  test('in no sentence of lint, nor what it would change', async () => {
    const folder = folderWith(...texts);
    check(await runIn(folder, ['--diff', '--unsafe-fixes']), '--diff');
    check(await runIn(folder, ['--debug', '--stats', '--fix-dry-run', '--unsafe-fixes']), '--debug');
    const small = makeFolder({ 'pg_hba.conf': 'local all all peer\n' });
    for (const text of texts)
      for (const args of [
        [text],
        ['--config', text],
        ['--baseline', text],
        ['--preset', text],
        ['--rule', text],
        ['--format', text],
        ['--postgres', text],
        ['--cache-file', join('sub', text)],
        [`--${text}`],
      ]) {
        check(await runIn(small, args), args.join(' '));
      }
  });

  test('in no other command', async () => {
    const folder = folderWith(...texts);
    const other = folderWith(...texts);
    const text = texts.join(' ');
    writeFileSync(join(other, 'pg_hba.conf'), texts.map((one) => `host all "y${one}" 0.0.0.0/0 md5\n`).join(''));
    for (const args of [
      ['show', 'hba', '.'],
      ['show', 'hba', 'pg_hba.conf'],
      ['show', 'settings', 'postgresql.conf'],
      ['show', 'ident', 'pg_ident.conf'],
      ['show', 'hba', 'pg_hba.conf', '--format', 'json'],
      ['settings', 'postgresql.conf'],
      ['settings', 'postgresql.conf', '--name', text],
      ['settings', 'postgresql.conf', '--format', 'json'],
      ['access', 'pg_hba.conf', '--all'],
      ['access', 'pg_hba.conf', '--format', 'markdown'],
      ['access', 'pg_hba.conf', '--format', 'json'],
      ['who', 'pg_hba.conf', '--user', text, '--from', '10.0.0.1'],
      ['who', 'pg_hba.conf', '--user', text, '--from', '10.0.0.1', '--format', 'json'],
      ['who', 'pg_hba.conf', '--user', 'a', '--from', text],
      ['who', 'pg_hba.conf', '--test', 'expectations.yaml'],
      ['who', 'pg_hba.conf', '--test', 'expectations.yaml', '--format', 'json'],
      ['diff', '.', other],
      ['diff', '.', other, '--format', 'markdown'],
      ['diff', '.', other, '--format', 'json'],
      ['audit', '--benchmark', 'cis-16', '.'],
      ['audit', '--benchmark', 'cis-16', '.', '--format', 'markdown'],
      ['audit', '--benchmark', 'cis-16', '.', '--format', 'html'],
      ['audit', '--benchmark', 'cis-16', '.', '--format', 'json'],
      ['upgrade', '--from', '12', '--to', '18', '.'],
      ['upgrade', '--from', '12', '--to', '18', '.', '--format', 'markdown'],
      ['upgrade', '--from', '12', '--to', '18', '.', '--format', 'json'],
      ['format', '--check', '.'],
      ['config', text],
      ['config', text, '--json'],
      ['explain', text],
      ['show', text, '.'],
      ['completion', text],
      [text],
      ['help', text],
    ]) {
      check(await runIn(folder, args), args.join(' '));
    }
  });

  test('in no sentence about a configuration', async () => {
    for (const text of texts)
      for (const config of [
        { rules: { [text]: 'off' } },
        { [text]: 1 },
        { extends: text },
        { extends: `./${text}` },
        { plugins: [`./${text}`] },
        { postgres: text },
        { clusters: [{ main: text }] },
        { baseline: text },
        text,
      ]) {
        const folder = makeFolder({
          'pg_hba.conf': 'local all all peer\n',
          'pgconflint.config.json': JSON.stringify(config),
        });
        check(await runIn(folder, ['.']), JSON.stringify(config));
      }
  });
});

test('what a diff shows is a patch where everything in it can be seen', async () => {
  const plain = makeFolder({ 'postgresql.conf': 'work_mem = 4mb\t# x\n' });
  const units = ['--preset', 'correctness', '--rule', 'conf/invalid-unit: error', '--diff'];
  const { output, errors } = await runIn(plain, units);
  expect([errors, output]).toEqual(['', expect.stringContaining('+work_mem = 4MB\t# x\n')]);
  execFileSync('git', ['apply', '-'], { cwd: plain, input: output });
  const hidden = makeFolder({ 'postgresql.conf': 'work_mem = 4mb # \u200b\n' });
  const shown = await runIn(hidden, units);
  expect(shown.output).toContain('+work_mem = 4MB # \\u200b\n');
  expect(shown.errors).toContain('holds characters that cannot be seen');
});
