/** Runs git on repositories that may be anybody's: nothing that their own configuration names is started. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const mostBytes = 256 * 1024 * 1024;
/** Nothing that is asked here takes git longer, in milliseconds. */
const patience = 120_000;

/** What a repository's configuration might have git start. The command line counts over it. */
const overruled = [
  // A folder of files that looks like a repository is none: its configuration would come with the files.
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.pager=cat',
  'core.alternateRefsCommand=false',
  'credential.helper=',
  'protocol.allow=never',
];

/** What git may know of the environment: where it and a person's own configuration are, not what a shell left behind. */
const passed =
  /^(?:PATH|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|XDG_CONFIG_HOME|SYSTEMROOT|TEMP|TMP|GIT_CEILING_DIRECTORIES|GIT_CONFIG_(?!PARAMETERS).*)$/i;

/**
 * Runs git without a shell; it gets no standard input and writes nothing to the terminal. It opens no connection, so an
 * object that a partial clone lacks is missing.
 *
 * @returns its output; undefined where it fails or is not installed
 */
export function runGit(folder: string, args: readonly string[]): Buffer | undefined {
  const git = findGit(process.env['PATH'] ?? '');
  if (git === undefined) return undefined;
  const options = ['--no-replace-objects', '--literal-pathspecs', ...overruled.flatMap((one) => ['-c', one])];
  try {
    return execFileSync(git, [...options, ...args], {
      cwd: folder,
      env: environment(),
      maxBuffer: mostBytes,
      timeout: patience,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => passed.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // The second is known from 2.45 on; the first keeps what fetches from starting a program in every version.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
  };
}

/** Looks git up as a shell does, but never in the folder that is compared: a program there came with the files. */
function findGit(path: string): string | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
