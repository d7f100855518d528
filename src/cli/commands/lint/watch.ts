import { watch as watchFolder } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from '../../../report/printable.js';
import { isRefusal, type Terminal } from '../../command.js';

/** What tells that something changed below a folder; the tests give one of their own. */
export type Watcher = (folder: string, changed: (path: string) => void, signal: AbortSignal) => void;

/** Node's own watcher, over the folder and all below it. */
export const nodeWatcher: Watcher = (folder, changed, signal) => {
  const watcher = watchFolder(folder, { recursive: true, signal });
  watcher.on('change', (_, name) => changed(join(folder, String(name ?? ''))));
  // A folder that goes away under the watcher is a change as well.
  watcher.on('error', () => changed(folder));
};

/** Editors write a file in several steps; so long nothing else may happen, in milliseconds. */
const quiet = 100;

/**
 * Runs again and again: at once, and after every change that matters, one run after the other.
 *
 * @param run one run; what it throws ends the watching
 * @param folder what is watched
 * @param matters whether a changed path may lead to another result
 * @param signal ends the watching
 */
export async function watch(
  run: () => Promise<unknown>,
  folder: string,
  matters: (path: string) => boolean,
  signal: AbortSignal,
  watcher: Watcher = nodeWatcher,
): Promise<void> {
  let wake: () => void = () => {};
  let changed = false;
  watcher(
    folder,
    (path) => {
      if (!matters(path)) return;
      changed = true;
      wake();
    },
    signal,
  );
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    changed = false;
    await run();
    while (!changed && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (changed || signal.aborted) resolve();
      });
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, quiet));
  }
}

/** Whether a change of a file can change what is found: its own files and configurations, not what tools leave behind. */
export function mattersToLint(path: string): boolean {
  return !/(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)|\.tmp$|~$|\.sw[a-z]$/.test(path);
}

/**
 * Runs a command now and after each change below the current folder; what a person must put right is said, and the
 * watching goes on.
 *
 * @param run one run
 * @param reports the values of --format and --output-file: what a run writes itself is no change
 * @returns the exit code of the last run, once the terminal's signal ends the watching
 */
export async function watchAndRun(
  run: () => Promise<number>,
  reports: readonly (string | undefined)[],
  terminal: Terminal,
): Promise<number> {
  const written = new Set(reports.map((report) => resolve(terminal.cwd, report?.replace(/^\w+=/, '') ?? '')));
  let code = 0;
  const runAndSay = async () => {
    try {
      code = await run();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      terminal.writeError(say`pgconflint: ${error.message}\n`);
      code = 2;
    }
    terminal.writeError(say`pgconflint: waiting for changes\n`);
  };
  const stop = terminal.stop ?? new AbortController().signal;
  await watch(runAndSay, terminal.cwd, (path) => !written.has(path) && mattersToLint(path), stop);
  return code;
}
