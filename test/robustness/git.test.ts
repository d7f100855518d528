import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { folderOf, lint } from './command.js';

let folder: string;
let ran: string;
let program: string;

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd, encoding: 'utf8' });

/** A repository with two commits that differ in who gets in. */
function repository(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  git(path, 'init', '-q');
  writeFileSync(join(path, 'pg_hba.conf'), 'local all all peer\n');
  git(path, 'add', '-A');
  git(path, 'commit', '-q', '-m', 'Before');
  writeFileSync(join(path, 'pg_hba.conf'), 'local all all peer\nhost all all 0.0.0.0/0 trust\n');
  git(path, 'commit', '-q', '-a', '-m', 'After');
  return path;
}

beforeAll(() => {
  folder = folderOf({});
  ran = join(folder, 'ran');
  program = join(folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch ${ran}\ncat\n`);
  chmodSync(program, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

function diff(cwd: string, args: readonly string[], env = {}) {
  const ending = lint(cwd, ['diff', ...args], [], env);
  const didRun = existsSync(ran);
  rmSync(ran, { force: true });
  return { ...ending, didRun };
}

/** A partial clone lacks objects, and git fetches one that somebody asks for. */
function takeAway(path: string, name: string): void {
  const object = git(path, 'rev-parse', name).trim();
  rmSync(join(path, '.git/objects', object.slice(0, 2), object.slice(2)));
}

const partial = '[extensions]\npartialClone = origin\n';
const remote = (url: string) => `[remote "origin"]\npromisor = true\nurl = ${url}\n`;

test.each<[string, (program: string) => string, boolean]>([
  ['core.sshCommand', (it) => `[core]\nsshCommand = ${it}\n${partial}${remote('ssh://host.invalid/y')}`, true],
  ['remote.uploadpack', (it) => `${partial}${remote('.')}uploadpack = ${it}\n`, true],
  ['an ext:: remote', (it) => `[protocol]\nallow = always\n${partial}${remote(`ext::${it}`)}`, true],
  ['core.gitProxy', (it) => `[core]\ngitProxy = ${it}\n${partial}${remote('git://host.invalid/y')}`, true],
  ['credential.helper', (it) => `[credential]\nhelper = ${it}\n${partial}${remote('http://127.0.0.1:9/y')}`, true],
  ['url.insteadOf', (it) => `[url "ext::${it} "]\ninsteadOf = https:\n${partial}${remote('https:x')}`, true],
  ['core.askPass', (it) => `[core]\naskPass = ${it}\n${partial}${remote('http://127.0.0.1:9/y')}`, true],
  ['core.fsmonitor', (it) => `[core]\nfsmonitor = ${it}\n`, false],
  ['core.hooksPath', () => '[core]\nhooksPath = hooks\n', false],
  ['core.pager', (it) => `[core]\npager = ${it}\n[pager]\ncat-file = true\nls-tree = true\nrev-parse = true\n`, false],
  ['core.alternateRefsCommand', (it) => `[core]\nalternateRefsCommand = ${it}\n`, false],
  ['filters', (it) => `[filter "x"]\nclean = ${it}\nsmudge = ${it}\nprocess = ${it}\nrequired = true\n`, false],
  ['textconv and diff', (it) => `[diff]\nexternal = ${it}\n[diff "x"]\ntextconv = ${it}\ncommand = ${it}\n`, false],
  ['aliases', (it) => `[alias]\ncat-file = !${it}\nls-tree = !${it}\nrev-parse = !${it}\n`, false],
  ['includeIf', () => '[includeIf "gitdir:/"]\npath = more\n', true],
  ['trace2', () => '[trace2]\neventTarget = TRACE\nnormalTarget = TRACE\n', false],
  ['gpg', (it) => `[gpg]\nprogram = ${it}\n[log]\nshowSignature = true\n`, false],
])('diff starts nothing that .git/config names: %s', (name, config, lacks) => {
  const path = repository(name.replaceAll(/\W/g, '-'));
  writeFileSync(
    join(path, '.git/more'),
    `[core]\nsshCommand = ${program}\n${partial}${remote('ssh://host.invalid/y')}`,
  );
  writeFileSync(join(path, '.git/info/attributes'), '* filter=x diff=x\n');
  for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
    mkdirSync(join(path, 'hooks'), { recursive: true });
    for (const place of ['hooks', '.git/hooks']) {
      writeFileSync(join(path, place, hook), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
    }
  }
  if (lacks) takeAway(path, 'HEAD~1:pg_hba.conf');
  appendFileSync(join(path, '.git/config'), config(program).replaceAll('TRACE', ran));
  const before = readdirSync(path);
  const { code, didRun, errors } = diff(path, ['HEAD~1', 'HEAD']);
  expect([didRun, code]).toEqual([false, lacks ? 2 : 0]);
  expect(errors).toBe(
    lacks ? 'pgconflint: pg_hba.conf of HEAD~1 cannot be read: git does not have it here (a partial clone?).\n' : '',
  );
  expect(readdirSync(path)).toEqual(before);
  // The files as they are now, with HEAD and with an older revision.
  expect(diff(path, [])).toMatchObject({ didRun: false, code: 0 });
  expect(diff(path, ['HEAD~1'])).toMatchObject({ didRun: false, code: lacks ? 2 : 0 });
  expect(readdirSync(path)).toEqual(before);
});

test('a folder that looks like a repository is none', () => {
  const path = repository('outer');
  const inner = join(path, 'inner');
  mkdirSync(join(inner, 'objects'), { recursive: true });
  mkdirSync(join(inner, 'refs'));
  writeFileSync(join(inner, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(inner, 'config'), `[core]\nbare = false\nworktree = ..\nfsmonitor = ${program}\n`);
  const { code, didRun, errors } = diff(inner, ['HEAD~1', 'HEAD']);
  expect([code, didRun]).toEqual([2, false]);
  expect(errors).toMatch(/is not a folder of a git repository|neither a file or folder nor a revision/);
});

test('git is never a program of the folder that is compared, nor told by its environment what to start', () => {
  const path = repository('own-git');
  writeFileSync(join(path, 'git'), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
  const around = process.env['PATH'] ?? '';
  for (const env of [
    { PATH: `${delimiter}.${delimiter}${around}` },
    { GIT_EXTERNAL_DIFF: program, GIT_SSH_COMMAND: program, GIT_PAGER: program, GIT_TRACE: ran },
    { GIT_DIR: '/nowhere', GIT_OBJECT_DIRECTORY: '/nowhere' },
  ]) {
    expect(diff(path, ['HEAD~1', 'HEAD'], env)).toMatchObject({ code: 0, didRun: false, errors: '' });
  }
});
