import { rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runIn } from '../cli/terminal.js';
import { folderOf } from './command.js';

const names = ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf', 'pg_hosts.conf', 'postgresql.auto.conf'] as const;
const words = [
  'local',
  'host',
  'all',
  'include',
  'include_dir',
  'include_if_exists',
  '@b.conf',
  '"',
  "'",
  '\\',
  '\n',
  '\r',
  ' ',
  '\t',
  '#',
  '=',
  '/(',
  '/[',
  ')',
  ',',
  'b.conf',
  'pg_hba.conf',
  '..',
  '.',
  'd',
  '10.0.0.0/8',
  '::/0',
  'trust',
  'cert',
  'map=m',
  'pg_ident.conf',
  'work_mem',
  '4MB',
  '\0',
  '\ufeff',
  '\u00e4',
  '\u{1f418}',
  '{{ x }}',
  '\\1',
  "''",
];
const text = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => Buffer.from(parts.join(' ')));
const bytes = fc.uint8Array({ maxLength: 300 }).map((content) => Buffer.from(content));
const content = fc.oneof(
  text,
  bytes,
  fc.tuple(text, bytes).map((both) => Buffer.concat(both)),
);
const place = fc.constantFrom('', 'd/', 'd/e/');
const file = fc.tuple(place, fc.constantFrom(...names, 'b.conf', 'a.conf'), content);
const tree = fc.array(file, { minLength: 1, maxLength: 7 });

/** Trees of includes alone, so that circles, chains and folders come up often. */
const directive = fc.tuple(
  fc.constantFrom('include', 'include_dir', 'include_if_exists'),
  fc.constantFrom(
    'b.conf',
    'a.conf',
    'd',
    'd/b.conf',
    '.',
    '..',
    'd/e',
    '../postgresql.conf',
    '../pg_hba.conf',
    'nothing',
  ),
);
const includes = fc
  .array(directive, { maxLength: 6 })
  .map((lines) => Buffer.from(lines.map(([word, path]) => `${word} '${path}'\n`).join('')));
const includeTree = fc.array(fc.tuple(place, fc.constantFrom(...names, 'b.conf', 'a.conf'), includes), {
  minLength: 1,
  maxLength: 7,
});

async function comesToAnEnd(files: readonly (readonly [string, string, Buffer])[], args: string[]): Promise<void> {
  const folder = folderOf(Object.fromEntries(files.map(([at, name, held]) => [at + name, held])));
  try {
    const { code, errors } = await runIn(folder, args);
    expect(errors).not.toMatch(/unexpected failure|The rule .* failed/);
    expect([0, 1, 2]).toContain(code);
    // Where the work could not be done, a sentence says why.
    if (code === 2) expect(errors).toMatch(/^pgconflint: .+[.):]$/m);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runs = { seed: 20_261_122, numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 60) };
/** So long one property may take on a slow machine, in milliseconds. */
const patience = Math.max(120_000, runs.numRuns * 600);

/** A configuration in JSON or YAML: any bytes, any JSON, and what looks like a configuration with anything in it. */
const ruleIds = fc.constantFrom('conf/fsync', 'hba/no-trust', 'hba/*', 'nothing', '__proto__', 'constructor', '*');
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('error', 'off', 'warning', ['error', {}], ['error', { pattern: '(a+)+$' }], 2, null, '**/*', '!('),
);
const shaped = fc.dictionary(
  fc.constantFrom(
    'rules',
    'extends',
    'presets',
    'overrides',
    'ignores',
    'clusters',
    'targets',
    'plugins',
    'root',
    'files',
    '__proto__',
  ),
  fc.oneof(
    anything,
    fc.array(anything, { maxLength: 3 }),
    fc.dictionary(ruleIds, anything),
    fc.array(fc.dictionary(fc.constantFrom('files', 'rules', 'targets', 'extends'), anything), { maxLength: 3 }),
  ),
);
const yamlText = fc
  .array(
    fc.constantFrom(
      'rules',
      ':',
      ' ',
      '\n',
      '- ',
      '&a',
      '*a',
      '!!js',
      '!',
      '|',
      '>',
      '{',
      '[',
      ']',
      '"',
      "'",
      '%',
      '? ',
      '<<',
      '1e999',
      '~',
    ),
  )
  .map((parts) => parts.join(''));
const configuration = fc.tuple(
  fc.constantFrom(
    'pgconflint.config.json',
    'pgconflint.config.jsonc',
    'pgconflint.config.yaml',
    'pgconflint.config.yml',
    'package.json',
  ),
  fc.oneof(
    fc.json().map((written) => Buffer.from(written)),
    fc.string().map((written) => Buffer.from(written)),
    shaped.map((value) => Buffer.from(JSON.stringify(value))),
    yamlText.map((written) => Buffer.from(written)),
    bytes,
  ),
);

describe('any input comes to an end with an exit code of ours', () => {
  test(
    'any bytes in any files',
    async () => {
      await fc.assert(
        fc.asyncProperty(tree, fc.constantFrom('10', '16', '18,19'), (files, majors) =>
          comesToAnEnd(files, ['.', '--preset', 'all', '--postgres', majors, '--format', 'json']),
        ),
        runs,
      );
    },
    patience,
  );

  test(
    'any tree of includes',
    async () => {
      await fc.assert(
        fc.asyncProperty(includeTree, fc.constantFrom('12', '18'), (files, major) =>
          comesToAnEnd(files, ['.', '--postgres', major, '--format', 'json']),
        ),
        runs,
      );
    },
    patience,
  );

  test(
    'any fix of any file',
    async () => {
      await fc.assert(
        fc.asyncProperty(tree, (files) => comesToAnEnd(files, ['.', '--preset', 'all', '--fix', '--unsafe-fixes'])),
        runs,
      );
    },
    patience,
  );

  test(
    'any configuration',
    async () => {
      await fc.assert(
        fc.asyncProperty(configuration, ([name, written]) =>
          comesToAnEnd(
            [
              ['', name, Buffer.from(written)],
              ['', 'pg_hba.conf', Buffer.from('local all all peer\n')],
              ['', 'postgresql.conf', Buffer.from('fsync = off\n')],
            ],
            ['.'],
          ),
        ),
        runs,
      );
    },
    patience,
  );

  test(
    'any command on any files',
    async () => {
      const login = ['--user', 'alice', '--from', '10.0.0.1'];
      const commands = [
        ['show', 'hba', '.'],
        ['show', 'ident', '.'],
        ['show', 'settings', '.', '--format', 'json'],
        ['settings', '.'],
        ['who', ...login, '.'],
        ['access', '.', '--format', 'json'],
        ['audit', '.', '--benchmark', 'cis-16'],
        ['upgrade', '--from', '12', '--to', '18', '.'],
        ['format', '--check', '.'],
        ['diff', 'd', '.'],
        ['explain', 'work_mem'],
      ];
      await fc.assert(
        fc.asyncProperty(tree, fc.constantFrom(...commands), (files, args) => comesToAnEnd(files, args)),
        runs,
      );
    },
    patience,
  );
});
