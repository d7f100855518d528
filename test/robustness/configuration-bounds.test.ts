import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from '../cli/folder.js';
import { noProblemsIn, runIn } from '../cli/terminal.js';

const secret = 'hunter2secret';

/** A repository with a secret beside it. */
function repository(files: Readonly<Record<string, string>>): string {
  const above = makeFolder({
    'secret.json': `{ "${secret}": "${secret}" }\n`,
    secret: `${secret}\n`,
    'repository/pg_hba.conf': 'local all all peer\n',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`repository/${name}`, text])),
  });
  mkdirSync(join(above, 'repository/.git'));
  return join(above, 'repository');
}

test.each(['json', 'jsonc', 'yaml', 'yml'])(
  'a configuration that is a link out of the repository: %s',
  async (ending) => {
    const folder = repository({});
    symlinkSync('../secret.json', join(folder, `pgconflint.config.${ending}`));
    for (const args of [['.'], ['show', 'hba', '.'], ['config', 'pg_hba.conf']]) {
      const { code, output, errors } = await runIn(folder, args);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toMatch(/is a link that leads out of its repository, and is not read\.\n$/);
      expect(errors).not.toContain(secret);
    }
  },
);

test.each([
  ['extends', '../secret.json'],
  ['extends', './linked.json'],
  ['extends', './folder/secret.json'],
  ['baseline', '../secret.json'],
  ['baseline', 'linked.json'],
])('a configuration whose %s is %s', async (key, name) => {
  const folder = repository({ 'pgconflint.config.json': JSON.stringify({ [key]: name }) });
  symlinkSync('../secret.json', join(folder, 'linked.json'));
  symlinkSync('..', join(folder, 'folder'));
  const { code, errors } = await runIn(folder, ['.']);
  expect([code, errors.includes(secret)]).toEqual([2, false]);
  expect(errors).toContain(`${name} stands outside the repository, and is not read.`);
});

test('no baseline is written outside the repository, and no folder made', async () => {
  const folder = repository({ 'pgconflint.config.json': '{ "baseline": "../victim/sub/new.json" }' });
  const { code, errors } = await runIn(folder, ['--baseline-write']);
  expect([code, errors]).toEqual([2, expect.stringContaining('stands outside the repository')]);
  expect(readdirSync(join(folder, '..'))).not.toContain('victim');
});

describe('a baseline that is reached through a link', () => {
  const leadsOut = expect.stringMatching(
    /^pgconflint: The baseline \S+ leads out of its repository or folder through a link/,
  );

  test.each([
    ['a link, named', 'own.json', [['.', '--baseline', 'own.json']]],
    ['a link, found', 'pgconflint-baseline.json', [['.'], ['.', '--no-code']]],
    ['in a folder that is a link, named', 'folder/secret.json', [['.', '--baseline', 'folder/secret.json']]],
  ])('out of the repository is not read: %s', async (_, name, runs) => {
    const folder = repository({});
    if (name.startsWith('folder/')) symlinkSync('..', join(folder, 'folder'));
    else symlinkSync('../secret.json', join(folder, name));
    for (const args of runs) {
      const { code, output, errors } = await runIn(folder, args);
      expect([code, output, errors]).toEqual([2, '', leadsOut]);
      expect(errors).not.toContain(secret);
    }
  });

  test.each(['--baseline-write', '--baseline-prune'])('out of the repository is not written: %s', async (option) => {
    const folder = repository({});
    symlinkSync('..', join(folder, 'folder'));
    symlinkSync('../secret.json', join(folder, 'own.json'));
    for (const name of ['folder/new.json', 'folder/made/new.json', 'folder/secret.json', 'own.json']) {
      const { code, errors } = await runIn(folder, ['.', option, '--baseline', name]);
      expect([code, errors]).toEqual([2, leadsOut]);
    }
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['repository', 'secret', 'secret.json']);
    expect(readFileSync(join(folder, '../secret.json'), 'utf8')).toContain(secret);
    expect(readlinkSync(join(folder, 'own.json'))).toBe('../secret.json');
  });

  test('within the repository is followed, and a person may name one anywhere', async () => {
    const folder = repository({ 'shared/pgconflint-baseline.json': '{}' });
    symlinkSync('shared/pgconflint-baseline.json', join(folder, 'pgconflint-baseline.json'));
    expect(await runIn(folder, ['.', '--baseline-write'])).toMatchObject({ code: 0 });
    expect(await runIn(folder, ['.', '--baseline-write', '--baseline', '../beside/new.json'])).toMatchObject({
      code: 0,
    });
    expect(await runIn(folder, ['.', '--baseline', '../beside/new.json'])).toMatchObject({ code: 0 });
  });
});

test('no cache is written through a folder that is a link out of the repository', async () => {
  const folder = repository({});
  symlinkSync('..', join(folder, 'folder'));
  const { code, errors } = await runIn(folder, ['.', '--cache', '--cache-file', 'folder/cache']);
  expect([code, errors]).toEqual([0, expect.stringContaining('is a link and leads out')]);
  expect(readdirSync(join(folder, '..'))).not.toContain('cache');
});

test.each([
  ['a log', ['replay', '--log', 'own', '.']],
  ['a dump', ['upgrade', '--from', '14', '--to', '16', '--dump', 'own']],
])('%s is not read through a link that leads out of the repository', async (_, args) => {
  const folder = repository({});
  for (const target of ['../secret', '/dev/zero', '/proc/self/environ']) {
    symlinkSync(target, join(folder, 'own'));
    const { code, errors } = await runIn(folder, args);
    expect([code, errors]).toEqual([
      2,
      'pgconflint: own is a link that leads out of its repository, and is not read.\n',
    ]);
    rmSync(join(folder, 'own'));
  }
});

