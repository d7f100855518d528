import { readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { certificates } from '../fixtures/certificates.js';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const files = {
  'main/postgresql.conf': "include_dir 'conf.d'\ninclude_if_exists 'local.conf'\nssl = off\nport = 5432\n",
  'main/conf.d/a.conf': 'log_connections = off\n',
  'main/pg_hba.conf': 'local all all trust\nhost all @admins 10.0.0.0/8 md5\n',
  'main/admins': 'alice\nbob\n',
  'main/pg_ident.conf': 'map root postgres\n',
  'other/postgresql.conf': 'fsync = off\n',
  'other/pg_hba.conf':
    '# pgconflint-disable-next-line hba/no-trust -- until 2026-12-31: migration\nlocal all all trust\n',
  'pgconflint.config.jsonc': '{ "extends": ["strict"] }\n',
};

/** Runs with a cache and without one, and holds the reports against each other. */
async function runBoth(folder: string, args: string[] = []): Promise<{ recalled: string; outcome: Outcome }> {
  const plain = await runIn(folder, ['--format', 'gitlab', ...args]);
  const cached = await runIn(folder, ['--format', 'gitlab', '--cache', '--debug', ...args]);
  expect({ code: cached.code, output: cached.output }).toEqual({ code: plain.code, output: plain.output });
  return { recalled: /(\d+ of \d+) clusters/.exec(cached.errors)?.[1] ?? cached.errors, outcome: cached };
}

const write = (name: string, text: string) => (folder: string) => writeFileSync(join(folder, name), text);

afterEach(() => {
  jest.useRealTimers();
});

/** Sets the day; timers stay real. */
function setDay(day: string): void {
  jest.useFakeTimers({
    now: new Date(`${day}T12:00:00Z`),
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout', 'performance', 'queueMicrotask'],
  });
}

describe('--cache', () => {
  test('is off by default', async () => {
    const folder = makeFolder(files);
    await runIn(folder, []);
    expect(readdirSync(folder)).not.toContain('.pgconflint-cache');
  });

  test('gives the same report and judges nothing again where nothing changed', async () => {
    const folder = makeFolder(files);
    expect((await runBoth(folder)).recalled).toBe('0 of 2');
    const kept = readFileSync(join(folder, '.pgconflint-cache'), 'utf8');
    expect((await runBoth(folder)).recalled).toBe('2 of 2');
    expect(readFileSync(join(folder, '.pgconflint-cache'), 'utf8')).toBe(kept);
    for (const format of ['stylish', 'json', 'sarif', 'html', 'codeframe']) {
      const [plain, cached] = [
        await runIn(folder, ['--format', format]),
        await runIn(folder, ['--format', format, '--cache']),
      ];
      expect(cached.output).toBe(plain.output);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each<[string, (folder: string) => void, string[], string]>([
    ['a record', write('main/pg_hba.conf', 'local all all peer\n'), [], '1 of 2'],
    ['a setting', write('main/postgresql.conf', 'ssl = on\n'), [], '1 of 2'],
    ['a file of an include_dir', write('main/conf.d/a.conf', 'log_connections = on\n'), [], '1 of 2'],
    ['a new file in an include_dir', write('main/conf.d/b.conf', 'port = 1\n'), [], '1 of 2'],
    ['a file less in an include_dir', (folder) => unlinkSync(join(folder, 'main/conf.d/a.conf')), [], '1 of 2'],
    ['a file that include_if_exists looked for', write('main/local.conf', 'ssl = on\n'), [], '1 of 2'],
    ['a list of names', write('main/admins', 'carol, all\n'), [], '1 of 2'],
    ['a list of names that is gone', (folder) => unlinkSync(join(folder, 'main/admins')), [], '1 of 2'],
    ['settings of ALTER SYSTEM', write('main/postgresql.auto.conf', "ssl = 'on'\n"), [], '1 of 2'],
    ['the version of the data folder', write('main/PG_VERSION', '13\n'), [], '1 of 2'],
    ['an authentication file that is gone', (folder) => unlinkSync(join(folder, 'main/pg_ident.conf')), [], '1 of 2'],
    [
      'a link to another file',
      (folder) => {
        unlinkSync(join(folder, 'main/pg_hba.conf'));
        symlinkSync('../other/pg_hba.conf', join(folder, 'main/pg_hba.conf'));
      },
      [],
      '1 of 2',
    ],
    [
      'the configuration',
      write('pgconflint.config.jsonc', '{ "rules": { "hba/no-trust": "warning" } }\n'),
      [],
      '0 of 2',
    ],
    [
      'an override for one cluster',
      write(
        'pgconflint.config.jsonc',
        '{ "extends": ["strict"], "overrides": [{ "files": ["other/**"], "rules": { "hba/no-trust": "off" } }] }\n',
      ),
      [],
      '1 of 2',
    ],
    [
      'a nearer configuration',
      write('other/pgconflint.config.json', '{ "rules": { "hba/no-trust": "off" } }\n'),
      [],
      '1 of 2',
    ],
    ['the target', () => {}, ['--postgres', '14'], '0 of 2'],
    ['several targets', () => {}, ['--postgres', '14,18'], '0 of 2'],
    ['a rule on the command line', () => {}, ['--rule', 'hba/no-trust: off'], '0 of 2'],
    ['a preset', () => {}, ['--preset', 'correctness'], '0 of 2'],
    [
      'a comment that names the target',
      write('other/postgresql.conf', '# pgconflint: postgres=12\nfsync = off\n'),
      [],
      '1 of 2',
    ],
    [
      'what is ignored',
      write('pgconflint.config.jsonc', '{ "extends": ["strict"], "ignores": ["other"] }\n'),
      [],
      '1 of 1',
    ],
    ['what git ignores', write('.gitignore', 'other\n'), [], '1 of 1'],
    ['only one file asked for', () => {}, ['main/pg_hba.conf'], '0 of 1'],
    ['a suppression', write('other/pg_hba.conf', 'local all all trust # pgconflint-disable-line\n'), [], '1 of 2'],
  ])('notices %s', async (_, change, args, recalled) => {
    const folder = makeFolder(files);
    await runIn(folder, ['--cache']);
    change(folder);
    expect((await runBoth(folder, args)).recalled).toBe(recalled);
    expect((await runIn(folder, ['--cache', '--debug', ...args])).errors).toMatch(/ (\d) of \1 clusters/);
  });

  test('a new cluster is found', async () => {
    const folder = makeFolder(files);
    await runBoth(folder);
    writeFileSync(join(folder, 'postgresql.conf'), 'port = 0\n');
    expect((await runBoth(folder)).recalled).toMatch(/of 3$/);
  });

  test('a configuration that names clusters is noticed', async () => {
    const folder = makeFolder({ ...files, 'shared/hba.txt': 'host all all 0.0.0.0/0 trust\n' });
    await runBoth(folder);
    write(
      'pgconflint.config.jsonc',
      '{ "clusters": [{ "main": "main/postgresql.conf", "hba": "shared/hba.txt", "postgres": 15 }] }\n',
    )(folder);
    await runBoth(folder);
    const { outcome } = await runBoth(folder);
    expect(outcome.output).toContain('hba.txt');
  });

  test('what depends on the day is judged anew each day, the rest is not', async () => {
    const dated = { 'pg_hba.conf': '# remove after 2026-06-30\nlocal all all peer\n' };
    const folder = makeFolder({
      ...files,
      'dated/postgresql.conf': 'port = 1\n',
      'dated/pg_hba.conf': dated['pg_hba.conf'],
    });
    setDay('2026-06-30');
    const before = await runBoth(folder);
    expect(before.outcome.output).not.toContain('cluster/expired-comment');
    setDay('2026-07-01');
    const after = await runBoth(folder);
    expect(after.recalled).toBe('2 of 3');
    expect(after.outcome.output).toContain('cluster/expired-comment');
    expect((await runBoth(folder)).recalled).toBe('3 of 3');
  });

  test('the end of a major’s support is judged on its day, and until then nothing is judged again', async () => {
    const folder = makeFolder({ 'postgresql.conf': '# pgconflint: postgres=15\nport = 5432\n' });
    const finds = async (day: string) => {
      setDay(day);
      const { outcome, recalled } = await runBoth(folder);
      return [recalled, outcome.output.includes('cluster/supported-release')];
    };
    expect(await finds('2027-11-09')).toEqual(['0 of 1', false]);
    expect(await finds('2027-11-10')).toEqual(['1 of 1', false]);
    expect(await finds('2027-11-11')).toEqual(['0 of 1', true]);
    expect(await finds('2027-11-12')).toEqual(['1 of 1', true]);
  });

  test('a certificate that is renewed, too large at first or gone is noticed, and its last day is not frozen', async () => {
    const folder = makeFolder({
      'postgresql.conf': "ssl = on\nssl_cert_file = 'server.crt'\n",
      'server.crt': certificates.holds,
    });
    const strict = ['--preset', 'strict'];
    const findsExpiry = async (day: string) => {
      setDay(day);
      return (await runBoth(folder, strict)).outcome.output.includes('conf/ssl-cert-expiry');
    };
    expect(await findsExpiry('2026-11-22')).toBe(false);
    expect(await findsExpiry('2028-07-01')).toBe(true);
    for (const [text, finds] of [
      [certificates.until2055, false],
      [`${certificates.expired}${' '.repeat(2 ** 20)}`, false],
      [certificates.expired, true],
    ] as const) {
      writeFileSync(join(folder, 'server.crt'), text);
      expect(await findsExpiry('2028-07-01')).toBe(finds);
    }
    unlinkSync(join(folder, 'server.crt'));
    expect(await findsExpiry('2028-07-01')).toBe(false);
  });

  test('the expiry of a suppression is not frozen', async () => {
    const folder = makeFolder(files);
    setDay('2026-12-31');
    const before = await runBoth(folder);
    expect(before.outcome.output).not.toContain('suppressions/expired');
    setDay('2027-01-01');
    const after = await runBoth(folder);
    expect(after.recalled).toBe('2 of 2');
    expect(after.outcome.output).toContain('suppressions/expired');
  });

  test('neither the engine nor a rule reads the clock by itself', () => {
    for (const part of [
      'src/linter',
      'src/cluster',
      'src/access',
      'src/values',
      'src/catalog',
      'src/syntax',
      'rules',
    ]) {
      const root = fileURLToPath(new URL(`../../${part}/`, import.meta.url));
      for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts')) continue;
        expect({ name, clock: /new Date\(\)|Date\.now/.test(readFileSync(join(root, name), 'utf8')) }).toEqual({
          name,
          clock: false,
        });
      }
    }
  });

  test('with --fix, the next run knows what the files have become', async () => {
    const [folder, plain] = [makeFolder(files), makeFolder(files)];
    await runBoth(folder);
    await runIn(folder, ['--fix', '--cache']);
    await runIn(plain, ['--fix']);
    for (const name of Object.keys(files)) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(plain, name), 'utf8'));
    }
    expect((await runBoth(folder)).recalled).toBe('2 of 2');
  });

  test.each([['--fix-dry-run'], ['--diff']])('with %s, what is only tried is not kept', async (option) => {
    const folder = makeFolder(files);
    await runBoth(folder);
    const [plain, cached] = [await runIn(folder, [option]), await runIn(folder, [option, '--cache'])];
    expect(cached).toEqual(plain);
    expect((await runBoth(folder)).recalled).toBe('2 of 2');
  });

  test('the baseline is counted as ever', async () => {
    const folder = makeFolder(files);
    await runIn(folder, ['--cache', '--baseline-write']);
    expect((await runBoth(folder)).outcome.code).toBe(0);
    writeFileSync(join(folder, 'main/pg_hba.conf'), `${files['main/pg_hba.conf']}host all all all trust\n`);
    expect((await runBoth(folder)).outcome.code).toBe(1);
  });

  test('the code of plugins may change unseen, so nothing is kept with one', async () => {
    const plugin = (word: string) =>
      `export default { rules: [{ id: 'own/it', meta: { type: 'problem', summary: 'It', category: 'correctness', url: 'https://example.org', messages: { it: '${word}' } },
        create: ({ report }) => ({ HbaRecord: (at) => report({ messageId: 'it', at }) }) }] };\n`;
    const folder = makeFolder({
      ...files,
      'plugin.mjs': plugin('Before.'),
      'pgconflint.config.jsonc': '{ "plugins": ["./plugin.mjs"], "rules": { "own/it": "error" } }\n',
    });
    const { recalled, outcome } = await runBoth(folder, ['--allow-code']);
    expect(recalled).toContain('nothing is kept, since a configuration names plugins');
    expect(outcome.output).toContain('Before.');
  });

  test('--cache-file names another file', async () => {
    const folder = makeFolder(files);
    await runIn(folder, ['--cache-file', 'main/kept']);
    expect((await runIn(folder, ['--cache-file', 'main/kept', '--debug'])).errors).toContain('2 of 2 clusters');
  });

  test('results of files that are gone, and old ones of the same file, are dropped', async () => {
    const folder = makeFolder(files);
    await runIn(folder, ['--cache']);
    for (const preset of ['correctness', 'strict', 'all', 'cis-16', 'cis-17', 'cis-18', 'percona']) {
      await runIn(folder, ['--cache', '--preset', preset, '--postgres', '16', 'main']);
      await runIn(folder, ['--cache', '--preset', preset, 'main/pg_hba.conf']);
    }
    const lines = () => readFileSync(join(folder, '.pgconflint-cache'), 'utf8').trim().split('\n').slice(1);
    const of = (name: string) => lines().filter((line) => line.includes(`\t"${folder}/${name}"\t`)).length;
    expect(of('main/postgresql.conf')).toBeLessThanOrEqual(6);
    rmSync(join(folder, 'other'), { recursive: true });
    await runIn(folder, ['--cache']);
    expect(of('other/postgresql.conf')).toBe(0);
  });
});

