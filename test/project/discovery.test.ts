/** What a walk over a folder finds, and what it says of what it cannot read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commandThatReads, whyUnreadable } from '../../src/files/unreadable.js';
import { trackedIn } from '../../src/project/tracked-files.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const trust = 'host all all 10.0.0.0/8 trust\n';

/** The files that a run over a folder checks. */
async function checked(folder: string, args: readonly string[] = []): Promise<string[]> {
  const { output, errors } = await runIn(folder, [...args, '--format', 'json']);
  if (!output.startsWith('[')) throw new Error(errors);
  const files = JSON.parse(output) as { filePath: string }[];
  return files.map(({ filePath }) => relative(realpathSync(folder), realpathSync(filePath))).sort();
}

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test.each(['.containers/db', '.config/postgres', 'a/.b/c'])('a cluster in the hidden folder %s', async (hidden) => {
  expect(await checked(makeFolder({ [`${hidden}/pg_hba.conf`]: trust }))).toEqual([`${hidden}/pg_hba.conf`]);
});

test.each(['.git/x', 'node_modules/x', '.terraform/modules/x', '.venv/lib', '.cache/x'])(
  'what tools keep in %s is passed over',
  async (folder) => {
    const files = { [`${folder}/pg_hba.conf`]: trust, 'pg_hba.conf': trust };
    expect(await checked(makeFolder(files))).toEqual(['pg_hba.conf']);
  },
);

test.each(['j2', 'jinja', 'jinja2', 'erb', 'epp', 'tmpl', 'tpl', 'gotmpl', 'template'])(
  'a role with nothing but templates: .%s',
  async (ending) => {
    const hba = `local all all peer\nhost all all {{ net }} scram-sha-256\n`;
    const files = { [`pg_hba.conf.${ending}`]: hba, [`postgresql.conf.${ending}`]: 'port = {{ port }}\n' };
    const folder = makeFolder(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`templates/${name}`, text])),
    );
    expect(await checked(folder)).toEqual([`templates/pg_hba.conf.${ending}`, `templates/postgresql.conf.${ending}`]);
    // The two belong together, as without the ending.
    const { errors } = await runIn(folder, ['--debug']);
    expect(errors.match(/PostgreSQL \d+ /g)).toHaveLength(1);
  },
);

describe('what git tracks is looked at even where .gitignore names it', () => {
  const files = {
    '.gitignore': 'deploy/\n*.conf\n',
    'deploy/db/pg_hba.conf': trust,
    'deploy/db/untracked/pg_hba.conf': trust,
    'deploy/other/pg_hba.conf': trust,
    'tracked/pg_hba.conf': trust,
    'tracked/pg_hba.old.conf': trust,
    'README.md': 'x\n',
  };
  const tracked = ['deploy/db/pg_hba.conf', 'tracked/pg_hba.conf'];

  function repository(...init: string[]): string {
    const folder = makeFolder(files);
    git(folder, 'init', '-q', ...init);
    git(folder, 'add', '-f', '.gitignore', 'README.md', ...tracked);
    return folder;
  }

  const settings: [string, (folder: string) => void][] = [
    ['as it is written by default', () => {}],
    ['of version 4', (folder) => git(folder, 'update-index', '--index-version', '4')],
    ['of version 3', (folder) => git(folder, 'update-index', '--skip-worktree', 'README.md')],
    ['that is split', (folder) => git(folder, 'update-index', '--split-index')],
    [
      'that is split and has changed',
      (folder) => {
        git(folder, 'rm', '-q', '--cached', tracked[1]!);
        git(folder, 'update-index', '--split-index');
        git(folder, 'add', '-f', tracked[1]!);
      },
    ],
  ];

  test.each(settings)('an index %s', async (_, set) => {
    const folder = repository();
    set(folder);
    expect(await checked(folder)).toEqual(tracked);
    expect(await checked(folder, ['deploy'])).toEqual([tracked[0]]);
    expect(await checked(folder, ['**/pg_hba.conf'])).toEqual(tracked);
  });

  test('objects named by SHA-256', async () => {
    expect(await checked(repository('--object-format=sha256'))).toEqual(tracked);
  });

  test('a work tree of its own', async () => {
    const folder = repository();
    git(folder, 'commit', '-q', '-m', 'x');
    const other = join(makeFolder({}), 'tree');
    git(folder, 'worktree', 'add', '-q', other);
    writeFileSync(join(other, 'untracked.conf'), '');
    expect(await checked(other)).toEqual(tracked);
  });

  test('says of every path what git ls-files says', () => {
    const folder = makeFolder(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [`d${index % 7}/${'n'.repeat(index % 90)}é${index}.conf`, 'x']),
      ),
    );
    git(folder, 'init', '-q');
    git(folder, 'add', 'd1', 'd3', 'd5');
    for (const version of ['2', '4']) {
      git(folder, 'update-index', '--index-version', version);
      const isTracked = trackedIn(folder);
      const all = git(folder, 'ls-files', '-z', '--cached', '--others').split('\0').filter(Boolean);
      const known = new Set(git(folder, 'ls-files', '-z').split('\0').filter(Boolean));
      expect(all.filter((path) => isTracked(join(folder, path), false)).sort()).toEqual([...known].sort());
      expect(['d0', 'd1', 'd3'].map((name) => isTracked(join(folder, name), true))).toEqual([false, true, true]);
    }
  });

  test.each(['', 'DIRC', 'DIRC\0\0\0\u0002\0\0\0\u0009', 'x'.repeat(500)])(
    'an index that is none tracks nothing: %j',
    (text) => {
      const folder = makeFolder({ '.git/index': text });
      expect(trackedIn(folder)(join(folder, 'pg_hba.conf'), false)).toBe(false);
    },
  );
});