test('a device is not a log', async () => {
  const { code, errors } = await runIn(repository({}), ['replay', '--log', '/dev/zero', '.']);
  expect([code, errors]).toEqual([2, 'pgconflint: /dev/zero is not a file or a pipe, and is not read.\n']);
});

test('links within the repository are followed', async () => {
  const folder = repository({ 'shared/base.json': '{ "rules": {} }', 'a/pg_hba.conf': 'local all all peer\n' });
  symlinkSync('../shared/base.json', join(folder, 'a/pgconflint.config.json'));
  expect(await runIn(join(folder, 'a'), ['.'])).toMatchObject({
    code: 0,
    errors: expect.stringMatching(noProblemsIn(1)),
  });
});

test.each([
  ['JSON in lists', `{ "rules": { "a": ${'['.repeat(20_000)}`],
  ['JSON in objects', `${'{ "rules": '.repeat(20_000)}`],
  ['closed lists', `{ "ignores": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`],
])('a configuration that is nested too deeply: %s', async (_, text) => {
  for (const name of ['pgconflint.config.json', 'package.json']) {
    const whole = name === 'package.json' ? `{ "pgconflint": ${text} }` : text;
    const folder = repository({ [name]: whole });
    const { code, errors } = await runIn(folder, ['.']);
    expect(code).toBe(2);
    expect(errors).not.toContain('unexpected failure');
    expect(errors.length).toBeLessThan(500);
  }
});

test.each([
  ['a configuration', 'pgconflint.config.yaml', ['.'], (deep: string) => `rules: ${deep}`],
  ['a list of logins', 'logins.yaml', ['who', '--test', 'logins.yaml', '.'], (deep: string) => `logins: ${deep}`],
  [
    'a list of logins in JSON',
    'logins.json',
    ['who', '--test', 'logins.json', '.'],
    (deep: string) => `{"logins":[${deep}]}`,
  ],
  ['a policy', 'policy.yaml', ['prove', '--policy', 'policy.yaml', '.'], (deep: string) => `statements: ${deep}`],
])('%s that is nested too deeply for YAML', async (_, name, args, write) => {
  const folder = repository({ [name]: write(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) });
  const { code, errors } = await runIn(folder, args);
  expect([code, errors]).toEqual([2, expect.stringMatching(/nested too deeply|must be/)]);
  expect(errors).not.toMatch(/unexpected failure|call stack/);
  expect(errors.length).toBeLessThan(500);
});

test('a key of ten thousand letters is not printed as a whole', async () => {
  const folder = repository({ 'pgconflint.config.json': JSON.stringify({ ['a'.repeat(10_000)]: 1 }) });
  const { code, errors } = await runIn(folder, ['.']);
  expect([code, errors]).toEqual([2, expect.stringContaining('aaa…” is not known.')]);
});

test.each([
  ['a list of logins', ['who', '--test', 'own.yaml', '.']],
  ['a policy', ['prove', '--policy', 'own.yaml', '.']],
])('%s is not read through a link that leads out, and not quoted', async (_, args) => {
  const folder = repository({});
  symlinkSync('../secret.json', join(folder, 'own.yaml'));
  const { code, errors } = await runIn(folder, args);
  expect([code, errors]).toEqual([2, expect.stringMatching(/^pgconflint: own\.yaml is a link that leads out/)]);
  expect(errors).not.toContain(secret);
});

test('a thousand files that extend each other', async () => {
  const folder = repository({});
  for (let index = 0; index < 1000; index++) {
    writeFileSync(join(folder, `c${index}.json`), `{ "extends": "./c${index + 1}.json" }`);
  }
  writeFileSync(join(folder, 'c1000.json'), '{}');
  writeFileSync(join(folder, 'pgconflint.config.json'), '{ "extends": "./c0.json" }');
  const { code, errors } = await runIn(folder, ['.']);
  expect([code, errors]).toEqual([2, expect.stringContaining('More than 50 files extend each other here.')]);
});

test.each(['', '{', '{}', '[]', '{ "version": 99 }', 'null'])(
  'a broken baseline %j is written again when asked to',
  async (text) => {
    const folder = repository({ 'pgconflint-baseline.json': text });
    const { code, errors } = await runIn(folder, ['--baseline-write']);
    expect([code, errors]).toEqual([0, expect.stringMatching(/pgconflint-baseline\.json records 0 problems/)]);
    expect(await runIn(folder, ['.'])).toMatchObject({ code: 0 });
  },
);

test.each([
  ['pg_hba.conf', 'include ../secret.conf\n'],
  ['pg_hba.conf', 'local @../secret.conf all peer\n'],
  ['postgresql.conf', "include '../secret.conf'\n"],
])('what %s draws in from outside is told, and the exit code stays: %j', async (name, text) => {
  const folder = repository({ [name]: text });
  for (const args of [['.'], ['.', '--format', 'json'], ['.', '--quiet']]) {
    const { code, errors } = await runIn(folder, [...args, '--postgres', '18']);
    expect([code, errors]).toEqual([
      0,
      expect.stringMatching(/^pgconflint: \S*\/secret\.conf is not read: it stands outside the workspace\./m),
    ]);
  }
  const { errors } = await runIn(folder, ['.', '--postgres', '18', '--follow-outside']);
  expect(errors).not.toContain('outside');
});

test('where settings say that files are on the server is not told', async () => {
  const text = ["data_directory = '/srv/pg'", "hba_file = '/etc/pg/pg_hba.conf'", "ident_file = '../pg_ident.conf'"];
  const folder = repository({ 'postgresql.conf': `${text.join('\n')}\n` });
  const { errors } = await runIn(folder, ['.', '--postgres', '18']);
  expect(errors).not.toContain('outside the workspace');
});