describe('a cache that cannot be used', () => {
  const damage: [string, (text: string) => string][] = [
    ['cut', (text) => text.slice(0, -100)],
    ['cut behind its first line', (text) => text.slice(0, text.indexOf('\n'))],
    ['changed', (text) => text.replace('trust', 'trusT')],
    ['merged', (text) => text.replace('\n', '\n<<<<<<< HEAD\n')],
  ];
  test.each(damage)('is ignored with a note and replaced where it was %s', async (_, change) => {
    const folder = makeFolder(files);
    const path = join(folder, '.pgconflint-cache');
    await runBoth(folder);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { recalled, outcome } = await runBoth(folder);
    expect(recalled).toBe('0 of 2');
    expect(outcome.errors).toContain(
      'pgconflint: .pgconflint-cache is damaged; everything is checked again and the file replaced.\n',
    );
    expect((await runBoth(folder)).recalled).toBe('2 of 2');
  });

  test('counts for nothing where another version wrote it', async () => {
    const folder = makeFolder(files);
    const path = join(folder, '.pgconflint-cache');
    await runBoth(folder);
    const [first, ...rest] = readFileSync(path, 'utf8').split('\n');
    const [mark, , digest] = first!.split('\t');
    writeFileSync(path, [[mark, '0.0.9 abc', digest].join('\t'), ...rest].join('\n'));
    expect((await runBoth(folder)).recalled).toBe('0 of 2');
    expect((await runBoth(folder)).recalled).toBe('2 of 2');
  });

  test('is left alone where it is another file', async () => {
    const folder = makeFolder(files);
    const { code, errors } = await runIn(folder, ['--cache-file', 'main/pg_hba.conf']);
    expect(code).toBe(1);
    expect(errors).toBe(
      'pgconflint: main/pg_hba.conf is not a cache of pgconflint, so it is neither used nor replaced.\n',
    );
    expect(readFileSync(join(folder, 'main/pg_hba.conf'), 'utf8')).toBe(files['main/pg_hba.conf']);
  });

  test('is no failure where it cannot be written', async () => {
    const folder = makeFolder(files);
    const { code, errors } = await runIn(folder, ['--cache-file', 'missing/folder/cache']);
    expect(code).toBe(1);
    expect(errors).toMatch(/^pgconflint: missing\/folder\/cache cannot be written: ENOENT/);
    expect((await runIn(folder, ['--cache-file', 'main'])).errors).toMatch(/^pgconflint: main cannot be read/);
  });
});
