import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** What a program said and how it ended. */
export interface Outcome {
  status: number | null;
  output: string;
}

/** Runs a program to its end, at most four minutes, and gives both its streams as one text. */
export function run(folder: string, program: string, args: string[], env: Record<string, string> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...environment(), ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** The environment without what jest and a pipeline put there for themselves. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, CI: _ci, GITHUB_OUTPUT: _output, ...rest } = process.env;
  const author = { GIT_AUTHOR_NAME: 'A Person', GIT_AUTHOR_EMAIL: 'person@example.com' };
  return { ...rest, ...author, GIT_COMMITTER_NAME: 'A Person', GIT_COMMITTER_EMAIL: 'person@example.com' };
}

/** Whether a program answers to `--version`. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A new folder under the system's temporary one. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `pgconflint-${name}-`));
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes files below a folder, making the folders between. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * A clone of the project as it stands, uncommitted files included, as a git repository with one commit.
 *
 * @returns its folder and the commit
 */
export function cloneProject(folder: string): { folder: string; commit: string } {
  const clone = join(folder, 'pgconflint');
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: project,
    maxBuffer: 1 << 26,
  });
  mkdirSync(clone, { recursive: true });
  const archive = join(folder, 'project.tar');
  execFileSync('tar', ['--null', '--files-from=-', '--ignore-failed-read', '-cf', archive], {
    cwd: project,
    input: files,
  });
  execFileSync('tar', ['-xf', archive], { cwd: clone });
  git(clone, 'init', '-q', '-b', 'main');
  git(clone, 'add', '-A');
  git(clone, 'commit', '-q', '-m', 'The project');
  return { folder: clone, commit: git(clone, 'rev-parse', 'HEAD').trim() };
}

/** Runs git in a folder. */
export function git(folder: string, ...args: string[]): string {
  const { status, output } = run(folder, 'git', args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${output}`);
  return output;
}
