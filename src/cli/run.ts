import { existsSync, lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../project/generated/version.js';
import { asLines, type Printable, say } from '../report/printable.js';
import { CommandError, isRefusal, refusalText, type Terminal } from './command.js';
import { commands } from './registry.js';

/**
 * Runs the command line.
 *
 * @param args everything behind `pgconflint`
 * @returns the exit code: 0 clean, 1 problems, 2 the work could not be done
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (isRefusal(error)) {
      terminal.writeError(refusalText(error));
      return 2;
    }
    terminal.writeError(unexpected(error, terminal.env['PGCONFLINT_DEBUG']));
    return 2;
  }
}

async function dispatch(args: string[], terminal: Terminal): Promise<number> {
  refuseFilesAsOptions(args, terminal.cwd);
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v' || first === '-V') {
    terminal.write(say`${version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    const { generalHelp } = await import('./help.js');
    terminal.write(generalHelp(terminal.columns));
    return 0;
  }
  const asked = first === 'help' ? rest[0] : first;
  const entry = commands.find((candidate) => candidate.name === asked) ?? commands[0]!;
  const named = entry.name === asked;
  if (first === 'help' && !named) throw new CommandError(`There is no command ${asked}.`);
  if (!named && asked !== undefined) await refuseMistypedCommand(asked, terminal.cwd);
  const { command } = await entry.load();
  const commandArgs = named ? rest : args;
  if (first === 'help' || asksForHelp(commandArgs)) {
    const { commandHelp } = await import('./help.js');
    terminal.write(commandHelp(command, terminal.columns));
    return 0;
  }
  return command.run(commandArgs, terminal);
}

/**
 * Hooks, xargs and shells pass the names of files, which whoever made the files has chosen: one that is also an option
 * may be meant as either.
 *
 * @throws CommandError for the first argument before `--` that starts with a dash and is a file
 */
function refuseFilesAsOptions(args: readonly string[], cwd: string): void {
  for (const arg of args) {
    if (arg === '--') return;
    if (!arg.startsWith('-') || arg === '-' || !isThere(resolve(cwd, arg))) continue;
    throw new CommandError(
      `“${arg}” is an option and also a file here; write ./${arg} for the file, or -- before all names of files.`,
    );
  }
}

/** Whether anything has this name, a link that leads nowhere too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A word that is neither a file nor a command, and nearly a command or one of other programs, was hardly meant as a path. */
async function refuseMistypedCommand(word: string, cwd: string): Promise<void> {
  if (!/^[a-z]{3,}$/i.test(word) || existsSync(resolve(cwd, word))) return;
  const { otherName } = await import('./other-names.js');
  const other = otherName(word);
  if (other !== undefined) throw new CommandError(other);
  const { nearest } = await import('../linter/nearest.js');
  const names = commands.map(({ name }) => name);
  const guess = nearest(word, names);
  if (guess !== undefined)
    throw new CommandError(`There is no file and no command “${word}”. Did you mean pgconflint ${guess}?`);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

/** What a person sees of a defect of ours: one sentence, and how to tell us. */
export function unexpected(error: unknown, debug: string | undefined): Printable {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return asLines([
    `pgconflint: an unexpected failure: ${reason}`,
    'This is a defect of pgconflint. Please report it with the command and, if you can, the file; ' +
      'PGCONFLINT_DEBUG=1 shows where it happened.',
    ...stack,
  ]);
}