// What root may not read there is not.
const isRoot = process.getuid?.() === 0;
(isRoot ? describe : describe.skip)('what may not be read', () => {
  const nobody = 65534;
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  let folder: string;
  let bundle: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pgconflint-denied-'));
    chmodSync(folder, 0o755);
    // Where nobody may read it.
    bundle = join(folder, 'bundle');
    cpSync(dist, bundle, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function make(path: string, mode: number, owner = 0): void {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, 'local all all peer\n');
    chmodSync(full, mode);
    chownSync(full, owner, 0);
  }

  function run(...args: string[]): { code: number; output: string; errors: string } {
    const options = {
      cwd: folder,
      encoding: 'utf8' as const,
      uid: nobody,
      gid: nobody,
      env: { PATH: process.env['PATH'] },
    };
    try {
      return {
        code: 0,
        output: execFileSync(process.execPath, [join(bundle, 'cli.js'), ...args], options),
        errors: '',
      };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, output: stdout, errors: stderr };
    }
  }

  const denied = 'permission denied (mode 0640, owner root). It is not checked; try sudo pgconflint.';

  test('a file that is named', () => {
    make('db/pg_hba.conf', 0o640);
    expect(run('db/pg_hba.conf')).toEqual({ code: 2, output: '', errors: `pgconflint: db/pg_hba.conf: ${denied}\n` });
  });

  test('a folder with nothing else', () => {
    make('db/pg_hba.conf', 0o640);
    const { code, errors } = run('db');
    expect(code).toBe(2);
    expect(errors).toBe(`pgconflint: db/pg_hba.conf: ${denied}\n`);
  });

  test('beside what can be read', () => {
    make('db/postgresql.conf', 0o640);
    make('other/pg_hba.conf', 0o644);
    const { code, errors, output } = run('db', 'other', '--format', 'json');
    expect(code).toBe(2);
    expect(errors).toContain(`db/postgresql.conf: ${denied}`);
    expect(output).toContain('other/pg_hba.conf');
  });

  test.each([['who', '--user', 'a', '--local', '--database', 'a'], ['access']])('%s', (command, ...args) => {
    make('db/pg_hba.conf', 0o640);
    const { code, errors } = run(command, 'db', ...args);
    expect(code).toBe(2);
    expect(errors).toContain('permission denied (mode 0640, owner root)');
    expect(errors).not.toMatch(/no pg_hba/);
  });

  test('a folder that may not be listed, and a file in one that may not be entered', () => {
    make('data/pg_hba.conf', 0o644);
    chmodSync(join(folder, 'data'), 0o700);
    const said = 'permission denied (mode 0700, owner root)';
    expect(run('data').errors).toBe(`pgconflint: data: ${said}. It is not checked; try sudo pgconflint.\n`);
    expect(run('data/pg_hba.conf').errors).toContain(
      `data/pg_hba.conf: permission denied at ${folder}/data (mode 0700, owner root)`,
    );
    const whole = run('.');
    expect(whole.code).toBe(2);
    expect(whole.errors).toContain(`data: ${said}`);
  });
});

test('root may read everything, and an owner is named as passwd has it', () => {
  const folder = makeFolder({ 'pg_hba.conf': '' });
  expect(whyUnreadable(join(folder, 'pg_hba.conf'))).toBeUndefined();
  expect(commandThatReads(join(folder, 'pg_hba.conf'))).toBeUndefined();
});
