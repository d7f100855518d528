import type { CommandPlace, CommandRun } from '../../command-line.js';
import type { FeatureServer } from '../../feature.js';
import { isElsewhere } from '../../protocol/uris.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';

/** Why there is no answer: one plain sentence. */
export interface Refusal {
  refusal: string;
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refusal' in answer;
}

/** What a question needs of the server. */
export type Asking = Pick<FeatureServer, 'workspace' | 'runCommand'>;

/**
 * Runs a command about a buffer on what the editor shows, in the folder that the buffer belongs to.
 *
 * @param args the command and its options, before those that say whether code may run
 */
export async function askAbout(
  { file }: Pick<FileView, 'file'>,
  { workspace, runCommand }: Asking,
  args: readonly string[],
): Promise<CommandRun | Refusal> {
  if (isElsewhere(file.path)) return { refusal: 'Save the file first: it belongs to no cluster yet.' };
  const place = { cwd: workspace.rootOf(file.path), files: workspace.files };
  return askCommand(runCommand, withTrust(args, workspace), place);
}

/** Runs a command; one that could not do its work gives its sentence. */
export async function askCommand(
  runCommand: FeatureServer['runCommand'],
  args: string[],
  place: CommandPlace,
): Promise<CommandRun | Refusal> {
  if (runCommand === undefined) return { refusal: 'This server runs no commands.' };
  const run = await runCommand(args, place);
  return run.code === 2 ? { refusal: sentencesOf(run).join(' ') } : run;
}

/** The arguments of a command that reads configurations: code runs where the editor allows it, as it does for diagnostics. */
export function withTrust(args: readonly string[], { settings }: Pick<Workspace, 'settings'>): string[] {
  const [command, ...rest] = args;
  return [command!, settings.runsCode ? '--allow-code' : '--no-code', ...rest];
}

/** What a command says beside its output, a sentence each. */
export function sentencesOf({ errors }: Pick<CommandRun, 'errors'>): string[] {
  const lines = errors.split('\n').map((line) => line.replace(/^pgconflint: /, '').trim());
  return lines.filter((line) => line !== '');
}
